package org.jobplatform.runner.command.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Starts the programs of runs, confined and marked, and only while somebody watches over this server's life. */
public final class ChildLauncher {

    private final Confinement confinement;
    private final BooleanSupplier guarded;
    private final ProcessTable table = new ProcessTable();
    private final Protection protection = Protection.ofThisProcess(table);

    /**
     * Starts programs with this confinement.
     *
     * @param guarded whether everything is ended when this process dies now; see {@link Guard#awaitAlive}
     */
    public ChildLauncher(Confinement confinement, BooleanSupplier guarded) {
        this.confinement = confinement;
        this.guarded = guarded;
    }

    /**
     * Starts a program with an empty standard input and pipes for its two outputs, which the caller has to read.
     *
     * @throws IOException when nobody guards, when a text has characters that the locale of this process cannot express,
     *     or when the system refuses (folder missing, arguments too long, no memory); nothing was started then
     */
    public Child start(Launch launch) throws IOException {
        if (!guarded.getAsBoolean()) {
            throw new IOException("no guard process is alive; nothing is started without one");
        }
        requireExpressible(launch);
        ProcessBuilder builder = new ProcessBuilder(confinement.command(launch.program()))
                .directory(launch.folder().toFile())
                .redirectInput(new File("/dev/null"));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(launch.environment());
        environment.put(RunMark.VARIABLE, launch.mark().value());
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(
                table,
                launch.mark().value()::equals,
                protection,
                Optional.of(launch.folder().toRealPath()));
        return new Child(process, confinement.method(), table, tree);
    }

    /** The runtime would pass on a question mark for each such character. */
    private static void requireExpressible(Launch launch) throws IOException {
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"), StandardCharsets.UTF_8);
        CharsetEncoder encoder = charset.newEncoder();
        boolean expressible = Stream.concat(launch.program().stream(), launch.environment().values().stream())
                .allMatch(encoder::canEncode);
        if (!expressible) {
            throw new IOException("a value has characters that " + charset
                    + " cannot express; the server needs a UTF-8 locale, and values need whole characters");
        }
    }
}
