package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jobplatform.application.network.Cidr;

/**
 * One entry of an {@link AllowList}.
 *
 * @param cidr the addresses
 * @param port the only port, 1 to 65535; absent for all
 */
record AllowedRange(Cidr cidr, OptionalInt port) {

    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static AllowedRange parse(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            if (end < 0) {
                throw new IllegalArgumentException("the closing bracket is missing");
            }
            return checked(text.substring(1, end), text.substring(end + 1));
        }
        int colon = text.indexOf(':');
        boolean portFollows = colon >= 0 && colon == text.lastIndexOf(':');
        return portFollows ? checked(text.substring(0, colon), text.substring(colon)) : checked(text, "");
    }

    boolean allows(InetAddress address, int wanted) {
        return cidr.contains(address) && (port.isEmpty() || names(wanted));
    }

    boolean names(int wanted) {
        return port.isPresent() && port.getAsInt() == wanted;
    }

    private static AllowedRange checked(String cidrText, String colonAndPort) {
        Cidr cidr = Cidr.parse(cidrText);
        AddressScope scope = AddressScope.of(cidr.network());
        boolean single = cidr.prefix() == 8 * cidr.network().getAddress().length;
        if (single && !scope.isAllowable()) {
            throw new IllegalArgumentException(scope.description() + " cannot be allowed");
        }
        return new AllowedRange(cidr, port(colonAndPort));
    }

    private static OptionalInt port(String colonAndPort) {
        if (colonAndPort.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = colonAndPort.substring(1);
        if (colonAndPort.charAt(0) != ':' || !PORT.matcher(digits).matches() || Integer.parseInt(digits) > 65535) {
            throw new IllegalArgumentException("the port is not a number from 1 to 65535");
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}
