package org.jobplatform.rest.starfish;

import java.time.Instant;
import java.util.List;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.CallbackLogs;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;

/**
 * The callback of this dialect: what a synchronous call would have been answered with, always JSON. It carries the id of
 * the first run of a chain as the platform keeps it, the path of the project and the id of the job.
 */
public final class StarfishCallbackFormat implements CallbackFormat {
    private final RunLogText logs;

    /** @param logs which it tells of */
    public StarfishCallbackFormat(CallbackLogs logs) {
        this.logs = RunLogText.of(logs);
    }

    @Override
    public Dialect dialect() {
        return Dialect.STARFISH;
    }

    @Override
    public DeliveryPolicy policy() {
        return DeliveryPolicy.NATIVE;
    }

    @Override
    public CallbackBody render(Ended told, DeliveryId id, Instant now) {
        Run ended = told.run();
        if (!ended.isEnded()) {
            throw new IllegalArgumentException("run " + ended.id() + " has not ended");
        }
        Run first = told.first();
        JobAddress job =
                new JobAddress(first.job().project().value(), first.job().id().value());
        List<Run> chain = told.chain();
        ExecJobResponse response = ExecJobResponse.from(chain, first.id().value(), job, log(chain));
        return new CallbackBody(MediaTypes.JSON, Answer.of(response).json());
    }

    /** That a log cannot be read just now must not cost the receiver the rest. */
    private String log(List<Run> chain) {
        try {
            return logs.of(chain);
        } catch (StorageUnavailable unavailable) {
            return "(the log could not be read)\n";
        }
    }
}
