package org.jobplatform.faults.trial;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands of the system. */
final class Shell {
    private Shell() {}

    /** @throws TrialFailed when it fails, or takes longer than a minute */
    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new TrialFailed(command + " does not end");
            }
            if (process.exitValue() != 0) {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                throw new TrialFailed(command + " failed: " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrialFailed(command + " was interrupted", interrupted);
        }
    }

    /** Sends a signal by name, such as STOP; false when there is no such process any more. */
    static boolean signal(String name, long pid) {
        try {
            run(List.of("/bin/sh", "-c", "kill -" + name + " " + pid));
            return true;
        } catch (TrialFailed gone) {
            return false;
        }
    }
}
