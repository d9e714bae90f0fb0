package org.jobplatform.rest.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jobplatform.application.network.Cidr;
import org.jobplatform.application.network.IpLiteral;

/**
 * Tells whom a request comes from. What {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} say counts when it comes
 * from a trusted proxy, and is taken out of the request otherwise; {@code Forwarded} (RFC 7239) never counts.
 */
final class TrustedProxies {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";

    private final List<Cidr> proxies;

    TrustedProxies(List<Cidr> proxies) {
        this.proxies = proxies;
    }

    /** The address of the client, after which the request has the scheme and host that the client used. */
    InetAddress client(HttpRequestPacket request) {
        InetAddress peer = ((InetSocketAddress) request.getConnection().getPeerAddress()).getAddress();
        MimeHeaders headers = request.getHeaders();
        if (!isTrusted(peer)) {
            headers.removeHeader(FORWARDED_FOR);
            headers.removeHeader(FORWARDED_PROTO);
            headers.removeHeader(FORWARDED_HOST);
            return peer;
        }
        last(headers, FORWARDED_PROTO)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .ifPresent(scheme -> {
                    if (scheme.equals("https") || scheme.equals("http")) {
                        request.setSecure(scheme.equals("https"));
                    }
                });
        last(headers, FORWARDED_HOST)
                .ifPresent(host -> headers.setValue(Header.Host).setString(host));
        return client(peer, values(headers, FORWARDED_FOR));
    }

    /** Each proxy appends whom it was asked by, so the last one that is no proxy of ours is the first not to be believed. */
    private InetAddress client(InetAddress peer, List<String> hops) {
        InetAddress client = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = address(hop);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get();
            if (!isTrusted(client)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    /** Some proxies write the port too: {@code 203.0.113.7:4711}, {@code [2001:db8::1]:4711}. */
    private static Optional<InetAddress> address(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? Optional.empty() : IpLiteral.ipv6(hop.substring(1, end));
        }
        int colon = hop.indexOf(':');
        if (colon >= 0 && colon == hop.lastIndexOf(':')) {
            return IpLiteral.ipv4(hop.substring(0, colon));
        }
        return colon < 0 ? IpLiteral.ipv4(hop) : IpLiteral.ipv6(hop);
    }

    private static Optional<String> last(MimeHeaders headers, String name) {
        List<String> values = values(headers, name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /** The elements of all fields of this name, in their order. */
    private static List<String> values(MimeHeaders headers, String name) {
        List<String> values = new ArrayList<>();
        for (String field : headers.values(name)) {
            for (String value : field.split(",", -1)) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
