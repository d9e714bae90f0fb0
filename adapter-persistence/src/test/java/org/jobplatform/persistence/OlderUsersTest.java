package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users and keys as a server of the version before writes and reads them, on one database with this one. */
final class OlderUsersTest {
    private static final String OLDER_USER = "insert into app_user"
            + " (id, name, name_folded, user_role, password_hash, created_at)"
            + " values ('1', 'Alice', 'alice', 'OPERATOR', '$hash$', timestamp '2026-01-01 00:00:00')";

    private static final String OLDER_KEY = "insert into api_key (id, key_hash, user_id, created_at)"
            + " values ('admin', 'hash', '1', timestamp '2026-01-01 00:00:00')";

    @ParameterizedTest
    @EnumSource
    void userAndKeyOfAnOlderServerShouldKeepWhatTheyMay(TestDatabase which) {
        which.empty();
        which.execute(OLDER_USER);
        which.execute(OLDER_KEY);

        assertThat(which.database().users().named("alice"))
                .hasValueSatisfying(user -> assertThat(user.grants()).isEqualTo(Grants.everywhere(Role.OPERATOR)));
        assertThat(which.database().keys().find("hash")).hasValueSatisfying(key -> {
            assertThat(key.limits()).isEqualTo(KeyLimits.NONE);
            assertThat(key.name()).isEqualTo("admin");
        });
    }

    @ParameterizedTest
    @EnumSource
    void olderServerShouldTakeForNobodyWhomItWouldLetInTooFar(TestDatabase which) throws SQLException {
        which.empty();
        Grants sales = Grants.in(new ProjectPath("Sales"), Role.ADMIN);
        Grants both = new Grants(Stream.concat(sales.all().stream(), Stream.of(Grant.everywhere(Role.VIEWER)))
                .toList());
        add(which, "sally", sales, false);
        add(which, "vera", both, false);
        add(which, "dora", Grants.everywhere(Role.ADMIN), true);

        assertThat(List.of(roleOf(which, "sally"), roleOf(which, "dora")))
                .doesNotContainAnyElementsOf(
                        Stream.of(Role.values()).map(Enum::name).toList());
        assertThat(roleOf(which, "vera")).isEqualTo("VIEWER");
        assertThat(which.database().users().named("dora").map(User::grants)).contains(Grants.everywhere(Role.ADMIN));
    }

    private static void add(TestDatabase which, String name, Grants grants, boolean disabled) {
        which.database().users().add(new User(name, name, grants, "$hash$", disabled, RunExamples.NOW));
    }

    private static String roleOf(TestDatabase which, String name) throws SQLException {
        try (Connection connection = which.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select user_role from app_user where name_folded = '" + name + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}
