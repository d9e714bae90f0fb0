package org.jobplatform.rest.informatica;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunState;

/** What a run that has ended has left in its log, as the two downloads of this dialect. */
final class RunLogs {
    private final RunQueries runs;

    RunLogs(RunQueries runs) {
        this.runs = runs;
    }

    /** The whole log as a zip archive of one file, which may be empty. @throws TaskRefusal when the run was to keep no log */
    StreamingOutput sessionLog(Run run, Principal who) {
        if (run.request().loggingLevel() == LoggingLevel.NONE) {
            throw new TaskRefusal(ErrorCode.NO_SESSION_LOG);
        }
        return output -> writeZip(run, who, output);
    }

    /** Why the run ended as it did, if not well, and the errors in its log. */
    StreamingOutput errorLog(Run run, Principal who) {
        return output -> writeErrors(run, who, output);
    }

    /** The name of the session log as a file, without its extension. */
    static String name(Run run) {
        return "sessionLog_" + run.number();
    }

    private void writeZip(Run run, Principal who, OutputStream output) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
                RunLogStream log = new RunLogStream(runs, run, who)) {
            ZipEntry entry = new ZipEntry(name(run) + ".log");
            run.endedAt().ifPresent(end -> entry.setTime(end.toEpochMilli()));
            zip.putNextEntry(entry);
            log.transferTo(zip);
            zip.closeEntry();
        }
    }

    private void writeErrors(Run run, Principal who, OutputStream output) throws IOException {
        if (run.state() instanceof RunState.Ended ended && !ended.message().isEmpty()) {
            write(output, ended.message());
        }
        try (BufferedReader log =
                new BufferedReader(new InputStreamReader(new RunLogStream(runs, run, who), StandardCharsets.UTF_8))) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                String[] parts = line.split(" ", 3);
                if (parts.length > 1 && parts[1].equals(LogSeverity.ERROR.name())) {
                    write(output, line);
                }
            }
        }
    }

    private static void write(OutputStream output, String line) throws IOException {
        output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
