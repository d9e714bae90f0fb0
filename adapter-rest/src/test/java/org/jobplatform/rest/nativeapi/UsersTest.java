package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTest {
    private static final String SALES = "{'grants':[{'project':'Sales','role':'operator'},{'role':'viewer'}]}";

    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient admin = fixture.client(Role.ADMIN);

    @AfterEach
    void close() {
        admin.close();
        fixture.close();
    }

    private static List<String> fields(NativeClient.Answer answer) {
        return answer.json().path("errors").findValuesAsText("field");
    }

    @Test
    void userShouldBeMadeThenReadThenChangedThenDeleted() {
        NativeClient.Answer made = admin.put("users/Sally", SALES);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/platform/v1/users/Sally");
        NativeClient.Answer read = admin.get("users/sALLY");
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.json().path("name").asText()).isEqualTo("Sally");
        assertThat(read.json().path("disabled").asBoolean()).isFalse();
        assertThat(read.json().path("grants").toString())
                .isEqualTo(NativeClient.json("[{'role':'viewer'},{'project':'Sales','role':'operator'}]"));

        NativeClient.Answer changed = admin.put("users/sally", "{'grants':[],'disabled':true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("grants")).isEmpty();
        assertThat(changed.json().path("disabled").asBoolean()).isTrue();

        assertThat(admin.delete("users/Sally").status()).isEqualTo(204);
        assertThat(admin.get("users/Sally").status()).isEqualTo(404);
        assertThat(admin.delete("users/Sally").status()).isEqualTo(404);
    }

    @Test
    void usersShouldBeListedPageByPageWithoutAnySecret() {
        for (String name : List.of("carol", "Bob", "dave+x")) {
            admin.put("users/" + name.replace("+", "%2B"), "{'grants':[],'password':'a long password'}");
        }
        NativeClient.Answer first = admin.get("users?limit=3");
        assertThat(first.json().path("users").findValuesAsText("name")).containsExactly("admin", "Bob", "carol");
        NativeClient.Answer second =
                admin.get("users?limit=3&cursor=" + first.json().path("next").asText());
        assertThat(second.json().path("users").findValuesAsText("name")).containsExactly("dave+x", "editor");
        assertThat(second.json().has("next")).isFalse();
        assertThat(first.text() + second.text()).doesNotContain("ash", "password");
        assertThat(fields(admin.get("users?cursor=%C3%A4"))).containsExactly("cursor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                              | grants",
                "{'grants':null}                                                 | grants",
                "{'grants':{}}                                                   | grants",
                "{'grants':[{}]}                                                 | grants[0].role",
                "{'grants':[{'role':'root'}]}                                    | grants[0].role",
                "{'grants':[{'role':'VIEWER'}]}                                  | grants[0].role",
                "{'grants':[{'role':'viewer','project':'/'}]}                    | grants[0].project",
                "{'grants':[{'role':'viewer','projects':'A'}]}                   | grants[0].projects",
                "{'grants':[{'role':'viewer'},{'role':'admin'}]}                 | grants",
                "{'grants':[],'password':'too short'}                            | password",
                "{'grants':[],'disabled':'yes'}                                  | disabled",
                "{'grants':[],'role':'admin'}                                    | role"
            })
    void userShouldNotBeMadeWhenAFieldIsWrong(String body, String field) {
        NativeClient.Answer answer = admin.put("users/sally", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly(field);
        assertThat(answer.text()).doesNotContain("too short");
        assertThat(admin.get("users/sally").status()).isEqualTo(404);
    }

    @Test
    void userShouldNotBeMadeWhenTheNameIsMalformed() {
        assertThat(fields(admin.put("users/a%20b", SALES))).containsExactly("name");
        assertThat(admin.get("users/a%20b").status()).isEqualTo(404);
    }

    @Test
    void lastAdministratorShouldStay() {
        assertThat(admin.delete("users/admin").status()).isEqualTo(409);
        assertThat(admin.put("users/admin", SALES).status()).isEqualTo(409);
        assertThat(admin.put("users/admin", "{'grants':[{'role':'admin'}],'disabled':true}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.put("users/second", "{'grants':[{'role':'admin'}]}").status())
                .isEqualTo(201);
        assertThat(admin.put("users/admin", SALES).status()).isEqualTo(200);
        assertThat(admin.get("users").status()).isEqualTo(403);
    }

    @Test
    void administratorOfAFolderShouldAdministerNobody() {
        try (NativeClient folder = fixture.client("frida", Grants.in(new ProjectPath("Sales"), Role.ADMIN))) {
            assertThat(folder.get("users").status()).isEqualTo(403);
            assertThat(folder.put("users/sally", SALES).status()).isEqualTo(403);
            assertThat(folder.put("users/frida", "{'grants':[{'role':'admin'}]}")
                            .status())
                    .isEqualTo(403);
            assertThat(folder.get("users/frida/keys").status()).isEqualTo(403);
            assertThat(folder.get("retention").status()).isEqualTo(403);
        }
    }

    @Test
    void everyCredentialShouldBeWorthNothingWhenItsUserIsDisabledOrDeleted() {
        admin.put("users/sally", "{'grants':[{'role':'viewer'}],'password':'a long password'}");
        String key = admin.post("users/sally/keys", "{'name':'ci'}")
                .json()
                .path("key")
                .asText();
        String session = admin.post("session", "{'username':'sally','password':'a long password'}")
                .json()
                .path("token")
                .asText();
        try (NativeClient byKey = fixture.holding(key);
                NativeClient bySession = fixture.holding(session)) {
            assertThat(byKey.get("me").status()).isEqualTo(200);
            assertThat(bySession.get("me").status()).isEqualTo(200);

            admin.put("users/sally", "{'grants':[{'role':'viewer'}],'disabled':true}");
            assertThat(byKey.get("me").status()).isEqualTo(401);
            assertThat(bySession.get("me").status()).isEqualTo(401);
            assertThat(admin.post("session", "{'username':'sally','password':'a long password'}")
                            .status())
                    .isEqualTo(401);

            admin.put("users/sally", "{'grants':[{'role':'viewer'}]}");
            assertThat(byKey.get("me").status()).isEqualTo(200);
            assertThat(bySession.get("me").status()).isEqualTo(401);
            admin.delete("users/sally");
            assertThat(byKey.get("me").status()).isEqualTo(401);
        }
    }

    @Test
    void keysOfAUserShouldBeManagedByAdministrators() {
        admin.put("users/sally", SALES);
        NativeClient.Answer made =
                admin.post("users/sally/keys", "{'name':'ci','cap':'viewer','expiresAt':'2013-03-01T00:00:00Z'}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String key = made.json().path("key").asText();
        assertThat(key).startsWith("jp_" + made.json().path("id").asText() + "_");
        assertThat(key.substring(key.lastIndexOf('_') + 1).length()).isGreaterThanOrEqualTo(40);

        JsonNode listed = admin.get("users/sally/keys").json().path("keys");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("name").asText()).isEqualTo("ci");
        assertThat(listed.path(0).path("cap").asText()).isEqualTo("viewer");
        assertThat(listed.path(0).path("expiresAt").asText()).startsWith("2013-03-01T00:00:00");
        assertThat(listed.path(0).has("key")).isFalse();
        assertThat(listed.path(0).has("lastUsedAt")).isFalse();

        try (NativeClient sally = fixture.holding(key)) {
            assertThat(sally.get("me").json().path("grants").findValuesAsText("role"))
                    .containsOnly("viewer");
            assertThat(admin.get("users/sally/keys")
                            .json()
                            .at("/keys/0/lastUsedAt")
                            .asText())
                    .isNotEmpty();
            assertThat(admin.delete("users/sally/keys/unknown").status()).isEqualTo(404);
            assertThat(admin.delete("users/sally/keys/" + made.json().path("id").asText())
                            .status())
                    .isEqualTo(204);
            assertThat(sally.get("me").status()).isEqualTo(401);
        }
        assertThat(admin.get("users/nobody/keys").status()).isEqualTo(404);
        assertThat(admin.post("users/nobody/keys", "{'name':'ci'}").status()).isEqualTo(404);
    }
}
