package org.jobplatform.rest.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jobplatform.application.network.Cidr;

/**
 * What the server is told.
 *
 * @param host address or name to bind
 * @param port 0 (any free one) to 65535
 * @param allowedHosts names a {@code Host} header may carry, without port, IPv6 in brackets; compared in lower case
 * @param pageHosts names of hosts whose web pages may send requests that change something, besides pages of this server
 * @param proxies whose word on the client's address, scheme and host is taken
 * @param tls asked for each connection; with it only TLS 1.2 and 1.3 are spoken
 * @param limits sizes and counts
 * @param idleTimeout 1 s to 1 h: how long a connection may wait for its first or next complete request header
 * @param bodyDeadline how long a request body may take in all, from the end of its header
 */
public record RestServerSettings(
        String host,
        int port,
        Set<String> allowedHosts,
        Set<String> pageHosts,
        List<Cidr> proxies,
        Optional<Supplier<SSLContext>> tls,
        Limits limits,
        Duration idleTimeout,
        Duration bodyDeadline) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Refuses values that make no server.
     *
     * @throws IllegalArgumentException naming every one of them
     */
    public RestServerSettings {
        List<String> problems = new ArrayList<>();
        if (host.isBlank()) {
            problems.add("host is empty");
        }
        if (port < 0 || port > 65_535) {
            problems.add("port must be between 0 and 65535");
        }
        if (allowedHosts.isEmpty()) {
            problems.add("allowedHosts is empty, every request would be refused");
        }
        if (idleTimeout.compareTo(Duration.ofSeconds(1)) < 0 || idleTimeout.compareTo(Duration.ofHours(1)) > 0) {
            problems.add("idleTimeout must be between 1 second and 1 hour");
        }
        if (bodyDeadline.isNegative() || bodyDeadline.isZero()) {
            problems.add("bodyDeadline must be positive");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        allowedHosts = lower(allowedHosts);
        pageHosts = lower(pageHosts);
        proxies = List.copyOf(proxies);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Plain HTTP on this address with the standard limits, for the loopback names, the address itself and these names. */
    public static RestServerSettings standard(String host, int port, Set<String> moreHosts) {
        String bound = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        Set<String> hosts = Stream.of(LOOPBACK, Set.of(bound), moreHosts)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        return new RestServerSettings(
                host,
                port,
                hosts,
                moreHosts,
                List.of(),
                Optional.empty(),
                Limits.STANDARD,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }

    /** These, with these limits. */
    public RestServerSettings with(Limits other) {
        return new RestServerSettings(
                host, port, allowedHosts, pageHosts, proxies, tls, other, idleTimeout, bodyDeadline);
    }

    /** These, behind these proxies. */
    public RestServerSettings behind(List<Cidr> trusted) {
        return new RestServerSettings(
                host, port, allowedHosts, pageHosts, trusted, tls, limits, idleTimeout, bodyDeadline);
    }

    /** These, with TLS by these keys. */
    public RestServerSettings secured(Supplier<SSLContext> keys) {
        return new RestServerSettings(
                host, port, allowedHosts, pageHosts, proxies, Optional.of(keys), limits, idleTimeout, bodyDeadline);
    }

    /**
     * Sizes in bytes, and counts.
     *
     * @param body of one request
     * @param bodiesInFlight of all bodies that are being collected; beyond it a request is answered with 503
     * @param url path and query
     * @param headerBlock names and values of all header fields
     * @param headers header fields of one request
     * @param connections open at once; a further one is closed
     * @param connectionsOfSource open at once from one source
     * @param crowds addresses behind which many clients are: their connections count for the total alone
     * @param requestsOfSource in a second from one client address, refused with 429 beyond; 0 for any number
     */
    public record Limits(
            int body,
            long bodiesInFlight,
            int url,
            int headerBlock,
            int headers,
            int connections,
            int connectionsOfSource,
            List<Cidr> crowds,
            int requestsOfSource) {
        /**
         * 1 MiB bodies, 256 MiB of them at once, URLs of 4 KiB, 100 headers in 8 KiB, 10,000 connections from anywhere, any
         * number of requests.
         */
        public static final Limits STANDARD =
                new Limits(1 << 20, 256L << 20, 4096, 8192, 100, 10_000, 10_000, List.of(), 0);

        /** These, with other numbers of connections and requests. */
        public Limits with(int total, int ofSource, List<Cidr> crowded, int perSecondOfSource) {
            return new Limits(
                    body, bodiesInFlight, url, headerBlock, headers, total, ofSource, crowded, perSecondOfSource);
        }

        /**
         * Refuses limits that let nothing through.
         *
         * @throws IllegalArgumentException when one is not positive
         */
        public Limits {
            if (body < 1
                    || bodiesInFlight < body
                    || url < 1
                    || headerBlock < 1
                    || headers < 1
                    || connections < 1
                    || connectionsOfSource < 1
                    || requestsOfSource < 0) {
                throw new IllegalArgumentException("limits must be positive, and bodiesInFlight at least body");
            }
        }
    }
}
