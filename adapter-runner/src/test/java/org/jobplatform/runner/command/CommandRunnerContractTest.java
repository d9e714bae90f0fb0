package org.jobplatform.runner.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.application.port.TaskRunnerContract;
import org.jobplatform.runner.command.process.ChildLauncher;
import org.jobplatform.runner.command.process.Confinement;
import org.jobplatform.runner.command.process.NodeMark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerContractTest implements TaskRunnerContract {
    /** Nobody else sleeps for so long in one step. */
    private static final String STEP = "0.2" + ProcessHandle.current().pid();

    @TempDir
    private Path temporary;

    private final NodeMark node = new NodeMark("node", UUID.randomUUID().toString());
    private CommandRunner runner;

    @BeforeEach
    void makeRunner() {
        runner = new CommandRunner(
                node,
                new ChildLauncher(Confinement.probe(), () -> true),
                temporary.resolve("work"),
                List.of(),
                System.getenv());
    }

    @Override
    public TaskRunner runner() {
        return runner;
    }

    @Override
    public Map<String, Object> completing() {
        return script("echo '::progress 40 working'; echo '::progress 20 still'; echo '::progress 90 nearly'");
    }

    @Override
    public Map<String, Object> failing() {
        return script("echo no >&2; exit 3");
    }

    @Override
    public Map<String, Object> enduring() {
        return script("trap 'exit 0' TERM; while true; do sleep " + STEP + "; done");
    }

    @Override
    public Map<String, Object> wrong() {
        return Map.of("argv", List.of("relative"), "colour", "red");
    }

    @Override
    public boolean isAtWork() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine())
                .flatMap(Optional::stream)
                .anyMatch(line -> line.contains("sleep " + STEP));
    }

    @Override
    public boolean isAllHeld() {
        List<String> states = ProcessHandle.allProcesses()
                .filter(process -> file(process, "environ").contains(node.node() + "/" + node.boot() + ":"))
                .map(process -> file(process, "stat"))
                .filter(stat -> !stat.isEmpty())
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3))
                .filter(state -> !state.equals("Z"))
                .toList();
        return !states.isEmpty() && states.stream().allMatch("T"::equals);
    }

    private static String file(ProcessHandle process, String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), name), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static Map<String, Object> script(String text) {
        return Map.of("argv", List.of("/bin/sh", "-c", text, "sh"));
    }
}
