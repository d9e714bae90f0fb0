package org.jobplatform.conformance.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jobplatform.conformance.script.Variables;
import org.jobplatform.conformance.server.Target;
import org.jobplatform.conformance.wire.Message;
import org.jobplatform.conformance.wire.Wire;

/** The whole of it: sends every trial, and looks at the answer and at what the server keeps before and after. */
public final class Corpus {
    /** What no answer may tell of the server. */
    private static final List<String> NEVER =
            List.of("Exception", "org.", "Grizzly", "Jersey", "Jackson", "fasterxml", "Hibernate", "java.", "\tat ");

    private final List<GoodRequest> requests;
    private final List<Rule> rules;

    /** Reads the files {@code requests.txt} and {@code rows.txt} of this folder. */
    public Corpus(Path folder) {
        this.requests = CorpusReader.requests(folder.resolve("requests.txt"));
        this.rules = CorpusReader.rules(folder.resolve("rows.txt"));
    }

    /** Tries all that concerns these dialects. */
    public Tally run(Target target, Set<String> dialects) throws IOException {
        Tally tally = new Tally();
        List<GoodRequest> chosen = requests.stream()
                .filter(request -> dialects.contains(request.dialect()))
                .toList();
        Variables variables = new Variables(Map.of(
                "key", target.key(),
                "keyBase", Base64.getEncoder().encodeToString(target.key().getBytes(UTF_8)),
                "user", target.user(),
                "password", target.password(),
                "host", target.node(0).getAuthority()));
        Trials trials = new Trials(chosen, variables);
        Census before = Census.take(target);
        int turn = 0;
        for (Rule rule : rules) {
            renew(variables);
            for (Trial trial : trials.of(rule)) {
                List<String> found = attempt(trial, target.node(turn++), target, variables);
                Census after = Census.take(target);
                if (!trial.rule().mustBeTaken() && !after.equals(before)) {
                    found.add("something was kept: " + after.newestRun() + " after " + before.newestRun());
                }
                tally.add(trial, found);
                before = after;
            }
        }
        return tally;
    }

    /** Values that every rule gets anew, for requests that are taken. */
    private static void renew(Variables variables) {
        variables.put("fresh", UUID.randomUUID().toString());
    }

    private static List<String> attempt(Trial trial, URI node, Target target, Variables variables) {
        variables.put("host", node.getAuthority());
        List<String> found = new ArrayList<>();
        Message answer;
        try {
            answer = Wire.send(node, trial.request().bytes(variables));
        } catch (IOException none) {
            found.add("no answer: " + none);
            return found;
        }
        String all = answer.toString();
        ErrorForm form = ErrorForm.valueOf(trial.request().origin().dialect().toUpperCase(Locale.ROOT));
        if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            found.add("5xx: " + all);
        }
        if (trial.rule().mustBeTaken()) {
            if (!form.isSuccess(answer)) {
                found.add("not taken: " + all);
            }
        } else if (!form.hasStatus(answer, trial.rule().expected())) {
            found.add("expected " + trial.rule().expected() + " but was " + all);
        } else if (!trial.request().method().equals("HEAD") && !form.isError(answer)) {
            found.add("not the dialect's error: " + all);
        } else if (!trial.field().isEmpty() && !answer.text().contains(trial.field())) {
            found.add(trial.field() + " is not named: " + all);
        }
        if (!trial.rule().mustBeTaken()) {
            NEVER.stream().filter(all::contains).forEach(word -> found.add("tells of '" + word + "': " + all));
            if (all.contains(target.key()) || all.contains(target.password())) {
                found.add("tells a secret: " + all);
            }
        }
        if (!answer.values("Server").isEmpty()) {
            found.add("names its software: " + answer.values("Server"));
        }
        return found;
    }
}
