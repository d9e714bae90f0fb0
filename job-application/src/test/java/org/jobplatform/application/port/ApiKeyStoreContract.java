package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Role;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeyStore} keeps to. */
public interface ApiKeyStoreContract {
    /** The keys: the same throughout a test, and none at its beginning. */
    ApiKeyStore keys();

    @Test
    default void saveShouldKeepAKeyWhetherItExpiresOrHasExpired() {
        ApiKey lasting = key("key-1", "hash-1", KeyLimits.NONE);
        ApiKey expired = key("key-2", "hash-2", new KeyLimits(Optional.of(Role.OPERATOR), Optional.of(Instant.EPOCH)));

        keys().save(lasting);
        keys().save(expired);

        assertThat(keys().find("hash-1")).contains(lasting);
        assertThat(keys().find("hash-2")).contains(expired);
        assertThat(keys().find("HASH-1")).isEmpty();
    }

    @Test
    default void saveShouldReplaceTheKeyOfThatId() {
        keys().save(key("key", "old-hash", KeyLimits.NONE));
        ApiKey renewed = key("key", "new-hash", new KeyLimits(Optional.empty(), Optional.of(NOW.plusSeconds(60))));

        keys().save(renewed);

        assertThat(keys().find("new-hash")).contains(renewed);
        assertThat(keys().find("old-hash")).isEmpty();
    }

    @Test
    default void ofShouldListTheKeysOfThatUserTheOldestFirst() {
        ApiKey second = key("b", "hash-b", KeyLimits.NONE);
        ApiKey first = key("a", "hash-a", KeyLimits.NONE);
        ApiKey older = ApiKey.unused("c", "ci", "hash-c", "alice", NOW.minusSeconds(1), KeyLimits.NONE);
        keys().save(second);
        keys().save(first);
        keys().save(older);
        keys().save(ApiKey.unused("d", "ci", "hash-d", "bob", NOW, KeyLimits.NONE));

        assertThat(keys().of("alice")).containsExactly(older, first, second);
        assertThat(keys().of("nobody")).isEmpty();
    }

    @Test
    default void touchShouldNoteTheUseOfThatKey() {
        ApiKey key = key("key-1", "hash-1", KeyLimits.NONE);
        ApiKey other = key("key-2", "hash-2", KeyLimits.NONE);
        keys().save(key);
        keys().save(other);

        keys().touch("key-1", NOW.plusSeconds(60));
        keys().touch("key-3", NOW.plusSeconds(60));

        assertThat(keys().find("hash-1")).contains(key.usedAt(NOW.plusSeconds(60)));
        assertThat(keys().find("hash-2")).contains(other);
    }

    @Test
    default void deleteShouldDeleteThatKeyOfThatUserOnly() {
        ApiKey other = key("key-2", "hash-2", KeyLimits.NONE);
        keys().save(key("key-1", "hash-1", KeyLimits.NONE));
        keys().save(other);

        assertThat(keys().delete("bob", "key-1")).isFalse();
        assertThat(keys().delete("alice", "key-1")).isTrue();
        assertThat(keys().delete("alice", "key-1")).isFalse();

        assertThat(keys().find("hash-1")).isEmpty();
        assertThat(keys().find("hash-2")).contains(other);
    }

    private static ApiKey key(String id, String hash, KeyLimits limits) {
        return ApiKey.unused(id, "key of " + id, hash, "alice", NOW, limits);
    }
}
