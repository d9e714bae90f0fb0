package org.jobplatform.rest.server;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jobplatform.rest.json.JsonFields;

/** Gives a resource method its body as {@link JsonFields} under the rules of the path's dialect, whatever media type it takes. */
final class JsonFieldsReader implements MessageBodyReader<JsonFields> {
    private final ServedDialects dialects;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    JsonFieldsReader(ServedDialects dialects) {
        this.dialects = dialects;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonFields.class;
    }

    @Override
    public JsonFields readFrom(
            Class<JsonFields> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return dialects.json(uri.getRequestUri().getRawPath()).read(body.readAllBytes());
    }
}
