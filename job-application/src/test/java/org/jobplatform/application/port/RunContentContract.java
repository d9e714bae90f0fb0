package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

/** What every {@link RunContent} keeps to. */
public interface RunContentContract extends StoredRuns {
    /** What runs left; of the same storage as {@link #runs}. */
    RunContent content();

    @Test
    default void saveShouldKeepTheBytesAndDescribeThem() throws IOException {
        Run run = running(kept("job"), "run");
        byte[] bytes = "a,b\n1,€\n".getBytes(StandardCharsets.UTF_8);

        ContentDescription description = content().save(run, "text/csv", "größe.csv", stream(bytes));

        assertThat(description)
                .isEqualTo(new ContentDescription(
                        "text/csv", "größe.csv", bytes.length, InMemoryRunContent.sha256(bytes)));
        assertThat(content().read(run.id(), 1, 0, 100)).isEqualTo(bytes);
    }

    @Test
    default void saveShouldKeepNoBytesWhenThereAreNone() throws IOException {
        Run run = running(kept("job"), "run");

        ContentDescription description = content().save(run, "text/plain", "empty", stream(new byte[0]));

        assertThat(description.size()).isZero();
        assertThat(content().read(run.id(), 1, 0, 100)).isEmpty();
    }

    @Test
    default void readShouldGiveEveryPartOfMuchContent() throws IOException {
        Run run = running(kept("job"), "run");
        byte[] bytes = new byte[3_000_000];
        new Random(4711).nextBytes(bytes);
        ContentDescription description = content().save(run, "application/zip", "a.zip", stream(bytes));

        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] part = content().read(run.id(), 1, 0, 700_001);
        while (part.length > 0 && read.size() < 10_000_000) {
            read.writeBytes(part);
            part = content().read(run.id(), 1, read.size(), 700_001);
        }

        assertThat(read.size()).isEqualTo(3_000_000);
        assertThat(InMemoryRunContent.sha256(read.toByteArray()))
                .isEqualTo(InMemoryRunContent.sha256(bytes))
                .isEqualTo(description.sha256());
    }

    @Test
    default void readShouldGiveWhatIsThereAndNothingBeyondTheEnd() throws IOException {
        Run run = running(kept("job"), "run");
        content().save(run, "text/plain", "a", stream(bytes("0123456789")));

        assertThat(content().read(run.id(), 1, 3, 4)).isEqualTo(bytes("3456"));
        assertThat(content().read(run.id(), 1, 8, 4)).isEqualTo(bytes("89"));
        assertThat(content().read(run.id(), 1, 10, 4)).isEmpty();
        assertThat(content().read(run.id(), 1, 5_000_000_000L, 4)).isEmpty();
    }

    @Test
    default void readShouldGiveNothingWhenNothingWasLeft() {
        Run run = running(kept("job"), "run");

        assertThat(content().read(run.id(), 1, 0, 10)).isEmpty();
        assertThat(content().read(new RunId("never"), 1, 0, 10)).isEmpty();
    }

    @Test
    default void saveShouldReplaceWhatTheAttemptLeftBefore() throws IOException {
        Run run = running(kept("job"), "run");
        content().save(run, "text/plain", "a", stream(new byte[2_000_000]));

        content().save(run, "text/plain", "b", stream(bytes("short")));

        assertThat(content().read(run.id(), 1, 0, 4_000_000)).isEqualTo(bytes("short"));
        assertThat(content().read(run.id(), 1, 1_500_000, 10)).isEmpty();
    }

    @Test
    default void attemptsShouldLeaveTheirOwn() throws IOException {
        Run first = running(kept("job"), "run");
        content().save(first, "text/plain", "a", stream(bytes("first")));
        runs().update(first.retry(NOW, NOW));
        Run second = runs().claim(NODE, 1, NOW).getFirst();

        content().save(second, "text/plain", "a", stream(bytes("second")));

        assertThat(content().read(first.id(), 1, 0, 10)).isEqualTo(bytes("first"));
        assertThat(content().read(first.id(), 2, 0, 10)).isEqualTo(bytes("second"));
    }

    @Test
    default void nothingShouldBeKeptWhenTheBytesCannotBeRead() throws IOException {
        Run run = running(kept("job"), "run");
        InputStream broken = new SequenceInputStream(stream(new byte[2_000_000]), new BrokenStream());

        assertThatIOException().isThrownBy(() -> content().save(run, "text/plain", "a", broken));

        assertThat(content().read(run.id(), 1, 0, 10)).isEmpty();
        content().save(run, "text/plain", "a", stream(bytes("again")));
        assertThat(content().read(run.id(), 1, 0, 10)).isEqualTo(bytes("again"));
    }

    /** Bytes that cannot be read. */
    final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the disk is gone");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
