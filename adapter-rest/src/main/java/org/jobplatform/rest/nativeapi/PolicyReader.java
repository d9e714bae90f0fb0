package org.jobplatform.rest.nativeapi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.rest.json.JsonFields;

/** Reads the policies in a job's document. */
final class PolicyReader {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(365);

    private PolicyReader() {}

    static Optional<Duration> timeout(JsonFields document) {
        return FieldValues.value(document, "timeout", text -> {
            Duration timeout = ValueText.duration(text);
            if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new IllegalArgumentException("must be PT1S to P365D");
            }
            return timeout;
        });
    }

    static Optional<Concurrency> concurrency(JsonFields document) {
        return document.optionalObject("concurrency").map(concurrency -> {
            OptionalInt limit = concurrency.optionalInteger("limit", 1, 10_000);
            if (!concurrency.has("limit")) {
                concurrency.problem("limit", "is missing");
            }
            return new Concurrency(
                    limit.orElse(1),
                    FieldValues.value(
                                    concurrency, "whenFull", text -> ValueText.lower(Concurrency.WhenFull.class, text))
                            .orElse(Concurrency.WhenFull.REJECT));
        });
    }

    static RetryPolicy retry(JsonFields document) {
        return document.optionalObject("retry")
                .map(retry -> {
                    int attempts = retry.optionalInteger("attempts", 1, 100).orElse(RetryPolicy.NONE.attempts());
                    return FieldValues.value(
                                    retry, "backoff", text -> new RetryPolicy(attempts, ValueText.duration(text)))
                            .orElseGet(() -> new RetryPolicy(attempts, RetryPolicy.NONE.backoff()));
                })
                .orElse(RetryPolicy.NONE);
    }
}
