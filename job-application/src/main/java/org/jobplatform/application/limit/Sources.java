package org.jobplatform.application.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jobplatform.application.network.IpLiteral;

/** What counts as one source: an IPv4 address, or the 64 leading bits of an IPv6 one, which one customer has all of. */
public final class Sources {
    private static final int NETWORK_OCTETS = 8;

    private Sources() {}

    /** The key of an address; of two in the same IPv6 network it is the same. */
    public static String key(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == 4
                ? address.getHostAddress()
                : HexFormat.of().formatHex(Arrays.copyOf(octets, NETWORK_OCTETS));
    }

    /** The key of an address as text; any other text is its own key. */
    public static String key(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int zone = address.indexOf('%');
        return IpLiteral.ipv6(zone < 0 ? address : address.substring(0, zone))
                .map(Sources::key)
                .orElse(address);
    }
}
