package org.jobplatform.persistence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.domain.run.RunFailure;
import org.jspecify.annotations.Nullable;

/** The runs that came of earlier starts with the same ids or keys, those of this transaction among them. */
final class EarlierStarts {
    private static final String KNOWN_IDS = "from RunEntity r where r.id in (:ids)";
    private static final String KNOWN_KEYS = "from RunEntity r where r.startKey in (:keys)";

    private final Map<String, RunEntity> byId = new HashMap<>();
    private final Map<String, RunEntity> byKey = new HashMap<>();

    private EarlierStarts() {}

    static EarlierStarts of(StatelessSession session, List<RunAddition> additions) {
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (RunAddition addition : additions) {
            if (addition.start().chosen()) {
                ids.add(addition.start().id().value());
            }
            addition.start().key().ifPresent(keys::add);
        }
        EarlierStarts earlier = new EarlierStarts();
        earlier.find(session, KNOWN_IDS, "ids", ids);
        earlier.find(session, KNOWN_KEYS, "keys", keys);
        return earlier;
    }

    private void find(StatelessSession session, String query, String parameter, Set<String> values) {
        if (!values.isEmpty()) {
            session.createSelectionQuery(query, RunEntity.class)
                    .setParameterList(parameter, values)
                    .getResultList()
                    .forEach(this::add);
        }
    }

    void add(RunEntity run) {
        byId.put(run.id(), run);
        String key = run.startKey();
        if (key != null) {
            byKey.put(key, run);
        }
    }

    /** The answer to a start that was made before; null when it is new. @throws RunFailure.Conflicting when it differs */
    @Nullable
    AddResult repeatOf(NewRun start) {
        RunEntity sameId = byId.get(start.id().value());
        if (sameId != null) {
            return repeat(sameId, start, "run id " + start.id());
        }
        RunEntity sameKey = start.key().map(byKey::get).orElse(null);
        return sameKey == null ? null : repeat(sameKey, start, "idempotency key");
    }

    private static AddResult repeat(RunEntity earlier, NewRun start, String what) {
        if (!earlier.wasStartedBy(start.fingerprint())) {
            throw new RunFailure.Conflicting(what);
        }
        return new AddResult.Repeated(earlier.toRun());
    }
}
