package org.jobplatform.runner.command;

import java.util.List;
import org.jobplatform.domain.run.ContentDescription;

/** Where the content comes from that a run leaves for download. */
sealed interface ContentSource {

    /** Without a better name. */
    String DEFAULT_TYPE = "application/octet-stream";

    String mediaType();

    String fileName();

    /** A file, its path absolute or relative to the run's folder. */
    record OfFile(String path, String mediaType, String fileName) implements ContentSource {}

    /** What the program writes to standard output. */
    record OfOutput(String mediaType, String fileName) implements ContentSource {}

    /** Reads one, noting what is wrong with it. */
    static ContentSource read(SettingsReader reader) {
        reader.refuseOthersThan(List.of("file", "stdout", "mediaType", "fileName"));
        boolean output = reader.flag("stdout");
        String file = reader.text("file").orElse("");
        if (output == reader.has("file")) {
            reader.problem("file", "either a file or stdout: true must be given, and not both");
        }
        if (reader.has("file") && isUnusable(file)) {
            reader.problem("file", "must name a file in the run's folder, or be an absolute path");
        }
        String mediaType = reader.text("mediaType").orElse(DEFAULT_TYPE);
        check(reader, "mediaType", () -> ContentDescription.requireMediaType(mediaType));
        String fileName = reader.text("fileName").orElse(output ? "output" : lastName(file));
        check(reader, "fileName", () -> ContentDescription.requireFileName(fileName));
        return output ? new OfOutput(mediaType, fileName) : new OfFile(file, mediaType, fileName);
    }

    private static boolean isUnusable(String file) {
        return file.isBlank()
                || file.endsWith("/")
                || (!file.startsWith("/") && List.of(file.split("/")).contains(".."));
    }

    private static String lastName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static void check(SettingsReader reader, String field, Runnable rule) {
        try {
            rule.run();
        } catch (IllegalArgumentException e) {
            reader.problem(field, String.valueOf(e.getMessage()));
        }
    }
}
