package org.jobplatform.rest.server;

import java.util.Map;

/**
 * An error as it goes out.
 *
 * @param status may differ from the refusal's where a dialect says errors by other means
 * @param mediaType of the text, which is sent as UTF-8
 * @param text the whole body
 * @param headers more headers, such as {@code WWW-Authenticate}; {@code Allow} and {@code Retry-After} are added anyway
 */
public record ErrorBody(int status, String mediaType, String text, Map<String, String> headers) {
    /** Copies the headers. */
    public ErrorBody {
        headers = Map.copyOf(headers);
    }

    /** A body without further headers. */
    public ErrorBody(int status, String mediaType, String text) {
        this(status, mediaType, text, Map.of());
    }
}
