package org.jobplatform.rest.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpBrokenContent;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.jobplatform.application.limit.Rate;
import org.jobplatform.application.limit.Sources;

/**
 * Lets a request through to Jersey once its header is judged and its body is here in full. Nothing waits meanwhile: each
 * piece of a body is one short visit, so thousands of slow senders cost memory within the limits and no thread.
 */
final class RequestGate extends BaseFilter {
    /** How long a refused sender is listened to, so that it reads the answer before the connection breaks. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final Attribute<Intake> intakes =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestGate.class.getName());
    private final AtomicLong inFlight = new AtomicLong();
    private final RestServerSettings settings;
    private final RequestRules rules;
    private final TrustedProxies proxies;
    private final Optional<Rate> rate;
    private final Refuser refuser;
    private final ScheduledExecutorService deadlines;

    RequestGate(RestServerSettings settings, Refuser refuser, ScheduledExecutorService deadlines) {
        this.settings = settings;
        this.rules = new RequestRules(settings);
        this.proxies = new TrustedProxies(settings.proxies());
        int perSecond = settings.limits().requestsOfSource();
        this.rate = perSecond == 0 ? Optional.empty() : Optional.of(new Rate(perSecond, System::nanoTime));
        this.refuser = refuser;
        this.deadlines = deadlines;
    }

    /**
     * Told by the codec as soon as a header is read: the codec itself would keep the header of a chunked request to itself
     * until the first chunk is there.
     *
     * @param arrived bytes of the body, or of what follows the request, that came with the header
     */
    void headerRead(HttpRequestPacket request, int arrived) {
        Connection<?> connection = request.getConnection();
        if (intakes.get(connection) != null) {
            return; // What follows a refused request is not looked at.
        }
        InetAddress client = proxies.client(request);
        request.setAttribute(RestServer.CLIENT_ADDRESS, client.getHostAddress());
        Optional<Refusal> refusal = hasty(client).or(() -> rules.judge(request));
        if (refusal.isPresent()) {
            Intake intake = new Intake(inFlight);
            intakes.set(connection, intake);
            if (intake.settle()) {
                refuse(request, refusal.get());
            }
        } else if (request.isExpectContent() && (request.isChunked() || request.getContentLength() > arrived)) {
            await(request);
        }
    }

    @Override
    public NextAction handleRead(FilterChainContext ctx) throws IOException {
        HttpContent content = ctx.getMessage();
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        Intake intake = intakes.get(ctx.getConnection());
        if (intake == null && content.isLast() && !(content instanceof HttpBrokenContent)) {
            return ctx.getInvokeAction();
        }
        return take(ctx, intake == null ? await(request) : intake, content, request);
    }

    private NextAction take(FilterChainContext ctx, Intake intake, HttpContent content, HttpRequestPacket request) {
        if (content instanceof HttpBrokenContent) {
            // Its reader has answered already and closes the connection.
            intake.settle();
            return ctx.getStopAction();
        }
        int size = intake.add(content.getContent());
        if (size > settings.limits().body()) {
            return refuse(ctx, intake, content, rules.tooLarge());
        }
        if (inFlight.get() > settings.limits().bodiesInFlight()) {
            return refuse(
                    ctx,
                    intake,
                    content,
                    Refusal.later(503, "Too many large requests at once.", Duration.ofSeconds(1)));
        }
        if (!content.isLast()) {
            return ctx.getStopAction();
        }
        byte[] body = intake.complete();
        if (body == null) {
            ctx.getConnection().closeSilently();
            return ctx.getStopAction();
        }
        intakes.remove(ctx.getConnection());
        ctx.setMessage(HttpContent.builder(request)
                .content(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body))
                .last(true)
                .build());
        return ctx.getInvokeAction();
    }

    private Optional<Refusal> hasty(InetAddress client) {
        return rate.flatMap(known -> known.take(Sources.key(client)))
                .map(wait -> Refusal.later(429, "There are too many requests.", wait));
    }

    private Intake await(HttpRequestPacket request) {
        Intake intake = new Intake(inFlight);
        Connection<?> connection = request.getConnection();
        intakes.set(connection, intake);
        intake.endBefore(deadlines.schedule(
                () -> {
                    if (intake.settle()) {
                        refuse(request, Refusal.of(408, "The body took too long."));
                    }
                },
                settings.bodyDeadline().toMillis(),
                TimeUnit.MILLISECONDS));
        if (request.requiresAcknowledgement()) {
            Buffer go = Buffers.wrap(
                    MemoryManager.DEFAULT_MEMORY_MANAGER, "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
            connection.write(go, new EmptyCompletionHandler<>());
            request.getResponse().acknowledged();
        }
        return intake;
    }

    private NextAction refuse(FilterChainContext ctx, Intake intake, HttpContent content, Refusal refusal) {
        if (intake.settle()) {
            refuse((HttpRequestPacket) content.getHttpHeader(), refusal);
        }
        if (content.isLast()) {
            ctx.getConnection().closeSilently();
        }
        return ctx.getStopAction();
    }

    private void refuse(HttpRequestPacket request, Refusal refusal) {
        refuser.refuse(request, refusal);
        Connection<?> connection = request.getConnection();
        var _ = deadlines.schedule(connection::closeSilently, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public NextAction handleClose(FilterChainContext ctx) throws IOException {
        Intake intake = intakes.remove(ctx.getConnection());
        if (intake != null) {
            intake.settle();
        }
        return ctx.getInvokeAction();
    }
}
