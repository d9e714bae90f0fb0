package org.jobplatform.application.usecase;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RunId;

/**
 * Tells a repeated start from another one that uses the same id or key: a digest over the parsed command with its defaults
 * filled in, and who gave it. Credentials, formats and spellings do not count.
 */
final class StartFingerprint {
    private StartFingerprint() {}

    static String of(StartCommand command) {
        return of(command, Optional.empty());
    }

    /** @param origin of a start that the platform makes itself, which no caller's can be a repeat of */
    static String of(StartCommand command, Optional<Origin> origin) {
        StartOptions options = command.options();
        StringJoiner text = new StringJoiner("\n");
        text.add(command.caller().dialect().name());
        text.add(quoted(command.caller().name()));
        text.add(command.job().value());
        text.add(command.runId().map(RunId::value).orElse("-"));
        text.add(Boolean.toString(command.alone()));
        new TreeMap<>(options.parameters()).forEach((name, value) -> text.add(quoted(name) + "=" + quoted(value)));
        text.add(options.argument().map(StartFingerprint::quoted).orElse("-"));
        text.add(options.rows().begin() + ".." + options.rows().end());
        text.add(options.threads() + " " + options.loggingLevel() + " " + options.priority());
        text.add(options.callbackUrl().map(StartFingerprint::quoted).orElse("-"));
        // Added only where it says something, so that servers of two versions agree about all others.
        if (options.chained()) {
            text.add("chained");
        }
        origin.ifPresent(
                from -> text.add(from.kind() + " " + quoted(from.parent().value()) + " " + from.position()));
        return Digest.of(text.toString());
    }

    /** With its length in front, so that no two different texts read the same in the whole. */
    private static String quoted(String text) {
        return text.length() + ":" + text;
    }
}
