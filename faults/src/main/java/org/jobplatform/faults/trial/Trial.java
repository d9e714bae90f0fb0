package org.jobplatform.faults.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jobplatform.faults.judge.History;
import org.jobplatform.faults.judge.Judge;
import org.jobplatform.faults.judge.Start;

/**
 * Servers on a database of their own, under load, to be broken. What happened is judged when everything has come to rest. Not
 * for several threads.
 */
public final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNFINISHED = "runs?state=QUEUED,STARTING,RUNNING,PAUSED,STOPPING&limit=1";

    private final String name;
    private final Place place;
    private final List<Node> nodes = new ArrayList<>();
    private final Platform platform = new Platform();
    private final Journal journal = new Journal();
    private final Receiver receiver = new Receiver();
    private final Program program;
    private final Client client;
    private final AtomicInteger turns = new AtomicInteger();
    private final List<Instant> deaths = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private Optional<Duration> detection = Optional.empty();
    private Optional<Duration> recovery = Optional.empty();

    private Trial(String name, Place place, Program program) {
        this.name = name;
        this.place = place;
        this.program = program;
        this.client = new Client(platform, journal, receiver.url());
    }

    /** One server on its own H2 file, not started yet. */
    public static Trial onH2(Lab lab, String name) {
        Path folder = lab.trialFolder(name);
        return onH2(lab, name, folder);
    }

    /** One server on an H2 file in this folder, not started yet. */
    public static Trial onH2(Lab lab, String name, Path folder) {
        Trial trial = new Trial(name, Place.h2(folder), new Program(lab.trialFolder(name + "-work")));
        trial.nodes.add(new Node(lab, folder, settings(lab, trial.place)));
        return trial;
    }

    /** Servers on one database of the shared PostgreSQL, not started yet. */
    public static Trial onPostgres(Lab lab, String name, int count) {
        return onPostgres(
                lab, lab.postgres(), name, count, node -> lab.postgres().port());
    }

    /**
     * Servers on one database of this PostgreSQL, not started yet.
     *
     * @param ports through which port each of the nodes, from 0, reaches it
     */
    public static Trial onPostgres(Lab lab, PostgresServer server, String name, int count, IntFunction<Integer> ports) {
        Path folder = lab.trialFolder(name);
        String database = server.create(folder.getFileName().toString());
        Trial trial = new Trial(
                name, Place.postgres(server, server.port(), database), new Program(lab.trialFolder(name + "-work")));
        for (int i = 0; i < count; i++) {
            Place reached = Place.postgres(server, ports.apply(i), database);
            Path own = lab.trialFolder(name + "-node");
            Map<String, String> settings = settings(lab, reached);
            settings.put("JOB_PLATFORM_SECRETS_KEY_FILE", secretsKey(folder).toString());
            trial.nodes.add(new Node(lab, own, settings));
        }
        return trial;
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

    private static Map<String, String> settings(Lab lab, Place place) {
        Map<String, String> settings = new TreeMap<>(place.settings());
        settings.put("JOB_PLATFORM_NODE_LEASE", "PT" + lab.leaseSeconds() + "S");
        settings.put("JOB_PLATFORM_NODE_DRAIN", "PT1S");
        return settings;
    }

    /** Starts every node, and makes the jobs. */
    public Trial begin() {
        nodes.getFirst().start();
        applyJobs();
        nodes.stream().skip(1).parallel().forEach(Node::start);
        return this;
    }

    /** Makes the jobs, on a node that has been started. */
    public void applyJobs() {
        for (Jobs job : Jobs.values()) {
            try {
                Platform.Answer answer = platform.send(turn(), "PUT", "jobs/" + job, job.document(program), Map.of());
                if (answer.status() / 100 != 2) {
                    throw new TrialFailed("job " + job + " is refused: " + answer);
                }
            } catch (IOException failed) {
                throw new TrialFailed("job " + job + " cannot be made", failed);
            }
        }
    }

    /** One of its nodes. */
    public Node node(int index) {
        return nodes.get(index);
    }

    /** Where some node listens that was ever started, each in its turn. */
    public URI turn() {
        List<URI> addresses =
                nodes.stream().map(Node::address).flatMap(Optional::stream).toList();
        return addresses.get(Math.floorMod(turns.getAndIncrement(), addresses.size()));
    }

    /** Lets clients start runs until the end of the trial. */
    public Trial load() {
        return load(name);
    }

    /**
     * Lets clients start runs until {@link #endLoad}.
     *
     * @param phase is a part of the keys of their starts
     */
    public Trial load(String phase) {
        loads.add(new Load(client, this::turn, phase));
        return this;
    }

    /** Ends the clients. */
    public void endLoad() {
        loads.forEach(Load::end);
    }

    /** What the clients were told. */
    public Journal journal() {
        return journal;
    }

    /** A client of whom it is noted what it is told. */
    public Client client() {
        return client;
    }

    /** The native API, for whatever is not a start. */
    public Platform platform() {
        return platform;
    }

    /** Waits for so many further acknowledged starts. */
    public void awaitAcknowledged(int more) {
        long from = journal.acknowledged();
        Waiting.until(more + " further starts", PATIENCE, () -> journal.acknowledged() >= from + more);
    }

    /** Waits until some program is in the middle of its work. */
    public void awaitWork() {
        int from = program.effects().size();
        Waiting.until("a program is at work", PATIENCE, () -> program.effects().size() > from);
    }

    /** Says whether the program of a run, whose id is also its key, has begun. */
    public boolean hasBegun(String run) {
        return program.effects().stream().anyMatch(effect -> effect.run().equals(run));
    }

    /** Notes that a node has died now, or is as good as dead; how long its runs take to be settled counts as detection. */
    public void noteDeath() {
        deaths.add(Instant.now());
    }

    /** Waits until clients are refused since this moment of the monotonic clock; how long that took counts as detection. */
    public void awaitUnavailable(long since) {
        Waiting.until(
                "starts get 503",
                PATIENCE,
                () -> journal.unavailableAfter(since).isPresent());
        detection = later(detection, journal.unavailableAfter(since));
    }

    /** The fault is over: waits until starts are acknowledged again; how long that took counts as recovery. */
    public void awaitRecovery() {
        long healed = System.nanoTime();
        Waiting.until(
                "starts are acknowledged again",
                PATIENCE,
                () -> journal.acknowledgedAfter(healed).isPresent());
        recovery = later(recovery, journal.acknowledgedAfter(healed));
    }

    /** Asks for a run to be stopped; false when the platform does not promise it. */
    public boolean stop(String run, String mode) {
        try {
            Platform.Answer answer =
                    platform.send(turn(), "POST", "runs/" + run + "/stop", "{\"mode\":\"" + mode + "\"}", Map.of());
            return answer.status() / 100 == 2;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Something is wrong that the history does not show. */
    public void complain(String what) {
        complaints.add(what);
    }

    /** Ends the load, lets everything come to rest, and judges. All nodes must be well. */
    public Row conclude() {
        return row(name, rest(), complaints, key -> true);
    }

    /**
     * As {@link #conclude}, with a row for each phase of the load.
     *
     * @param phases with what is wrong besides
     */
    public List<Row> concludePhases(Map<String, List<String>> phases) {
        Rest rest = rest();
        return phases.entrySet().stream()
                .map(phase -> row(
                        name + ": " + phase.getKey(),
                        rest,
                        phase.getValue(),
                        key -> key.contains("-" + phase.getKey() + "-")))
                .toList();
    }

    private Row row(String title, Rest rest, List<String> wrong, Predicate<String> keys) {
        return new Row(
                title,
                place.name(),
                Optional.of(Judge.judge(rest.history().only(keys))),
                later(detection, rest.detection()),
                recovery,
                wrong,
                Optional.empty());
    }

    private record Rest(History history, Optional<Duration> detection) {}

    private Rest rest() {
        endLoad();
        List<String> open = journal.open();
        open.subList(0, (open.size() + 1) / 2).forEach(key -> client.repeat(turn(), key));
        awaitRest();
        nodes.forEach(Node::stop);
        Kept kept = Kept.read(place);
        return new Rest(
                new History(journal.starts(), kept.runs(), program.effects(), receiver.receipts()),
                slowestSettling(kept.losses()));
    }

    /** Changes the tables while no node runs. */
    public void execute(String... statements) {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new TrialFailed("the tables cannot be changed", failed);
        }
    }

    /** Not coming to rest is no failure of the trial: what did not end is lost, and who was not told was not called back. */
    private void awaitRest() {
        Waiting.isTrueWithin(PATIENCE, this::isNothingUnfinished);
        Waiting.isTrueWithin(
                Duration.ofSeconds(20),
                () -> journal.starts().stream()
                        .filter(Start::callback)
                        .flatMap(start -> start.runs().stream())
                        .allMatch(receiver::hasHeardOf));
    }

    private boolean isNothingUnfinished() {
        try {
            Platform.Answer answer = platform.get(turn(), UNFINISHED);
            return answer.status() == 200 && answer.body().path("runs").isEmpty();
        } catch (IOException notNow) {
            return false;
        }
    }

    private Optional<Duration> slowestSettling(List<Instant> losses) {
        return losses.stream()
                .flatMap(loss -> deaths.stream()
                        .filter(death -> death.isBefore(loss))
                        .max(Instant::compareTo)
                        .map(death -> Duration.between(death, loss))
                        .stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> later(Optional<Duration> one, Optional<Duration> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().compareTo(other.get()) > 0 ? one.get() : other.get())
                : one.or(() -> other);
    }

    @Override
    public void close() {
        loads.forEach(Load::close);
        nodes.forEach(Node::close);
        receiver.close();
    }
}
