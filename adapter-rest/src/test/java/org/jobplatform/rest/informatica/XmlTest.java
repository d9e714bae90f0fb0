package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.jobplatform.rest.xml.StrictXml;
import org.jobplatform.rest.xml.XmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Version 2 in XML: its requests by their Content-Type, its answers by what is accepted. */
class XmlTest {
    private static final String XML = "application/xml";
    private static final String START = "<job><taskId>0100000Z000009</taskId><taskType>MTT</taskType></job>";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Answer post(String path, String contentType, String accept, String body) {
        return fixture.send(fixture.request(path)
                .header("icSessionId", fixture.session())
                .header("Content-Type", contentType)
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer get(String path, String accept) {
        return fixture.send(
                fixture.request(path).header("icSessionId", fixture.session()).header("Accept", accept));
    }

    private static XmlElement xml(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.text()).startsWith(XML);
        return StrictXml.read(answer.raw().body());
    }

    private static String child(XmlElement element, String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> names(XmlElement element) {
        return element.children().stream().map(XmlElement::name).toList();
    }

    private int runs() {
        return fixture.platform
                .storage()
                .index()
                .page(RunFilter.ALL, Optional.empty(), 100)
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                START,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<job>\n  <taskType>mtt</taskType>\n"
                        + "  <taskName>MappingTask1</taskName>\n  <runId>0</runId><other><a>1</a></other>\n</job>",
                "<job xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><type>MTT</type>"
                        + "<taskFederatedId>federated-0100000Z000009</taskFederatedId><taskName xsi:nil=\"true\"/></job>"
            })
    void startInXmlShouldBeAnsweredInXml(String body) {
        XmlElement job = xml(post("/saas/api/v2/job/", XML, XML, body));
        assertThat(job.name()).isEqualTo("job");
        assertThat(job.namespace()).isEmpty();
        assertThat(names(job)).containsExactly("taskId", "taskFederatedId", "taskName", "taskType", "runId");
        assertThat(child(job, "taskId")).isEqualTo("0100000Z000009");
        assertThat(child(job, "runId")).isEqualTo("1");
    }

    @Test
    void runtimeInXmlShouldLetTheRunBeginBesideAnother() {
        post("/api/v2/job", XML, XML, START);
        for (String runtime :
                new String[] {"<runtime/>", "<runtime><parameterFileName>a &amp; b.param</parameterFileName></runtime>"
                }) {
            assertThat(post("/api/v2/job", "text/xml", "*/*", START.replace("</job>", runtime + "</job>"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(fixture.platform.find(3).request().parameters()).containsEntry("parameterFileName", "a & b.param");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                                | false
            */*                                                             | false
            application/json, application/xml                               | false
            application/xml;q=0.5, application/json                         | false
            application/xml                                                 | true
            application/xml, application/json;q=0.5                         | true
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true
            """)
    void acceptedTypeShouldDecideTheFormOfAnswersAndErrors(String accept, boolean isXml) {
        String expected = isXml ? XML : "application/json";
        assertThat(get("/api/v2/server/serverTime", accept).header("Content-Type"))
                .startsWith(expected);
        assertThat(get("/api/v2/mttask/nobody", accept).header("Content-Type")).startsWith(expected);
    }

    @Test
    void answerShouldBeJsonWhenNothingIsAccepted() {
        Answer answer = fixture.send(fixture.request("/api/v2/job")
                .header("icSessionId", fixture.session())
                .header("Content-Type", XML)
                .POST(BodyPublishers.ofString(START)));
        assertThat(answer.at("runId").asInt()).isEqualTo(1);
    }

    @Test
    void sessionShouldBeginAndEndInXml() {
        String login = "<login><username>operator</username><password>secret</password></login>";
        XmlElement user = xml(post("/ma/api/v2/user/login", XML, XML, login));
        assertThat(user.name()).isEqualTo("user");
        String token = child(user, "icSessionId");
        XmlElement roles = user.children().getLast();
        assertThat(roles.name()).isEqualTo("roles");
        assertThat(names(roles)).containsExactly("role");
        Answer out = fixture.send(fixture.request("/saas/api/v2/user/logout")
                .header("icSessionId", token)
                .header("Accept", XML)
                .POST(BodyPublishers.noBody()));
        assertThat(xml(out).name()).isEqualTo("success");
        assertThat(xml(post(
                                "/ma/api/v2/user/logoutall",
                                XML,
                                XML,
                                "<logout><username>operator</username><password>secret</password></logout>"))
                        .name())
                .isEqualTo("success");
    }

    @Test
    void stopInXmlShouldBeAnsweredWithTheSuccessObject() {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        XmlElement success = xml(post("/api/v2/job/stop?cleanStop=true", XML, XML, START));
        assertThat(success.name()).isEqualTo("success");
        assertThat(names(success)).containsExactly("statusCode", "description");
    }

    @Test
    void listsShouldHaveTheRootList() {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        fixture.platform.end(1, context -> new RunOutcome.Failed("a < b & c"));
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        for (String path : new String[] {
            "activity/activityMonitor=activityMonitorEntry",
            "activity/activityLog=activityLogEntry",
            "task?type=MTT=task"
        }) {
            int split = path.lastIndexOf('=');
            XmlElement list = xml(get("/api/v2/" + path.substring(0, split), XML));
            assertThat(list.name()).isEqualTo("List");
            assertThat(names(list)).containsExactly(path.substring(split + 1));
        }
        XmlElement entry = xml(get("/api/v2/activity/activityLog/1", XML));
        assertThat(entry.name()).isEqualTo("activityLogEntry");
        assertThat(child(entry, "errorMsg")).isEqualTo("a < b & c");
        assertThat(child(entry, "isStopped")).isEqualTo("false");
        assertThat(child(entry, "entries")).isEmpty();
        assertThat(xml(get("/api/v2/activity/activityLog?offset=9", XML)).children())
                .isEmpty();
    }

    @Test
    void errorInXmlShouldHoldCodeDescriptionAndStatus() {
        XmlElement error = xml(get("/saas/api/v2/mttask/nobody", XML));
        assertThat(error.name()).isEqualTo("error");
        assertThat(names(error)).containsExactly("code", "description", "statusCode");
        assertThat(child(error, "code")).isEqualTo("UI_10009");
        assertThat(child(error, "statusCode")).isEqualTo("404");
        assertThat(xml(fixture.send(fixture.request("/api/v2/server/serverTime").header("Accept", XML)))
                        .name())
                .isEqualTo("error");
        assertThat(xml(get("/api/v2/nothing", XML)).name()).isEqualTo("error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<job>",
                "<job><taskId>0100000Z000009</taskId></job>",
                "<job>text</job>",
                "<job><taskId>0100000Z000009</taskId><taskId>0100000Z000009</taskId><taskType>MTT</taskType></job>",
                "<job><taskId><a>0100000Z000009</a></taskId><taskType>MTT</taskType></job>",
                "<job><taskId>0100000Z000009</taskId><taskType>MTT</taskType><runtime>yes</runtime></job>",
                "<!DOCTYPE job [<!ENTITY a \"0100000Z000009\">]><job><taskId>&a;</taskId><taskType>MTT</taskType></job>",
                "<!DOCTYPE job SYSTEM \"http://127.0.0.1/x.dtd\">" + START,
                START + START,
                "{\"taskId\":\"0100000Z000009\",\"taskType\":\"MTT\"}"
            })
    void malformedXmlShouldBeRefusedAndStartNothing(String body) {
        Answer answer = post("/api/v2/job", XML, XML, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(child(xml(answer), "code")).isEqualTo("UI_10001");
        assertThat(runs()).isZero();
    }

    @Test
    void versionThreeShouldTakeNoXml() {
        Answer answer = post("/public/core/v3/lookup", XML, "application/json", "<objects/>");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("error").path("code").asText()).isEqualTo("IDS_000");
    }
}
