package org.jobplatform.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Opens connections to addresses that are known already, and lets an {@link AttemptContext} end its own. Cancelling a request is not
 * enough: when a connection comes about very fast, the client mixes up what there is to cancel, and leaves it open.
 */
final class CallbackConnections extends PoolingAsyncClientConnectionManager {

    /** More than deliveries are ever under way, so that none waits for another's connection. */
    private static final int MOST_CONNECTIONS = 10_000;

    CallbackConnections(Timeout connect, TlsStrategy tls) {
        super(
                RegistryBuilder.<TlsStrategy>create()
                        .register(URIScheme.HTTPS.getId(), tls)
                        .build(),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                null,
                new Unresolved());
        setMaxTotal(MOST_CONNECTIONS);
        setDefaultMaxPerRoute(MOST_CONNECTIONS);
        setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(connect).build());
        setDefaultTlsConfig(TlsConfig.custom()
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .setHandshakeTimeout(connect)
                .build());
    }

    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        Future<AsyncConnectionEndpoint> connecting =
                super.connect(endpoint, initiator, timeout, attachment, context, callback);
        if (context instanceof AttemptContext attempt) {
            attempt.connected(() -> disconnect(endpoint, connecting));
        }
        return connecting;
    }

    /** Does nothing when the client has done so before. */
    private void disconnect(AsyncConnectionEndpoint endpoint, Future<AsyncConnectionEndpoint> connecting) {
        connecting.cancel(true);
        endpoint.close(CloseMode.IMMEDIATE);
        release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
    }

    /** Makes sure that no name is resolved behind the guard's back. */
    private static final class Unresolved implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}
