package org.jobplatform.rest.starfish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Run;

/** What runs have left in their logs: of each as many lines as its logging level keeps. */
final class RunLogText {
    /** Most of one log that is shown, in bytes; of a longer one the last lines are. */
    static final int LONGEST = 128 * 1024;

    private final RunQueries runs;
    private final Principal who;

    /** The logs as they are shown to somebody. */
    RunLogText(RunQueries runs, Principal who) {
        this.runs = runs;
        this.who = who;
    }

    /** The logs one after the other. */
    String of(List<Run> chain) {
        return chain.stream()
                .filter(run -> run.request().loggingLevel() != LoggingLevel.NONE)
                .map(this::of)
                .collect(Collectors.joining());
    }

    private String of(Run run) {
        long size = runs.logSize(run, who);
        if (size <= LONGEST) {
            return new String(read(run, 0, size), StandardCharsets.UTF_8);
        }
        long from = size - LONGEST;
        byte[] last = read(run, from, size);
        int line = 0;
        while (line < last.length && last[line++] != '\n') {
            // On to the first line that is whole.
        }
        return new String(last, line, last.length - line, StandardCharsets.UTF_8);
    }

    private byte[] read(Run run, long from, long to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) (to - from));
        while (from + bytes.size() < to) {
            byte[] piece = runs.readLog(run, from + bytes.size(), (int) (to - from - bytes.size()), who);
            if (piece.length == 0) {
                break;
            }
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }
}
