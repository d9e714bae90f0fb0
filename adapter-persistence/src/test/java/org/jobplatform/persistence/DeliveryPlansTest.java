package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.run.Owner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How PostgreSQL finds deliveries among many that are settled, and many that wait for a receiver that hangs. */
final class DeliveryPlansTest {
    private static final TestDatabase DATABASE = TestDatabase.POSTGRES;
    private static final String HANGING = "http://hanging.example:80";
    private static final String FILL = """
            insert into delivery (id, run_id, number, dialect, target_url, lane, body_type, body, policy, status,
                attempts, waited_nanos, due_at, claimable_at, created_at, version)
            select '%1$s' || n, '%1$s' || n, 1, 'NATIVE', '%2$s/' || n, '%2$s' || %3$s, 'text/plain', 'ended',
                'NATIVE', '%4$s', 1, 0, now(), now(), now(), 1 from generate_series(1, %5$d) n""";

    @BeforeAll
    static void fill() {
        DATABASE.empty();
        DATABASE.execute(FILL.formatted("settled-", "http://settled.example", "':80'", "CONFIRMED", 100_000));
        DATABASE.execute(FILL.formatted("hanging-", "http://hanging.example", "':80'", "PENDING", 5_000));
        DATABASE.execute(FILL.formatted("other-", "http://other.example", "':' || n", "PENDING", 100));
        DATABASE.execute("analyze delivery");
    }

    static Stream<String> queries() {
        return Stream.of(
                PendingLanes.ALL,
                new FirstUnlocked("delivery", HibernateDeliveryStore.DUE_IN_LANE, HibernateDeliveryStore.OLDEST_OF_LANE)
                        .sql(4),
                new FirstUnlocked("delivery", HibernateDeliveryStore.OWNED, HibernateDeliveryStore.OF_OWNER).sql(200));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queryShouldReadNothingButItsIndexInOrder(String sql) throws SQLException {
        String plan = plan(sql.replace(":lane", "'" + HANGING + "'")
                .replace(":now", "now()")
                .replace(":node", "'node-1'")
                .replace(":boot", "'boot-1'"));

        assertThat(plan).contains("Index").doesNotContain("Seq Scan").doesNotContain("Sort");
    }

    @Test
    void laneShouldBeFoundAndClaimedFromBesideTheBacklogOfAnother() {
        Instant now = Instant.now();
        DeliveryClaim claim = new DeliveryClaim(new Owner("node-1", "boot-1"), now.plusSeconds(40));

        assertThat(DATABASE.database().deliveries().pendingLanes()).hasSize(101).containsKey(HANGING);
        assertThat(DATABASE.database()
                        .deliveries()
                        .claim(claim, now.plusSeconds(1), Map.of(HANGING, 4, "http://other.example:7", 4)))
                .extracting(Delivery::id)
                .hasSize(5);
    }

    private static String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("explain " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
