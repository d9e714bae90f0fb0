package org.jobplatform.rest.server;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainerProvider;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: Jersey on Grizzly, each request on a virtual thread of its own, behind a gate that judges headers and
 * collects bodies first. Start it once; a stopped server is not started again.
 */
public final class RestServer {
    /** Request property that holds the sender's address as text, without a port. */
    public static final String CLIENT_ADDRESS = "org.jobplatform.client.address";

    // Held strongly, else their levels are forgotten.
    private static final List<Logger> NOISE = List.of(
            // Warns of every instance that is registered as what it is.
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"),
            // Warns, with a stack trace, of every client that leaves before its answer; failures are logged by us.
            Logger.getLogger("org.glassfish.grizzly.http.server.HttpHandler"));

    private final RestServerSettings settings;
    private final Errors errors;
    private final GrizzlyHttpContainer jersey;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor deadlines;
    private final HttpServer server = new HttpServer();
    private final NetworkListener listener;

    /**
     * A server that is not listening yet.
     *
     * @param dialects every prefix at most once; a path under none is answered in plain text
     * @param components instances of resources, filters and other JAX-RS providers
     */
    public RestServer(RestServerSettings settings, Collection<ServedDialect> dialects, Collection<?> components) {
        NOISE.forEach(logger -> logger.setLevel(Level.SEVERE));
        this.settings = settings;
        ServedDialects known = new ServedDialects(dialects);
        this.errors = new Errors(known);
        this.jersey = new GrizzlyHttpContainerProvider()
                .createContainer(GrizzlyHttpContainer.class, application(known, components));
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("http-deadlines").daemon().factory());
        deadlines.setRemoveOnCancelPolicy(true);
        this.listener = listener();
        server.addListener(listener);
    }

    private ResourceConfig application(ServedDialects known, Collection<?> components) {
        ResourceConfig application = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true)
                .register(new ErrorMapper(errors))
                .register(new JsonFieldsReader(known))
                .register(new HeadRequests())
                .register(new LiveOutputs())
                .register(new JacksonJsonProvider(StrictJson.mapper(JsonRules.STRICT)));
        requireOneOfAClass(components);
        components.forEach(application::register);
        return application;
    }

    private NetworkListener listener() {
        NetworkListener made = new NetworkListener("http", settings.host(), settings.port());
        made.setMaxRequestHeaders(settings.limits().headers());
        made.getFileCache().setEnabled(false);
        made.getKeepAlive().setIdleTimeoutInSeconds((int) settings.idleTimeout().toSeconds());
        made.getKeepAlive().setMaxRequestsCount(-1);
        made.setDefaultErrorPageGenerator(this::errorPage);
        settings.tls().ifPresent(contexts -> {
            made.setSecure(true);
            made.setSSLEngineConfig(new TlsEngines(contexts));
        });
        TCPNIOTransport transport = made.getTransport();
        transport.setSelectorRunnersCount(1);
        transport.setWorkerThreadPool(requests);
        made.registerAddOn(new FrontDoor(settings, errors, deadlines, jersey));
        return made;
    }

    private String errorPage(
            Request request, int status, String reason, String description, @Nullable Throwable cause) {
        RequestFacts facts = new RequestFacts(request.getMethod().getMethodString(), request.getRequestURI(), "", "");
        ErrorBody body = status == 503
                ? errors.refused(
                        facts, Refusal.later(503, "The server is stopping.", Duration.ofSeconds(5)), Optional.empty())
                : errors.unexpected(facts, cause == null ? new IllegalStateException(description) : cause);
        request.getResponse().setContentType(body.mediaType());
        request.getResponse().setCharacterEncoding("UTF-8");
        body.headers().forEach(request.getResponse()::setHeader);
        return body.text();
    }

    /**
     * Listens.
     *
     * @throws UncheckedIOException when the address cannot be bound
     */
    public void start() {
        try {
            jersey.start();
            server.start();
        } catch (IOException refused) {
            stop(Duration.ZERO);
            throw new UncheckedIOException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + refused.getMessage(),
                    refused);
        }
    }

    /** Where it listens, with the port that was chosen when 0 was asked for; after {@link #start()}. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getHost(), listener.getPort());
    }

    /** Takes no more requests, lets those under way end within the grace, and closes every connection. */
    public void stop(Duration grace) {
        try {
            if (!grace.isZero()) {
                server.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS).get(grace.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            // What is still under way is cut below.
        } finally {
            server.shutdownNow();
            deadlines.shutdownNow();
            requests.shutdownNow();
            jersey.destroy();
        }
    }

    /** Of a second one JAX-RS would only say in its log that it is left out. */
    private static void requireOneOfAClass(Collection<?> components) {
        Set<Class<?>> classes = new HashSet<>();
        for (Object component : components) {
            if (!classes.add(component.getClass())) {
                throw new IllegalArgumentException("two components are of " + component.getClass());
            }
        }
    }
}
