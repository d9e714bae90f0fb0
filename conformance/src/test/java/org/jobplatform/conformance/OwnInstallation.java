package org.jobplatform.conformance;

import java.nio.file.Path;
import org.jobplatform.benchmark.server.Installation;

/** What the build has just made. */
final class OwnInstallation {
    static final Path HOME = Path.of("").toAbsolutePath().normalize();

    private static final Path ROOT = HOME.resolve("..").normalize();

    private OwnInstallation() {}

    static Installation find() {
        return new Installation(ROOT.resolve("job-platform"), ROOT.resolve("bootstrap/target/distribution"));
    }
}
