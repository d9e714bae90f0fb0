package org.jobplatform.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "JOB_READ,   true,  true,  true,  true",
        "RUN_READ,   true,  true,  true,  true",
        "RUN_START,  false, true,  true,  true",
        "RUN_STOP,   false, true,  true,  true",
        "JOB_WRITE,  false, false, true,  true",
        "CALLBACK_SECRET, false, false, true, true",
        "ADMINISTER, false, false, false, true"
    })
    void rolesShouldAllowWhatTheTableSays(
            Permission permission, boolean viewer, boolean operator, boolean editor, boolean admin) {
        assertThat(List.of(Role.values()))
                .extracting(role -> role.allows(permission))
                .containsExactly(viewer, operator, editor, admin);
    }

    @Test
    void rolesShouldAllowAllThatTheOneBeforeAllows() {
        Set<Permission> lesser = Set.of();
        for (Role role : Role.values()) {
            assertThat(role.permissions()).containsAll(lesser);
            lesser = role.permissions();
        }
    }

    @Test
    void permissionsShouldStayWhenSomebodyChangesTheSetTheyGot() {
        Role.VIEWER.permissions().add(Permission.ADMINISTER);

        assertThat(Role.VIEWER.allows(Permission.ADMINISTER)).isFalse();
    }
}
