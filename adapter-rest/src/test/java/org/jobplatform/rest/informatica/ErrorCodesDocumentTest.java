package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the table of codes in {@code docs/dialects/informatica.md} equal to {@link ErrorCode}. */
class ErrorCodesDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/dialects/informatica.md");

    @Test
    void documentShouldListEveryCodeAsItIs() throws IOException {
        List<String> listed = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `UI_"))
                .map(line -> line.split(" \\| ", 5))
                .map(cells -> String.join(" | ", cells[0], cells[1], cells[2], cells[3]))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> "| `%s` | `%s` | %s | %s"
                                .formatted(
                                        code.versionTwo(),
                                        code.versionThree(),
                                        code == ErrorCode.GENERAL ? "as the answer" : code.status(),
                                        code.text()))
                        .toList());
    }
}
