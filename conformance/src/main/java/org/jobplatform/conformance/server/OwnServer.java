package org.jobplatform.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jobplatform.benchmark.server.Installation;
import org.jobplatform.benchmark.server.PostgresCluster;
import org.jobplatform.benchmark.server.ServerProcess;

/** Real server processes on a scratch folder: one on the embedded database, or two nodes on a PostgreSQL of their own. */
public final class OwnServer implements AutoCloseable {
    private static final String JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m";
    private static final int WORKERS = 16;

    private final List<ServerProcess> nodes = new ArrayList<>();
    private final List<AutoCloseable> databases = new ArrayList<>();

    private OwnServer() {}

    /** One server, which may call back to the loopback address. */
    public static OwnServer single(Installation installation, Path folder) {
        return single(installation, folder, Map.of());
    }

    /** One server with these further variables in its environment. */
    public static OwnServer single(Installation installation, Path folder, Map<String, String> settings) {
        OwnServer server = new OwnServer();
        server.add(installation, folder, settings);
        return server;
    }

    /** Two nodes on one PostgreSQL. */
    public static OwnServer cluster(Installation installation, Path folder) {
        OwnServer server = new OwnServer();
        PostgresCluster postgres = PostgresCluster.start(folder.resolve("postgres"));
        server.databases.add(postgres);
        Map<String, String> settings =
                new TreeMap<>(postgres.create("conformance").settings());
        settings.put("JOB_PLATFORM_SECRETS_KEY_FILE", secretsKey(folder).toString());
        for (String node : List.of("first", "second")) {
            server.add(installation, folder.resolve(node), settings);
        }
        return server;
    }

    private static Path secretsKey(Path folder) {
        try {
            Path file = Files.writeString(
                    folder.resolve("secrets.key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void add(Installation installation, Path folder, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("JOB_PLATFORM_JAVA_OPTIONS", JAVA);
        all.put("JOB_PLATFORM_NODE_DRAIN", "PT0S");
        try {
            nodes.add(ServerProcess.start(installation, Files.createDirectories(folder), all, WORKERS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it is, and who may ask. */
    public Target target() {
        List<URI> addresses = nodes.stream()
                .map(node -> URI.create("http://127.0.0.1:" + node.address().getPort()))
                .toList();
        return new Target(addresses, ServerProcess.KEY, "admin", ServerProcess.PASSWORD);
    }

    /** What all nodes have logged. */
    public String log() {
        StringBuilder log = new StringBuilder();
        nodes.forEach(node -> log.append(node.log()));
        return log.toString();
    }

    /** Whether every process is there. */
    public boolean isAlive() {
        return nodes.stream().allMatch(ServerProcess::isAlive);
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
        for (AutoCloseable database : databases) {
            try {
                database.close();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
