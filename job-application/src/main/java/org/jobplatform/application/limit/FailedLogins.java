package org.jobplatform.application.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Slows down whoever guesses passwords or tokens, without shutting out those who know theirs.
 *
 * <ul>
 *   <li>A source (see {@link Sources}) has ten wrong passwords free; each further one costs 1 s, 2 s and so on to 5 minutes.
 *   <li>An account has twenty free over all sources, then 1 s to 30 s. This holds for sources only from which that account
 *       was not logged in to lately: who attacks it from elsewhere delays nobody at an address where it is used, and nobody
 *       anywhere for longer than half a minute at a time.
 *   <li>A source has a hundred unknown tokens free, then 1 s to 1 minute. Meanwhile tokens that were good before are taken
 *       as ever, and 20 others a second are looked up, so that a good one gets in.
 * </ul>
 *
 * <p>What must wait is not looked at: a right password is refused as well, and answers tell nothing. Failures are forgotten
 * after a quarter of an hour without another.
 */
public final class FailedLogins {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int LOOKS_PER_SECOND = 20;
    private static final int MOST_KNOWN = 10_000;

    private final Backoff sources;
    private final Backoff accounts;
    private final Backoff tokens;
    private final Rate looks;
    private final Map<String, Boolean> usualPlaces = new Latest<>(MOST_KNOWN);
    private final Map<String, Boolean> goodTokens = new Latest<>(MOST_KNOWN);

    /** @param nanoTime time that only goes forward, in nanoseconds from any origin */
    public FailedLogins(LongSupplier nanoTime) {
        this.sources = new Backoff(new Backoff.Rule(10, SECOND, Duration.ofMinutes(5), FORGOTTEN_AFTER), nanoTime);
        this.accounts = new Backoff(new Backoff.Rule(20, SECOND, Duration.ofSeconds(30), FORGOTTEN_AFTER), nanoTime);
        this.tokens = new Backoff(new Backoff.Rule(100, SECOND, Duration.ofMinutes(1), FORGOTTEN_AFTER), nanoTime);
        this.looks = new Rate(LOOKS_PER_SECOND, nanoTime);
    }

    /** Before a password is looked at. @throws LimitFailure.TooMany when it must wait */
    public void admitPassword(String account, String source) {
        Optional<Duration> wait = sources.left(Sources.key(source));
        if (wait.isEmpty() && !isUsual(account, source)) {
            wait = accounts.left(normal(account));
        }
        wait.ifPresent(left -> {
            throw new LimitFailure.TooMany("too many logins have failed", left);
        });
    }

    /** After a password was found wrong, or its account missing. */
    public void passwordWasWrong(String account, String source) {
        sources.failed(Sources.key(source));
        accounts.failed(normal(account));
    }

    /** After a password was found right. */
    public void passwordWasRight(String account, String source) {
        synchronized (usualPlaces) {
            usualPlaces.put(place(account, source), true);
        }
    }

    /** Before a token is looked up. @throws LimitFailure.TooMany when it must wait */
    public void admitToken(String digest, String source) {
        String key = Sources.key(source);
        Optional<Duration> wait = tokens.left(key);
        if (wait.isPresent() && !wasGood(digest) && looks.take(key).isPresent()) {
            throw tooManyTokens(wait.get());
        }
    }

    /** After a token was found to be unknown or expired. @throws LimitFailure.TooMany when the source must wait now */
    public void tokenWasWrong(String digest, String source) {
        synchronized (goodTokens) {
            goodTokens.remove(digest);
        }
        Duration wait = tokens.failed(Sources.key(source));
        if (!wait.isZero()) {
            throw tooManyTokens(wait);
        }
    }

    /** After a token was made, or found to be good. */
    public void tokenWasGood(String digest) {
        synchronized (goodTokens) {
            goodTokens.put(digest, true);
        }
    }

    private static LimitFailure tooManyTokens(Duration wait) {
        return new LimitFailure.TooMany("too many unknown credentials have come from here", wait);
    }

    private boolean wasGood(String digest) {
        synchronized (goodTokens) {
            return goodTokens.get(digest) != null;
        }
    }

    private boolean isUsual(String account, String source) {
        synchronized (usualPlaces) {
            return usualPlaces.get(place(account, source)) != null;
        }
    }

    private static String place(String account, String source) {
        return Sources.key(source) + ' ' + normal(account);
    }

    private static String normal(String account) {
        return account.toLowerCase(Locale.ROOT);
    }
}
