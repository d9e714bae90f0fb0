package org.jobplatform.runner.command.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How the processes of a run are kept together, so that all of them can be ended.
 *
 * <p>Every program gets a session of its own. Where this process may do it (root, or {@code CAP_SYS_ADMIN}), it also gets
 * a PID namespace, whose end takes everything in it along, even a daemon that left its session, its parents and its
 * environment. An unprivileged user could reach the same through a user namespace, but in that one set-user-id programs
 * ({@code sudo}, {@code ping}, {@code su}) lose their rights and files of other users belong to nobody: programs would
 * fail there that work on the command line. So without the privilege the processes are searched for instead.
 */
public final class Confinement {

    /** The ways to keep processes together. */
    public enum Method {
        /** The kernel ends all of a run's processes at once. */
        PID_NAMESPACE(
                "each command has a PID namespace and a session of its own; ending it ends every process it started"),
        /** The processes are searched for in the process table. */
        PROCESS_SCAN(
                "processes of a command are found by mark, descent, session and folder; a daemon that hides from all"
                        + " four can escape (start the server with CAP_SYS_ADMIN for PID namespaces)");

        private final String sentence;

        Method(String sentence) {
            this.sentence = sentence;
        }

        /** What it is worth, for the log at start. */
        public String sentence() {
            return sentence;
        }
    }

    private static final Path SHELL = Path.of("/bin/sh");
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    // The shell's text is fixed: the program and its arguments are positional parameters and never parsed.
    private static final String EXECUTE = "umask 077; exec \"$@\"";

    // As the first process of a namespace the shell collects orphans while it waits; when it ends, all others are
    // killed.
    // The program stays in the foreground, or the shell would make it ignore interrupts. It is started from a subshell
    // because what the shell itself says about a signal must not get among the program's errors.
    private static final String FIRST_PROCESS =
            "trap : TERM INT HUP QUIT; umask 077; exec 3>&2 2>/dev/null; (exec \"$@\" 2>&3 3>&-); exit $?";

    private static final int PROBE_ANSWER = 42;
    private static final int PROBE_SECONDS = 10;

    private final Method method;
    private final List<String> prefix;

    private Confinement(Method method, List<String> prefix) {
        this.method = method;
        this.prefix = prefix;
    }

    /** Finds out, by doing it once, what this process may do. Takes some ten milliseconds. */
    public static Confinement probe() {
        Optional<Confinement> namespace = tool("unshare").map(Confinement::namespace);
        return namespace.filter(Confinement::works).orElseGet(Confinement::scan);
    }

    /** The way that needs no privilege. */
    public static Confinement scan() {
        return new Confinement(Method.PROCESS_SCAN, join(session(), List.of(SHELL.toString(), "-c", EXECUTE, "job")));
    }

    private static Confinement namespace(Path unshare) {
        return new Confinement(
                Method.PID_NAMESPACE,
                join(
                        session(),
                        List.of(
                                unshare.toString(),
                                "--pid",
                                "--fork",
                                "--kill-child=KILL",
                                "--mount-proc",
                                "--propagation",
                                "slave",
                                "--",
                                SHELL.toString(),
                                "-c",
                                FIRST_PROCESS,
                                "job")));
    }

    /** Which way it is. */
    public Method method() {
        return method;
    }

    /** What starts the program given by an absolute path and its arguments. */
    List<String> command(List<String> program) {
        return join(prefix, program);
    }

    /** What makes a program the leader of a session of its own; nothing where the system has no such tool. */
    static List<String> session() {
        return tool("setsid").map(path -> List.of(path.toString())).orElse(List.of());
    }

    private static boolean works(Confinement confinement) {
        String question = "[ $$ = 2 ] && [ -d /proc/2 ] && exit " + PROBE_ANSWER;
        try {
            Process probe = new ProcessBuilder(confinement.command(List.of(SHELL.toString(), "-c", question)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            probe.destroyForcibly();
            return ended && probe.exitValue() == PROBE_ANSWER;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Path> tool(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> join(List<String> begin, List<String> end) {
        return Stream.concat(begin.stream(), end.stream()).toList();
    }
}
