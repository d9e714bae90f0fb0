package org.jobplatform.application.egress;

import java.net.InetAddress;

/**
 * Where this server itself takes connections. A server bound to all addresses of its machine names each of them, and the
 * unspecified address for the loopback ones.
 *
 * @param address an address of this machine, or the unspecified address
 * @param port 1 to 65535
 */
public record ListenAddress(InetAddress address, int port) {

    /** Refuses a port outside 1 to 65535. */
    public ListenAddress {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is outside 1 to 65535");
        }
    }

    boolean answersAt(InetAddress target, int targetPort) {
        return port == targetPort
                && (address.equals(target) || (address.isAnyLocalAddress() && target.isLoopbackAddress()));
    }
}
