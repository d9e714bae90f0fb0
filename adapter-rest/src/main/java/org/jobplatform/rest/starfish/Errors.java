package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.server.ErrorAnswer;
import org.jobplatform.rest.server.ErrorBody;
import org.jobplatform.rest.server.ErrorPresenter;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RequestFacts;
import org.jobplatform.rest.xml.XmlElement;
import org.jobplatform.rest.xml.XmlWriter;

/**
 * Errors as the vendor's framework writes them: a {@code Message}, and for a request that is not valid a
 * {@code ModelState} with what is wrong with each field. In XML when the client accepts that and no JSON.
 */
final class Errors implements ErrorPresenter {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);
    private static final String INVALID = "The request is invalid.";
    private static final String REQUEST = "request";

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        Map<String, List<String>> state = modelState(answer);
        String message = !state.isEmpty()
                ? INVALID
                : answer.status() == 500 ? answer.message() + " (" + answer.correlationId() + ")" : answer.message();
        Map<String, String> headers = answer.status() == 401 ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
        return wantsXml(answer.request())
                ? new ErrorBody(answer.status(), MediaTypes.XML, xml(message, state), headers)
                : new ErrorBody(answer.status(), MediaTypes.JSON, json(message, state), headers);
    }

    @Override
    public Optional<Refusal> translate(Throwable failure) {
        return Failures.refusal(failure);
    }

    private static Map<String, List<String>> modelState(ErrorAnswer answer) {
        Map<String, List<String>> state = new LinkedHashMap<>();
        for (FieldProblem problem : answer.refusal().problems()) {
            state.computeIfAbsent(key(problem, answer.request()), ignored -> new ArrayList<>())
                    .add(sentence(problem));
        }
        if (state.isEmpty()
                && answer.cause().filter(InvalidBody.class::isInstance).isPresent()) {
            state.put(REQUEST, List.of(capitalized(answer.message()) + "."));
        }
        return state;
    }

    /** The fields of a body belong to a request, those of a query do not. */
    private static String key(FieldProblem problem, RequestFacts request) {
        boolean query = request.path().toLowerCase(Locale.ROOT).startsWith("/v1/webhook");
        return query ? problem.field() : REQUEST + "." + problem.field();
    }

    private static String sentence(FieldProblem problem) {
        return switch (problem.message()) {
            case "is missing", "is empty" -> "The " + problem.field() + " field is required.";
            default -> "The field " + problem.field() + " " + problem.message() + ".";
        };
    }

    private static String capitalized(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    private static String json(String message, Map<String, List<String>> state) {
        ObjectNode body = JSON.createObjectNode().put("Message", message);
        if (!state.isEmpty()) {
            body.set("ModelState", JSON.valueToTree(state));
        }
        return body.toString();
    }

    private static String xml(String message, Map<String, List<String>> state) {
        List<XmlElement> parts = new ArrayList<>();
        parts.add(XmlElement.of("", "Message", message));
        if (!state.isEmpty()) {
            List<XmlElement> fields = new ArrayList<>();
            state.forEach((field, texts) -> fields.add(XmlElement.of("", field, String.join(" ", texts))));
            parts.add(XmlElement.of("", "ModelState", fields));
        }
        return XmlWriter.write(XmlElement.of("", "Error", parts));
    }

    private static boolean wantsXml(RequestFacts request) {
        String accept = request.accept().toLowerCase(Locale.ROOT);
        return accept.contains("/xml") && !accept.contains("/json");
    }
}
