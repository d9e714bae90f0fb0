package org.jobplatform.rest.infolink;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jobplatform.rest.access.BearerToken;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/**
 * Reads the parameter {@code apiKey}: of the body in a POST, of the query otherwise; where it is absent, the bearer token.
 * The body of a POST must thus be read before it is known who sends it. The gate has collected it and bounded its size;
 * it is put back for the resource, which reads the fields of those only who were let in.
 */
final class ApiKeyReader implements CredentialReader {
    static final String PARAMETER = "apiKey";
    private static final int LONGEST = 1_000;
    private static final List<String> PREFIXES = List.of(Addresses.API);

    private final BearerToken bearer = new BearerToken(PREFIXES);
    private final JsonBody json;

    ApiKeyReader(JsonRules rules) {
        this.json = new JsonBody(rules);
    }

    @Override
    public List<String> prefixes() {
        return PREFIXES;
    }

    /** @throws InvalidBody when the body is not JSON or the parameter no text; @throws RefusedRequest when there is no key */
    @Override
    public Optional<String> token(ContainerRequestContext request) {
        Optional<String> given = request.getMethod().equals(HttpMethod.POST) ? ofBody(request) : ofQuery(request);
        Optional<String> key = given.filter(text -> !text.isEmpty()).or(() -> bearer.token(request));
        if (key.isEmpty()) {
            throw new RefusedRequest(Refusal.of(401, PARAMETER + " parameter is required."));
        }
        return key;
    }

    private Optional<String> ofBody(ContainerRequestContext request) {
        JsonFields fields = json.read(body(request));
        Optional<String> key = fields.optionalText(PARAMETER, LONGEST);
        fields.check();
        return key;
    }

    private static Optional<String> ofQuery(ContainerRequestContext request) {
        QueryFields fields = QueryFields.of(request);
        // An empty one counts as none, as in a body.
        boolean empty = "".equals(request.getUriInfo().getQueryParameters().getFirst(PARAMETER));
        Optional<String> key = empty ? Optional.empty() : fields.text(PARAMETER, LONGEST);
        fields.checkAsked();
        return key;
    }

    private static byte[] body(ContainerRequestContext request) {
        try {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            return body;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
