package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.network.IpLiteral;

/**
 * Decides on every outbound HTTP connection, twice: when a caller gives a URL, as far as that can be known without resolving its
 * host, and before each connection, for the addresses the host has at that moment.
 */
public final class EgressGuard {

    private static final List<InetAddress> LOOPBACK = List.of(
            IpLiteral.address(new byte[] {127, 0, 0, 1}),
            IpLiteral.address(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));

    private final EgressPolicy policy;

    /** A guard that applies the policy. */
    public EgressGuard(EgressPolicy policy) {
        this.policy = policy;
    }

    /**
     * Judges a URL that a caller has just given. An address written out and {@code localhost} are judged now; any other name is
     * accepted and judged when it is resolved. Ports are 80, 443 and from 1024 on, and those the allow list names.
     *
     * @param text of any length and content
     */
    public UrlVerdict accept(String text) {
        UrlVerdict parsed = OutboundUrl.parse(text);
        if (parsed instanceof UrlVerdict.Accepted(OutboundUrl url)) {
            return refusalBeforeResolving(url)
                    .<UrlVerdict>map(UrlVerdict.Refused::new)
                    .orElse(parsed);
        }
        return parsed;
    }

    /**
     * Judges a URL that is about to be connected to. Every address must pass, or none is permitted. Of {@code localhost}, whose
     * IPv4 and IPv6 addresses are the same machine, those that pass are permitted. For an address written out in the URL only that
     * one counts.
     *
     * @param resolved what the URL's host resolves to now; may be empty
     */
    public EgressVerdict judge(OutboundUrl url, List<InetAddress> resolved) {
        Optional<String> refusal = refusalBeforeResolving(url);
        if (refusal.isPresent()) {
            return new EgressVerdict.Refused(refusal.get());
        }
        List<InetAddress> addresses =
                url.host() instanceof Host.Literal(InetAddress address) ? List.of(address) : resolved;
        boolean onePassIsEnough = url.host() instanceof Host.Name name && name.isLocalhost();
        return judgeAddresses(url, addresses, onePassIsEnough);
    }

    private EgressVerdict judgeAddresses(OutboundUrl url, List<InetAddress> addresses, boolean onePassIsEnough) {
        List<InetAddress> permitted = new ArrayList<>();
        Optional<String> firstRefusal = Optional.empty();
        for (InetAddress address : addresses) {
            Optional<String> refusal = refusal(address, url.port());
            if (refusal.isEmpty()) {
                permitted.add(address);
            } else if (firstRefusal.isEmpty()) {
                firstRefusal = refusal;
            }
        }
        String name = url.host().text();
        if (addresses.isEmpty()) {
            return new EgressVerdict.Refused("the host " + name + " resolves to no address");
        }
        boolean passed = onePassIsEnough ? !permitted.isEmpty() : firstRefusal.isEmpty();
        return passed
                ? new EgressVerdict.Permitted(permitted)
                : new EgressVerdict.Refused("the host " + name + " resolves to " + firstRefusal.orElseThrow());
    }

    private Optional<String> refusalBeforeResolving(OutboundUrl url) {
        int port = url.port();
        if (!isUsual(port) && !policy.allowed().names(port)) {
            return Optional.of("port " + port + " is not among the allowed ports 80, 443 and 1024 to 65535");
        }
        return switch (url.host()) {
            case Host.Literal(InetAddress address) ->
                refusal(address, port).map(reason -> "the host " + url.host().text() + " is " + reason);
            case Host.Name name
            when MetadataEndpoints.contain(name) ->
                Optional.of("the host " + name.text() + " is a cloud metadata service");
            case Host.Name name
            when name.isLocalhost() ->
                LOOPBACK.stream().anyMatch(address -> refusal(address, port).isEmpty())
                        ? Optional.empty()
                        : refusal(LOOPBACK.getFirst(), port).map(reason -> "the host " + name.text() + " is " + reason);
            case Host.Name name -> Optional.empty();
        };
    }

    private Optional<String> refusal(InetAddress address, int port) {
        if (!isUsual(port) && !policy.allowed().allowsByPort(address, port)) {
            return Optional.of("an address for which port " + port + " is not allowed");
        }
        return switch (policy.judge(address, port)) {
            case AddressVerdict.Permitted() -> Optional.empty();
            case AddressVerdict.Refused(String reason) -> Optional.of(reason);
        };
    }

    private static boolean isUsual(int port) {
        return port == 80 || port == 443 || port >= 1024;
    }
}
