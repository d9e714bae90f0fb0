package org.jobplatform.rest.nativeapi;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Role;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.server.RestServer;

/** A platform that speaks the native API, with a client that may write jobs. Runs wait until the test ends them. */
final class NativeApiFixture implements AutoCloseable {
    /** What a client may at most wait. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RestFixture platform = new RestFixture(new NativeCallbackFormat());
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final NativeApi api;
    private final RestServer server;
    private final NativeClient editor;

    NativeApiFixture() {
        this(EventStreams.Rules.STANDARD);
    }

    NativeApiFixture(EventStreams.Rules streams) {
        api = new NativeApi(
                new NativeApi.UseCases(
                        platform.jobs(),
                        platform.applyJob(),
                        platform.deleteJob(),
                        platform.runs(),
                        platform.start(),
                        platform.stop(),
                        platform.pause(),
                        platform.resume(),
                        platform.explain(),
                        platform.await(),
                        platform.callbacks(),
                        platform.redeliver(),
                        platform.callbackSecrets(),
                        platform.retention(),
                        platform.follow(),
                        new NativeApi.Accounts(
                                platform.credentials(),
                                platform.users(),
                                platform.writeUser(),
                                platform.deleteUser(),
                                platform.keys(),
                                platform.makeKey(),
                                platform.revokeKey(),
                                platform.changePassword())),
                LONGEST_WAIT,
                ready::get,
                streams);
        server = platform.serve(List.of(api.dialect()), api.components(), List.of(api.credentials()));
        editor = client(Role.EDITOR);
    }

    RestFixture platform() {
        return platform;
    }

    /** The client that may write jobs. */
    NativeClient api() {
        return editor;
    }

    /** A client whose user is called like its role. */
    NativeClient client(Role role) {
        String name = ValueText.lower(role);
        platform.addUser(name, "the password", role);
        return new NativeClient(
                server,
                platform.credentials()
                        .logIn(name, "the password", Duration.ofMinutes(30), "")
                        .token());
    }

    /** A client of a user of this name with these grants. */
    NativeClient client(String name, Grants grants) {
        platform.addUser(name, "the password", grants);
        return holding(platform.credentials()
                .logIn(name, "the password", Duration.ofMinutes(30), "")
                .token());
    }

    /** A client with this credential. */
    NativeClient holding(String token) {
        return new NativeClient(server, token);
    }

    /** A client whose credential nobody knows. */
    NativeClient stranger() {
        return new NativeClient(server, "unknown");
    }

    /** The API that is served. */
    NativeApi served() {
        return api;
    }

    /** Where it is served. */
    RestServer server() {
        return server;
    }

    void notReady() {
        ready.set(false);
    }

    /** Makes a job of this id, named like it. */
    void job(String id) {
        NativeClient.Answer made = editor.put("jobs/" + id, "{'name':'" + id + "','runner':'noop'}");
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
    }

    @Override
    public void close() {
        editor.close();
        platform.close();
    }
}
