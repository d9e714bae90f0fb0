package org.jobplatform.conformance.play;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import org.jobplatform.conformance.script.Step;
import org.jobplatform.conformance.script.Variables;
import org.jobplatform.conformance.wire.Message;

/** Holds a message against what it must be. */
final class Comparison {
    /** What no answer may tell, whatever it is about. */
    private static final List<String> NEVER = List.of("Exception", "Grizzly", "Jersey", "org.jobplatform", "\tat ");

    private Comparison() {}

    /** How an answer differs; empty when it does not, and then what the expectation names is kept. */
    static Optional<String> ofAnswer(Step.Expectation expected, Message answer, Variables variables) {
        if (!Integer.toString(answer.status()).equals(expected.status())) {
            return Optional.of(
                    "expected status " + expected.status() + " but was " + answer.startLine() + "\n" + answer.text());
        }
        String all = answer.toString();
        Optional<String> leak = NEVER.stream().filter(all::contains).findFirst();
        if (leak.isPresent()) {
            return Optional.of("the answer tells of '" + leak.get() + "':\n" + all);
        }
        if (!answer.values("Server").isEmpty()) {
            return Optional.of("the answer names the server's software: " + answer.values("Server"));
        }
        return ofHeadersAndBody(expected, answer, variables);
    }

    /** How a message differs, whatever its first line says. */
    static Optional<String> ofHeadersAndBody(Step.Expectation expected, Message message, Variables variables) {
        for (Step.Header header : expected.headers()) {
            Optional<String> difference = ofHeader(header, message, variables);
            if (difference.isPresent()) {
                return difference;
            }
        }
        for (String absent : expected.absent()) {
            if (!message.values(absent).isEmpty()) {
                return Optional.of("header " + absent + " must not be there: " + message.values(absent));
            }
        }
        return expected.body()
                .flatMap(body -> body.difference(message.body(), variables).map("body\n  "::concat));
    }

    private static Optional<String> ofHeader(Step.Header header, Message message, Variables variables) {
        List<String> values = message.values(header.name());
        for (String value : values) {
            if (header.value().difference(value.getBytes(ISO_8859_1), variables).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of("header " + header.name() + "\n  expected: " + header.value() + "\n  but was: "
                + (values.isEmpty() ? "not there" : String.join(" | ", values)));
    }
}
