package org.jobplatform.application.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;

/** The callback formats by dialect; makes the deliveries that tell of ended runs. */
public final class CallbackFormats {
    private final Map<Dialect, CallbackFormat> formats = new EnumMap<>(Dialect.class);
    private final EndedRuns ended;
    private final IdSource ids;

    /** @throws IllegalArgumentException when two formats are of one dialect */
    public CallbackFormats(Collection<CallbackFormat> formats, EndedRuns ended, IdSource ids) {
        this.ended = ended;
        this.ids = ids;
        formats.forEach(format -> {
            if (this.formats.put(format.dialect(), format) != null) {
                throw new IllegalArgumentException("two callback formats of " + format.dialect());
            }
        });
    }

    /** Says whether runs that are started in this dialect can be told of. */
    public boolean has(Dialect dialect) {
        return formats.containsKey(dialect);
    }

    /**
     * A delivery that tells of this ended run, due at once.
     *
     * @param number among the deliveries of the run, from 1
     */
    public Delivery delivery(Run run, CallbackTarget target, int number, Instant now) {
        Dialect dialect = run.request().dialect();
        Optional<CallbackFormat> format = Optional.ofNullable(formats.get(dialect));
        DeliveryPolicy policy = format.map(CallbackFormat::policy).orElse(DeliveryPolicy.NATIVE);
        DeliveryId id = ids.deliveryId();
        CallbackBody body = format.flatMap(found -> rendered(found, ended.with(run, found.logBytes()), id, now))
                .orElseGet(() -> new CallbackBody("text/plain", "run " + run.id() + " is " + run.status()));
        return Delivery.due(id, run.id(), run.job().project(), number, dialect, target, body, policy, now);
    }

    /** Empty when the format cannot say it: a run must end and be told of even then, and bare words are better than none. */
    private static Optional<CallbackBody> rendered(CallbackFormat format, Ended ended, DeliveryId id, Instant now) {
        try {
            return Optional.of(format.render(ended, id, now));
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }
}
