package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.junit.jupiter.api.Test;

/** What every {@link UserStore} keeps to. */
public interface UserStoreContract {
    /** The users: the same throughout a test, and none at its beginning. */
    UserStore users();

    /** The credentials; of the same storage as {@link #users}. */
    CredentialStore credentials();

    @Test
    default void addFirstShouldAddTheUserAndItsKeyWhenThereIsNone() {
        User alice = user("1", "alice");

        assertThat(users().addFirst(alice, key(alice))).isTrue();

        assertThat(users().find("1")).contains(alice);
        assertThat(credentials().key("hash-1")).contains(key(alice));
    }

    @Test
    default void addFirstShouldAddNothingWhenThereIsAnyUser() {
        users().save(user("1", "alice"));
        User bob = user("2", "bob");

        assertThat(users().addFirst(bob, key(bob))).isFalse();

        assertThat(users().named("bob")).isEmpty();
        assertThat(credentials().key("hash-2")).isEmpty();
    }

    @Test
    default void oneUserShouldBeTheFirstWhenManyRace() {
        Race<Boolean> race = Race.among(8, (number, line) -> {
            User mine = user("id-" + number, number % 2 == 0 ? "admin" : "name-" + number);
            line.cross();
            return users().addFirst(mine, key(mine));
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).containsOnlyOnce(true);
        assertThat(IntStream.range(0, 8)
                        .filter(number -> users().find("id-" + number).isPresent()))
                .hasSize(1);
    }

    @Test
    default void saveShouldAddAUser() {
        assertThat(users().isEmpty()).isTrue();
        User alice = user("1", "Alice.B+c@example-x.org");

        users().save(alice);

        assertThat(users().isEmpty()).isFalse();
        assertThat(users().find("1")).contains(alice);
        assertThat(users().find("2")).isEmpty();
    }

    @Test
    default void saveShouldReplaceTheUserOfThatId() {
        users().save(user("1", "alice"));
        User changed = new User("1", "alice2", Role.ADMIN, "$hash$other", NOW);

        users().save(changed);

        assertThat(users().find("1")).contains(changed);
        assertThat(users().named("alice")).isEmpty();
    }

    @Test
    default void namedShouldFindTheUserWithoutRegardToCase() {
        User alice = user("1", "Alice");
        users().save(alice);
        users().save(user("2", "bob"));

        assertThat(users().named("aLICE")).contains(alice);
        assertThat(users().named("alic_")).isEmpty();
        assertThat(users().named("")).isEmpty();
    }

    @Test
    default void saveShouldBeRefusedWhenAnotherUserHasTheName() {
        User alice = user("1", "alice");
        User bob = user("2", "bob");
        users().save(alice);
        users().save(bob);

        assertThatIllegalStateException().isThrownBy(() -> users().save(user("3", "ALICE")));
        assertThatIllegalStateException().isThrownBy(() -> users().save(user("2", "Alice")));
        assertThat(users().find("3")).isEmpty();
        assertThat(users().find("2")).contains(bob);
    }

    @Test
    default void saveShouldLetAUserWriteTheNameInAnotherCase() {
        users().save(user("1", "alice"));

        users().save(user("1", "Alice"));

        assertThat(users().named("alice")).contains(user("1", "Alice"));
    }

    @Test
    default void oneUserShouldGetTheNameWhenManyRace() {
        Race<String> race = Race.among(16, (number, line) -> {
            User mine = user("id-" + number, number % 2 == 0 ? "alice" : "ALICE");
            line.cross();
            users().save(mine);
            return mine.id();
        });

        assertThat(race.wins()).hasSize(1);
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(IllegalStateException.class);
        assertThat(users().named("alice").map(User::id)).contains(race.wins().getFirst());
    }

    private static ApiKey key(User user) {
        return new ApiKey("key-" + user.id(), "hash-" + user.id(), user.id(), NOW, Optional.empty());
    }

    private static User user(String id, String name) {
        return new User(id, name, Role.OPERATOR, "$hash$", NOW);
    }
}
