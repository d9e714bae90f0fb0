package org.jobplatform.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.EgressVerdict;
import org.jobplatform.application.egress.Host;
import org.jobplatform.application.egress.OutboundUrl;
import org.jobplatform.application.egress.UrlVerdict;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;

/**
 * Delivers callbacks by HTTP/1.1 POST, on a connection of its own each, to addresses the egress guard has permitted for this very
 * attempt. Every request is signed as in the Standard Webhooks with the secrets of its project. Certificates are checked against the trust
 * store of the Java process. May be called from any number of threads.
 *
 * <p>An answer counts as soon as its status line and header fields have arrived; its body is read up to 64 KiB and thrown away.
 */
public final class HttpNotifier implements Notifier, AutoCloseable {

    private final EgressGuard guard;
    private final SigningSecrets secrets;
    private final InstantSource clock;
    private final HttpNotifierSettings settings;
    private final HostLookup lookup;
    private final CallbackClient client;

    /**
     * A notifier that is ready to deliver.
     *
     * @param clock tells receivers when an attempt was made, and what a date in {@code Retry-After} means; time-outs do not depend on it
     */
    public HttpNotifier(
            EgressGuard guard,
            HostResolver resolver,
            SigningSecrets secrets,
            InstantSource clock,
            HttpNotifierSettings settings) {
        this(guard, resolver, secrets, clock, settings, SSLContexts.createSystemDefault());
    }

    HttpNotifier(
            EgressGuard guard,
            HostResolver resolver,
            SigningSecrets secrets,
            InstantSource clock,
            HttpNotifierSettings settings,
            SSLContext tls) {
        this.guard = guard;
        this.secrets = secrets;
        this.clock = clock;
        this.settings = settings;
        this.lookup = new HostLookup(resolver, settings.resolve());
        this.client = new CallbackClient(settings, tls);
    }

    /** {@inheritDoc} An interrupted thread gets an answer at once and stays interrupted. */
    @Override
    public DeliveryResult deliver(Delivery delivery) {
        Deadline deadline = Deadline.after(settings.total());
        try {
            return switch (guard.accept(delivery.target().url().toString())) {
                case UrlVerdict.Refused(String reason) -> new DeliveryResult.Blocked(reason);
                case UrlVerdict.Accepted(OutboundUrl url) -> deliver(delivery, url, deadline);
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Unreachable("interrupted");
        }
    }

    private DeliveryResult deliver(Delivery delivery, OutboundUrl url, Deadline deadline) throws InterruptedException {
        try {
            return switch (guard.judge(url, addresses(url, deadline))) {
                case EgressVerdict.Refused(String reason) -> new DeliveryResult.Blocked(reason);
                case EgressVerdict.Permitted(List<InetAddress> addresses) ->
                    result(delivery, send(signed(delivery, url), addresses, deadline));
            };
        } catch (UnknownHostException unknown) {
            return new DeliveryResult.Unreachable("the host name does not resolve");
        } catch (TimeoutException late) {
            return new DeliveryResult.Unreachable("the host name did not resolve in time");
        }
    }

    private CallbackRequest signed(Delivery delivery, OutboundUrl url) {
        return new CallbackRequest(
                delivery, url, secrets.toSignWith(delivery.project()).valid(), clock.instant());
    }

    private List<InetAddress> addresses(OutboundUrl url, Deadline deadline)
            throws UnknownHostException, TimeoutException, InterruptedException {
        return switch (url.host()) {
            case Host.Literal(InetAddress address) -> List.of(address);
            case Host.Name(String name) -> lookup.find(name, deadline);
        };
    }

    private Exchange send(CallbackRequest request, List<InetAddress> addresses, Deadline deadline)
            throws InterruptedException {
        Exchange last = client.send(request, addresses.getFirst(), deadline);
        for (InetAddress address : addresses.subList(1, addresses.size())) {
            if (!(last instanceof Exchange.NotConnected)) {
                break;
            }
            last = client.send(request, address, deadline);
        }
        return last;
    }

    private DeliveryResult result(Delivery delivery, Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(int status, var ignored)
            when delivery.policy().confirms(status) -> new DeliveryResult.Confirmed(status);
            case Exchange.Answered(int status, var retryAfter) ->
                new DeliveryResult.Rejected(
                        status, retryAfter.flatMap(text -> RetryAfter.parse(text, clock.instant())));
            case Exchange.NotConnected(String reason) -> new DeliveryResult.Unreachable(reason);
            case Exchange.Failed(String reason) -> new DeliveryResult.Unreachable(reason);
        };
    }

    /** Connections that are open or being opened; for tests, which must see that none is forgotten. */
    int connectionsInUse() {
        return client.connectionsInUse();
    }

    /** Cuts the attempts that are under way; they end as unreachable, and so does every later one. */
    @Override
    public void close() {
        client.close();
        lookup.close();
    }
}
