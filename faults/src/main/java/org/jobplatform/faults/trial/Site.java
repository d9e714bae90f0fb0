package org.jobplatform.faults.trial;

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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/** The database of a trial and its nodes, none of which is started yet. */
public final class Site implements AutoCloseable {
    private final Place place;
    private final List<Node> nodes = new ArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Optional<Node> only = Optional.empty();

    private Site(Place place) {
        this.place = place;
    }

    /** One node with an H2 file in this folder. */
    public static Site onH2(Lab lab, Path folder) {
        Site site = new Site(Place.h2(folder));
        site.nodes.add(new Node(lab, folder, settings(lab, site.place)));
        return site;
    }

    /** So many nodes on a new database of the shared PostgreSQL. */
    public static Site onPostgres(Lab lab, int count) {
        PostgresServer server = lab.postgres();
        return onPostgres(lab, server, count, node -> server.port());
    }

    /**
     * So many nodes on a new database of this PostgreSQL.
     *
     * @param ports through which port each of the nodes, from 0, reaches it
     */
    public static Site onPostgres(Lab lab, PostgresServer server, int count, IntUnaryOperator ports) {
        Path folder = lab.newFolder("database");
        String database = server.create();
        Site site = new Site(Place.postgres(server, server.port(), database));
        for (int i = 0; i < count; i++) {
            Map<String, String> settings = settings(lab, Place.postgres(server, ports.applyAsInt(i), database));
            settings.put("JOB_PLATFORM_SECRETS_KEY_FILE", secretsKey(folder).toString());
            site.nodes.add(new Node(lab, lab.newFolder("node"), settings));
        }
        return site;
    }

    private static Map<String, String> settings(Lab lab, Place place) {
        Map<String, String> settings = new TreeMap<>(place.settings());
        settings.put("JOB_PLATFORM_NODE_LEASE", "PT" + lab.leaseSeconds() + "S");
        settings.put("JOB_PLATFORM_NODE_DRAIN", "PT1S");
        return settings;
    }

    private static Path secretsKey(Path folder) {
        Path file = folder.resolve("secrets.key");
        try {
            if (Files.notExists(file)) {
                Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Place place() {
        return place;
    }

    /** Its nodes. */
    public List<Node> nodes() {
        return nodes;
    }

    /** From now on only this node is asked. */
    void askOnly(int node) {
        only = Optional.of(nodes.get(node));
    }

    /** Where some node listens that was ever started, each in its turn. */
    URI turn() {
        List<URI> addresses = only.map(List::of).orElse(nodes).stream()
                .map(Node::address)
                .flatMap(Optional::stream)
                .toList();
        return addresses.get(Math.floorMod(turns.getAndIncrement(), addresses.size()));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
