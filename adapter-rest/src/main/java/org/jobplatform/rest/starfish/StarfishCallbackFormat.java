package org.jobplatform.rest.starfish;

import java.time.Instant;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.run.Dialect;

/**
 * The callback of this dialect: what a synchronous call would have been answered with, always JSON. It carries the id of
 * the run as the platform keeps it, the path of the project and the id of the job; of a chain, those of its first run.
 */
public final class StarfishCallbackFormat implements CallbackFormat {
    /** Has no state. */
    public StarfishCallbackFormat() {}

    @Override
    public Dialect dialect() {
        return Dialect.STARFISH;
    }

    @Override
    public DeliveryPolicy policy() {
        return DeliveryPolicy.NATIVE;
    }

    @Override
    public int logBytes() {
        return RunLogText.LONGEST;
    }

    @Override
    public CallbackBody render(Ended ended, DeliveryId id, Instant now) {
        JobReference first = ended.first().job();
        JobAddress job = new JobAddress(first.project().value(), first.id().value());
        ExecJobResponse response =
                ExecJobResponse.from(ended.chain(), ended.first().id().value(), job, true, ended.log());
        return new CallbackBody(MediaTypes.JSON, Answer.of(response).json());
    }
}
