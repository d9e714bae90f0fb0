package org.jobplatform.faults.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk that is soon full. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Says whether this user may have one. */
    public static boolean isPossible() {
        return Lab.isRoot();
    }

    /** Mounts one of so many MiB over this folder. */
    public static SmallDisk mount(Path folder, int mebibytes) {
        Shell.run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m,mode=0700", "tmpfs", folder.toString()));
        return new SmallDisk(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Takes all the room that is left. */
    public void fill() {
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That was the aim.
            return;
        }
    }

    /** Gives it back. */
    public void makeRoom() {
        try {
            Files.delete(filler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        Shell.run(List.of("umount", "-l", folder.toString()));
    }
}
