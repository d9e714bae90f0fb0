package org.jobplatform.domain.access;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an API key may less than its user.
 *
 * @param cap no more than what this role may do, wherever its user may do more
 * @param expiresAt not from this time on
 */
public record KeyLimits(Optional<Role> cap, Optional<Instant> expiresAt) {
    /** As much as its user, and for ever. */
    public static final KeyLimits NONE = new KeyLimits(Optional.empty(), Optional.empty());

    /** The limits of both. */
    public KeyLimits and(KeyLimits other) {
        return new KeyLimits(least(cap, other.cap), least(expiresAt, other.expiresAt));
    }

    private static <T extends Comparable<? super T>> Optional<T> least(Optional<T> one, Optional<T> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparable::compareTo);
    }
}
