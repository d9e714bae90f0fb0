package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a save of content leaves that neither ended nor failed, as at a crash. */
final class StrayContentTest {
    @ParameterizedTest
    @EnumSource
    void strayContentShouldBeDroppedWhenTheRunHasEnded(TestDatabase which) throws IOException {
        which.empty();
        Run run = run(which);
        content(which, run, bytes(2));
        crash(which, run);
        assertThat(chunks(which)).isEqualTo(4);

        assertThat(which.database().runRetention().dropStrayContent(10)).isZero();
        which.database().runs().finish(run.end(new RunOutcome.Completed(), RunExamples.NOW), Optional.empty());
        assertThat(which.database().runRetention().dropStrayContent(10)).isEqualTo(1);

        assertThat(chunks(which)).isEqualTo(2);
        assertThat(which.database().runContent().read(run.id(), 1, 0, 10)).hasSize(10);
        assertThat(which.database().runRetention().dropStrayContent(10)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void contentShouldNotCountAsStrayWhenItWasSavedOrItsSourceBroke(TestDatabase which) throws IOException {
        which.empty();
        Run run = run(which);
        content(which, run, bytes(1));
        content(which, run, bytes(2));
        IOException broken = new IOException("broken");
        assertThatThrownBy(() -> content(which, run, new SequenceInputStream(bytes(1), failing(() -> broken))))
                .isSameAs(broken);
        which.database().runs().finish(run.end(new RunOutcome.Completed(), RunExamples.NOW), Optional.empty());

        assertThat(which.database().runRetention().dropStrayContent(10)).isZero();
        assertThat(chunks(which)).isEqualTo(2);
    }

    private static Run run(TestDatabase which) {
        which.database().leases().join(RunExamples.NODE, Duration.ofDays(1));
        return which.database()
                .runs()
                .add(StartExample.of(which.database().jobs().save(JobExamples.job("job")), "run")
                        .on(RunExamples.NODE)
                        .build())
                .run();
    }

    private static void content(TestDatabase which, Run run, InputStream bytes) throws IOException {
        which.database().runContent().save(run, "text/plain", "left.txt", bytes);
    }

    private static void crash(TestDatabase which, Run run) {
        InputStream crashing = new SequenceInputStream(bytes(2), failing(() -> {
            throw new IllegalStateException("crashed");
        }));
        assertThatThrownBy(() -> content(which, run, crashing)).hasMessage("crashed");
    }

    private static InputStream failing(Supplier<IOException> failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure.get();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw failure.get();
            }
        };
    }

    private static InputStream bytes(int chunks) {
        return new ByteArrayInputStream(new byte[chunks * ContentChunkEntity.LENGTH]);
    }

    private static int chunks(TestDatabase which) {
        try (Connection connection = which.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from run_content_chunk")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
