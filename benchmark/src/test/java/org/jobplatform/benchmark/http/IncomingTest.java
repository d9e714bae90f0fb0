package org.jobplatform.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IncomingTest {
    private final Incoming incoming = new Incoming();

    @Test
    void isCompleteShouldBeFalseUntilTheLastByteIsThere() throws IOException {
        byte[] answer = bytes("HTTP/1.1 202 Accepted\r\nContent-Length: 3\r\n\r\nabc");
        InputStream oneByOne = new ByteArrayInputStream(answer) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        int read = 0;
        while (!incoming.isComplete()) {
            incoming.readFrom(oneByOne);
            read++;
        }

        assertThat(read).isEqualTo(answer.length);
        assertThat(incoming.status()).isEqualTo(202);
        assertThat(incoming.body()).isEqualTo("abc");
    }

    @Test
    void bodyShouldBeJoinedWhenItCameInChunks() throws IOException {
        incoming.readFrom(
                new ByteArrayInputStream(
                        bytes(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nab\"c\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")));

        assertThat(incoming.isComplete()).isTrue();
        assertThat(incoming.body()).isEqualTo("ab\"c0123456789");
    }

    @Test
    void isCompleteShouldBeFalseWhenTheLastChunkIsMissing() throws IOException {
        incoming.readFrom(
                new ByteArrayInputStream(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n")));

        assertThat(incoming.isComplete()).isFalse();
    }

    @Test
    void locationNameShouldBeWhatFollowsTheLastSlash() throws IOException {
        incoming.readFrom(new ByteArrayInputStream(bytes(
                "HTTP/1.1 202 Accepted\r\nLocation: http://h:1/platform/v1/runs/a-1\r\nContent-Length: 0\r\n\r\n")));

        assertThat(incoming.isComplete()).isTrue();
        assertThat(incoming.locationName()).isEqualTo("a-1");
        assertThat(incoming.isLast()).isFalse();
    }

    @Test
    void isLastShouldBeTrueWhenTheOtherSideCloses() throws IOException {
        incoming.readFrom(
                new ByteArrayInputStream(bytes("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")));

        assertThat(incoming.isComplete()).isTrue();
        assertThat(incoming.isLast()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
