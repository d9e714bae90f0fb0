package org.jobplatform.application.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP addresses in their plain forms only, and never asks a resolver, as {@link InetAddress#getByName} might. */
public final class IpLiteral {

    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;

    private IpLiteral() {}

    /** Four decimal numbers up to 255, without leading zeros. */
    public static Optional<InetAddress> ipv4(String text) {
        Matcher matcher = IPV4.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] octets = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            int octet = Integer.parseInt(matcher.group(i + 1));
            if (octet > 255) {
                return Optional.empty();
            }
            octets[i] = (byte) octet;
        }
        return Optional.of(address(octets));
    }

    /** The forms of RFC 4291, 2.2, without brackets and zone; an IPv4-mapped address stays an IPv6 one. */
    public static Optional<InetAddress> ipv6(String text) {
        String grouped = text.indexOf('.') < 0 ? text : withDottedTailAsGroups(text);
        int gap = grouped.indexOf("::");
        if (gap != grouped.lastIndexOf("::")) {
            return Optional.empty();
        }
        List<String> before = groups(gap < 0 ? grouped : grouped.substring(0, gap));
        List<String> after = gap < 0 ? List.of() : groups(grouped.substring(gap + 2));
        int left = GROUPS - before.size() - after.size();
        if (gap < 0 ? left != 0 : left < 1) {
            return Optional.empty();
        }
        byte[] octets = new byte[2 * GROUPS];
        boolean valid = fill(octets, 0, before) && fill(octets, GROUPS - after.size(), after);
        return valid ? Optional.of(address(octets)) : Optional.empty();
    }

    private static String withDottedTailAsGroups(String text) {
        int tail = text.lastIndexOf(':') + 1;
        return ipv4(text.substring(tail))
                .map(InetAddress::getAddress)
                .map(octets -> "%s%02x%02x:%02x%02x"
                        .formatted(text.substring(0, tail), octets[0], octets[1], octets[2], octets[3]))
                .orElse("");
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    private static boolean fill(byte[] octets, int from, List<String> groups) {
        int at = 2 * from;
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                return false;
            }
            int value = Integer.parseInt(group, 16);
            octets[at++] = (byte) (value >> 8);
            octets[at++] = (byte) value;
        }
        return true;
    }

    /** The address of 4 or 16 octets. @throws IllegalArgumentException when there are more or fewer */
    public static InetAddress address(byte[] octets) {
        try {
            return octets.length == 4 ? InetAddress.getByAddress(octets) : Inet6Address.getByAddress(null, octets, -1);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException("an address has 4 or 16 octets", wrongLength);
        }
    }
}
