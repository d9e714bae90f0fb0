package org.jobplatform.callback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the head of an answer and reads a bounded part of its body, which it throws away. The body is read only so that a receiver is
 * not cut off in the middle of its answer; whether it arrives whole does not matter.
 */
final class AnswerConsumer implements AsyncResponseConsumer<Exchange.Answered> {

    static final int LONGEST_BODY = 64 * 1024;

    private volatile Exchange.@Nullable Answered answer;
    private @Nullable FutureCallback<Exchange.Answered> end;
    private int bytesRead;

    /** The answer as soon as its head has arrived, whatever becomes of its body. */
    Optional<Exchange.Answered> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // The final answer counts.
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails body,
            HttpContext context,
            FutureCallback<Exchange.Answered> callback)
            throws ProtocolException {
        if (response.getCode() < 200 || response.getCode() > 599) {
            throw new ProtocolException("the status is not one of a final answer");
        }
        Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        Exchange.Answered arrived = new Exchange.Answered(
                response.getCode(), Optional.ofNullable(retryAfter).map(Header::getValue));
        answer = arrived;
        end = callback;
        if (body == null) {
            callback.completed(arrived);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        bytesRead += source.remaining();
        source.position(source.limit());
        if (bytesRead > LONGEST_BODY) {
            throw new TooLongAnswer(LONGEST_BODY);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        if (end != null) {
            end.completed(answer);
        }
    }

    @Override
    public void failed(Exception cause) {
        // The future of the exchange tells.
    }

    @Override
    public void releaseResources() {
        // There are none.
    }
}
