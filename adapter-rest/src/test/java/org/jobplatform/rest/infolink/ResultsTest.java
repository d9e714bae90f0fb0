package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
    /** As the vendor prints it, with its comma too many. */
    private static final String SAMPLE = """
            [ { "result": { "schema": [ { "updateable": false, "typeStandard": { "typeStr": "text", "name": "text" }, \
            "name": "id", "type": { "typeStr": "nvarchar(max)", "precision": -1, "name": "nvarchar", "scale": 0 } }, \
            { "updateable": false, "typeStandard": { "typeStr": "text", "name": "text" }, "name": "company_name", \
            "type": { "typeStr": "nvarchar(max)", "precision": -1, "name": "nvarchar", "scale": 0 } }, ], \
            "records": [ { "company_name": "IBM", "id": "1" }, { "company_name": "Microsoft", "id": "2" } ] }, \
            "name": "companies" } ]""";

    private static final String SCHEMA = """
            [{"updateable":false,"typeStandard":{"typeStr":"text","name":"text"},"name":"id",\
            "type":{"typeStr":"nvarchar(max)","precision":-1,"name":"nvarchar","scale":0}},\
            {"updateable":false,"typeStandard":{"typeStr":"text","name":"text"},"name":"company_name",\
            "type":{"typeStr":"nvarchar(max)","precision":-1,"name":"nvarchar","scale":0}}]""";

    private static final String RECORDS =
            "[{\"company_name\":\"IBM\",\"id\":\"1\"},{\"company_name\":\"Microsoft\",\"id\":\"2\"}]";

    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Script leaving(String mediaType, byte[] content) {
        return context -> {
            try {
                context.content(mediaType, "results.json", new ByteArrayInputStream(content));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return new RunOutcome.Completed();
        };
    }

    private void leave(String mediaType, byte[] content) {
        fixture.main(",'jobId':'mine'");
        fixture.platform.end(1, leaving(mediaType, content));
    }

    private void leave(String json) {
        leave("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private String answered() {
        return fixture.get("getJobStatus.jsp", "mine").text();
    }

    private static String completed(String results) {
        return "{\"status\":\"success\",\"result\":{\"status\":\"completed\",\"results\":" + results + "}}";
    }

    @Test
    void contentOfTheVendorsShapeShouldBeTheResults() {
        leave(SAMPLE);
        assertThat(answered())
                .isEqualTo(completed("[{\"result\":{\"schema\":" + SCHEMA + ",\"records\":" + RECORDS
                        + "},\"name\":\"companies\"}]"));
    }

    @Test
    void synchronousAnswerShouldHaveTheSchemaUnlessItIsNotWanted() {
        leave(SAMPLE);
        Answer whole = fixture.main(",'jobId':'mine','isAsync':false,'noResultSchema':false");
        assertThat(whole.text())
                .isEqualTo("{\"status\":\"success\",\"result\":{\"results\":[{\"result\":{\"schema\":" + SCHEMA
                        + ",\"records\":" + RECORDS + "},\"name\":\"companies\"}]}}");
        Answer bare = fixture.main(",'jobId':'mine','isAsync':false,'noResultSchema':true");
        assertThat(bare.text())
                .isEqualTo("{\"status\":\"success\",\"result\":{\"results\":[{\"result\":{\"records\":" + RECORDS
                        + "},\"name\":\"companies\"}]}}");
    }

    @Test
    void schemaShouldStayInTheStatusWhateverTheStartHasSaid() {
        fixture.main(",'jobId':'mine','noResultSchema':true");
        fixture.platform.end(1, leaving("application/json", SAMPLE.getBytes(StandardCharsets.UTF_8)));
        assertThat(answered()).contains("\"schema\":" + SCHEMA);
    }

    @Test
    void valuesShouldArriveAsTheyWereLeft() {
        String records = "[{\"n\":12345678901234567890.12345678901234567890,\"e\":1E+400,\"b\":true,\"u\":null,"
                + "\"o\":{\"a\":[1,\"\u96ea \uD83D\uDE00\"]}}]";
        leave("[{\"name\":\"\",\"result\":{\"records\":" + records + ",\"schema\":[]}}]");
        assertThat(answered()).contains("\"records\":" + records);
    }

    @Test
    void manyRowsShouldArriveWhole() {
        String row = "{\"a\":\"" + "x".repeat(90) + "\"}";
        String records = "[" + (row + ",").repeat(49_999) + row + "]";
        leave("[{\"name\":\"many\",\"result\":{\"schema\":[],\"records\":" + records + "}}]");
        assertThat(answered())
                .isEqualTo(completed("[{\"name\":\"many\",\"result\":{\"schema\":[],\"records\":" + records + "}}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[1]",
                "[{}]",
                "[] []",
                "not json",
                "[{\"name\":\"a\"}]",
                "[{\"name\":1,\"result\":{\"schema\":[],\"records\":[]}}]",
                "[{\"name\":\"a\",\"result\":[]}]",
                "[{\"name\":\"a\",\"result\":{\"schema\":[]}}]",
                "[{\"name\":\"a\",\"result\":{\"records\":[]}}]",
                "[{\"name\":\"a\",\"result\":{\"schema\":{},\"records\":[]}}]",
                "[{\"name\":\"a\",\"result\":{\"schema\":[],\"records\":[1]}}]",
                "[{\"name\":\"a\",\"result\":{\"schema\":[],\"records\":[],\"more\":[]}}]",
                "[{\"name\":\"a\",\"more\":1,\"result\":{\"schema\":[],\"records\":[]}}]",
                "[{\"name\":\"a\",\"name\":\"b\",\"result\":{\"schema\":[],\"records\":[]}}]",
                "[{\"name\":\"a\",\"result\":{\"schema\":[],\"records\":[]}}",
                "[{\"name\":\"a\",\"result\":{\"schema\":[],\"records\":[{\"x\":1}]}},2]"
            })
    void contentOfAnotherShapeShouldBeNoResults(String content) {
        leave(content);
        assertThat(answered()).isEqualTo(completed("[]"));
    }

    @Test
    void contentOfAnotherTypeShouldBeNoResults() {
        leave("text/plain", SAMPLE.getBytes(StandardCharsets.UTF_8));
        assertThat(answered()).isEqualTo(completed("[]"));
    }

    @Test
    void bytesThatAreNoTextShouldBeNoResults() {
        leave("application/json", new byte[] {'[', '{', '"', (byte) 0xff, (byte) 0xfe, '"'});
        assertThat(answered()).isEqualTo(completed("[]"));
    }

    @Test
    void emptyListShouldBeTheResults() {
        leave("application/vnd.report+json; charset=utf-8", "[]".getBytes(StandardCharsets.UTF_8));
        assertThat(answered()).isEqualTo(completed("[]"));
    }

    @Test
    void tooLargeResultsShouldBeAnErrorAndNotLeftOut() {
        String value = "\"" + "x".repeat(1_000_000) + "\"";
        leave("[{\"name\":\"a\",\"result\":{\"schema\":[],\"records\":[{\"a\":[" + (value + ",").repeat(16) + value
                + "]}]}}]");
        assertThat(fixture.get("getJobStatus.jsp", "mine").error())
                .contains("jobId")
                .contains("16777216 bytes");
    }

    @Test
    void tooDeepResultsShouldBeAnError() {
        leave("[{\"name\":\"a\",\"result\":{\"schema\":[],\"records\":[{\"a\":" + "[".repeat(100_000));
        assertThat(fixture.get("getJobStatus.jsp", "mine").error()).contains("depth 64");
    }
}
