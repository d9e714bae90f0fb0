package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/run-states.md} equal to the code: rendered from {@link RunStatus} and what it says of itself. */
class RunStatesDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/run-states.md");
    private static final Path SOURCE = Path.of("src/main/java/org/jobplatform/domain/run/RunStatus.java");
    private static final Pattern CONSTANT = Pattern.compile("/\\*\\*(.*?)\\*/\\s+([A-Z_]+)[,;]", Pattern.DOTALL);

    @Test
    void documentShouldSayWhatTheCodeDoes() throws IOException {
        String rendered = render(meanings(Files.readString(SOURCE)));
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, rendered);
        }

        assertThat(DOCUMENT)
                .as("write it anew by: ./mvnw -pl job-domain test -Dtest=RunStatesDocumentTest -Ddocs.write=true")
                .exists()
                .content()
                .isEqualTo(rendered);
    }

    private static Map<RunStatus, String> meanings(String source) {
        Map<RunStatus, String> meanings = new EnumMap<>(RunStatus.class);
        Matcher constant = CONSTANT.matcher(source.substring(source.indexOf("enum RunStatus")));
        while (constant.find()) {
            meanings.put(
                    RunStatus.valueOf(constant.group(2)),
                    constant.group(1).replaceAll("\\s*\\R\\s*\\*?\\s*", " ").strip());
        }
        assertThat(meanings).as("the Javadoc of every status").containsOnlyKeys(RunStatus.values());
        return meanings;
    }

    private static String render(Map<RunStatus, String> meanings) {
        String table = meanings.entrySet().stream()
                .map(status ->
                        "| `%s` | %s | %s |".formatted(status.getKey(), status.getValue(), next(status.getKey())))
                .collect(Collectors.joining("\n"));
        return """
                <!-- Written by RunStatesDocumentTest from RunStatus.java. Do not edit. -->
                # States of a run

                A run is in exactly one of these states, and moves only along the arrows. Back in `QUEUED` it waits for its
                next attempt: after a failure that its job retries, or after its node died and its job says
                `onLost: retry`.

                | state | meaning | may become |
                | --- | --- | --- |
                %s

                ```mermaid
                stateDiagram-v2
                    [*] --> QUEUED
                %s
                ```
                """.formatted(table, edges());
    }

    private static String next(RunStatus status) {
        return status.isEnded()
                ? "nothing: it has ended"
                : status.successors().stream().map(next -> "`" + next + "`").collect(Collectors.joining(", "));
    }

    private static String edges() {
        return Arrays.stream(RunStatus.values())
                .flatMap(status -> status.isEnded()
                        ? List.of("    " + status + " --> [*]").stream()
                        : status.successors().stream().map(next -> "    " + status + " --> " + next))
                .collect(Collectors.joining("\n"));
    }
}
