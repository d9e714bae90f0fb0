package org.jobplatform.bootstrap;

import java.io.PrintWriter;
import java.util.Optional;
import org.jobplatform.bootstrap.settings.BadSettings;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says on standard error why a command failed: in a few words what its user can mend, in full what is a fault of ours. */
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case BadSettings bad -> {
                err.println("job-platform: the settings are wrong; nothing was started");
                bad.problems().forEach(problem -> err.println("  " + problem));
                yield CommandLine.ExitCode.USAGE;
            }
            case StartFailure failed -> {
                err.println("job-platform: " + failed.getMessage());
                Optional.ofNullable(failed.getCause()).ifPresent(cause -> err.println("  " + cause.getMessage()));
                yield CommandLine.ExitCode.SOFTWARE;
            }
            default -> throw failure;
        };
    }
}
