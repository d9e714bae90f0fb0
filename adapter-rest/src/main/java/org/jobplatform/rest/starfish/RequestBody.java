package org.jobplatform.rest.starfish;

import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.xml.StrictXml;
import org.jobplatform.rest.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Reads a request in any of the formats of this dialect. */
final class RequestBody {
    /** Both calls take what was written for the other. */
    private static final Set<String> ROOTS = Set.of("execJobAsyncRequest", "execJobRequest");

    private static final JsonBody JSON = new JsonBody(JsonRules.TEXTUAL);

    private RequestBody() {}

    /**
     * The fields of a request.
     *
     * @param type what the body is; JSON when there is none
     * @throws InvalidBody when it is not that
     */
    static JsonFields read(byte[] body, @Nullable MediaType type) {
        if (type != null && MediaTypes.isXml(type)) {
            XmlElement root = StrictXml.read(body);
            if (!ROOTS.contains(root.name())) {
                throw new InvalidBody("the root element must be execJobAsyncRequest or execJobRequest");
            }
            return JsonFields.of(root.members(), JsonRules.TEXTUAL);
        }
        if (type != null && MediaTypes.isForm(type)) {
            return JsonFields.of(FormBody.read(body), JsonRules.TEXTUAL);
        }
        return JSON.read(body);
    }
}
