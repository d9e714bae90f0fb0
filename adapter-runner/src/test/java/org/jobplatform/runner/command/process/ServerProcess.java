package org.jobplatform.runner.command.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program that does what a server does with its guard: beats, and starts one command. Arguments: confinement, boot,
 * folder and the command.
 */
final class ServerProcess {

    private ServerProcess() {}

    public static void main(String[] arguments) throws Exception {
        NodeMark node = new NodeMark("node", arguments[1]);
        try (Guard guard = new Guard(node, Duration.ofMillis(1_500))) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    guard.beat();
                    Pause.of(Duration.ofMillis(200));
                }
            });
            Confinement confinement = arguments[0].equals("PROCESS_SCAN") ? Confinement.scan() : Confinement.probe();
            Child child = new ChildLauncher(confinement, () -> guard.awaitAlive(Duration.ofSeconds(20)))
                    .start(new Launch(
                            List.of(arguments).subList(3, arguments.length),
                            Map.of("PATH", "/usr/bin:/bin"),
                            Path.of(arguments[2]),
                            new RunMark(node, "run", 1)));
            child.waitFor(Duration.ofDays(1));
        }
    }
}
