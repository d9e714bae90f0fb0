package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {
    private static final String MAPPING_TASK =
            "{'@type':'task','id':'0100000Z000009','orgId':'000001','name':'MappingTask1','description':'',"
                    + "'createTime':'2026-01-01T08:00:00.000Z','updateTime':'2026-01-01T08:00:00.000Z',"
                    + "'createdBy':'alice','updatedBy':'alice'}";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @BeforeEach
    void addJobs() {
        fixture.addJob("4711", "Sales/Nightly", "My load", "DSS");
        fixture.addJob("4712", "Sales", "Twice", "MTT");
        fixture.addJob("4713", "Stock", "Twice", "MTT");
        fixture.addJob("4714", "Default", "Native", "SHELL");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> ids(String path) {
        Answer answer = fixture.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.body().forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/task?type=MTT,0100000Z000009 4714 4712 4713",
        "/api/v2/task/?type=mtt&type=MTT&unknown=1,0100000Z000009 4714 4712 4713",
        "/saas/api/v2/task?type=Workflow,0034J90000000M",
        "/saas/api/v2/task/?type=DSS,4711",
        "/api/v2/task?type=DMASK,''",
        "/api/v2/task?type=DRS,''",
        "/api/v2/task?type=PCS,''",
        "/api/v2/mttask,0100000Z000009 4714 4712 4713",
        "/saas/api/v2/mttask/,0100000Z000009 4714 4712 4713",
        "/api/v2/workflow/?simpleMode=true,0034J90000000M"
    })
    void listShouldHoldTheTasksOfTheTypeInTheirOrder(String path, String expected) {
        assertThat(String.join(" ", ids(path))).isEqualTo(expected);
    }

    @Test
    void listShouldHoldMoreTasksThanOnePage() {
        for (int job = 0; job < 501; job++) {
            fixture.addJob("p" + job, "Many", "Job " + job, "PCS");
        }
        assertThat(ids("/api/v2/task?type=PCS")).hasSize(501).doesNotHaveDuplicates();
    }

    @Test
    void taskShouldBeTheTaskObject() {
        assertThat(fixture.get("/api/v2/task?type=MTT").body().path(0)).isEqualTo(json(MAPPING_TASK));
        assertThat(fixture.get("/api/v2/mttask/0100000Z000009").body()).isEqualTo(json(MAPPING_TASK));
        assertThat(fixture.get("/saas/api/v2/mttask/name/MappingTask1/").body()).isEqualTo(json(MAPPING_TASK));
    }

    @Test
    void taskShouldTellWhoMadeAndWhoChangedIt() {
        JobDefinition plain = JobExamples.definition(ProjectPath.DEFAULT, new JobName("Changed"), new JobType("PCS"));
        Job made = fixture.platform.addJob(JobExamples.job("4720", plain));
        fixture.platform.addJob(made.redefine(plain, new Job.Edit(Instant.parse("2026-02-03T04:05:06.789Z"), "bob")));
        Answer answer = fixture.get("/api/v2/task?type=PCS");
        assertThat(answer.body().path(0))
                .isEqualTo(json("{'@type':'task','id':'4720','orgId':'000001','name':'Changed','description':'',"
                        + "'createTime':'2026-01-01T08:00:00.000Z','updateTime':'2026-02-03T04:05:06.000Z',"
                        + "'createdBy':'alice','updatedBy':'bob'}"));
    }

    @Test
    void workflowWithoutStepsShouldListNone() {
        for (String path : new String[] {"0034J90000000M", "name/taskName"}) {
            Answer answer = fixture.get("/api/v2/workflow/" + path);
            assertThat(answer.at("id").asText()).isEqualTo("0034J90000000M");
            assertThat(answer.at("tasks")).isEqualTo(json("[]"));
        }
        assertThat(fixture.get("/api/v2/workflow").body().path(0).path("tasks")).isEqualTo(json("[]"));
    }

    @Test
    void workflowShouldListItsStepsInTheirOrder() {
        fixture.platform.addJob(JobExamples.job(
                "4722",
                JobExamples.definition(new ProjectPath("Flows"), new JobName("Nightly"), new JobType("WORKFLOW"))
                        .withRunner(new RunnerConfiguration(
                                "flow", Map.of("steps", List.of("4711", "Stock/Twice", "Sales/Gone"))))));
        assertThat(fixture.get("/api/v2/workflow/4722").at("tasks"))
                .isEqualTo(json("[{'@type':'workflowTask','taskId':'4711','type':'DSS','name':'My load'},"
                        + "{'@type':'workflowTask','taskId':'4713','type':'MTT','name':'Twice'},"
                        + "{'@type':'workflowTask','taskId':'Sales/Gone','name':'Sales/Gone'}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "type is missing,''",
        "type must be one of,?type=",
        "type must be one of,?type=XXX",
        "type is given several times,?type=MTT&type=DSS"
    })
    void listWithoutAGoodTypeShouldBeRefusedByItsName(String problem, String query) {
        Answer answer = fixture.get("/api/v2/task" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code").asText()).isEqualTo("UI_10001");
        assertThat(answer.at("description").asText()).startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mttask/nobody",
                "mttask/0034J90000000M",
                "mttask/4711",
                "mttask/%27%20or%201%3D1",
                "mttask/name/Nobody",
                "mttask/name/Twice",
                "mttask/name/taskName",
                "mttask/name/%20x",
                "workflow/0100000Z000009",
                "workflow/name/MappingTask1"
            })
    void taskThatIsNotThereShouldBeAnsweredAlikeWith404(String path) {
        Answer answer = fixture.get("/api/v2/" + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(json("{'@type':'error','code':'UI_10009','description':'There is no such task.',"
                        + "'statusCode':404}"));
    }

    @Test
    void taskOfAnotherProjectShouldBeFoundByIdAndByItsOnlyName() {
        fixture.addJob("4721", "Sales", "Only one", "MTT");
        assertThat(fixture.get("/api/v2/mttask/4721").at("name").asText()).isEqualTo("Only one");
        assertThat(fixture.get("/api/v2/mttask/name/Only%20one").at("id").asText())
                .isEqualTo("4721");
    }
}
