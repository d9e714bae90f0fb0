package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

class LogBufferTest {
    private static final RunId RUN = new RunId("run");

    private final World world = new World();
    private final Outages outages = new Outages();
    private final RunLog log = outages.reach(RunLog.class, world.storage.log());
    private final LogBuffer buffer = buffer(LoggingLevel.MEDIUM, log);

    private LogBuffer buffer(LoggingLevel level, RunLog to) {
        return new LogBuffer(RUN, level, to, world.time);
    }

    @Test
    void linesShouldBeKeptAsTheyWereWhenTheTextHoldsSeveral() {
        buffer.add(LogSeverity.INFO, "one\r\ntwo\n\nthree\0four\rfive");
        buffer.add(LogSeverity.INFO, "");
        buffer.add(LogSeverity.DEBUG, "left out");

        assertThat(buffer.flush()).isTrue();
        assertThat(text().lines().map(line -> line.substring(line.indexOf("INFO") + 5)))
                .containsExactly("one", "two", "", "three\uFFFDfour", "five", "");
    }

    @Test
    void nothingShouldBeWrittenWhenNothingIsNew() {
        assertThat(buffer.flush()).isTrue();
        buffer(LoggingLevel.NONE, log).add(LogSeverity.ERROR, "left out");

        assertThat(outages.calls()).isEmpty();
    }

    @Test
    void linesShouldWaitWhenTheStoreIsOutOfReach() {
        outages.begin();
        buffer.add(LogSeverity.INFO, "patient");
        assertThat(buffer.flush()).isFalse();
        outages.end();

        assertThat(buffer.flush()).isTrue();
        assertThat(text()).contains("patient");
    }

    @Test
    void storeShouldNotBeTriedWithEveryLineWhenItIsOutOfReach() {
        outages.begin();
        for (int line = 0; line < 10_000; line++) {
            buffer.add(LogSeverity.INFO, "x".repeat(60));
        }

        assertThat(outages.calls().size()).isBetween(2, 20);
    }

    @Test
    void droppedLinesShouldBeSaidInTheLogWhenTooManyWait() {
        outages.begin();
        for (int line = 0; line < 50; line++) {
            buffer.add(LogSeverity.INFO, "x".repeat(100_000));
        }
        outages.end();

        assertThat(buffer.flush()).isTrue();
        assertThat(text().lines()).hasSize(43);
        assertThat(text()).endsWith("WARNING 8 lines were dropped while they could not be kept\n");
    }

    @Test
    void runShouldNotBeKeptFromEndingWhenTheStoreRefusesItsLines() {
        RunLog refusing = (RunLog) Proxy.newProxyInstance(
                RunLog.class.getClassLoader(), new Class<?>[] {RunLog.class}, (proxy, method, arguments) -> {
                    throw new IllegalArgumentException("not this");
                });
        LogBuffer doomed = buffer(LoggingLevel.MEDIUM, refusing);
        doomed.add(LogSeverity.INFO, "bad");

        assertThat(doomed.flush()).isTrue();
    }

    private String text() {
        return new String(world.storage.log().read(RUN, 0, Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }
}
