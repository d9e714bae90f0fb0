package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.usecase.JobDraft;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;
import org.junit.jupiter.api.Test;

class JobDocumentReaderTest {
    private static JobDraft read(String document) throws JsonProcessingException {
        return JobDocumentReader.readFile(new JsonMapper().readTree(NativeClient.json(document)));
    }

    @Test
    void scalarsOfFileShouldBecomeTextWhereTextIsWanted() throws JsonProcessingException {
        JobDraft draft = read("""
                {'id':4711,'name':2026,'description':true,'runner':'noop',
                 'parameters':{'year':2026,'half':0.5,'on':true,'text':'x'}}""");
        assertThat(draft.id()).contains(new JobId("4711"));
        assertThat(draft.definition().name().value()).isEqualTo("2026");
        assertThat(draft.definition().description()).contains("true");
        assertThat(draft.definition().parameters())
                .isEqualTo(Map.of("year", "2026", "half", "0.5", "on", "true", "text", "x"));
    }

    @Test
    void textOfFileShouldBecomeNumberWhereNumberIsWanted() throws JsonProcessingException {
        JobDraft draft = read("{'name':'A','runner':'noop','concurrency':{'limit':'3'},'retry':{'attempts':'2'}}");
        assertThat(draft.definition().concurrency()).contains(new Concurrency(3, Concurrency.WhenFull.REJECT));
        assertThat(draft.definition().retry().attempts()).isEqualTo(2);
    }

    @Test
    void fileShouldNeedNoId() throws JsonProcessingException {
        JobDraft draft = read("{'name':'A','runner':'noop'}");
        assertThat(draft.id()).isEmpty();
        assertThat(draft.federatedId()).isEmpty();
    }

    @Test
    void settingsOfFileShouldBeTakenAsTheyAre() throws JsonProcessingException {
        JobDraft draft = read("{'name':'A','runner':'noop','noop':{'rows':true,'gone':null,'argv':['x',5]}}");
        assertThat(draft.definition().runner().settings()).isEqualTo(Map.of("rows", true, "argv", List.of("x", 5L)));
    }

    @Test
    void everyProblemOfFileShouldBeNamed() {
        assertThatThrownBy(() -> read("{'name':['A'],'parameters':{'a':{}},'retry':7,'command':{}}"))
                .asInstanceOf(type(InvalidBody.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("name", "runner", "parameters.a", "retry", "command"));
    }

    @Test
    void documentShouldBeRefusedWhenItIsNoMap() {
        assertThatThrownBy(() -> read("['A']")).isInstanceOf(InvalidBody.class);
    }
}
