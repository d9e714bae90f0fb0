package org.jobplatform.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of settings in docs/operations.md. */
class SettingsDocumentationTest {
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+`) \\|([^|]*)\\| [^|]+ \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Map<String, String> defaults = documented();

    @ParameterizedTest
    @EnumSource(SettingKey.class)
    void settingShouldBeDocumentedWithItsDefault(SettingKey key) {
        assertThat(defaults).containsKey(key.key());
        String shown = defaults.getOrDefault(key.key(), "");
        // In words, or not at all, where there is no value.
        assertThat(key.defaultValue().isEmpty() || codes(shown).equals(List.of(key.defaultValue())))
                .as("the default of %s in the table: %s", key, shown)
                .isTrue();
    }

    @Test
    void documentationShouldNameNoOtherSetting() {
        assertThat(defaults.keySet()).allMatch(name -> SettingKey.ofKey(name).isPresent());
    }

    private static Map<String, String> documented() {
        Map<String, String> defaults = new TreeMap<>();
        for (String line : settings().lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                codes(row.group(1)).forEach(name -> defaults.put(name, row.group(2)));
            }
        }
        return defaults;
    }

    private static String settings() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/operations.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests must run inside the checkout");
            }
        }
        try {
            String text = Files.readString(folder.resolve("docs/operations.md"));
            int begin = text.indexOf("\n## Settings\n");
            return text.substring(begin, text.indexOf("\n## ", begin + 1));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> codes(String text) {
        List<String> codes = new ArrayList<>();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }
}
