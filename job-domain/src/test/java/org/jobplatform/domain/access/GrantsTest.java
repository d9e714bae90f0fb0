package org.jobplatform.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
    private static final Grants MIXED = new Grants(List.of(
            Grant.in(new ProjectPath("Sales"), Role.VIEWER),
            Grant.in(new ProjectPath("Sales/EU"), Role.EDITOR),
            Grant.in(new ProjectPath("Ops"), Role.ADMIN)));

    @ParameterizedTest
    @CsvSource({
        "JOB_READ,  Sales,          ALLOWED",
        "RUN_START, Sales,          DENIED",
        "RUN_READ,  Sales/US,       ALLOWED",
        "JOB_WRITE, Sales/US,       DENIED",
        "JOB_WRITE, Sales/EU,       ALLOWED",
        "JOB_WRITE, Sales/EU/North, ALLOWED",
        "RUN_READ,  SalesTeam,      HIDDEN",
        "RUN_READ,  sales,          HIDDEN",
        "RUN_READ,  Default,        HIDDEN",
        "JOB_WRITE, Ops,            ALLOWED"
    })
    void judgementShouldBeThatOfTheBestGrantThatCoversTheProject(
            Permission permission, String project, Judgement expected) {
        assertThat(MIXED.judge(permission, new ProjectPath(project))).isEqualTo(expected);
    }

    @Test
    void everythingShouldBeHiddenFromSomebodyWithoutGrants() {
        for (Permission permission : Permission.values()) {
            assertThat(Grants.NONE.judge(permission, ProjectPath.DEFAULT)).isEqualTo(Judgement.HIDDEN);
            assertThat(Grants.NONE.allowSomewhere(permission)).isFalse();
        }
        assertThat(Grants.NONE.reach(Permission.JOB_READ)).isEqualTo(Reach.of(List.of()));
    }

    @Test
    void grantEverywhereShouldCoverEveryProject() {
        Grants grants = Grants.everywhere(Role.OPERATOR);

        assertThat(grants.judge(Permission.RUN_START, new ProjectPath("A/B"))).isEqualTo(Judgement.ALLOWED);
        assertThat(grants.judge(Permission.JOB_WRITE, new ProjectPath("A/B"))).isEqualTo(Judgement.DENIED);
        assertThat(grants.reach(Permission.RUN_READ)).isEqualTo(Reach.EVERYTHING);
        assertThat(grants.reach(Permission.JOB_WRITE)).isEqualTo(Reach.of(List.of()));
    }

    @Test
    void platformShouldBeAdministeredByAdministratorsOfEverythingOnly() {
        assertThat(MIXED.allowSomewhere(Permission.ADMINISTER)).isFalse();
        assertThat(MIXED.allowSomewhere(Permission.JOB_WRITE)).isTrue();
        assertThat(Grants.everywhere(Role.EDITOR).allowSomewhere(Permission.ADMINISTER))
                .isFalse();
        assertThat(Grants.everywhere(Role.ADMIN).allowSomewhere(Permission.ADMINISTER))
                .isTrue();
    }

    @Test
    void reachShouldHoldTheFoldersWhereThePermissionIsAndNoneWithinAnother() {
        assertThat(MIXED.reach(Permission.RUN_READ)).isEqualTo(Reach.of(paths("Ops", "Sales")));
        assertThat(MIXED.reach(Permission.JOB_WRITE)).isEqualTo(Reach.of(paths("Ops", "Sales/EU")));
    }

    @Test
    void reachShouldIncludeWhatIsJudgedAllowed() {
        List<ProjectPath> projects = paths("Sales", "Sales/EU", "Sales/EU/North", "SalesTeam", "Ops", "Default", "Op");
        for (Permission permission : Permission.values()) {
            if (!permission.isOfThePlatform()) {
                assertThat(projects)
                        .allSatisfy(
                                project -> assertThat(MIXED.reach(permission).includes(project))
                                        .isEqualTo(MIXED.judge(permission, project) == Judgement.ALLOWED));
            }
        }
    }

    @Test
    void capShouldLimitEveryRoleAndRaiseNone() {
        Grants capped = MIXED.cappedAt(Role.OPERATOR);

        assertThat(capped.all()).extracting(Grant::role).containsExactly(Role.OPERATOR, Role.VIEWER, Role.OPERATOR);
        assertThat(MIXED.cappedAt(Role.ADMIN)).isEqualTo(MIXED);
    }

    @Test
    void grantsShouldBeRefusedWhenTwoAreOfOneProjectOrThereAreTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grants(List.of(Grant.everywhere(Role.VIEWER), Grant.everywhere(Role.ADMIN))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grants(grants(Grants.MAXIMUM + 1)));
        assertThat(new Grants(grants(Grants.MAXIMUM)).all()).hasSize(Grants.MAXIMUM);
    }

    @Test
    void principalShouldSayMissingOfWhatIsHiddenAndDeniedOfWhatIsShown() {
        Principal alice = new User("1", "alice", MIXED, "$hash$", false, Instant.EPOCH).principal(KeyLimits.NONE);

        alice.require(Permission.RUN_READ, new ProjectPath("Sales"), IllegalStateException::new);
        assertThatExceptionOfType(AccessFailure.Denied.class)
                .isThrownBy(() ->
                        alice.require(Permission.RUN_START, new ProjectPath("Sales"), IllegalStateException::new));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        alice.require(Permission.RUN_READ, new ProjectPath("Default"), IllegalStateException::new));
        assertThatExceptionOfType(AccessFailure.Denied.class)
                .isThrownBy(() -> alice.requireEverywhere(Permission.JOB_READ));
    }

    @Test
    void limitsOfTwoShouldBeTheStricterOfEach() {
        Instant soon = Instant.EPOCH;
        KeyLimits viewer = new KeyLimits(Optional.of(Role.VIEWER), Optional.empty());
        KeyLimits editorSoon = new KeyLimits(Optional.of(Role.EDITOR), Optional.of(soon));

        assertThat(viewer.and(editorSoon)).isEqualTo(new KeyLimits(Optional.of(Role.VIEWER), Optional.of(soon)));
        assertThat(editorSoon.and(KeyLimits.NONE)).isEqualTo(editorSoon);
    }

    private static List<Grant> grants(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Grant.in(new ProjectPath("Folder " + number), Role.VIEWER))
                .toList();
    }

    private static List<ProjectPath> paths(String... paths) {
        return Arrays.stream(paths).map(ProjectPath::new).toList();
    }
}
