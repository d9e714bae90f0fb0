package org.jobplatform.persistence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** A row of {@code run_attempt}. */
@Entity
@Table(name = "run_attempt")
@IdClass(RunAttemptEntity.Key.class)
class RunAttemptEntity {
    @Id
    private String runId;

    @Id
    private int number;

    @Embedded
    private @Nullable ClaimColumns claim;

    private Instant endedAt;
    private String status;
    private String message;

    @SuppressWarnings("NullAway.Init")
    RunAttemptEntity() {}

    /** @throws IllegalArgumentException when the attempt is not over */
    static RunAttemptEntity from(RunId run, RunAttempt attempt) {
        RunAttemptEntity entity = new RunAttemptEntity();
        entity.runId = run.value();
        entity.number = attempt.number();
        entity.claim = attempt.claim().map(ClaimColumns::from).orElse(null);
        entity.endedAt = Stored.time(attempt.endedAt()
                .orElseThrow(() -> new IllegalArgumentException("attempt " + attempt.number() + " is not over")));
        entity.status = attempt.status().name();
        entity.message = Stored.text(attempt.message());
        return entity;
    }

    RunAttempt toAttempt() {
        return new RunAttempt(
                number,
                Optional.ofNullable(claim).map(ClaimColumns::toClaim),
                Optional.of(endedAt),
                RunStatus.valueOf(status),
                message);
    }

    /** Identifies a row. */
    record Key(String runId, int number) {}
}
