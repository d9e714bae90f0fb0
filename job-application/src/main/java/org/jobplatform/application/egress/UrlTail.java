package org.jobplatform.application.egress;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Path and query of a URL as they go over the wire. */
final class UrlTail {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String IN_PATH_AND_QUERY = "-._~!$&'()*+,;=:@/%";
    private static final String IN_QUERY_ONLY = "?[]";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlTail() {}

    /** Drops the fragment, gives an empty path its slash and encodes what may not stand as it is. */
    static String canonical(String given) throws UnusableUrl {
        int fragment = given.indexOf('#');
        String sent = fragment < 0 ? given : given.substring(0, fragment);
        if (BROKEN_ESCAPE.matcher(sent).find()) {
            throw new UnusableUrl("the URL contains a % that is not followed by two hexadecimal digits");
        }
        int mark = sent.indexOf('?');
        String path = encoded(mark < 0 ? sent : sent.substring(0, mark), IN_PATH_AND_QUERY);
        String query = mark < 0 ? "" : "?" + encoded(sent.substring(mark + 1), IN_PATH_AND_QUERY + IN_QUERY_ONLY);
        return (path.isEmpty() ? "/" : path) + query;
    }

    private static String encoded(String text, String kept) {
        StringBuilder wire = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isAlphanumeric(octet) || kept.indexOf(octet) >= 0) {
                wire.append((char) octet);
            } else {
                wire.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return wire.toString();
    }

    private static boolean isAlphanumeric(byte octet) {
        return (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
    }
}
