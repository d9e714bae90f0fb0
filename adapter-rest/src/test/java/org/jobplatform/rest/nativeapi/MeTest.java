package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient nora = fixture.client("nora", Grants.NONE);
    private final NativeClient stranger = fixture.stranger();

    @AfterEach
    void close() {
        nora.close();
        stranger.close();
        fixture.close();
    }

    private static List<String> fields(NativeClient.Answer answer) {
        return answer.json().path("errors").findValuesAsText("field");
    }

    private NativeClient.Answer logIn(String name, String password) {
        return stranger.post("session", "{'username':'%s','password':'%s'}".formatted(name, password));
    }

    private NativeClient withKey(NativeClient owner, String body) {
        NativeClient.Answer made = owner.post("me/keys", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return fixture.holding(made.json().path("key").asText());
    }

    @Test
    void everybodyShouldSeeWhoTheyAreWithoutAnyGrant() {
        assertThat(nora.get("me").json().path("name").asText()).isEqualTo("nora");
        assertThat(nora.get("me").json().path("grants")).isEmpty();
        assertThat(nora.get("jobs").status()).isEqualTo(403);
        assertThat(stranger.get("me").status()).isEqualTo(401);
    }

    @Test
    void sessionShouldLastFromLoginToLogout() {
        NativeClient.Answer login = logIn("NORA", "the password");
        assertThat(login.status()).isEqualTo(201);
        assertThat(login.header("Cache-Control")).isEqualTo("no-store");
        assertThat(login.json().path("idle").asText()).isEqualTo("PT30M");
        assertThat(login.json().path("expiresAt").asText()).startsWith("2013-02-28T06:57:51");
        try (NativeClient session = fixture.holding(login.json().path("token").asText())) {
            assertThat(session.get("me").status()).isEqualTo(200);
            assertThat(session.delete("session").status()).isEqualTo(204);
            assertThat(session.get("me").status()).isEqualTo(401);
            assertThat(nora.get("me").status()).isEqualTo(200);
        }
    }

    @Test
    void sessionShouldEndWhenItWasIdle() {
        try (NativeClient session = fixture.holding(
                logIn("nora", "the password").json().path("token").asText())) {
            fixture.platform().time().advance(Duration.ofMinutes(30));
            assertThat(session.get("me").status()).isEqualTo(401);
        }
    }

    /** Without what leads from the answer to the log. */
    private static String withoutMark(NativeClient.Answer answer) {
        return answer.text().replaceAll("#[0-9a-f]{16}", "#");
    }

    @Test
    void loginShouldBeRefusedTheSameWayWhateverIsWrong() {
        NativeClient.Answer wrong = logIn("nora", "another password");
        NativeClient.Answer unknown = logIn("nobody", "another password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(withoutMark(wrong)).isEqualTo(withoutMark(unknown));
        assertThat(fields(stranger.post("session", "{'username':'nora','user':1}")))
                .containsExactlyInAnyOrder("password", "user");
    }

    @Test
    void everySessionShouldEndAndKeysStayWhenThePasswordIsChanged() {
        try (NativeClient key = withKey(nora, "{'name':'ci'}")) {
            NativeClient.Answer wrong = nora.put("me/password", "{'current':'no password','new':'another password'}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(fields(wrong)).containsExactly("current");
            assertThat(fields(nora.put("me/password", "{'current':'the password','new':'short'}")))
                    .containsExactly("new");
            assertThat(nora.get("me").status()).isEqualTo(200);

            assertThat(nora.put("me/password", "{'current':'the password','new':'another password'}")
                            .status())
                    .isEqualTo(204);
            assertThat(nora.get("me").status()).isEqualTo(401);
            assertThat(key.get("me").status()).isEqualTo(200);
            assertThat(logIn("nora", "the password").status()).isEqualTo(401);
            assertThat(logIn("nora", "another password").status()).isEqualTo(201);
        }
    }

    @Test
    void keyShouldDoNoMoreThanItsCapAndItsUser() {
        fixture.job("job");
        try (NativeClient operator = withKey(fixture.api(), "{'name':'ci','cap':'operator'}");
                NativeClient all = withKey(fixture.api(), "{'name':'all','cap':'admin'}")) {
            assertThat(operator.post("jobs/job/runs", "{}").status()).isEqualTo(202);
            assertThat(operator.delete("jobs/job").status()).isEqualTo(403);
            assertThat(all.get("users").status()).isEqualTo(403);
            assertThat(all.get("me").json().at("/grants/0/role").asText()).isEqualTo("editor");
        }
    }

    @Test
    void keyShouldMakeNoKeyThatMayDoMoreOrLastsLonger() {
        try (NativeClient key =
                withKey(fixture.api(), "{'name':'ci','cap':'operator','expiresAt':'2013-03-01T00:00:00Z'}")) {
            assertThat(key.post("me/keys", "{'name':'more','cap':'editor'}").status())
                    .isEqualTo(403);
            assertThat(key.post("me/keys", "{'name':'more','expiresAt':'2013-03-01T00:00:01Z'}")
                            .status())
                    .isEqualTo(403);
            NativeClient.Answer same = key.post("me/keys", "{'name':'same'}");
            assertThat(same.json().path("cap").asText()).isEqualTo("operator");
            assertThat(same.json().path("expiresAt").asText()).startsWith("2013-03-01T00:00:00");
            NativeClient.Answer less = key.post("me/keys", "{'name':'less','cap':'viewer'}");
            assertThat(less.status()).isEqualTo(201);

            String stronger = fixture.api()
                    .post("me/keys", "{'name':'stronger'}")
                    .json()
                    .path("id")
                    .asText();
            assertThat(key.delete("me/keys/" + stronger).status()).isEqualTo(403);
            assertThat(key.delete("me/keys/" + less.json().path("id").asText()).status())
                    .isEqualTo(204);
        }
    }

    @Test
    void keyShouldBeWorthNothingWhenItHasExpired() {
        try (NativeClient key = withKey(nora, "{'name':'ci','expiresAt':'2013-02-27T19:00:00Z'}")) {
            assertThat(key.get("me").status()).isEqualTo(200);
            fixture.platform().time().advance(Duration.ofMinutes(3));
            assertThat(key.get("me").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                    | name",
                "{'name':''}                                           | name",
                "{'name':'ci','cap':'root'}                            | cap",
                "{'name':'ci','expiresAt':'soon'}                      | expiresAt",
                "{'name':'ci','expiresAt':'2013-02-27T18:00:00Z'}      | expiresAt",
                "{'name':'ci','key':'mine'}                            | key"
            })
    void keyShouldNotBeMadeWhenAFieldIsWrong(String body, String field) {
        NativeClient.Answer answer = nora.post("me/keys", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly(field);
        assertThat(nora.get("me/keys").json().path("keys")).isEmpty();
    }

    @Test
    void keysOfOthersShouldNotBeTouched() {
        String id =
                fixture.api().post("me/keys", "{'name':'ci'}").json().path("id").asText();
        assertThat(nora.delete("me/keys/" + id).status()).isEqualTo(404);
        assertThat(nora.get("users/editor/keys").status()).isEqualTo(403);
        assertThat(fixture.api().get("me/keys").json().path("keys")).hasSize(1);
        assertThat(fixture.client(Role.ADMIN).get("users/editor/keys").json().path("keys"))
                .hasSize(1);
    }
}
