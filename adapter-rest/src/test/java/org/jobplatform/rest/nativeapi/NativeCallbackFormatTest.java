package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NativeCallbackFormatTest {
    private final NativeApiFixture fixture = new NativeApiFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void endedRunShouldBeToldAsTheApiAnswersIt() throws JsonProcessingException {
        fixture.platform().receive(new ScriptedNotifier(new DeliveryResult.Unreachable("connection refused")));
        fixture.job("load");
        String id = fixture.api()
                .post("jobs/load/runs", "{'callback':{'url':'https://example.com/'}}")
                .json()
                .get("id")
                .textValue();
        fixture.platform().complete(1);
        Run ended = fixture.platform().find(1);
        List<Delivery> deliveries = fixture.platform().storage().deliveries().of(ended.id());
        assertThat(deliveries).hasSize(1);
        Delivery delivery = deliveries.getFirst();
        assertThat(delivery.policy()).isEqualTo(DeliveryPolicy.NATIVE);
        assertThat(delivery.body().mediaType()).isEqualTo("application/json");
        JsonNode body = new JsonMapper().readTree(delivery.body().text());
        assertThat(body.properties())
                .extracting(member -> member.getKey())
                .containsExactly("type", "id", "timestamp", "run");
        assertThat(body.get("type").textValue()).isEqualTo("run.ended");
        assertThat(body.get("id").textValue()).isEqualTo(delivery.id().value());
        assertThat(body.get("timestamp").textValue()).isEqualTo("2013-02-27T18:57:51.750Z");
        assertThat(body.get("run")).isEqualTo(fixture.api().get("runs/" + id).json());
    }
}
