package org.jobplatform.domain.callback;

import org.jobplatform.domain.run.RunId;

/** Why something asked of a delivery was not done. Nothing was changed. */
public abstract sealed class DeliveryFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private DeliveryFailure(String message) {
        super(message);
    }

    /** The run has no delivery of this number. */
    public static final class NotFound extends DeliveryFailure {
        private static final long serialVersionUID = 1;

        /** @param description which one, such as {@code 3} */
        public NotFound(RunId run, String description) {
            super("run " + run + " has no callback " + description);
        }
    }

    /** The run has not ended, so that there is nothing to tell. */
    public static final class RunUnfinished extends DeliveryFailure {
        private static final long serialVersionUID = 1;

        /** @param run the run */
        public RunUnfinished(RunId run) {
            super("run " + run + " has not ended");
        }
    }

    /** The run has a delivery of this number already. */
    public static final class NumberTaken extends DeliveryFailure {
        private static final long serialVersionUID = 1;

        /** @param number of the delivery among those of its run */
        public NumberTaken(RunId run, int number) {
            super("run " + run + " has a callback " + number + " already");
        }
    }
}
