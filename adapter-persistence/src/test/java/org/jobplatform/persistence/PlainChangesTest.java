package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which changes PostgreSQL decides by itself, and which are left to be looked at. */
final class PlainChangesTest {
    private final Database database = TestDatabase.POSTGRES.database();
    private final HikariDataSource connections = ConnectionPool.forGroups(TestDatabase.POSTGRES.settings());
    private final SessionFactory factory = Mappings.open(connections);
    private final Sessions sessions = new Sessions(factory, false, new Availability(FileWrites.elsewhere(), () -> {}));
    private final Exchange exchange = new Exchange(sessions, connections);
    private final RowLocks locks = new RowLocks(Vendor.POSTGRESQL);
    private final GroupWriter writer =
            new GroupWriter(Vendor.POSTGRESQL, new RunNumbers(sessions, locks), locks, Optional.of(exchange));

    @BeforeEach
    void empty() {
        TestDatabase.POSTGRES.empty();
        database.leases().join(RunExamples.NODE, Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        factory.close();
        connections.close();
    }

    @Test
    void startShouldBeDecidedAtOnceWhenNothingIsCounted() {
        RunAddition start = added(StartExample.of(saved("job"), "run"));

        assertThat(writer.writePlain(List.of(start))).isEmpty();
        start.tell();

        assertThat(start.outcome()).isInstanceOf(AddResult.Added.class);
        assertThat(start.outcome().run().status()).isEqualTo(RunStatus.STARTING);
        assertThat(database.runs().find(start.outcome().run().id()))
                .contains(start.outcome().run());
    }

    @Test
    void startShouldBeLookedAtWhenItsJobHasChanged() {
        Job old = saved("job");
        database.jobs().save(old);
        RunAddition start = added(StartExample.of(old, "run"));

        assertThat(writer.writePlain(List.of(start))).containsExactly(start);
    }

    @Test
    void startShouldBeLookedAtWhenItsNodeHasNoLease() {
        database.leases().leave(RunExamples.NODE);
        RunAddition start = added(StartExample.of(saved("job"), "run"));

        assertThat(writer.writePlain(List.of(start))).containsExactly(start);
    }

    @Test
    void startShouldBeLookedAtWhenItsIdOrKeyIsTaken() {
        Job job = saved("job");
        RunAddition first = added(StartExample.of(job, "run").withKey("key"));
        RunAddition sameId = added(StartExample.of(job, "run"));
        RunAddition sameKey = added(StartExample.of(job, "other").withKey("key"));

        assertThat(writer.writePlain(List.of(first, sameId, sameKey))).containsExactlyInAnyOrder(sameId, sameKey);
        assertThat(writer.writePlain(List.of(sameId, sameKey))).containsExactlyInAnyOrder(sameId, sameKey);
    }

    @Test
    void startShouldBeLookedAtWhenItMustBeAlone() {
        RunAddition start = added(StartExample.of(saved("job"), "run").asOnlyOne());

        assertThat(writer.writePlain(List.of(start))).containsExactly(start);
    }

    @Test
    void endShouldBeDecidedAtOnceWithItsCallbackAndRefusedWithoutIt() {
        Run run = database.runs()
                .add(StartExample.of(saved("job"), "run").on(RunExamples.NODE).build())
                .run();
        Run ended = run.end(new RunOutcome.Completed(), RunExamples.NOW);
        RunChange first = RunChange.finish(ended, Optional.of(delivery(ended, "first")));
        RunChange second = RunChange.finish(ended, Optional.of(delivery(ended, "second")));

        assertThat(writer.writePlain(List.of(first))).isEmpty();
        assertThat(writer.writePlain(List.of(second))).isEmpty();

        second.tell();
        assertThatThrownBy(second::outcome).hasMessageContaining("run");
        assertThat(database.deliveries().of(run.id()))
                .extracting(kept -> kept.id().value())
                .containsExactly("first");
    }

    @Test
    void staleEndShouldLeaveNoCallbackWhenANewerChangeOfItsRunIsMadeWithIt() {
        Run run = database.runs()
                .add(StartExample.of(saved("job"), "run").on(RunExamples.NODE).build())
                .run();
        Run stopping = database.runs().update(run.stop(wish(StopMode.CLEAN)));
        Run ended = run.end(new RunOutcome.Completed(), RunExamples.NOW);
        RunChange stale = RunChange.finish(ended, Optional.of(delivery(ended, "stale")));
        RunChange newer = RunChange.update(stopping.stop(wish(StopMode.NOW)));

        assertThat(writer.writePlain(List.of(newer, stale))).isEmpty();

        newer.tell();
        stale.tell();
        assertThat(newer.outcome().version()).isEqualTo(3);
        assertThatThrownBy(stale::outcome).hasMessageContaining("run");
        assertThat(database.deliveries().of(run.id())).isEmpty();
    }

    @Test
    void exchangeShouldMakeNothingWhenItsLastStatementFails() {
        Job job = saved("job");
        RunAddition start = added(StartExample.of(job, "run"));
        PlainRunAdditions additions = new PlainRunAdditions(List.of(start), new RunNumbers(sessions, locks).take(1));

        assertThatThrownBy(() -> exchange.make("a test", List.of(additions, new Failing())))
                .isInstanceOf(RowConflict.class);

        assertThat(database.runs().find(start.start().id())).isEmpty();
    }

    private Job saved(String id) {
        return database.jobs().save(JobExamples.job(id));
    }

    private static RunAddition added(StartExample start) {
        return new RunAddition(start.on(RunExamples.NODE).build());
    }

    private static StopRequest wish(StopMode mode) {
        return new StopRequest(mode, "no more", "admin", RunExamples.NOW);
    }

    private static Delivery delivery(Run ended, String id) {
        return RunExamples.delivery(ended, id, RunExamples.NOW);
    }

    /** Takes a name that is taken. */
    private static final class Failing implements ExchangePart {
        @Override
        public String sql() {
            return "insert into number_block (name, next_value) values ('run', ?) returning name";
        }

        @Override
        public int bind(PreparedStatement statement, int first) throws SQLException {
            statement.setLong(first, 1);
            return first + 1;
        }

        @Override
        public void read(ResultSet rows) {
            throw new AssertionError("it cannot succeed");
        }
    }
}
