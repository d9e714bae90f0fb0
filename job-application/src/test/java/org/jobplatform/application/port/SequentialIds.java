package org.jobplatform.application.port;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/** Ids that count up, and a chance that is set; the same in every run of a test. Safe for use by many threads. */
public final class SequentialIds implements IdSource {
    private final AtomicLong last = new AtomicLong();
    private volatile double chance;

    /** Lets {@link #chance} answer this from now on; 0 until then. @throws IllegalArgumentException when out of range */
    public void setChance(double next) {
        if (!(next >= 0 && next < 1)) {
            throw new IllegalArgumentException("a chance is 0 (inclusive) to 1 (exclusive)");
        }
        chance = next;
    }

    @Override
    public RunId runId() {
        return RunId.of(new UUID(0, last.incrementAndGet()));
    }

    @Override
    public JobId jobId() {
        return new JobId("job-" + last.incrementAndGet());
    }

    @Override
    public FederatedId federatedId() {
        return new FederatedId("federated-" + last.incrementAndGet());
    }

    @Override
    public DeliveryId deliveryId() {
        return new DeliveryId("delivery-" + last.incrementAndGet());
    }

    @Override
    public String plainId() {
        return "id-" + last.incrementAndGet();
    }

    @Override
    public String secret() {
        return String.format(Locale.ROOT, "secret-%036d", last.incrementAndGet());
    }

    @Override
    public double chance() {
        return chance;
    }
}
