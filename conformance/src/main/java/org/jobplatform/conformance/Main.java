package org.jobplatform.conformance;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program: plays the suites, prints a line for each case and a table, and exits with 1 when a case went wrong. */
public final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(command(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine command(PrintWriter out) {
        return new CommandLine(new ConformanceCommand())
                .setOverwrittenOptionsAllowed(true)
                .setOut(out);
    }
}
