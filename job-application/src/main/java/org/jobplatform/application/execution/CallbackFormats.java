package org.jobplatform.application.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;

/** The callback formats by dialect; makes the delivery that a run's end calls for. */
public final class CallbackFormats {
    private final Map<Dialect, CallbackFormat> formats = new EnumMap<>(Dialect.class);
    private final IdSource ids;

    /** @throws IllegalArgumentException when two formats are of one dialect */
    public CallbackFormats(Collection<CallbackFormat> formats, IdSource ids) {
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

    /** The delivery for this ended run; empty when nobody asked for one. */
    Optional<Delivery> delivery(Run ended, Instant now) {
        return ended.request().callback().map(target -> delivery(ended, target, now));
    }

    private Delivery delivery(Run ended, CallbackTarget target, Instant now) {
        Dialect dialect = ended.request().dialect();
        CallbackFormat format = formats.get(dialect);
        if (format == null) {
            throw new IllegalStateException("there is no callback format of " + dialect);
        }
        DeliveryId id = ids.deliveryId();
        return Delivery.due(id, ended.id(), 1, dialect, target, format.render(ended, id, now), format.policy(), now);
    }
}
