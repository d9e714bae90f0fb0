package org.jobplatform.bootstrap;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server's program: {@code serve}, {@code demo}, {@code cluster}, {@code admin reset}. */
@Command(
        name = "job-platform",
        description = "Starts, stops, watches and reports runs of jobs over REST.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ClusterCommand.class,
            AdminCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    Main() {
        this.spec = CommandSpec.create();
    }

    /** Runs a command and ends the process: 0 when all went well, 1 when it failed, 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(new FailureReport())
                .execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
