package org.jobplatform.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes of rows that can be written together. Of two that were made from one version of one row, the second would find
 * that version gone.
 *
 * @param <C> a change
 * @param <R> the row as it is to become, at the version it was made from
 */
final class VersionedChanges<C, R> {
    private final Map<RowVersion, Made<C, R>> all = new LinkedHashMap<>();
    private final Consumer<C> refuse;

    private record Made<C, R>(C change, R row) {}

    /** @param refuse is told of changes whose version is gone */
    VersionedChanges(List<C> changes, Function<C, R> row, Function<R, RowVersion> version, Consumer<C> refuse) {
        this.refuse = refuse;
        for (C change : changes) {
            R changed = row.apply(change);
            if (all.putIfAbsent(version.apply(changed), new Made<>(change, changed)) != null) {
                refuse.accept(change);
            }
        }
    }

    /** The rows to write. */
    List<R> rows() {
        return all.values().stream().map(Made::row).toList();
    }

    /** The changes to make. */
    List<C> changes() {
        return all.values().stream().map(Made::change).toList();
    }

    /** Decides about every change by the versions that were there. */
    void settle(Set<RowVersion> there, BiConsumer<C, R> accept) {
        all.forEach((version, made) -> {
            if (there.contains(version)) {
                accept.accept(made.change, made.row);
            } else {
                refuse.accept(made.change);
            }
        });
    }
}
