package org.jobplatform.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.bootstrap.settings.SettingKey;
import picocli.CommandLine.Command;

/** {@code demo}: a whole server on a scratch folder, and one run from its start to its confirmed callback. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts a server on a scratch folder, runs an example job through the Informatica dialect, shows its"
                        + " progress, receives its callback, shows its result, and cleans up.")
final class DemoCommand implements Callable<Integer> {
    private static final String PASSWORD = new RandomIds().secret();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("job.platform.home", "."));
        Path jobs = home.resolve("examples/jobs");
        if (!Files.isDirectory(jobs)) {
            throw new StartFailure("the example jobs are missing: " + jobs);
        }
        try (ScratchFolder scratch = ScratchFolder.make("job-platform-demo");
                CallbackReceiver receiver = CallbackReceiver.start()) {
            Server server = Server.start(settings(scratch.path(), jobs, receiver));
            try {
                new DemoStory(server.address(), receiver, PASSWORD, System.out).tell();
            } finally {
                server.stop();
            }
        }
        return 0;
    }

    /** Nothing of the caller's own settings: a demonstration must not touch a real server's data. */
    private static ServerSettings settings(Path scratch, Path jobs, CallbackReceiver receiver) {
        Map<SettingKey, String> flags = Map.of(
                SettingKey.HTTP_PORT,
                "0",
                SettingKey.DATA_DIR,
                scratch.toString(),
                SettingKey.JOBS_DIR,
                jobs.toString(),
                SettingKey.ADMIN_PASSWORD,
                PASSWORD,
                SettingKey.CALLBACK_ALLOW,
                "127.0.0.1/32:" + receiver.port());
        return ServerSettings.read(flags, Map.of(), Optional.empty());
    }
}
