package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.Set;

/**
 * Which addresses outbound connections may reach: public ones and what the allow list adds. Never this server itself, a metadata
 * service, or an address that is not for one receiver.
 *
 * @param allowed what the operator has opened
 * @param own where this server listens
 */
public record EgressPolicy(AllowList allowed, Set<ListenAddress> own) {

    /** Copies the set. */
    public EgressPolicy {
        own = Set.copyOf(own);
    }

    /**
     * Judges one address that is about to be connected to.
     *
     * @param port 1 to 65535; any, since which ports are usual depends on the protocol
     */
    public AddressVerdict judge(InetAddress address, int port) {
        AddressScope scope = AddressScope.of(address);
        if (own.stream().anyMatch(listen -> listen.answersAt(address, port))) {
            return new AddressVerdict.Refused("this server's own address");
        }
        boolean permitted = scope == AddressScope.GLOBAL || (scope.isAllowable() && allowed.allows(address, port));
        return permitted ? new AddressVerdict.Permitted() : new AddressVerdict.Refused(scope.description());
    }
}
