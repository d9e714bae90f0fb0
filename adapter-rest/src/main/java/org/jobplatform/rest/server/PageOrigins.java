package org.jobplatform.rest.server;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may have their browser change something here: those that this server itself has served, and those of hosts
 * that its operator has named. Browsers say in {@code Origin} where a page comes from; programs send none.
 */
final class PageOrigins {
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([^/?#@\\s]+)");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> hosts;

    /** @param hosts names in lower case */
    PageOrigins(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** Whether a page from there may send a request with this method to this host. */
    boolean mayAsk(@Nullable String origin, String method, @Nullable String host) {
        if (origin == null || HARMLESS.contains(method)) {
            return true;
        }
        Matcher page = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
        if (!page.matches()) {
            return false;
        }
        String defaultPort = page.group(1).equals("https") ? ":443" : ":80";
        return hosts.contains(HostName.of(page.group(2)))
                || (host != null
                        && without(page.group(2), defaultPort)
                                .equals(without(host.toLowerCase(Locale.ROOT), defaultPort)));
    }

    private static String without(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
