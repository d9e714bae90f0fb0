package org.jobplatform.rest.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/** Writes the error for a request that never reaches a resource; the connection is not used again. */
final class Refuser {
    /** Unknown to Grizzly. */
    static final HttpStatus HEADER_TOO_LARGE = HttpStatus.newHttpStatus(431, "Request Header Fields Too Large");

    private final Errors errors;

    Refuser(Errors errors) {
        this.errors = errors;
    }

    /** Sends the refusal; the caller closes the connection. */
    void refuse(HttpRequestPacket request, Refusal refusal) {
        Connection<?> connection = request.getConnection();
        request.getProcessingState().setKeepAlive(false);
        ErrorBody body = errors.refused(facts(request), refusal, Optional.empty());
        connection.write(fill(request.getResponse(), body), new EmptyCompletionHandler<>());
    }

    /** The content of an answer whose status the reader of HTTP messages has chosen. */
    HttpContent unreadable(HttpResponsePacket response) {
        int status = response.getStatus();
        RequestFacts facts;
        try {
            facts = facts(response.getRequest());
        } catch (RuntimeException broken) {
            facts = RequestFacts.UNKNOWN;
        }
        return fill(response, errors.refused(facts, Refusal.of(status, message(status)), Optional.empty()));
    }

    private static String message(int status) {
        return switch (status) {
            case 414 -> "The URL is too long.";
            case 431 -> "The header is too large.";
            case 505 -> "Only HTTP/1.0 and HTTP/1.1 are spoken here.";
            default -> "The request is not valid HTTP.";
        };
    }

    private static HttpContent fill(HttpResponsePacket response, ErrorBody body) {
        byte[] text = body.text().getBytes(StandardCharsets.UTF_8);
        response.setStatus(
                body.status() == HEADER_TOO_LARGE.getStatusCode()
                        ? HEADER_TOO_LARGE
                        : HttpStatus.getHttpStatus(body.status()));
        response.setContentType(body.mediaType());
        response.setContentLength(text.length);
        body.headers().forEach(response::setHeader);
        if (body.status() == 405) {
            response.setHeader(Header.Allow, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        return HttpContent.builder(response)
                .content(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, text))
                .last(true)
                .build();
    }

    private static RequestFacts facts(HttpRequestPacket request) {
        String path = request.getRequestURI();
        return new RequestFacts(
                request.getMethod().getMethodString(),
                path == null ? "" : path,
                header(request, Header.Accept),
                header(request, Header.ContentType));
    }

    private static String header(HttpRequestPacket request, Header name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
