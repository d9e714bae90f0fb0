package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Whose writes wait, see {@link PatientFilePath}. */
final class PatientFile extends ForwardingFile {
    private final Path file;

    PatientFile(Path file, FileChannel channel) {
        super(channel);
        this.file = file;
    }

    @Override
    int writeAt(long position, ByteBuffer source) throws IOException {
        try {
            return super.writeAt(position, source);
        } catch (IOException failure) {
            Optional<FileWrites> writes = FileWrites.to(file);
            if (writes.isEmpty()) {
                throw failure;
            }
            return writeAgain(position, source, writes.get(), failure);
        }
    }

    /** What one attempt has written the next one finds; the same bytes at the same place do no harm. */
    private int writeAgain(long position, ByteBuffer source, FileWrites writes, IOException first) throws IOException {
        IOException failure = first;
        while (isOpen() && writes.awaitNextAttempt(failure)) {
            try {
                int written = super.writeAt(position, source);
                writes.succeeded();
                return written;
            } catch (IOException again) {
                failure = again;
            }
        }
        throw failure;
    }
}
