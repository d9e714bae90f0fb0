package org.jobplatform.application.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the keys used last: a new one beyond the most takes the place of the one unused for the longest. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Latest(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
