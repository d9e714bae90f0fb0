package org.jobplatform.bootstrap;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.bootstrap.settings.SettingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: a server until it is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves until SIGTERM or SIGINT, then drains: no new starts, running work may end.",
            "Prints one line, ready URL, on standard output when it answers.",
            "Every setting may also stand in the environment (http.port as JOB_PLATFORM_HTTP_PORT) or in the file."
        })
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--host", paramLabel = "HOST", description = "address to listen at (http.host, 127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "port to listen at, 0 for any (http.port, 8080)")
    private @Nullable String port;

    @Option(names = "--data", paramLabel = "DIR", description = "folder for everything that lasts (data.dir, ./data)")
    private @Nullable String data;

    @Option(names = "--jobs", paramLabel = "DIR", description = "folder of job definitions to apply (jobs.dir)")
    private @Nullable String jobs;

    @Option(names = "--config", paramLabel = "FILE", description = "settings file, lines of key = value")
    private @Nullable Path config;

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = ServerSettings.read(flags(), System.getenv(), Optional.ofNullable(config));
        CountDownLatch stopped = new CountDownLatch(1);
        Server server = Server.start(settings);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    server.stop();
                    stopped.countDown();
                }));
        System.out.println("ready " + server.address());
        stopped.await();
        return 0;
    }

    private Map<SettingKey, String> flags() {
        Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
        put(flags, SettingKey.HTTP_HOST, host);
        put(flags, SettingKey.HTTP_PORT, port);
        put(flags, SettingKey.DATA_DIR, data);
        put(flags, SettingKey.JOBS_DIR, jobs);
        return flags;
    }

    private static void put(Map<SettingKey, String> flags, SettingKey key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
