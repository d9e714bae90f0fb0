package org.jobplatform.bootstrap;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jobplatform.application.execution.DeliverCallbacks;
import org.jobplatform.application.execution.Dispatcher;
import org.jobplatform.application.execution.HearAnnouncements;
import org.jobplatform.application.execution.KeepLease;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.execution.ReapLostRuns;
import org.jobplatform.application.execution.RetainRuns;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.execution.Step;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.execution.WatchLiveRuns;
import org.jobplatform.application.execution.WriteBehind;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.ContinueChains;
import org.jobplatform.application.usecase.DeleteOldSessions;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.bootstrap.wiring.AccountModule;
import org.jobplatform.bootstrap.wiring.CallbackModule;
import org.jobplatform.bootstrap.wiring.CoreModule;
import org.jobplatform.bootstrap.wiring.NodeModule;
import org.jobplatform.bootstrap.wiring.PersistenceModule;
import org.jobplatform.bootstrap.wiring.RestModule;
import org.jobplatform.bootstrap.wiring.RunnerModule;
import org.jobplatform.callback.HttpNotifier;
import org.jobplatform.persistence.Database;
import org.jobplatform.rest.nativeapi.NativeApi;
import org.jobplatform.rest.server.RestServer;
import org.jobplatform.rest.server.TlsKeys;
import org.jobplatform.runner.command.CommandRunner;
import org.jobplatform.runner.command.process.Confinement;
import org.jobplatform.runner.command.process.Guard;
import org.jobplatform.runner.command.process.OrphanSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server: what is started in order, and stopped in the opposite order. */
final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final URI address;

    private Server(ServerSettings given) {
        try {
            address = boot(withPort(given));
        } catch (RuntimeException failed) {
            stop();
            throw StartFailure.of(failed);
        }
    }

    private URI boot(ServerSettings settings) {
        Optional<TlsKeys> tls = settings.tls().map(files -> new TlsKeys(files.keystore(), files.passwordFile()));
        DataFolder folder = opened(DataFolder.open(settings.dataDir()));
        RandomIds ids = new RandomIds();
        Injector parts = Guice.createInjector(
                Server::strictly,
                new NodeModule(settings, ids, folder.nodeId(ids)),
                new CoreModule(),
                new AccountModule(),
                new PersistenceModule(
                        DatabasePlace.of(settings, folder, ids),
                        SecretsKey.seal(settings.secretsKeyFile(), folder, ids)),
                new CallbackModule(),
                new RunnerModule(folder.path().resolve("work")),
                new RestModule(tls));
        Database database = opened(parts.getInstance(Database.class));
        opened(parts.getInstance(ExecutorService.class)::shutdownNow);
        opened(parts.getInstance(HttpNotifier.class));
        new FirstAdmin(parts.getInstance(UserStore.class), parts.getInstance(AdministerUsers.class), ids, folder)
                .createWhenMissing(settings);
        takeProcesses(parts);
        applyJobs(parts, settings);
        joinAndLoop(parts, settings);
        tls.ifPresent(keys -> loop("tls", () -> reload(keys), TEN_SECONDS, new Signal()));
        URI reachable = listen(parts.getInstance(RestServer.class), settings);
        opened(parts.getInstance(NativeApi.class)::endStreams);
        opened(gracefulStop(parts, settings)::stop);
        describe(settings, database, parts.getInstance(Confinement.class));
        log.info(
                "Serving {} as {}",
                reachable,
                parts.getInstance(Membership.class).owner());
        return reachable;
    }

    private static void describe(ServerSettings settings, Database database, Confinement confinement) {
        log.info("Storage: {}", database.description());
        log.info("Processes of commands: {}", confinement.method().sentence());
        log.info(
                "Access: nothing but the logins and the health checks is open; requests travel {}",
                settings.tls().isPresent() ? "by TLS" : "in clear text");
        if (settings.tls().isEmpty() && settings.httpInsecure()) {
            log.warn("http.insecure is set: whoever is on the way can read credentials, unless a proxy speaks TLS");
        }
        log.info(
                "Callbacks: to public addresses{}",
                settings.callbackAllowText().map(text -> " and " + text).orElse(""));
        if (System.getProperty("user.name").equals("root")) {
            log.warn("The server runs as root, and so does every command that a job names");
        }
    }

    private static void strictly(Binder binder) {
        binder.requireExplicitBindings();
        binder.requireExactBindingAnnotations();
        binder.disableCircularProxies();
    }

    private URI listen(RestServer rest, ServerSettings settings) {
        rest.start();
        opened(() -> rest.stop(LAST_ANSWERS));
        return address(settings.tls().isPresent() ? "https" : "http", rest.address());
    }

    private static GracefulStop gracefulStop(Injector parts, ServerSettings settings) {
        return new GracefulStop(
                parts.getInstance(Membership.class),
                parts.getInstance(LiveRuns.class),
                parts.getInstance(DeliverCallbacks.class),
                settings.nodeDrain());
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @throws StartFailure when its operator can mend what keeps it from starting
     */
    static Server start(ServerSettings settings) {
        return new Server(settings);
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    /** Takes on nothing new, lets running work end as the settings say, and closes everything. */
    void stop() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
        log.info("Stopped");
    }

    private void takeProcesses(Injector parts) {
        parts.getInstance(OrphanSweep.class).sweep().forEach(survivor -> log.warn("An orphan lives on: {}", survivor));
        try {
            parts.getInstance(CommandRunner.class).clearWorkFolder();
        } catch (IOException unusable) {
            throw new StartFailure("the folder for the work of runs cannot be used", unusable);
        }
        Guard guard = opened(parts.getInstance(Guard.class));
        loop("guard", () -> beat(guard), SECOND, new Signal());
    }

    private static boolean reload(TlsKeys keys) {
        keys.reload();
        return false;
    }

    private static boolean beat(Guard guard) {
        guard.beat();
        return false;
    }

    private void applyJobs(Injector parts, ServerSettings settings) {
        JobFolder jobs = new JobFolder(parts.getInstance(ApplyJob.class), parts.getInstance(TaskRunners.class));
        settings.jobsDir().ifPresent(jobs::apply);
    }

    private void joinAndLoop(Injector parts, ServerSettings settings) {
        Signal work = parts.getInstance(PartKeys.WORK_SIGNAL);
        Signal callbacks = parts.getInstance(PartKeys.CALLBACK_SIGNAL);
        KeepLease lease = parts.getInstance(KeepLease.class);
        lease.join();
        opened(lease::leave);
        parts.getInstance(Announcements.class).listen(parts.getInstance(HearAnnouncements.class));
        loop("lease", lease, SECOND, new Signal());
        loop("write-behind", parts.getInstance(WriteBehind.class), Duration.ofMillis(250), new Signal());
        loop("watch", parts.getInstance(WatchLiveRuns.class), HALF_A_SECOND, parts.getInstance(PartKeys.WATCH_SIGNAL));
        loop("reap", parts.getInstance(ReapLostRuns.class), HALF_A_SECOND, new Signal());
        DeliverCallbacks deliver = parts.getInstance(DeliverCallbacks.class);
        opened(new Loop("callbacks", deliver, deliver::rest, callbacks)).start();
        loop("chains", parts.getInstance(ContinueChains.class), SECOND, parts.getInstance(PartKeys.CHAIN_SIGNAL));
        loop("sessions", parts.getInstance(DeleteOldSessions.class), Duration.ofMinutes(10), new Signal());
        loop("retention", parts.getInstance(RetainRuns.class), Duration.ofMinutes(10), new Signal());
        if (settings.nodeWorkers() > 0) {
            loop("dispatch", parts.getInstance(Dispatcher.class), SECOND, work);
        }
    }

    private void loop(String name, Step step, Duration interval, Signal wake) {
        opened(new Loop(name, step, () -> interval, wake)).start();
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            log.warn("A part could not be closed", failed);
        }
    }

    /** The egress guard must know the server's own port, so any free one is chosen before anything is made. */
    static ServerSettings withPort(ServerSettings settings) {
        if (settings.httpPort() != 0) {
            return settings;
        }
        try (ServerSocket free = new ServerSocket()) {
            free.bind(new InetSocketAddress(InetAddress.getByName(settings.httpHost()), 0));
            return settings.withHttpPort(free.getLocalPort());
        } catch (IOException refused) {
            throw new StartFailure("no port of " + settings.httpHost() + " can be listened at", refused);
        }
    }

    private static URI address(String scheme, InetSocketAddress bound) {
        String host = bound.getHostString();
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
    }
}
