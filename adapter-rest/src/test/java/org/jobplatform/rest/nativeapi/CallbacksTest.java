package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.nativeapi.NativeClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.callback.DeliveryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API tells of callbacks, and telling again. */
class CallbacksTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @BeforeEach
    void makeAJob() {
        fixture.job("job");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void callbackShouldBeToldOfWithItsAttemptsWhenItIsConfirmed() {
        ended("run");

        assertThat(told("run", 1, "confirmed").path("callbacks"))
                .hasSize(1)
                .first()
                .satisfies(callback -> {
                    assertThat(callback.path("number").asInt()).isEqualTo(1);
                    assertThat(callback.path("url").asText()).isEqualTo("https://receiver.example/done");
                    assertThat(callback.path("createdAt").asText()).isEqualTo("2013-02-27T18:57:51.750Z");
                    assertThat(callback.has("nextAttempt")).isFalse();
                    assertThat(callback.path("attempts").toString())
                            .isEqualTo(json("[{'number':1,'at':'2013-02-27T18:57:51.750Z','result':'confirmed',"
                                    + "'status':200,'milliseconds':0}]"));
                });
    }

    @Test
    void callbackShouldSayWhenTheNextAttemptIsDueWhenOneFailed() {
        fixture.platform().receive(new ScriptedNotifier(new DeliveryResult.Unreachable("connection refused")));
        ended("run");
        Eventually.holds(
                "an attempt", () -> callbacks("run").findValue("attempts").size() == 1);
        JsonNode callback = callbacks("run").path("callbacks").path(0);

        assertThat(callback.path("state").asText()).isEqualTo("pending");
        assertThat(callback.path("nextAttempt").asText()).isEqualTo("2013-02-27T18:57:56.750Z");
        assertThat(callback.path("attempts").path(0).path("reason").asText()).isEqualTo("connection refused");
        assertThat(callback.path("attempts").path(0).has("status")).isFalse();
    }

    @Test
    void runShouldSayHowFarItsCallbackHasCome() {
        fixture.platform().receive(new ScriptedNotifier(new DeliveryResult.Rejected(410, Optional.empty())));
        api.put("runs/waiting", "{'job':'job','callback':{'url':'https://receiver.example/done'}}");
        ended("run");
        told("run", 1, "refused");

        assertThat(api.get("runs/run").json().path("callback").toString())
                .isEqualTo(json("{'url':'https://receiver.example/done','state':'refused'}"));
        assertThat(api.get("runs").json().findValuesAsText("state")).contains("refused");
        assertThat(api.get("runs/waiting").json().path("callback").has("state")).isFalse();
    }

    @Test
    void redeliveryShouldBeAnotherCallback() {
        ended("run");
        told("run", 1, "confirmed");

        NativeClient.Answer answer = api.post("runs/run/callbacks/1/redeliver", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("number").asInt()).isEqualTo(2);
        assertThat(told("run", 2, "confirmed").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void redeliveryShouldBeRefusedWhenThereIsNothingToTellAgain() {
        ended("run");
        api.put("runs/waiting", "{'job':'job'}");

        assertThat(api.post("runs/run/callbacks/2/redeliver", "").status()).isEqualTo(404);
        assertThat(api.post("runs/run/callbacks/x/redeliver", "").status()).isEqualTo(404);
        assertThat(api.post("runs/never/callbacks/1/redeliver", "").status()).isEqualTo(404);
        assertThat(api.get("runs/never/callbacks").status()).isEqualTo(404);
        assertThat(api.post("runs/waiting/callbacks/1/redeliver", "").status()).isEqualTo(409);
        assertThat(fixture.client(Role.VIEWER)
                        .post("runs/run/callbacks/1/redeliver", "")
                        .status())
                .isEqualTo(403);
        assertThat(callbacks("run").path("callbacks")).hasSize(1);
    }

    @Test
    void secretShouldBeShownAndRotated() {
        NativeClient.Answer shown = api.get("projects/Default/callback-secret");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        String first = shown.json().path("secret").asText();
        assertThat(first).matches("whsec_[A-Za-z0-9+/]{43}=");

        JsonNode rotated =
                api.post("projects/Default/callback-secret/rotate", "").json();
        assertThat(rotated.path("previous").asText()).isEqualTo(first);
        assertThat(rotated.path("secret").asText()).isNotEqualTo(first);
        assertThat(api.post("projects/Default/callback-secret/rotate", "").status())
                .isEqualTo(409);
        assertThat(api.delete("projects/Default/callback-secret/previous").status())
                .isEqualTo(204);

        JsonNode last = api.get("projects/Default/callback-secret").json();
        assertThat(last.path("secret")).isEqualTo(rotated.path("secret"));
        assertThat(last.has("previous")).isFalse();
    }

    @Test
    void secretShouldBeFoundWhenTheProjectIsAPathOfFolders() {
        api.put("jobs/deep", "{'name':'deep','project':'Sales/Übersicht 1','runner':'noop'}");

        assertThat(api.get("projects/Sales/%C3%9Cbersicht%201/callback-secret")
                        .json()
                        .path("project")
                        .asText())
                .isEqualTo("Sales/Übersicht 1");
    }

    @Test
    void secretShouldBeRefusedWhenTheProjectIsUnknownOrTheCallerMayNotSeeIt() {
        assertThat(api.get("projects/Nobody/callback-secret").status()).isEqualTo(404);
        assertThat(api.get("projects/a%21b/callback-secret").status()).isEqualTo(404);
        assertThat(fixture.client(Role.OPERATOR)
                        .get("projects/Default/callback-secret")
                        .status())
                .isEqualTo(403);
        assertThat(fixture.stranger().get("projects/Default/callback-secret").status())
                .isEqualTo(401);
    }

    private void ended(String id) {
        int number = api.put("runs/" + id, "{'job':'job','callback':{'url':'https://receiver.example/done'}}")
                .json()
                .path("number")
                .asInt();
        fixture.platform().complete(number);
    }

    private JsonNode callbacks(String run) {
        return api.get("runs/" + run + "/callbacks").json();
    }

    /** The callbacks once this one has come so far. */
    private JsonNode told(String run, int number, String state) {
        Eventually.holds(
                "callback " + number + " is " + state,
                () -> callbacks(run)
                        .path("callbacks")
                        .path(number - 1)
                        .path("state")
                        .asText()
                        .equals(state));
        return callbacks(run);
    }
}
