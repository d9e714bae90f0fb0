package org.jobplatform.rest.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.nexus.NexusFixture.GUID;
import static org.jobplatform.rest.nexus.NexusFixture.SHOWN;
import static org.jobplatform.rest.nexus.NexusFixture.leaving;

import org.jobplatform.rest.nexus.NexusFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobContentTest {
    private static final String REPORT = "{\"elements\":[{\"type\":\"table\",\"caption\":\"Table of Data\"}]}";

    private final NexusFixture fixture = new NexusFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void leave(String mediaType, String fileName, String content) {
        fixture.start(GUID, "somebody");
        fixture.platform.end(1, leaving(mediaType, fileName, content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/icweb.dll/jobContent?id={FAAF7FBC-0475-45ED-A148-02238E75C395}",
                "/icweb.dll/jobContent?id=%7BFAAF7FBC-0475-45ED-A148-02238E75C395%7D",
                "/icweb.dll/jobContent/{FAAF7FBC-0475-45ED-A148-02238E75C395}",
                "/data/icweb.dll/jobContent/faaf7fbc-0475-45ed-a148-02238e75c395"
            })
    void contentShouldBeGivenAsTheVendorsSampleShows(String target) {
        leave("application/json", "report.json", REPORT);
        Answer answer = fixture.get(target);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("content-disposition")).isEqualTo("attachment;filename=\"report.json\"");
        assertThat(answer.body()).isEqualTo(REPORT);
    }

    @Test
    void contentShouldNotRunInABrowser() {
        leave("text/html", "page.html", "<script>alert(1)</script>");
        Answer answer = fixture.get("/icweb.dll/jobContent?id=" + SHOWN);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void fileNameShouldNotAddToTheHeader() {
        leave("text/plain", "x\"; filename=y.exe", "text");
        assertThat(fixture.get("/icweb.dll/jobContent?id=" + SHOWN).header("Content-Disposition"))
                .isEqualTo("attachment;filename=\"x_; filename=y.exe\";filename*=UTF-8''x%22%3B%20filename%3Dy.exe");
    }

    @Test
    void partShouldBeGivenWhenAskedFor() {
        leave("application/json", "report.json", REPORT);
        Answer answer = fixture.get("/icweb.dll/jobContent?id=" + SHOWN, "Range: bytes=1-10");
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(REPORT.substring(1, 11));
        Answer beyond = fixture.get("/icweb.dll/jobContent?id=" + SHOWN, "Range: bytes=1000-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void headShouldTellTheLength() {
        leave("application/json", "report.json", REPORT);
        Answer answer = fixture.send("HEAD /icweb.dll/jobContent?id=" + SHOWN + "&hash=" + fixture.hash());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(REPORT.length()));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void runWithoutContentShouldSaySo() {
        fixture.start(GUID, "viewer");
        Answer answer = fixture.get("/icweb.dll/jobContent?id=" + SHOWN);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).isEqualTo("Job identified by id has no content.");
        assertThat(fixture.get("/icweb.dll/jobContent/" + SHOWN).body()).isEqualTo(answer.body());
    }

    @Test
    void idShouldBeNeeded() {
        Answer answer = fixture.get("/icweb.dll/jobContent");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("id is missing");
    }
}
