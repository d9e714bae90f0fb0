package org.jobplatform.rest.starfish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jobplatform.application.usecase.CallbackLogs;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Run;

/** What runs have left in their logs: of each as many lines as its logging level keeps. */
final class RunLogText {
    /** Most of one log that is shown, in bytes; of a longer one the last lines are. */
    static final int LONGEST = 128 * 1024;

    private final Source source;

    RunLogText(Source source) {
        this.source = source;
    }

    /** Where the logs come from. */
    interface Source {
        long size(Run run);

        byte[] read(Run run, long offset, int length);
    }

    /** Those that are shown to somebody. */
    static RunLogText of(RunQueries runs, Principal who) {
        return new RunLogText(new Source() {
            @Override
            public long size(Run run) {
                return runs.logSize(run, who);
            }

            @Override
            public byte[] read(Run run, long offset, int length) {
                return runs.readLog(run, offset, length, who);
            }
        });
    }

    /** Those that callbacks tell of. */
    static RunLogText of(CallbackLogs logs) {
        return new RunLogText(new Source() {
            @Override
            public long size(Run run) {
                return logs.size(run);
            }

            @Override
            public byte[] read(Run run, long offset, int length) {
                return logs.read(run, offset, length);
            }
        });
    }

    /** The logs one after the other. */
    String of(List<Run> chain) {
        return chain.stream()
                .filter(run -> run.request().loggingLevel() != LoggingLevel.NONE)
                .map(this::of)
                .collect(Collectors.joining());
    }

    private String of(Run run) {
        long size = source.size(run);
        if (size <= LONGEST) {
            return new String(read(run, 0, size), StandardCharsets.UTF_8);
        }
        long from = size - LONGEST;
        byte[] last = read(run, from, size);
        int line = 0;
        while (line < last.length && last[line++] != '\n') {
            // On to the first line that is whole.
        }
        return "(the first " + (from + line) + " bytes are left out)\n"
                + new String(last, line, last.length - line, StandardCharsets.UTF_8);
    }

    private byte[] read(Run run, long from, long to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) (to - from));
        while (from + bytes.size() < to) {
            byte[] piece = source.read(run, from + bytes.size(), (int) (to - from - bytes.size()));
            if (piece.length == 0) {
                break;
            }
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }
}
