package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.RetryPolicy;

/** The jobs of every simulated cluster, one for each policy, and the receivers of callbacks. */
final class Scenery {
    /** Ends when it fails or is lost. */
    static final JobId PLAIN = new JobId("plain");

    /** Receivers, each a lane of its own. */
    static final List<String> RECEIVERS =
            List.of("http://one.example/done", "http://two.example/done", "http://three.example/done");

    /** Every job. */
    static final List<Job> JOBS = List.of(
            job("plain", Optional.empty(), Optional.empty(), RetryPolicy.NONE, OnLost.END),
            job("alone", Optional.empty(), Optional.empty(), RetryPolicy.NONE, OnLost.END),
            job("repeatable", Optional.empty(), Optional.empty(), RetryPolicy.NONE, OnLost.RETRY),
            job(
                    "retried",
                    Optional.of(Duration.ofSeconds(7)),
                    Optional.empty(),
                    new RetryPolicy(3, Duration.ofSeconds(2)),
                    OnLost.RETRY),
            job("one", Optional.empty(), limit(1, Concurrency.WhenFull.QUEUE), RetryPolicy.NONE, OnLost.RETRY),
            job("newest", Optional.empty(), limit(1, Concurrency.WhenFull.REPLACE), RetryPolicy.NONE, OnLost.END),
            job("few", Optional.empty(), limit(2, Concurrency.WhenFull.REJECT), RetryPolicy.NONE, OnLost.RETRY),
            chain("chain", "repeatable", "few", "plain", "gone"));

    private Scenery() {}

    private static Optional<Concurrency> limit(int most, Concurrency.WhenFull whenFull) {
        return Optional.of(new Concurrency(most, whenFull));
    }

    private static Job chain(String id, String... next) {
        Job plain = job(id, Optional.empty(), Optional.empty(), RetryPolicy.NONE, OnLost.RETRY);
        return JobExamples.job(
                id, plain.definition().withNext(Stream.of(next).map(JobId::new).toList()));
    }

    private static Job job(
            String id, Optional<Duration> timeout, Optional<Concurrency> limit, RetryPolicy retry, OnLost onLost) {
        JobDefinition plain = JobExamples.job(id).definition();
        return JobExamples.job(
                id,
                new JobDefinition(
                        plain.project(),
                        plain.name(),
                        plain.type(),
                        plain.description(),
                        plain.runner(),
                        plain.parameters(),
                        timeout,
                        limit,
                        retry,
                        onLost));
    }
}
