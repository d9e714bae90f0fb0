package org.jobplatform.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.bootstrap.settings.SettingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cluster}: several servers, each a process of its own, on one PostgreSQL, to see what happens when one dies. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Starts N nodes on the PostgreSQL of database.url, or on one that is started for them when none is named.",
            "Prints one line, ready URL, for each. Ends all of them at SIGTERM or SIGINT.",
            "Settings are those of serve; node number 1 has the port http.port, the others the next ones."
        })
final class ClusterCommand implements Callable<Integer> {
    private static final int MOST = 16;

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = "how many nodes, 1 to 16 (3)")
    private int count = 3;

    @Option(names = "--port", paramLabel = "PORT", description = "port of the first, 0 for any (http.port, 8080)")
    private @Nullable String port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder for everything that lasts; without it, all is deleted at the end")
    private @Nullable Path data;

    @Option(names = "--jobs", paramLabel = "DIR", description = "folder of job definitions to apply (jobs.dir)")
    private @Nullable String jobs;

    @Option(names = "--config", paramLabel = "FILE", description = "settings file, lines of key = value")
    private @Nullable Path config;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicBoolean terminated = new AtomicBoolean();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1 || count > MOST) {
            throw new StartFailure("a cluster has 1 to " + MOST + " nodes");
        }
        ServerSettings settings = ServerSettings.read(flags(), System.getenv(), Optional.ofNullable(config));
        Thread main = Thread.currentThread();
        TerminationSignals.await(() -> interruptOnce(main));
        try {
            run(settings);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException terminated) {
            return 0;
        } finally {
            close();
        }
    }

    /** Also while something starts; a second signal must not disturb the end. */
    private void interruptOnce(Thread main) {
        if (terminated.compareAndSet(false, true)) {
            main.interrupt();
        }
    }

    private void run(ServerSettings settings) throws IOException, InterruptedException {
        Path folder = folder();
        ClusterSettings shared = new ClusterSettings(folder.resolve("cluster.properties"));
        shared.write(Optional.ofNullable(config), System.getenv(), database(settings, folder));
        List<ClusterNode> nodes = new ArrayList<>();
        // Asked together, so that the last to end is waited for and not each in turn.
        opened.push(() -> ClusterNode.stop(nodes, settings.nodeDrain()));
        for (int number = 1; number <= count; number++) {
            int first = settings.httpPort();
            ClusterNode node = new ClusterNode("node-" + number, folder, shared, first == 0 ? 0 : first + number - 1);
            node.start(Optional.ofNullable(jobs));
            nodes.add(node);
        }
        for (ClusterNode node : nodes) {
            System.out.println("ready " + node.awaitReady() + " " + node);
            node.whenItDies(System.out::println);
        }
        new ClusterWords(folder, nodes).say(System.out);
    }

    private Path folder() throws IOException {
        if (data != null) {
            return data.toAbsolutePath().normalize();
        }
        ScratchFolder scratch = ScratchFolder.make("job-platform-cluster");
        opened.push(scratch);
        return scratch.path();
    }

    private Map<SettingKey, String> database(ServerSettings settings, Path folder) throws IOException {
        if (settings.databaseUrl().isPresent()) {
            String url = settings.databaseUrl().get();
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new StartFailure("only PostgreSQL can be shared, and database.url names another database");
            }
            return Map.of();
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        opened.push(database);
        System.out.println("No database.url is set: the nodes use an embedded PostgreSQL, " + database.url()
                + (data == null ? ", which is deleted at the end" : ""));
        return Map.of(
                SettingKey.DATABASE_URL, database.url(),
                SettingKey.DATABASE_USER, EmbeddedDatabase.USER,
                SettingKey.DATABASE_PASSWORD, EmbeddedDatabase.USER);
    }

    private Map<SettingKey, String> flags() {
        Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
        if (port != null) {
            flags.put(SettingKey.HTTP_PORT, port);
        }
        if (jobs != null) {
            flags.put(SettingKey.JOBS_DIR, jobs);
        }
        return flags;
    }

    private void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                System.err.println("job-platform: a part of the cluster could not be ended: " + failed);
            }
        }
    }
}
