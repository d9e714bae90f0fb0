package org.jobplatform.runner.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.run.LogSeverity;

/** Sees to it that the content an attempt leaves is kept, whether the command writes it to a file or to its output. */
final class ContentKeeper implements AutoCloseable {

    /** How much of standard output can be content, in bytes; it waits in a file meanwhile. */
    static final long OUTPUT_LIMIT = 1024L * 1024 * 1024;

    private final Optional<ContentSource> source;
    private final WorkFolder folder;
    private final Optional<OutputStream> output;
    private long written;

    /** Keeps what the source says, nothing without one. */
    ContentKeeper(Optional<ContentSource> source, WorkFolder folder) throws IOException {
        this.source = source;
        this.folder = folder;
        this.output = source.filter(ContentSource.OfOutput.class::isInstance).isPresent()
                ? Optional.of(new BufferedOutputStream(Files.newOutputStream(folder.output())))
                : Optional.empty();
    }

    /** Takes a piece of standard output if that is the content; false when it is not. */
    boolean take(Piece piece) throws IOException {
        if (output.isEmpty()) {
            return false;
        }
        written += piece.size();
        if (written > OUTPUT_LIMIT) {
            throw new IOException("standard output is longer than " + OUTPUT_LIMIT + " bytes");
        }
        piece.writeTo(output.get());
        return true;
    }

    /** Hands over what there is, after all output was taken. */
    void keep(RunContext context, CommandLog log) throws IOException {
        close();
        if (source.isEmpty()) {
            return;
        }
        switch (source.get()) {
            case ContentSource.OfOutput text -> keep(context, folder.output(), text.mediaType(), text.fileName());
            case ContentSource.OfFile file -> {
                Path path = folder.work().resolve(file.path());
                // Anything but a plain file could go on for ever.
                if (Files.isRegularFile(path)) {
                    keep(context, path, file.mediaType(), file.fileName());
                } else {
                    log.add(
                            LogSeverity.WARNING,
                            "the command left no file " + file.path() + ", so there is no content");
                }
            }
        }
    }

    private static void keep(RunContext context, Path path, String mediaType, String fileName) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            context.content(mediaType, fileName, bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (output.isPresent()) {
            output.get().close();
        }
    }
}
