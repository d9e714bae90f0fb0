package org.jobplatform.rest.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to be sent in pieces, in whole or in part.
 *
 * @param source gives up to a number of bytes from an offset on
 * @param start offset of the first byte that belongs to the download
 * @param size bytes from there on
 */
public record Download(Source source, long start, long size) {
    private static final int PIECE = 64 * 1024;
    private static final String CONTENT_RANGE = "Content-Range";

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        /** Up to {@code length} bytes from the offset on; none only when there are no more. */
        byte[] read(long offset, int length);
    }

    /** The answer to a request with this {@code Range}: 200 or 206; refuses bytes that are not there with 416. */
    public Response.ResponseBuilder answer(@Nullable String range) {
        return switch (ByteRange.of(range, size)) {
            case ByteRange.Whole ignored -> bytes(Status.OK, 0, size);
            case ByteRange.Part part ->
                bytes(Status.PARTIAL_CONTENT, part.first(), part.last() - part.first() + 1)
                        .header(CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + size);
            case ByteRange.Unsatisfiable ignored ->
                throw new WebApplicationException(Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(CONTENT_RANGE, "bytes */" + size)
                        .build());
        };
    }

    private Response.ResponseBuilder bytes(Status status, long first, long length) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .entity(stream(start + first, length));
    }

    private StreamingOutput stream(long from, long length) {
        return output -> {
            long offset = from;
            long end = from + length;
            while (offset < end) {
                byte[] piece = source.read(offset, (int) Math.min(PIECE, end - offset));
                if (piece.length == 0) {
                    throw new EOFException("the bytes end at " + offset + " instead of " + end);
                }
                output.write(piece);
                offset += piece.length;
            }
        };
    }
}
