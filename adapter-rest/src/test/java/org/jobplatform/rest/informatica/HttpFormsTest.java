package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old clients speak HTTP: every address in every spelling, by either version of the protocol. */
class HttpFormsTest {
    private static final String LOGIN = "{\"username\":\"operator\",\"password\":\"secret\"}";
    private static final String TASK = "{\"taskId\":\"0100000Z000009\",\"taskType\":\"MTT\",\"runtime\":{}}";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v2/server/serverTime,''",
        "GET,/api/v2/activity/activityMonitor,?details=true",
        "GET,/api/v2/activity/activityLog,?rowLimit=1",
        "GET,/api/v2/activity/activityLog/1,''",
        "GET,/api/v2/activity/activityLog/1/sessionLog,''",
        "GET,/api/v2/activity/errorLog/1,''",
        "GET,/api/v2/task,?type=MTT",
        "GET,/api/v2/workflow,''",
        "GET,/api/v2/workflow/0034J90000000M,''",
        "GET,/api/v2/mttask,''",
        "GET,/api/v2/mttask/0100000Z000009,''",
        "GET,/api/v2/mttask/name/MappingTask1,''",
        "GET,/public/core/v3/objects,?limit=1",
        "POST,/api/v2/job,''",
        "POST,/api/v2/job/stop,?cleanStop=1",
        "POST,/api/v2/user/login,''",
        "POST,/api/v2/user/logoutall,''",
        "POST,/public/core/v3/login,''",
        "POST,/public/core/v3/lookup,''"
    })
    void addressShouldAnswerInEverySpellingAndNeverRedirect(String method, String path, String query)
            throws IOException {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        fixture.platform.complete(1);
        for (String prefix : path.contains("/user/") ? new String[] {"", "/saas", "/ma"} : new String[] {"", "/saas"}) {
            for (String slash : new String[] {"", "/"}) {
                for (String version : new String[] {"HTTP/1.0", "HTTP/1.1\r\nHost: localhost"}) {
                    if (path.endsWith("/stop")) {
                        fixture.start(InformaticaFixture.MAPPING, "MTT");
                    }
                    // Not the session of the fixture, which one of the addresses ends.
                    String answer = fixture.raw(
                            method.equals("GET") ? "" : body(path),
                            method + " " + prefix + path + slash + query + " " + version,
                            "Content-Type: application/json",
                            "icSessionId: " + InformaticaFixture.KEY);
                    assertThat(answer).as(prefix + path + slash).containsPattern("^HTTP/1\\.[01] 200 ");
                    assertThat(answer).doesNotContainIgnoringCase("\r\nLocation:");
                }
            }
        }
    }

    private static String body(String path) {
        return path.contains("log") ? LOGIN : path.endsWith("lookup") ? "{\"objects\":[{\"id\":\"x\"}]}" : TASK;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "Content-Type: application/json; charset=utf-8",
                "Content-Type: application/json;",
                "Content-Type: application/x-www-form-urlencoded"
            })
    void bodyShouldBeJsonUnderEveryContentTypeOfOldClients(String type) throws IOException {
        for (String path :
                new String[] {"/api/v2/job", "/ma/api/v2/user/login", "/public/core/v3/login", "/public/core/v3/lookup"
                }) {
            assertThat(fixture.raw(
                            body(path), "POST " + path + " HTTP/1.0", type, "icSessionId: " + InformaticaFixture.KEY))
                    .as(path)
                    .contains(" 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/user/logout,X-Nothing: nothing",
        "/saas/api/v2/user/logout,Content-Type: application/json;",
        "/ma/api/v2/user/logout/,Content-Type: application/xml",
        "/public/core/v3/logout,X-Nothing: nothing",
        "/saas/public/core/v3/logout/,Content-Type: image/png"
    })
    void logoutShouldTakeAnyBodyAndContentType(String path, String type) throws IOException {
        for (String body : new String[] {"", "{\"@type\":\"logout\"}", "<logout/>", "}"}) {
            String token = fixture.platform
                    .credentials()
                    .logIn("operator", "secret", SessionHeader.IDLE, "")
                    .token();
            assertThat(fixture.raw(body, "POST " + path + " HTTP/1.0", type, "icSessionId: " + token))
                    .contains(" 200 ");
            assertThat(fixture.raw("", "GET /api/v2/server/serverTime HTTP/1.0", "icSessionId: " + token))
                    .contains(" 401 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v2/server/serverTime", "GET /saas/public/core/v3/objects"})
    void hostShouldBeNeededByHttpOneOneOnly(String request) throws IOException {
        String session = "icSessionId: " + fixture.session();
        assertThat(fixture.raw("", request + " HTTP/1.0", session)).contains(" 200 ");
        assertThat(fixture.raw("", request + " HTTP/1.1", session)).contains(" 400 ");
        assertThat(fixture.raw("", request + " HTTP/1.1", session, "Host: evil.example"))
                .contains(" 403 ");
    }

    @Test
    void otherSpellingsShouldReachNothing() throws IOException {
        for (String path :
                new String[] {"//api/v2/job", "/API/V2/job", "/api/v2/job;x=1", "/api/v2/./job", "/v2/job"}) {
            assertThat(fixture.raw(
                            TASK,
                            "POST " + path + " HTTP/1.0",
                            "Content-Type: application/json",
                            "icSessionId: " + fixture.session()))
                    .as(path)
                    .containsPattern("^HTTP/1\\.[01] (400|404) ");
        }
        assertThat(fixture.get("/api/v2/activity/activityMonitor").body()).isEmpty();
    }
}
