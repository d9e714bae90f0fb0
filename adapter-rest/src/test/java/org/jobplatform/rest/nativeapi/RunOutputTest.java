package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunOutputTest {
    private static final String LOG = """
            2013-02-27T18:57:51.750Z INFO one
            2013-02-27T18:57:51.750Z ERROR zwölf
            """;

    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();
    private String run = "";

    @BeforeEach
    void startRun() {
        fixture.job("load");
        run = "runs/" + api.post("jobs/load/runs", "{}").json().get("id").textValue();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void log() {
        fixture.platform().end(1, context -> {
            context.log(LogSeverity.INFO, "one");
            context.log(LogSeverity.ERROR, "zwölf");
            return new RunOutcome.Completed();
        });
    }

    private void leave(String fileName, String text) {
        fixture.platform().end(1, context -> {
            try {
                context.content("text/csv", fileName, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return new RunOutcome.Completed();
        });
    }

    @Test
    void logShouldBeAnsweredAsPlainText() {
        log();
        Answer answer = api.get(run + "/log");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(LOG);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(answer.header("Content-Length"))
                .isEqualTo(Integer.toString(LOG.getBytes(StandardCharsets.UTF_8).length));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void logShouldBeEmptyWhenNothingWasSaid() {
        Answer answer = api.get(run + "/log");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(api.get(run + "/log", "Range", "bytes=0-").status()).isEqualTo(416);
    }

    @Test
    void logShouldBeCutToItsLastLines() {
        log();
        assertThat(api.get(run + "/log?tail=1").text()).isEqualTo("2013-02-27T18:57:51.750Z ERROR zwölf\n");
        assertThat(api.get(run + "/log?tail=9").text()).isEqualTo(LOG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tail=0", "tail=x", "follow=yes", "lines=3"})
    void logShouldBeRefusedWhenAskedForOddly(String query) {
        assertThat(api.get(run + "/log?" + query).status()).isEqualTo(400);
    }

    @Test
    void contentShouldBeAnsweredWithItsDescription() {
        leave("Größe \"1\".csv", "a;b\n");
        Answer answer = api.get(run + "/content");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("a;b\n");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gr__e _1_.csv\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.csv");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(api.get(run).json().get("content").toString())
                .isEqualTo(NativeClient.json("{'mediaType':'text/csv','fileName':'Größe \\'1\\'.csv','size':4,"
                        + "'sha256':'9a8be2eb1604c06722f17a9bbdb1160123efa0dcf87979013ead941593977af2'}"));
    }

    @Test
    void contentShouldNotBeFoundWhenThereIsNone() {
        assertThat(api.get(run + "/content").status()).isEqualTo(404);
        assertThat(api.get(run).json().get("links").has("content")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-3|206|0123|bytes 0-3/10",
                "bytes=7-|206|789|bytes 7-9/10",
                "bytes=-2|206|89|bytes 8-9/10",
                "bytes=5-99|206|56789|bytes 5-9/10",
                "bytes=0-1,4-5|200|0123456789|''",
                "lines=0-1|200|0123456789|''",
            })
    void contentShouldBeAnsweredInPart(String range, int status, String text, String contentRange) {
        leave("digits", "0123456789");
        Answer answer = api.get(run + "/content", "Range", range);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
    }

    @Test
    void rangeShouldBeRefusedWhenItLiesBeyondTheEnd() {
        leave("digits", "0123456789");
        Answer refused = api.get(run + "/content", "Range", "bytes=10-");
        assertThat(refused.status()).isEqualTo(416);
        assertThat(refused.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void contentShouldBeComparedByItsTag() {
        leave("digits", "0123456789");
        String tag = api.get(run + "/content").header("ETag");
        assertThat(api.get(run + "/content", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(api.get(run + "/content", "Range", "bytes=0-1", "If-Range", tag)
                        .text())
                .isEqualTo("01");
        assertThat(api.get(run + "/content", "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void largeContentShouldArriveWhole() {
        String large = "0123456789abcdef".repeat(20_000);
        leave("large", large);
        assertThat(api.get(run + "/content").text()).isEqualTo(large);
        assertThat(api.get(run + "/content", "Range", "bytes=65530-131080").text())
                .isEqualTo(large.substring(65_530, 131_081));
    }
}
