package org.jobplatform.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RolesDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/access.md");
    private static final Path SOURCE = Path.of("src/main/java/org/jobplatform/domain/access/Permission.java");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- roles:[^\\n]*-->\\n).*?(<!-- /roles -->)", Pattern.DOTALL);

    @Test
    void tableShouldSayWhatTheRolesAllow() throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher table = TABLE.matcher(document);
        assertThat(table.find()).isTrue();
        String rendered = table.replaceFirst(Matcher.quoteReplacement(table.group(1) + render() + table.group(2)));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, rendered);
        }

        assertThat(DOCUMENT)
                .as("write it anew by: ./mvnw -pl job-domain test -Dtest=RolesDocumentTest -Ddocs.write=true")
                .content()
                .isEqualTo(rendered);
    }

    private static String render() throws IOException {
        String source = Files.readString(SOURCE);
        return "| permission | " + roles(Role::toString).toLowerCase(Locale.ROOT) + " |\n"
                + "| --- | --- | --- | --- | --- |\n"
                + Arrays.stream(Permission.values())
                        .map(permission -> "| `%s`: %s | %s |\n"
                                .formatted(
                                        permission,
                                        meaning(source, permission),
                                        roles(role -> role.allows(permission) ? "yes" : "")))
                        .collect(Collectors.joining());
    }

    private static String roles(Function<Role, String> cell) {
        return Arrays.stream(Role.values()).map(cell).collect(Collectors.joining(" | "));
    }

    private static String meaning(String source, Permission permission) {
        Matcher javadoc = Pattern.compile("/\\*\\* ([^*]*?)\\. \\*/\\s+" + permission + "\\b")
                .matcher(source);
        assertThat(javadoc.find()).as(permission.name()).isTrue();
        String sentence = javadoc.group(1);
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
