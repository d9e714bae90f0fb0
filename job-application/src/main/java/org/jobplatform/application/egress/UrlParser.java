package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jobplatform.application.network.IpLiteral;

/** Takes the text of a URL apart and puts its canonical form together; see {@link OutboundUrl#parse} for the rules. */
final class UrlParser {

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private UrlParser() {}

    static OutboundUrl parse(String text) throws UnusableUrl {
        requireLength(text);
        requireVisible(text);
        boolean secure = text.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !text.regionMatches(true, 0, "http://", 0, 7)) {
            throw new UnusableUrl("the URL must begin with http:// or https://");
        }
        String afterScheme = text.substring(secure ? 8 : 7);
        int end = endOfAuthority(afterScheme);
        String authority = afterScheme.substring(0, end);
        if (authority.indexOf('@') >= 0) {
            throw new UnusableUrl("the URL must not carry user information before its host");
        }
        int hostEnd = endOfHost(authority);
        Host host = host(authority.substring(0, hostEnd));
        int defaultPort = secure ? 443 : 80;
        int port = port(authority.substring(hostEnd), defaultPort);
        String canonical = (secure ? "https://" : "http://")
                + host.text()
                + (port == defaultPort ? "" : ":" + port)
                + UrlTail.canonical(afterScheme.substring(end));
        requireLength(canonical);
        return new OutboundUrl(agreedUri(canonical, host), host, port);
    }

    private static void requireLength(String text) throws UnusableUrl {
        if (text.length() > OutboundUrl.MAXIMUM_LENGTH) {
            throw new UnusableUrl("the URL is longer than " + OutboundUrl.MAXIMUM_LENGTH + " characters");
        }
    }

    private static void requireVisible(String text) throws UnusableUrl {
        boolean visible = text.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.SURROGATE
                        || point == '\\');
        if (!visible) {
            throw new UnusableUrl("the URL contains white space, a control character or a backslash");
        }
    }

    private static int endOfAuthority(String afterScheme) {
        int end = 0;
        while (end < afterScheme.length() && "/?#".indexOf(afterScheme.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int endOfHost(String authority) {
        int colon = authority.indexOf(':', authority.startsWith("[") ? authority.indexOf(']') + 1 : 0);
        return colon < 0 ? authority.length() : colon;
    }

    private static Host host(String text) throws UnusableUrl {
        if (text.isEmpty()) {
            throw new UnusableUrl("the URL has no host");
        }
        if (!text.startsWith("[")) {
            return HostText.parse(text);
        }
        Optional<InetAddress> address =
                text.endsWith("]") ? IpLiteral.ipv6(text.substring(1, text.length() - 1)) : Optional.empty();
        if (address.isEmpty()) {
            throw new UnusableUrl("the host is not a valid IPv6 address");
        }
        if (AddressScope.of(address.get()) == AddressScope.IPV4_MAPPED) {
            throw new UnusableUrl("the host is an IPv4 address inside an IPv6 address; write the IPv4 address itself");
        }
        return new Host.Literal(address.get());
    }

    /** An empty port, as in {@code http://host:/}, is the scheme's own (RFC 3986, 3.2.3). */
    private static int port(String colonAndPort, int defaultPort) throws UnusableUrl {
        if (colonAndPort.isEmpty() || colonAndPort.equals(":")) {
            return defaultPort;
        }
        String digits = colonAndPort.substring(1);
        int port = PORT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535) {
            throw new UnusableUrl("the port must be a number from 1 to 65535 and an IPv6 address needs brackets");
        }
        return port;
    }

    /** The client that connects reads a {@link URI}, so that class has to see the very same host. */
    private static URI agreedUri(String canonical, Host host) throws UnusableUrl {
        try {
            URI uri = new URI(canonical);
            if (host.text().equals(uri.getHost())) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw new UnusableUrl("the URL is malformed");
        }
        throw new UnusableUrl("the host is not a valid host name: its last label must begin with a letter");
    }
}
