package org.jobplatform.rest.informatica;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.xml.StrictXml;

/**
 * Reads a request of version 2 that is XML into the fields that it would have as JSON. The name of the root element says
 * what {@code @type} says in JSON, and counts as little.
 */
@Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
final class XmlRequestReader implements MessageBodyReader<JsonFields> {
    static boolean isXml(MediaType type) {
        return type.getSubtype().equalsIgnoreCase("xml");
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonFields.class && isXml(mediaType);
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
        return JsonFields.of(StrictXml.read(body.readAllBytes()).members(), JsonRules.TEXTUAL);
    }
}
