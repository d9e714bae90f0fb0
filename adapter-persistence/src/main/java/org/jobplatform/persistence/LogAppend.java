package org.jobplatform.persistence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.RunId;

/** Lines for the end of a run's log; its caller is told how many bytes they are. */
final class LogAppend extends Change<Integer> {
    private final String run;
    private final byte[] bytes;

    LogAppend(RunId run, List<LogLine> lines) {
        this.run = run.value();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.format()).append('\n'));
        this.bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    String run() {
        return run;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    String route() {
        return run;
    }
}
