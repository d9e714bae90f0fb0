package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's samples, and every format in and out. */
class FormatsTest {
    private static final String ASYNC = "/v1/ExecuteJobAsync";

    /** The vendor's sample, but for values that are no placeholders. */
    private static final String JSON_SAMPLE = """
            {
              "runID": "0F8FAD5B-D9CB-469F-A165-70867728950E",
              "projectID": "Sales",
              "jobID": "load-1",
              "chainJobs": false,
              "loggingLevel": 5,
              "argument": "sample string 6",
              "beginAtRow": "7",
              "endAfterRow": "8",
              "threadCount": "9",
              "webHookURL": "https://receiver.example/10"
            }
            """;

    private static final String XML_SAMPLE = """
            <execJobAsyncRequest xmlns:i="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns="http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers">
              <argument>sample string 6</argument>
              <beginAtRow>7</beginAtRow>
              <chainJobs>false</chainJobs>
              <endAfterRow>8</endAfterRow>
              <jobID>load-1</jobID>
              <loggingLevel>5</loggingLevel>
              <projectID>Sales</projectID>
              <runID>0F8FAD5B-D9CB-469F-A165-70867728950E</runID>
              <threadCount>9</threadCount>
              <webHookURL>https://receiver.example/10</webHookURL>
            </execJobAsyncRequest>
            """;

    private static final String FORM = "runID=0F8FAD5B-D9CB-469F-A165-70867728950E&projectID=Sales&jobID=load-1"
            + "&chainJobs=false&loggingLevel=5&argument=sample+string%206&beginAtRow=7&endAfterRow=8&threadCount=9"
            + "&webHookURL=https%3A%2F%2Freceiver.example%2F10";

    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String sample(String type) {
        return type.endsWith("json") ? JSON_SAMPLE : type.endsWith("xml") ? XML_SAMPLE : FORM;
    }

    private void assertWhole() {
        RunRequest request = fixture.platform.find(1).request();
        assertThat(request.argument()).hasValue("sample string 6");
        assertThat(request.rows()).isEqualTo(new RowRange(7, OptionalLong.of(8)));
        assertThat(request.threads()).isEqualTo(9);
        assertThat(request.loggingLevel()).isEqualTo(LoggingLevel.HIGH);
        assertThat(request.callback().map(target -> target.url().toString())).hasValue("https://receiver.example/10");
    }

    private String xml(String inner) {
        return "<execJobAsyncRequest><runID>" + StarfishFixture.RUN
                + "</runID><projectID>Sales</projectID><jobID>load-1</jobID>" + inner + "</execJobAsyncRequest>";
    }

    private Answer postXml(String xml) {
        return fixture.post(ASYNC, "application/xml", xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/json",
                "application/json; charset=UTF-8",
                "application/xml",
                "text/xml",
                "text/xml;charset=utf-8",
                "application/x-www-form-urlencoded"
            })
    void sampleShouldBeTakenInEveryFormat(String type) {
        Answer answer = fixture.post(ASYNC, type, sample(type.replaceAll("; ?charset.*", "")));
        assertThat(answer.text())
                .isEqualTo("{\"runID\":\"0F8FAD5B-D9CB-469F-A165-70867728950E\",\"started\":true,\"error\":null}");
        assertWhole();
    }

    @Test
    void everyFormatShouldBeTheSameRequest() {
        for (String type : new String[] {"application/json", "text/xml", "application/x-www-form-urlencoded"}) {
            assertThat(fixture.post(ASYNC, type, sample(type)).at("started").asBoolean())
                    .as(type)
                    .isTrue();
        }
        assertThat(fixture.runs()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json;charset=utf-8",
                "text/json | text/json;charset=utf-8",
                "application/xml | application/xml;charset=utf-8",
                "text/xml | text/xml;charset=utf-8",
                "*/* | application/json;charset=utf-8",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/xml;charset=utf-8",
                "application/xml;q=0.1,application/json | application/json;charset=utf-8"
            })
    void answerShouldBeInTheFormatThatIsAccepted(String accept, String type) {
        Answer answer = fixture.send(fixture.request(ASYNC)
                .header("Content-Type", "application/xml")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(XML_SAMPLE)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.text().replace(" ", ""))
                .startsWith(type.contains("xml") ? "<execJobAsyncResponsexmlns:i" : "{");
    }

    @Test
    void xmlAnswerShouldBeThatOfTheVendorsSample() {
        HttpRequest.Builder request = fixture.request(ASYNC)
                .header("Content-Type", "application/json")
                .header("Accept", "application/xml");
        assertThat(fixture.send(request.copy().POST(BodyPublishers.ofString(JSON_SAMPLE)))
                        .text())
                .isEqualTo("<execJobAsyncResponse xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns=\"http://schemas.datacontract.org/2004/07/StarfishAPI.Controllers\">"
                        + "<error i:nil=\"true\"/><runID>0F8FAD5B-D9CB-469F-A165-70867728950E</runID>"
                        + "<started>true</started></execJobAsyncResponse>");
        assertThat(fixture.send(request.copy().POST(BodyPublishers.ofString(JSON_SAMPLE.replace("load-1", "<a&b>"))))
                        .text())
                .contains("<error>There is no such job in this project.</error>", "<started>false</started>");
    }

    @Test
    void typeThatCannotBeGivenShouldBeRefused() {
        Answer answer = fixture.send(fixture.request(ASYNC)
                .header("Content-Type", "application/json")
                .header("Accept", "image/png")
                .POST(BodyPublishers.ofString(JSON_SAMPLE)));
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.at("Message").asText()).isNotEmpty();
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data;boundary=x",
                "application/octet-stream",
                "application/json;charset=utf-7",
                "application/xml;charset=ibm1047"
            })
    void otherTypesShouldBeRefused(String type) {
        Answer answer = fixture.post(ASYNC, type, JSON_SAMPLE);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("Message").asText()).isNotEmpty();
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void bodyWithoutATypeShouldBeRefused() {
        Answer answer = fixture.send(fixture.request(ASYNC).POST(BodyPublishers.ofString(JSON_SAMPLE)));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void compressedBodyShouldBeRefused() {
        Answer answer = fixture.send(fixture.request(ASYNC)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(JSON_SAMPLE)));
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "7",
                "{\"runID\":\"a\"",
                "{} {}",
                "{\"runID\":\"a\",\"runID\":\"b\"}",
                "{\"a\":1,}",
                "/*c*/{}",
                "{'a':1}",
                "{\"a\":NaN}"
            })
    void malformedJsonShouldBeRefused(String body) {
        Answer answer = fixture.post(ASYNC, "application/json", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem("request")).isNotEmpty().doesNotStartWith("not only");
    }

    @Test
    void bodyThatIsNotUtf8ShouldBeRefused() {
        for (byte[] body : new byte[][] {{(byte) 0xff, (byte) 0xfe}, JSON_SAMPLE.getBytes(StandardCharsets.UTF_16)}) {
            for (String type :
                    new String[] {"application/json", "application/xml", "application/x-www-form-urlencoded"}) {
                Answer answer = fixture.send(
                        fixture.request(ASYNC).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.problem("request")).isEqualTo("The body is not valid UTF-8.");
            }
        }
    }

    @Test
    void byteOrderMarkShouldNotCount() {
        assertThat(fixture.post(ASYNC, "application/json", "\uFEFF" + JSON_SAMPLE)
                        .status())
                .isEqualTo(200);
        assertThat(postXml("\uFEFF" + XML_SAMPLE).at("started").asBoolean()).isTrue();
    }

    @Test
    void xmlShouldBeTakenInAnyOrderWithOrWithoutNamespaceAndByEitherRoot() {
        assertThat(postXml(xml("")).at("started").asBoolean()).isTrue();
        String other = xml("").replace("execJobAsyncRequest", "execJobRequest");
        assertThat(postXml(other).at("started").asBoolean()).isTrue();
        String prefixed = "<s:execJobAsyncRequest xmlns:s=\"http://schemas.datacontract.org/2004/07/StarfishAPI"
                + ".Controllers\"><s:jobID>load-1</s:jobID><s:runID>" + StarfishFixture.RUN
                + "</s:runID><s:projectID>Sales</s:projectID></s:execJobAsyncRequest>";
        assertThat(postXml(prefixed).at("started").asBoolean()).isTrue();
        assertThat(fixture.runs()).isOne();
        assertThat(postXml("<job/>").problem("request"))
                .isEqualTo("The root element must be execJobAsyncRequest or execJobRequest.");
    }

    @Test
    void xmlValuesShouldBeReadAsWhatTheySpell() {
        String nil = " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>";
        assertThat(postXml(
                                xml(
                                        "<argument><![CDATA[<a>&amp;]]></argument><threadCount" + nil + "<webHookURL/>"
                                                + "<chainJobs> false </chainJobs><loggingLevel> 2 </loggingLevel><unknown><x/></unknown>"))
                        .at("started")
                        .asBoolean())
                .isTrue();
        RunRequest request = fixture.platform.find(1).request();
        assertThat(request.argument()).hasValue("<a>&amp;");
        assertThat(request.loggingLevel()).isEqualTo(LoggingLevel.MEDIUM);
        assertThat(request.threads()).isEqualTo(1);
    }

    @Test
    void malformedXmlValueShouldBeNamed() {
        assertThat(postXml(xml("<threadCount>abc</threadCount>")).problem("request.threadCount"))
                .startsWith("The field threadCount ");
        assertThat(postXml(xml("<chainJobs>maybe</chainJobs>")).problem("request.chainJobs"))
                .isEqualTo("The field chainJobs must be true or false.");
        assertThat(postXml(xml("<jobID>twice</jobID>")).status()).isEqualTo(400);
        assertThat(postXml(xml("mixed")).status()).isEqualTo(400);
        assertThat(postXml("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                                + xml("<argument>&e;</argument>"))
                        .problem("request"))
                .isEqualTo("A document type declaration is not taken.");
        assertThat(postXml("<a>".repeat(100_000)).status()).isEqualTo(400);
        assertThat(postXml("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + xml(""))
                        .status())
                .isEqualTo(400);
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runID=a&runID=b", "runID=%", "runID=%4", "runID=%zz", "runID=%ff%fe"})
    void malformedFormShouldBeRefused(String form) {
        Answer answer = fixture.post(ASYNC, "application/x-www-form-urlencoded", form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem("request")).startsWith("The form ");
    }

    @Test
    void formShouldBeDecodedExactly() {
        String form = "&runID=%7B" + StarfishFixture.RUN
                + "%7D&project%49D=Sales&jobID=load-1&argument=a%26b%3Dc+d%2B%F0%9F%98%80&&x";
        assertThat(fixture.post(ASYNC, "application/x-www-form-urlencoded", form)
                        .at("started")
                        .asBoolean())
                .isTrue();
        assertThat(fixture.platform.find(1).request().argument()).hasValue("a&b=c d+\uD83D\uDE00");
    }

    @Test
    void errorShouldBeXmlForAClientThatAcceptsNothingElse() {
        Answer answer = fixture.send(fixture.request(ASYNC)
                .header("Content-Type", "application/xml")
                .header("Accept", "application/xml")
                .POST(BodyPublishers.ofString("<execJobAsyncRequest/>")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        assertThat(answer.text())
                .isEqualTo("<Error xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<Message>The request is invalid.</Message><ModelState>"
                        + "<request.runID>The runID field is required.</request.runID>"
                        + "<request.projectID>The projectID field is required.</request.projectID>"
                        + "<request.jobID>The jobID field is required.</request.jobID></ModelState></Error>");
    }
}
