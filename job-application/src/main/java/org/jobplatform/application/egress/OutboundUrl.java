package org.jobplatform.application.egress;

import java.net.URI;

/**
 * An http or https URL that was parsed once, by the only parser there is, so that what is checked is what is connected to. Says
 * nothing yet about whether the guard lets a connection through: see {@link EgressGuard}.
 */
public final class OutboundUrl {

    /** The longest URL, in characters, both as given and in its canonical form. */
    public static final int MAXIMUM_LENGTH = 2048;

    private final URI uri;
    private final Host host;
    private final int port;

    OutboundUrl(URI uri, Host host, int port) {
        this.uri = uri;
        this.host = host;
        this.port = port;
    }

    /**
     * Parses a URL. Scheme and host are lowered, international names become punycode, a default port, a trailing dot of the host
     * and a fragment are left out, an empty path becomes {@code /}, and characters that may not stand in a URL are
     * percent-encoded; what is percent-encoded already stays so. Parsing a canonical form gives the same URL again.
     *
     * <p>Refused are other schemes, user information, control characters, white space and backslashes anywhere, broken percent
     * escapes, invalid host names, ports outside 1 to 65535, and IPv4 addresses in any other form than four plain decimal numbers.
     *
     * @param text what a caller has given, of any length
     * @return the URL, or why it is none
     */
    public static UrlVerdict parse(String text) {
        try {
            return new UrlVerdict.Accepted(UrlParser.parse(text));
        } catch (UnusableUrl unusable) {
            return new UrlVerdict.Refused(unusable.reason());
        }
    }

    /** The canonical form: the one to connect to. */
    public URI uri() {
        return uri;
    }

    /** The host, as in {@link #uri()}. */
    public Host host() {
        return host;
    }

    /** The port that is connected to, 1 to 65535; the scheme's own when the URL names none. */
    public int port() {
        return port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboundUrl that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
