package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;

/** Writes the answers of version 2, and nothing of other dialects, to clients that accept XML. */
@Produces(MediaType.APPLICATION_XML)
final class XmlAnswerWriter implements MessageBodyWriter<Object> {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return XmlRequestReader.isXml(mediaType) && (isOurs(type) || isListOfOurs(generic));
    }

    private static boolean isListOfOurs(Type generic) {
        return generic instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && isOurs(item);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackage().equals(XmlAnswerWriter.class.getPackage());
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(XmlAnswer.write(JSON.valueToTree(answer)).getBytes(StandardCharsets.UTF_8));
    }
}
