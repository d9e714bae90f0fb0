package org.jobplatform.rest.access;

import java.util.Optional;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.application.limit.Rate;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;

/**
 * How often each user may ask for runs to be started and stopped, whatever the dialect. A request counts when its
 * credential is good and before its body is read, so it counts also when it is then found wrong.
 *
 * @param starts by the user's id; any number when empty
 * @param stops the same
 */
public record CallRates(Optional<Rate> starts, Optional<Rate> stops) {
    /** As often as anybody likes. */
    public static final CallRates UNLIMITED = new CallRates(Optional.empty(), Optional.empty());

    void take(Permission wanted, Principal principal) {
        switch (wanted) {
            case RUN_START -> take(starts, principal, "too many starts in a second");
            case RUN_STOP -> take(stops, principal, "too many stops in a second");
            default -> {
                // Only what makes others work is counted.
            }
        }
    }

    private static void take(Optional<Rate> rate, Principal principal, String what) {
        rate.flatMap(known -> known.take(principal.userId())).ifPresent(wait -> {
            throw new LimitFailure.TooMany(what, wait);
        });
    }
}
