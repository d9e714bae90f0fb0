package org.jobplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Role;
import org.jobplatform.rest.access.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drives every route of the application with every kind of credential, and compares with {@code access/routes.csv}. */
class RouteMatrixTest {
    private static MatrixApplication application;

    @BeforeAll
    static void start(@TempDir Path data) {
        application = new MatrixApplication(data);
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all();
    }

    @Test
    void tableShouldHoldEveryRouteOfTheApplicationAndNoOther() {
        assertThat(rows()).extracting(MatrixRow::route).containsExactlyInAnyOrderElementsOf(application.routes());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void routeShouldBeClosedWithoutAGoodCredential(MatrixRow row) {
        if (row.isOpen()) {
            assertThat(send(row, Optional.empty()).status()).isIn(row.allowed());
        } else {
            assertThat(send(row, Optional.empty()).status()).isEqualTo(401);
            for (String worthless : MatrixApplication.WORTHLESS) {
                assertThat(send(row, Optional.of(application.key(worthless))).status())
                        .as(worthless)
                        .isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void routeShouldBeOpenToTheRolesThatHaveWhatItNeeds(MatrixRow row) {
        for (Role role : Role.values()) {
            MatrixApplication.Answer answer = send(row, Optional.of(application.key(role.name())));
            assertThat(answer.status()).as(role + ": " + answer.body()).satisfies(status -> {
                if (mayCall(role, row.route())) {
                    assertThat(status).isIn(row.allowed());
                } else {
                    assertThat(status).isEqualTo(403);
                }
            });
        }
    }

    private static boolean mayCall(Role role, Route route) {
        return route.needs().equals(Route.OPEN)
                || route.needs().equals(Route.SIGNED_IN)
                || role.allows(Permission.valueOf(route.needs()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thingsOfAnotherProjectShouldBeOutOfReach(MatrixRow row) {
        MatrixApplication.Answer answer = send(row, Optional.of(application.key(MatrixApplication.FOREIGN)));
        if (row.foreign().equals("empty")) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContainIgnoringCase("matrix");
        } else {
            assertThat(row.foreign().split(" ")).contains(String.valueOf(answer.status()));
            assertThat(answer.body()).doesNotContain("Matrix", "\"started\":true");
            assertThat(row.example().contains("Sales") || !answer.body().contains("Sales"))
                    .as("only what was asked for by name is named: " + answer.body())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noOtherSpellingShouldReachTheRouteUnchecked(MatrixRow row) {
        if (row.isOpen()) {
            return;
        }
        for (String spelling : spellings(row.example())) {
            MatrixApplication.Answer answer =
                    application.send(row.route().method(), spelling, row.body(), Optional.empty());
            assertThat(answer.status()).as(spelling + ": " + answer.body()).isIn(400, 401, 404);
            if (answer.status() == 400) {
                assertThat(refusedInFront(row, spelling)).as(spelling).isTrue();
            }
        }
    }

    /** What is refused before it is known who asks, is refused for an administrator too. */
    private static boolean refusedInFront(MatrixRow row, String spelling) {
        return application
                        .send(row.route().method(), spelling, row.body(), Optional.of(application.key("ADMIN")))
                        .status()
                == 400;
    }

    private static Set<String> spellings(String example) {
        String path = example.contains("?") ? example.substring(0, example.indexOf('?')) : example;
        String query = example.substring(path.length());
        int last = path.lastIndexOf('/') + 1;
        String escaped = "%%%02X".formatted((int) path.charAt(last));
        Set<String> spellings = new LinkedHashSet<>();
        for (String spelling : List.of(
                path + "/",
                path + "//",
                path + ";x=1",
                path.substring(0, last) + ";x=1/" + path.substring(last),
                "/" + path,
                path.substring(0, last) + "/" + path.substring(last),
                path.substring(0, last) + "./" + path.substring(last),
                path.substring(0, last) + "x/../" + path.substring(last),
                path.substring(0, last) + escaped + path.substring(last + 1),
                path.substring(0, last) + escaped.toLowerCase(Locale.ROOT) + path.substring(last + 1),
                path.substring(0, last - 1) + "%2F" + path.substring(last),
                path.substring(0, last - 1) + "%5C" + path.substring(last),
                path.toUpperCase(Locale.ROOT),
                path.substring(0, 1) + path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2),
                path + "%20",
                path + ".json",
                "http://localhost" + path)) {
            spellings.add(spelling + query);
        }
        for (String prefix : List.of("", "/saas", "/ma", "/data")) {
            spellings.add(prefix + path.replaceFirst("^/(saas|ma|data)(?=/)", "") + query);
        }
        return spellings;
    }

    private static MatrixApplication.Answer send(MatrixRow row, Optional<String> credential) {
        return application.send(row.route().method(), row.example(), row.body(), credential);
    }
}
