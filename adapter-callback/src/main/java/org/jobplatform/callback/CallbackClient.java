package org.jobplatform.callback;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client that does one request on one connection and nothing of its own accord: it follows, repeats, decodes, remembers and
 * resolves nothing, and asks no proxy.
 */
final class CallbackClient implements AutoCloseable {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADER_FIELDS = 200;

    private final CallbackConnections connections;
    private final CloseableHttpAsyncClient client;
    private final LateCloser lateCloser;
    private final Duration patience;
    private final Map<AttemptContext, Future<?>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    CallbackClient(HttpNotifierSettings settings, SSLContext tls) {
        patience = settings.total();
        lateCloser = new LateCloser(settings.total());
        connections = new CallbackConnections(Timeout.of(settings.connect()), tlsStrategy(tls));
        client = HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                // Also forgets the routes of connections that are closed, which would add up.
                .evictExpiredConnections()
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(LONGEST_LINE)
                        .setMaxHeaderCount(MOST_HEADER_FIELDS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setIoSessionDecorator(this::bounded)
                .setUserAgent("Job-Platform")
                .setThreadFactory(new DefaultThreadFactory("callback", true))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .build();
        client.start();
    }

    private IOSession bounded(IOSession session) {
        lateCloser.watch(session);
        return BoundedSession.around(session);
    }

    private static TlsStrategy tlsStrategy(SSLContext tls) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(tls)
                // Without a verifier the asynchronous client leaves host names to the SSL engine, but never tells it
                // so.
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                .buildAsync();
    }

    /** Sends the request to one address, and is back by the deadline. */
    Exchange send(CallbackRequest request, InetAddress address, Deadline deadline) throws InterruptedException {
        AnswerConsumer consumer = new AnswerConsumer();
        AttemptContext context = new AttemptContext();
        Future<?> exchange =
                client.execute(request.receiverAt(address), request.producer(), consumer, null, context, null);
        underWay.put(context, exchange);
        try {
            if (closed) {
                exchange.cancel(true);
            }
            exchange.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            return answerOr(consumer, new Exchange.Failed("no answer"));
        } catch (TimeoutException late) {
            return answerOr(consumer, new Exchange.Failed("no answer within " + patience.toSeconds() + " s"));
        } catch (ExecutionException failed) {
            return answerOr(consumer, NetworkFault.of(failed));
        } catch (CancellationException cut) {
            return answerOr(consumer, new Exchange.Failed("the notifier is closed"));
        } finally {
            exchange.cancel(true);
            context.end();
            underWay.remove(context);
        }
    }

    private static Exchange answerOr(AnswerConsumer consumer, Exchange otherwise) throws InterruptedException {
        if (consumer.answer().isPresent()) {
            return consumer.answer().get();
        }
        // An interrupt also fails what the client is about to do on this thread.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return otherwise;
    }

    /** Connections that are open or being opened. */
    int connectionsInUse() {
        return connections.getTotalStats().getLeased();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        closed = true;
        // The client would leave their callers waiting.
        underWay.values().forEach(exchange -> exchange.cancel(true));
        client.close(CloseMode.IMMEDIATE);
        lateCloser.close();
    }
}
