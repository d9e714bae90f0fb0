package org.jobplatform.runner.noop;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.RunOutcome;

/** Does nothing and completes: at once, or after the job's {@code duration}, an ISO 8601 duration of at most a day. */
public final class NoopRunner implements TaskRunner {
    private static final String DURATION = "duration";
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public String kind() {
        return "noop";
    }

    @Override
    public List<Problem> validate(Map<String, Object> settings) {
        List<Problem> problems = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (!name.equals(DURATION)) {
                problems.add(new Problem(kind() + "." + name, "is not known; this runner knows duration"));
            } else if (!isDuration(value)) {
                problems.add(new Problem(kind() + "." + name, "must be a duration of PT0S to PT24H, such as PT1.5S"));
            }
        });
        return List.copyOf(problems);
    }

    @Override
    public RunOutcome run(RunContext context) throws InterruptedException {
        Object duration = context.settings().get(DURATION);
        if (duration == null) {
            return new RunOutcome.Completed();
        }
        CountDownLatch stopped = new CountDownLatch(1);
        context.onStop(mode -> stopped.countDown());
        return stopped.await(Duration.parse(duration.toString()).toNanos(), TimeUnit.NANOSECONDS)
                ? new RunOutcome.Stopped("while it was doing nothing")
                : new RunOutcome.Completed();
    }

    private static boolean isDuration(Object value) {
        try {
            return value instanceof String text && isWithin(Duration.parse(text));
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private static boolean isWithin(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }
}
