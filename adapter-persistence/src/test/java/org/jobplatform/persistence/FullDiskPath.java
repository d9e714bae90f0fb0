package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.async.FilePathAsync;

/**
 * Stands in for H2's asynchronous file channel, with a disk that can be full. Public because H2 makes its paths by reflection.
 */
public final class FullDiskPath extends FilePathWrapper {
    private static final Set<String> FULL = ConcurrentHashMap.newKeySet();

    /** Puts it in the place of the ordinary one. */
    static void install() {
        FilePath.register(new FullDiskPath());
    }

    /** Puts the ordinary one back. */
    static void uninstall() {
        FilePath.register(new FilePathAsync());
        FULL.clear();
    }

    /** From now on nothing can be written to this file. */
    static void fill(Path file) {
        FULL.add(file.toString());
    }

    /** From now on it can. */
    static void makeRoom(Path file) {
        FULL.remove(file.toString());
    }

    @Override
    public String getScheme() {
        return "async";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String file = getBase().toString();
        return new ForwardingFile(super.open(mode)) {
            @Override
            int writeAt(long position, ByteBuffer source) throws IOException {
                if (FULL.contains(file)) {
                    throw new IOException("No space left on device");
                }
                return super.writeAt(position, source);
            }
        };
    }
}
