package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.access.UserFailure;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.Test;

/** What every {@link UserStore} keeps to. */
public interface UserStoreContract {
    /** The users: the same throughout a test, and none at its beginning. */
    UserStore users();

    /** The sessions; of the same storage as {@link #users}. */
    SessionStore sessions();

    /** The API keys; of the same storage as {@link #users}. */
    ApiKeyStore keys();

    @Test
    default void addFirstShouldAddTheUserAndItsKeyWhenThereIsNone() {
        User alice = user("1", "alice");

        assertThat(users().addFirst(alice, key(alice))).isTrue();

        assertThat(users().find("1")).contains(alice);
        assertThat(keys().find("hash-1")).contains(key(alice));
    }

    @Test
    default void addFirstShouldAddNothingWhenThereIsAnyUser() {
        users().add(user("1", "alice"));
        User bob = user("2", "bob");

        assertThat(users().addFirst(bob, key(bob))).isFalse();

        assertThat(users().named("bob")).isEmpty();
        assertThat(keys().find("hash-2")).isEmpty();
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
    default void addShouldKeepAUserWithAllItsGrants() {
        assertThat(users().isEmpty()).isTrue();
        Grants grants = new Grants(List.of(
                Grant.in(new ProjectPath("Sales/EU"), Role.EDITOR),
                Grant.everywhere(Role.VIEWER),
                Grant.in(new ProjectPath("Sales"), Role.OPERATOR)));
        User alice = new User("1", "Alice.B+c@example-x.org", grants, "$hash$", false, NOW);
        User bob = new User("2", "bob", Grants.NONE, "$hash$", true, NOW);

        users().add(alice);
        users().add(bob);

        assertThat(users().isEmpty()).isFalse();
        assertThat(users().find("1")).contains(alice);
        assertThat(users().find("2")).contains(bob);
        assertThat(users().find("3")).isEmpty();
    }

    @Test
    default void addShouldBeRefusedWhenAnotherUserHasTheName() {
        users().add(user("1", "alice"));

        assertThatExceptionOfType(UserFailure.Taken.class).isThrownBy(() -> users().add(user("3", "ALICE")));
        assertThat(users().find("3")).isEmpty();
    }

    @Test
    default void changeShouldReplaceGrantsPasswordAndWhetherTheUserIsLetIn() {
        users().add(user("1", "alice"));
        User bob = user("2", "bob");
        users().add(bob);
        Grants sales = Grants.in(new ProjectPath("Sales"), Role.EDITOR);

        Optional<User> changed =
                users().change("1", user -> user.withGrants(sales, true).withPasswordHash("$hash$other"));

        assertThat(changed).contains(new User("1", "alice", sales, "$hash$other", true, NOW));
        assertThat(users().find("1")).isEqualTo(changed);
        assertThat(users().change("1", user -> user.withGrants(Grants.everywhere(Role.ADMIN), false)))
                .isEqualTo(users().find("1"))
                .map(User::isAdministrator)
                .contains(true);
        assertThat(users().find("2")).contains(bob);
        assertThat(users().change("3", user -> user)).isEmpty();
    }

    @Test
    default void changeShouldChangeNothingWhenItsFunctionRefuses() {
        User alice = user("1", "alice");
        users().add(alice);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> users().change("1", user -> {
                    throw new IllegalArgumentException("no");
                }));
        assertThat(users().find("1")).contains(alice);
    }

    @Test
    default void sessionsShouldEndWhenTheUserHasAnotherPasswordOrIsDisabled() {
        User alice = user("1", "alice");
        User bob = user("2", "bob");
        users().add(alice);
        users().add(bob);
        sessions().add(session("of-alice", alice), alice);
        sessions().add(session("of-bob", bob), bob);

        users().change("1", user -> user.withGrants(Grants.everywhere(Role.VIEWER), false));
        assertThat(sessions().session("of-alice")).isPresent();
        users().change("1", user -> user.withPasswordHash("$hash$other"));
        assertThat(sessions().session("of-alice")).isEmpty();
        users().change("2", user -> user.withGrants(user.grants(), true));
        assertThat(sessions().session("of-bob")).isEmpty();
    }

    @Test
    default void theLastAdministratorShouldStayOne() {
        users().add(administrator("1", "alice"));
        users().add(administrator("2", "bob"));
        users().add(new User("3", "carol", Grants.everywhere(Role.ADMIN), "$hash$", true, NOW));
        users().add(new User("4", "dora", Grants.in(new ProjectPath("Sales"), Role.ADMIN), "$hash$", false, NOW));

        users().change("1", user -> user.withGrants(Grants.everywhere(Role.EDITOR), false));

        assertThatExceptionOfType(UserFailure.LastAdministrator.class)
                .isThrownBy(() -> users().change("2", user -> user.withGrants(Grants.NONE, false)));
        assertThatExceptionOfType(UserFailure.LastAdministrator.class)
                .isThrownBy(() -> users().change("2", user -> user.withGrants(user.grants(), true)));
        assertThatExceptionOfType(UserFailure.LastAdministrator.class).isThrownBy(() -> users().delete("2"));
        assertThat(users().find("2")).contains(administrator("2", "bob"));
        assertThat(users().change("3", user -> user.withGrants(Grants.NONE, true)))
                .isPresent();
    }

    @Test
    default void oneAdministratorShouldStayWhenAllAreDemotedAtOnce() {
        IntStream.range(0, 8).forEach(number -> users().add(administrator("id-" + number, "name-" + number)));

        Race<String> race = Race.among(8, (number, line) -> {
            line.cross();
            if (number % 2 == 0) {
                users().delete("id-" + number);
            } else {
                users().change("id-" + number, user -> user.withGrants(Grants.NONE, false));
            }
            return "id-" + number;
        });

        assertThat(race.wins()).hasSize(7);
        assertThat(race.losses()).singleElement().isInstanceOf(UserFailure.LastAdministrator.class);
        assertThat(users().page(Optional.empty(), 10))
                .filteredOn(User::isAdministrator)
                .hasSize(1);
    }

    @Test
    default void deleteShouldDeleteTheUserWithItsSessionsAndKeysAndNoOther() {
        User alice = user("1", "alice");
        User bob = user("2", "bob");
        users().add(alice);
        users().add(bob);
        sessions().add(session("of-alice", alice), alice);
        sessions().add(session("of-bob", bob), bob);
        keys().save(key(alice));
        keys().save(key(bob));

        assertThat(users().delete("1")).isTrue();

        assertThat(users().find("1")).isEmpty();
        assertThat(users().delete("1")).isFalse();
        assertThat(sessions().session("of-alice")).isEmpty();
        assertThat(keys().find("hash-1")).isEmpty();
        assertThat(users().find("2")).contains(bob);
        assertThat(sessions().session("of-bob")).isPresent();
        assertThat(keys().find("hash-2")).isPresent();
        users().add(new User("1", "alice", Grants.NONE, "$hash$", false, NOW));
        assertThat(users().find("1")).map(User::grants).contains(Grants.NONE);
    }

    @Test
    default void namedShouldFindTheUserWithoutRegardToCase() {
        User alice = user("1", "Alice");
        users().add(alice);
        users().add(user("2", "bob"));

        assertThat(users().named("aLICE")).contains(alice);
        assertThat(users().named("alic_")).isEmpty();
        assertThat(users().named("")).isEmpty();
    }

    @Test
    default void pageShouldGoByNameWithoutRegardToCase() {
        for (String name : List.of("bob", "Carol", "alice", "b-b", "Dora")) {
            users().add(user(name, name));
        }

        assertThat(users().page(Optional.empty(), 3)).extracting(User::name).containsExactly("alice", "b-b", "bob");
        assertThat(users().page(Optional.of("BOB"), 3)).extracting(User::name).containsExactly("Carol", "Dora");
        assertThat(users().page(Optional.of("Dora"), 3)).isEmpty();
        assertThat(users().page(Optional.empty(), 1))
                .containsExactly(users().find("alice").orElseThrow());
    }

    @Test
    default void oneUserShouldGetTheNameWhenManyRace() {
        Race<String> race = Race.among(16, (number, line) -> {
            User mine = user("id-" + number, number % 2 == 0 ? "alice" : "ALICE");
            line.cross();
            users().add(mine);
            return mine.id();
        });

        assertThat(race.wins()).hasSize(1);
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(UserFailure.Taken.class);
        assertThat(users().named("alice").map(User::id)).contains(race.wins().getFirst());
    }

    private static ApiKey key(User user) {
        return ApiKey.unused("key-" + user.id(), "ci", "hash-" + user.id(), user.id(), NOW, KeyLimits.NONE);
    }

    private static Session session(String token, User user) {
        return new Session(token, user.id(), Duration.ofMinutes(30), NOW, NOW);
    }

    private static User administrator(String id, String name) {
        return AccessExamples.user(id, name, Role.ADMIN);
    }

    private static User user(String id, String name) {
        return AccessExamples.user(id, name, Role.OPERATOR);
    }
}
