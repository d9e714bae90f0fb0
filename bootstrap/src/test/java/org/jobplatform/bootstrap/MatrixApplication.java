package org.jobplatform.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.JobDraft;
import org.jobplatform.application.usecase.MakeApiKey;
import org.jobplatform.application.usecase.Precondition;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.application.usecase.UserDraft;
import org.jobplatform.application.usecase.WriteUser;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.bootstrap.settings.SettingKey;
import org.jobplatform.bootstrap.wiring.AccountModule;
import org.jobplatform.bootstrap.wiring.CallbackModule;
import org.jobplatform.bootstrap.wiring.CoreModule;
import org.jobplatform.bootstrap.wiring.NodeModule;
import org.jobplatform.bootstrap.wiring.PersistenceModule;
import org.jobplatform.bootstrap.wiring.RestModule;
import org.jobplatform.bootstrap.wiring.RunnerModule;
import org.jobplatform.callback.HttpNotifier;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.persistence.Database;
import org.jobplatform.rest.access.AccessControl;
import org.jobplatform.rest.access.Route;
import org.jobplatform.rest.server.RestServer;

/**
 * The parts of a real server that carries no run out, with a key for each role everywhere, one of another project, and some
 * that are worth nothing; and in the project Sales a job {@code matrix} with a run that waits and one that has ended.
 */
final class MatrixApplication implements AutoCloseable {
    /** Of an administrator of another project. */
    static final String FOREIGN = "foreign";

    /** Expired, revoked, unknown, and of a disabled user. */
    static final List<String> WORTHLESS = List.of("expired", "revoked", "unknown", "disabled");

    private final DataFolder folder;
    private final Injector parts;
    private final RestServer server;
    private final Map<String, String> keys = new HashMap<>();
    private final RunNumber ended;
    private final AtomicInteger sent = new AtomicInteger();

    MatrixApplication(Path data) {
        Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
        flags.put(SettingKey.DATA_DIR, data.toString());
        flags.put(SettingKey.HTTP_PORT, "0");
        flags.put(SettingKey.NODE_WORKERS, "0");
        ServerSettings settings = Server.withPort(ServerSettings.read(flags, Map.of(), Optional.empty()));
        RandomIds ids = new RandomIds();
        folder = DataFolder.open(settings.dataDir());
        parts = Guice.createInjector(
                new NodeModule(settings, ids, folder.nodeId(ids)),
                new CoreModule(),
                new AccountModule(),
                new PersistenceModule(
                        DatabasePlace.of(settings, folder, ids),
                        SecretsKey.seal(settings.secretsKeyFile(), folder, ids)),
                new CallbackModule(),
                new RunnerModule(folder.path().resolve("work")),
                new RestModule(Optional.empty()));
        Principal admin = makeKeys();
        ended = makeRuns(admin);
        server = parts.getInstance(RestServer.class);
        server.start();
    }

    private Principal makeKeys() {
        parts.getInstance(AdministerUsers.class).createFirst("the admin's password", "the-own-key-of-the-matrix");
        Principal admin = parts.getInstance(Credentials.class).authenticate("the-own-key-of-the-matrix", "");
        for (Role role : Role.values()) {
            keys.put(role.name(), key(role.name(), Grants.everywhere(role), admin));
        }
        keys.put(FOREIGN, key(FOREIGN, Grants.in(new ProjectPath("Ops"), Role.ADMIN), admin));
        keys.put(
                "unknown",
                "jp_0123456789abcdef_" + parts.getInstance(IdSource.class).secret());
        for (String user : List.of("expired", "revoked", "disabled")) {
            keys.put(user, key(user, Grants.everywhere(Role.ADMIN), admin));
        }
        UserStore users = parts.getInstance(UserStore.class);
        ApiKeyStore stored = parts.getInstance(ApiKeyStore.class);
        users.named("disabled")
                .ifPresent(user -> users.change(user.id(), found -> found.withGrants(found.grants(), true)));
        users.named("revoked")
                .ifPresent(user -> stored.of(user.id()).forEach(key -> stored.delete(user.id(), key.id())));
        users.named("expired")
                .ifPresent(user -> stored.of(user.id())
                        .forEach(key -> stored.save(new ApiKey(
                                key.id(),
                                key.name(),
                                key.keyHash(),
                                user.id(),
                                key.createdAt(),
                                new KeyLimits(Optional.empty(), Optional.of(key.createdAt())),
                                Optional.empty()))));
        return admin;
    }

    private String key(String user, Grants grants, Principal admin) {
        WriteUser write = new WriteUser(
                parts.getInstance(UserStore.class),
                parts.getInstance(Credentials.class),
                parts.getInstance(PasswordHasher.class),
                parts.getInstance(IdSource.class),
                parts.getInstance(InstantSource.class));
        write.write(new UserDraft(user, grants, Optional.of(new NewPassword("a long password")), false), admin);
        MakeApiKey make = new MakeApiKey(
                parts.getInstance(UserStore.class),
                parts.getInstance(ApiKeyStore.class),
                parts.getInstance(IdSource.class),
                parts.getInstance(InstantSource.class));
        return make.make(user, "matrix", KeyLimits.NONE, admin).token();
    }

    private RunNumber makeRuns(Principal admin) {
        JobDefinition definition = new JobDefinition(
                new ProjectPath("Sales"),
                new JobName("Matrix"),
                new JobType("MTT"),
                Optional.empty(),
                new RunnerConfiguration("noop", Map.of()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                RetryPolicy.NONE,
                OnLost.END);
        JobId job = new JobId("matrix");
        parts.getInstance(ApplyJob.class)
                .apply(
                        new JobDraft(Optional.of(job), Optional.of(new FederatedId("matrix-federated")), definition),
                        new Precondition.None(),
                        admin);
        StartRun start = parts.getInstance(StartRun.class);
        for (String id : List.of("waiting", "ended")) {
            start.start(new StartCommand(
                    job,
                    Optional.of(new RunId(id)),
                    Optional.empty(),
                    StartOptions.DEFAULT,
                    false,
                    new Caller(Dialect.NATIVE, admin, "")));
        }
        return parts.getInstance(StopRun.class)
                .stop(new RunId("ended"), StopMode.NOW, "to have ended", admin)
                .number();
    }

    List<Route> routes() {
        return parts.getInstance(AccessControl.class).routes();
    }

    /** The key that is called so. */
    String key(String name) {
        return Objects.requireNonNull(keys.get(name), name);
    }

    /**
     * An answer.
     *
     * @param status the one that its words stand for, where a dialect answers errors with 200
     */
    record Answer(int status, String body) {
        static Answer of(String text) {
            String body = text.substring(text.indexOf("\r\n\r\n") + 4);
            int status = Integer.parseInt(text.split(" ", 3)[1]);
            return new Answer(status == 200 && body.startsWith("{\"status\":\"error\"") ? meaning(body) : status, body);
        }

        private static int meaning(String error) {
            if (error.contains("apiKey parameter is required") || error.contains("apiKey is not valid")) {
                return 401;
            }
            return error.contains("apiKey does not allow") ? 403 : 400;
        }
    }

    /** Sends exactly this path, from an address of its own, with the credential wherever a dialect may look for one. */
    Answer send(String method, String path, String body, Optional<String> credential) {
        String hash = credential
                .filter(key -> path.contains("/icweb.dll/"))
                .map(key -> (path.contains("?") ? "&" : "?") + "hash=" + key)
                .orElse("");
        String request = method + " " + path.replace("${ended}", ended.toString()) + hash + " HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\nAccept: */*\r\n"
                + credential
                        .map(key -> "Authorization: Bearer " + key + "\r\nicSessionId: " + key + "\r\n")
                        .orElse("")
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
                + (method.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n")
                + "\r\n" + body;
        try (Socket socket = new Socket()) {
            // Whoever fails often from one address has to wait.
            int number = sent.incrementAndGet();
            socket.bind(new InetSocketAddress(
                    InetAddress.ofLiteral("127.1." + number / 250 + "." + (number % 250 + 1)), 0));
            socket.connect(server.address());
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return Answer.of(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(Duration.ZERO);
        parts.getInstance(HttpNotifier.class).close();
        parts.getInstance(ExecutorService.class).shutdownNow();
        parts.getInstance(Database.class).close();
        folder.close();
    }
}
