package org.jobplatform.faults.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** The death of this process at a point in its code; called by changed classes. */
public final class Crash {
    private static final int AS_BY_KILL = 137;
    private static final AtomicInteger LEFT = new AtomicInteger();
    private static volatile String point = "";
    private static volatile String reports = "";

    private Crash() {}

    static void at(String name, int count) {
        point = name;
        LEFT.set(count);
    }

    static void reportTo(String file) {
        reports = file;
    }

    /** The point is reached: nothing of this process happens any more when it was to die here. */
    public static void reached() {
        if (LEFT.decrementAndGet() == 0) {
            report("crashed " + point);
            Runtime.getRuntime().halt(AS_BY_KILL);
        }
    }

    static void report(String line) {
        try {
            Files.writeString(Path.of(reports), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
