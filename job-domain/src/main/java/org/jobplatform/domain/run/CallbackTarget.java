package org.jobplatform.domain.run;

import java.net.URI;
import java.util.Locale;

/** Where to tell that a run has ended. */
public record CallbackTarget(URI url) {
    /** Longest address, in characters. */
    public static final int MAXIMUM_LENGTH = 2_048;

    /** @throws IllegalArgumentException when the address is not absolute http or https with a host, or is too long */
    public CallbackTarget {
        String scheme = url.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw new IllegalArgumentException("a callback address must begin with http:// or https://");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("a callback address must name a host");
        }
        if (url.toString().length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(
                    "a callback address must have at most " + MAXIMUM_LENGTH + " characters");
        }
    }

    /** Whom deliveries queue for: scheme, host and port, so that one slow receiver delays no other. */
    public String lane() {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() != -1 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
