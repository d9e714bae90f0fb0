package org.jobplatform.runner.command.process;

/**
 * A process that was still alive when the time for ending it was over.
 *
 * @param pid the process number
 * @param command the command line, or the name in brackets where the line cannot be read
 */
public record Survivor(long pid, String command) {

    @Override
    public String toString() {
        return pid + " " + command;
    }
}
