package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

/** What every {@link RunLog} keeps to. */
public interface RunLogContract extends StoredRuns {
    /** The logs; of the same storage as {@link #runs}. */
    RunLog log();

    @Test
    default void logShouldHoldItsLinesInTheOrderInWhichTheyCame() {
        RunId run = run("run");

        log().append(run, List.of(line("one"), line("two")));
        log().append(run, List.of());
        log().append(run, List.of(line("three")));

        assertThat(text(run))
                .isEqualTo(line("one").format() + "\n" + line("two").format() + "\n"
                        + line("three").format() + "\n");
    }

    @Test
    default void logShouldBeEmptyWhenTheRunSaidNothing() {
        RunId run = run("run");

        assertThat(log().size(run)).isZero();
        assertThat(log().read(run, 0, 100)).isEmpty();
        assertThat(log().startOfLast(run, 10)).isZero();
    }

    @Test
    default void logsShouldBeApartFromEachOther() {
        RunId one = run("one");
        RunId other = run("other");

        log().append(one, List.of(line("of one")));
        log().append(other, List.of(line("of the other")));

        assertThat(text(one)).isEqualTo(line("of one").format() + "\n");
    }

    @Test
    default void sizeShouldCountBytesOfUtf8() {
        RunId run = run("run");
        LogLine line = line("Grüße, 5 € für 𝄞");

        log().append(run, List.of(line));

        assertThat(log().size(run)).isEqualTo(line.format().getBytes(StandardCharsets.UTF_8).length + 1L);
        assertThat(text(run)).isEqualTo(line.format() + "\n");
    }

    @Test
    default void readShouldGiveWhatIsThereFromTheOffsetOn() {
        RunId run = run("run");
        log().append(run, List.of(line("first")));
        log().append(run, List.of(line("second")));
        byte[] all = log().read(run, 0, 1_000);

        for (int from = 0; from <= all.length; from++) {
            assertThat(log().read(run, from, 7)).isEqualTo(Slice.of(all, from, 7));
        }
        assertThat(log().read(run, all.length + 1L, 7)).isEmpty();
        assertThat(log().read(run, 5_000_000_000L, 7)).isEmpty();
    }

    @Test
    default void logShouldGrowLongWhenTheRunSaysMuch() {
        RunId run = run("run");
        String long1000 = "x".repeat(1_000);
        for (int i = 0; i < 30; i++) {
            log().append(
                            run,
                            IntStream.range(0, 100)
                                    .mapToObj(number -> line(long1000))
                                    .toList());
        }
        long lineLength = line(long1000).format().length() + 1L;

        assertThat(log().size(run)).isEqualTo(3_000 * lineLength);
        assertThat(log().startOfLast(run, 2_000)).isEqualTo(1_000 * lineLength);
        assertThat(new String(log().read(run, 2_500 * lineLength, (int) lineLength), StandardCharsets.UTF_8))
                .isEqualTo(line(long1000).format() + "\n");
    }

    @Test
    default void startOfLastShouldBeWhereTheLastLinesBegin() {
        RunId run = run("run");
        log().append(run, List.of(line("ä"), line("")));
        log().append(run, List.of(line("third")));
        long size = log().size(run);
        long third = line("third").format().length() + 1L;
        long second = line("").format().length() + 1L;

        assertThat(log().startOfLast(run, 0)).isEqualTo(size);
        assertThat(log().startOfLast(run, 1)).isEqualTo(size - third);
        assertThat(log().startOfLast(run, 2)).isEqualTo(size - third - second);
        assertThat(log().startOfLast(run, 3)).isZero();
        assertThat(log().startOfLast(run, 1_000)).isZero();
    }

    @Test
    default void linesShouldStayWholeAndTogetherWhenManyAppend() {
        RunId run = run("run");

        Race<Integer> race = Race.among(16, (number, line) -> {
            line.cross();
            for (int i = 0; i < 10; i++) {
                log().append(run, List.of(line(number + " a " + i), line(number + " b " + i)));
            }
            return number;
        });

        List<String> said =
                text(run).lines().map(LogLine::parse).map(LogLine::text).toList();
        assertThat(race.losses()).isEmpty();
        assertThat(said).hasSize(320);
        for (int number = 0; number < 16; number++) {
            String mine = number + " ";
            List<String> expected = IntStream.range(0, 10)
                    .boxed()
                    .flatMap(i -> List.of(mine + "a " + i, mine + "b " + i).stream())
                    .toList();
            assertThat(said).filteredOn(text -> text.startsWith(mine)).containsExactlyElementsOf(expected);
        }
    }

    private RunId run(String id) {
        return running(kept("job-of-" + id), id).id();
    }

    private String text(RunId run) {
        return new String(log().read(run, 0, Math.toIntExact(log().size(run))), StandardCharsets.UTF_8);
    }

    private static LogLine line(String text) {
        return new LogLine(NOW, LogSeverity.INFO, text);
    }
}
