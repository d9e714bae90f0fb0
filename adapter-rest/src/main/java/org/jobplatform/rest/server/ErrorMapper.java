package org.jobplatform.rest.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFaults;

/** Answers every exception that leaves a resource, a filter or the routing, in the words of the path's dialect. */
final class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.ALLOW,
            HttpHeaders.WWW_AUTHENTICATE,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.ETAG,
            "Content-Range");

    private final Errors errors;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpHeaders headers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private Request request;

    ErrorMapper(Errors errors) {
        this.errors = errors;
    }

    @Override
    public Response toResponse(Throwable failure) {
        RequestFacts facts = facts();
        if (failure instanceof WebApplicationException standard) {
            Response response = standard.getResponse();
            return response.getStatus() < 400 || response.hasEntity() ? response : standard(facts, standard, response);
        }
        Optional<Refusal> refusal = refusal(facts, failure);
        ErrorBody body = refusal.isPresent()
                ? errors.refused(facts, refusal.get(), Optional.of(failure))
                : errors.unexpected(facts, failure);
        return response(body).build();
    }

    private Optional<Refusal> refusal(RequestFacts facts, Throwable failure) {
        return switch (failure) {
            case RefusedRequest refused -> Optional.of(refused.refusal());
            case LimitFailure limit -> Optional.of(limited(limit));
            case InvalidBody invalid -> Optional.of(badRequest(invalid));
            case JacksonException json ->
                reading(json) ? Optional.of(badRequest(JsonFaults.describe(json))) : Optional.empty();
            default -> errors.translate(facts, failure);
        };
    }

    /** Before the dialect is asked: too much means the same in each. */
    private static Refusal limited(LimitFailure failure) {
        return switch (failure) {
            case LimitFailure.TooMany tooMany ->
                Refusal.later(429, "There are too many requests.", tooMany.retryAfter());
            case LimitFailure.Full full ->
                Refusal.later(503, "The server has too much to do at the moment.", full.retryAfter());
        };
    }

    private static Refusal badRequest(InvalidBody invalid) {
        return new Refusal(400, invalid.getMessage(), invalid.problems(), Optional.empty());
    }

    /** A fault of the request's text, and not of what a resource wanted to write. */
    private static boolean reading(JacksonException failure) {
        return failure instanceof StreamReadException
                || (failure instanceof JsonProcessingException json
                        && json.getProcessor() instanceof JsonParser
                        && !(failure instanceof InvalidDefinitionException));
    }

    private Response standard(RequestFacts facts, WebApplicationException failure, Response original) {
        if (original.getStatus() >= 500 && original.getStatus() != 503) {
            return response(errors.unexpected(facts, failure)).build();
        }
        Refusal refusal = failure instanceof ParamException parameter
                ? new Refusal(
                        400,
                        parameter.getParameterName() + " is not valid",
                        List.of(new FieldProblem(parameter.getParameterName(), "is not valid")),
                        Optional.empty())
                : Refusal.of(original.getStatus(), message(original.getStatus()));
        Response.ResponseBuilder answer = response(errors.refused(facts, refusal, Optional.of(failure)));
        for (String kept : KEPT_HEADERS) {
            List<Object> values = original.getHeaders().get(kept);
            if (values != null) {
                values.forEach(value -> answer.header(kept, value));
            }
        }
        return answer.build();
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "A credential is needed.";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not possible here.";
            case 406 -> "None of the accepted media types can be given.";
            case 412 -> "A condition of the request does not hold.";
            case 415 -> "This Content-Type cannot be taken here.";
            case 416 -> "The range lies beyond the end.";
            case 503 -> "The server cannot do this at the moment.";
            default -> "The request cannot be taken.";
        };
    }

    private static Response.ResponseBuilder response(ErrorBody body) {
        Response.ResponseBuilder builder = Response.status(body.status())
                .type(body.mediaType())
                .entity(body.text().getBytes(StandardCharsets.UTF_8));
        body.headers().forEach(builder::header);
        return builder;
    }

    private RequestFacts facts() {
        return new RequestFacts(
                request.getMethod(),
                uri.getRequestUri().getRawPath(),
                header(HttpHeaders.ACCEPT),
                header(HttpHeaders.CONTENT_TYPE));
    }

    private String header(String name) {
        String value = headers.getHeaderString(name);
        return value == null ? "" : value;
    }
}
