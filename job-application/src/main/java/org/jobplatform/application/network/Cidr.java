package org.jobplatform.application.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses of one family.
 *
 * @param network the lowest address; every bit behind the prefix is zero
 * @param prefix how many leading bits an address shares with the network, 0 to 32 or 128
 */
public record Cidr(InetAddress network, int prefix) {

    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** @throws IllegalArgumentException when the prefix is too long, or bits are set behind it */
    public Cidr {
        byte[] octets = network.getAddress();
        if (prefix < 0 || prefix > 8 * octets.length) {
            throw new IllegalArgumentException("prefix length " + prefix + " is outside 0 to " + 8 * octets.length);
        }
        if (!Arrays.equals(octets, masked(octets, prefix))) {
            throw new IllegalArgumentException("bits are set behind the prefix length " + prefix);
        }
    }

    /**
     * Reads {@code address/prefix}, or an address alone for a range of one.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String addressText = slash < 0 ? text : text.substring(0, slash);
        Optional<InetAddress> address =
                addressText.indexOf(':') < 0 ? IpLiteral.ipv4(addressText) : IpLiteral.ipv6(addressText);
        InetAddress network =
                address.orElseThrow(() -> new IllegalArgumentException("not an IPv4 or IPv6 address or range"));
        if (slash < 0) {
            return new Cidr(network, 8 * network.getAddress().length);
        }
        String prefix = text.substring(slash + 1);
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("the prefix length is not a number");
        }
        return new Cidr(network, Integer.parseInt(prefix));
    }

    /** Whether the address is in the range; one of the other family never is. */
    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        byte[] mine = network.getAddress();
        return octets.length == mine.length && Arrays.equals(masked(octets, prefix), mine);
    }

    private static byte[] masked(byte[] octets, int prefix) {
        byte[] kept = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            int bits = Math.clamp(prefix - 8L * i, 0, 8);
            kept[i] = (byte) (octets[i] & (0xFF00 >> bits));
        }
        return kept;
    }
}
