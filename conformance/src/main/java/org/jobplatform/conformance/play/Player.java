package org.jobplatform.conformance.play;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jobplatform.conformance.script.BadScript;
import org.jobplatform.conformance.script.Case;
import org.jobplatform.conformance.script.Script;
import org.jobplatform.conformance.script.Step;
import org.jobplatform.conformance.script.Template;
import org.jobplatform.conformance.script.Variables;
import org.jobplatform.conformance.server.Target;
import org.jobplatform.conformance.wire.Call;
import org.jobplatform.conformance.wire.Message;
import org.jobplatform.conformance.wire.Receiver;
import org.jobplatform.conformance.wire.Wire;

/** Plays one script: its cases in order, each request at the node whose turn it is. */
final class Player {
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Target target;
    private final Receiver receiver;
    private final Script script;
    private final String segment = word();
    private final Variables variables;
    private int turn;

    Player(Target target, Receiver receiver, Script script) {
        this.target = target;
        this.receiver = receiver;
        this.script = script;
        String login = target.user() + ":" + target.password();
        this.variables = new Variables(Map.of(
                "key", target.key(),
                "user", target.user(),
                "password", target.password(),
                "basic", Base64.getEncoder().encodeToString(login.getBytes(UTF_8)),
                "keyBase", Base64.getEncoder().encodeToString(target.key().getBytes(UTF_8)),
                "receiver", receiver.url() + "/" + segment,
                "receiverPath", "/" + segment));
    }

    private static String word() {
        return RANDOM.ints(16, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    List<Outcome> play() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Case one : script.cases()) {
            outcomes.add(outcome(one, failure(one)));
        }
        return outcomes;
    }

    private Outcome outcome(Case one, Optional<String> failure) {
        Outcome.Kind kind = failure.isEmpty()
                ? one.gap().isEmpty() ? Outcome.Kind.PASSED : Outcome.Kind.CLOSED
                : one.gap().isEmpty() ? Outcome.Kind.FAILED : Outcome.Kind.GAP;
        return new Outcome(
                script.dialect(), script.name(), one.title(), kind, kind == Outcome.Kind.GAP ? one.gap() : failure);
    }

    private Optional<String> failure(Case one) {
        for (Step step : one.steps()) {
            try {
                switch (step) {
                    case Step.Exchange exchange -> exchange(exchange);
                    case Step.Callback callback -> callback(callback);
                    case Step.Fresh fresh -> variables.put(fresh.name(), fresh(fresh.form()));
                }
            } catch (NotAsWritten | IOException | BadScript failed) {
                return Optional.of("line " + step.line() + ": "
                        + (failed instanceof IOException ? failed.toString() : failed.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static String fresh(Step.Form form) {
        return switch (form) {
            case GUID -> UUID.randomUUID().toString();
            case WORD -> word();
        };
    }

    private void exchange(Step.Exchange exchange) throws NotAsWritten, IOException {
        long begin = System.nanoTime();
        Optional<String> difference = once(exchange);
        while (difference.isPresent()
                && System.nanoTime() - begin < exchange.within().toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            difference = once(exchange);
        }
        if (difference.isPresent()) {
            String waited = exchange.within().isZero()
                    ? ""
                    : "after " + exchange.within().toSeconds() + " s: ";
            throw new NotAsWritten(waited + difference.get());
        }
    }

    private Optional<String> once(Step.Exchange exchange) throws IOException {
        URI node = target.node(turn++);
        variables.put("host", node.getAuthority());
        return Comparison.ofAnswer(exchange.answer(), Wire.send(node, bytes(exchange.request())), variables);
    }

    private byte[] bytes(Step.Request request) {
        byte[] body = request.body().fill(variables);
        variables.put("length", Integer.toString(body.length));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Template line : request.head()) {
            bytes.writeBytes(line.fill(variables));
            bytes.writeBytes("\r\n".getBytes(US_ASCII));
        }
        bytes.writeBytes("\r\n".getBytes(US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private void callback(Step.Callback expected) throws NotAsWritten {
        Call call = receiver.next(segment, expected.within())
                .orElseThrow(() -> new NotAsWritten(
                        "nothing called back within " + expected.within().toSeconds() + " s"));
        Message request = call.request();
        Optional<String> difference = expected.startLine()
                .difference(request.startLine().getBytes(UTF_8), variables)
                .or(() -> Comparison.ofHeadersAndBody(expected.request(), request, variables));
        call.status().complete(expected.status());
        if (difference.isPresent()) {
            throw new NotAsWritten("callback: " + difference.get());
        }
    }
}
