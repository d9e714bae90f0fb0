package org.jobplatform.runner.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.runner.command.process.Child;
import org.jobplatform.runner.command.process.ChildLauncher;
import org.jobplatform.runner.command.process.Launch;
import org.jobplatform.runner.command.process.NodeMark;
import org.jobplatform.runner.command.process.RunMark;

/**
 * Starts a program for every attempt: without a shell, in a new folder of its own, with an environment made for it. What
 * it writes is its log, its reports and perhaps its content; its exit code decides how the run came out.
 */
public final class CommandRunner implements TaskRunner {

    private static final List<Path> PROGRAM_FOLDERS =
            List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/bin"));

    private final NodeMark node;
    private final ChildLauncher launcher;
    private final WorkFolders folders;
    private final AllowedPrograms allowed;
    private final CommandEnvironment environment;
    private final long logLimit;

    /**
     * Runs commands on a node.
     *
     * @param workFolder holds a folder for each attempt; belongs to this node alone and is made when needed
     * @param allowed absolute paths of the only programs that may be run; all may when it is empty
     * @param serverEnvironment gives commands their {@code PATH}, {@code LANG} and {@code TZ}, and nothing else
     */
    public CommandRunner(
            NodeMark node,
            ChildLauncher launcher,
            Path workFolder,
            List<Path> allowed,
            Map<String, String> serverEnvironment) {
        this(node, launcher, workFolder, allowed, serverEnvironment, CommandLog.LIMIT);
    }

    CommandRunner(
            NodeMark node,
            ChildLauncher launcher,
            Path workFolder,
            List<Path> allowed,
            Map<String, String> serverEnvironment,
            long logLimit) {
        this.node = node;
        this.launcher = launcher;
        this.folders = new WorkFolders(workFolder);
        this.allowed = new AllowedPrograms(allowed);
        this.environment = new CommandEnvironment(serverEnvironment);
        this.logLimit = logLimit;
    }

    /**
     * Deletes the folders that an earlier incarnation of this node has left. For the start of the server, when the
     * earlier one's processes have been ended.
     *
     * @throws IOException when the work folder cannot be read
     */
    public void clearWorkFolder() throws IOException {
        folders.clear();
    }

    @Override
    public String kind() {
        return CommandSettings.KIND;
    }

    @Override
    public List<Problem> validate(Map<String, Object> settings) {
        return CommandSettings.read(settings, allowed).problems();
    }

    /**
     * Makes a relative {@code argv[0]} absolute: a file in the folder, or else, when it is a mere name, the system's
     * program of that name.
     */
    @Override
    public Map<String, Object> resolve(Map<String, Object> settings, Path folder) {
        if (!(settings.get("argv") instanceof List<?> argv)
                || argv.isEmpty()
                || !(argv.getFirst() instanceof String program)
                || program.isBlank()
                || program.startsWith("/")
                || ArgumentTemplate.hasPlaces(program)) {
            return settings;
        }
        List<Object> absolute = new ArrayList<>(argv);
        try {
            absolute.set(0, locate(program, folder.toAbsolutePath()).toString());
        } catch (InvalidPathException e) {
            return settings;
        }
        Map<String, Object> resolved = new LinkedHashMap<>(settings);
        resolved.put("argv", absolute);
        return resolved;
    }

    private static Path locate(String program, Path folder) {
        Path beside = folder.resolve(program).normalize();
        if (program.contains("/") || Files.exists(beside)) {
            return beside;
        }
        return PROGRAM_FOLDERS.stream()
                .map(place -> place.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(beside);
    }

    @Override
    public boolean acceptsRows(Map<String, Object> settings) {
        return CommandSettings.read(settings, allowed).settings().rows();
    }

    @Override
    public boolean canPause() {
        return true;
    }

    @Override
    public RunOutcome run(RunContext context) throws InterruptedException {
        CommandSettings.Reading reading = CommandSettings.read(context.settings(), allowed);
        if (!reading.problems().isEmpty()) {
            return new RunOutcome.Failed("the job cannot be run: " + reading.problems());
        }
        CommandSettings settings = reading.settings();
        List<String> program;
        try {
            program = ArgumentTemplate.fill(
                    settings.arguments(), context.run().request().parameters());
        } catch (IllegalArgumentException e) {
            return new RunOutcome.Failed(String.valueOf(e.getMessage()));
        }
        Path executable = Path.of(program.getFirst());
        if (!Files.isRegularFile(executable) || !Files.isExecutable(executable)) {
            return new RunOutcome.Failed(
                    executable + (Files.exists(executable) ? " is no program" : " does not exist"));
        }
        if (context.stopRequested().isPresent()) {
            return new RunOutcome.Stopped("before the command was started");
        }
        return carryOut(context, settings, program);
    }

    private RunOutcome carryOut(RunContext context, CommandSettings settings, List<String> program)
            throws InterruptedException {
        try (WorkFolder folder = folders.create(context.run());
                ContentKeeper content = new ContentKeeper(settings.content(), folder)) {
            Child child = start(context.run(), settings, program, folder);
            return new CommandAttempt(context, child, content, logLimit).carryOut();
        } catch (IOException e) {
            return new RunOutcome.Failed("the command cannot be run: " + e.getMessage());
        }
    }

    private Child start(Run run, CommandSettings settings, List<String> program, WorkFolder folder) throws IOException {
        return launcher.start(new Launch(
                program,
                environment.of(run, settings, folder.work()),
                folder.work(),
                new RunMark(node, run.id().value(), run.attempt())));
    }
}
