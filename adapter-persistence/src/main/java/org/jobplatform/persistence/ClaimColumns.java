package org.jobplatform.persistence;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jobplatform.domain.run.Claim;

/** Who took a run for an attempt, and when. */
@Embeddable
record ClaimColumns(String claimedBy, Instant claimedAt) {
    static ClaimColumns from(Claim claim) {
        return new ClaimColumns(claim.node(), Stored.time(claim.at()));
    }

    Claim toClaim() {
        return new Claim(claimedBy, claimedAt);
    }
}
