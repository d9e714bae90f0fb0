package org.jobplatform.faults;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program: breaks, judges, prints one table, and exits with 1 when a row is bad. */
public final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(command(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine command(PrintWriter out) {
        return new CommandLine(new FaultsCommand())
                .setOverwrittenOptionsAllowed(true)
                .setOut(out);
    }
}
