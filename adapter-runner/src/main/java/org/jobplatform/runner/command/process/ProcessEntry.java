package org.jobplatform.runner.command.process;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of the process table as of the moment it was read.
 *
 * @param id which process
 * @param name the program's short name
 * @param parent the parent's number
 * @param group the process group
 * @param session the session, 0 when its leader is outside this PID namespace
 * @param onTerminal whether it has a controlling terminal
 * @param alive false for what has ended and only waits to be collected
 * @param stopped whether a signal holds it
 */
record ProcessEntry(
        ProcessId id,
        String name,
        long parent,
        long group,
        long session,
        boolean onTerminal,
        boolean alive,
        boolean stopped) {

    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int GROUP = 2;
    private static final int SESSION = 3;
    private static final int TERMINAL = 4;
    private static final int THREADS = 17;
    private static final int START_TIME = 19;

    /** Reads {@code /proc/<pid>/stat}; empty when the text is cut short. */
    static Optional<ProcessEntry> parse(byte[] stat) {
        String text = new String(stat, StandardCharsets.ISO_8859_1);
        int nameBegin = text.indexOf('(');
        // The name may hold blanks and brackets itself.
        int nameEnd = text.lastIndexOf(')');
        if (nameBegin < 1 || nameEnd < nameBegin) {
            return Optional.empty();
        }
        String[] fields = text.substring(nameEnd + 1).strip().split(" ", START_TIME + 2);
        if (fields.length <= START_TIME) {
            return Optional.empty();
        }
        return Optional.of(new ProcessEntry(
                new ProcessId(Long.parseLong(text.substring(0, nameBegin).strip()), Long.parseLong(fields[START_TIME])),
                text.substring(nameBegin + 1, nameEnd),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[GROUP]),
                Long.parseLong(fields[SESSION]),
                !fields[TERMINAL].equals("0"),
                isAlive(fields[STATE], Integer.parseInt(fields[THREADS])),
                fields[STATE].equalsIgnoreCase("T")));
    }

    /** A process whose first thread has ended looks like a zombie while its other threads go on. */
    private static boolean isAlive(String state, int threads) {
        return switch (state) {
            case "Z", "X", "x" -> threads > 1;
            default -> true;
        };
    }

    long pid() {
        return id.pid();
    }
}
