package org.jobplatform.faults.trial;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.faults.judge.History;
import org.jobplatform.faults.judge.Judge;
import org.jobplatform.faults.judge.Start;
import org.jobplatform.faults.judge.Start.Told;

/**
 * Servers under load, to be broken in one phase after the other. What happened is judged when everything has come to rest. Not
 * for several threads, but for {@link #start}, {@link #stop} and what only looks.
 */
public final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNFINISHED = "runs?state=QUEUED,STARTING,RUNNING,PAUSED,STOPPING&limit=1";

    private final String name;
    private final Lab lab;
    private final Site site;
    private final Platform platform = new Platform();
    private final Journal journal = new Journal();
    private final Receiver receiver = new Receiver();
    private final Program program;
    private final Client client = new Client(platform, journal, receiver.url());
    private final List<Phase> phases = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();

    /** A trial of what this name says. It closes the site. */
    public Trial(Lab lab, String name, Site site) {
        this.name = name;
        this.lab = lab;
        this.site = site;
        this.program = new Program(lab.newFolder("program"));
        phases.add(new Phase(name));
    }

    /** Starts every node, and makes the jobs. */
    public Trial begin() {
        site.nodes().getFirst().start();
        applyJobs();
        site.nodes().stream().skip(1).parallel().forEach(Node::start);
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

    /** Ends the load, and begins a phase with a row of its own; what comes before the first has none. */
    public Trial phase(String next) {
        endLoad();
        phases.add(new Phase(next));
        return this;
    }

    private Phase now() {
        return phases.getLast();
    }

    /** Lets clients start runs until the end of the phase. */
    public Trial load() {
        Phase phase = now();
        loads.add(new Load(client, this::turn, phase));
        return this;
    }

    /** Ends the clients. */
    public void endLoad() {
        loads.forEach(Load::end);
    }

    /** Starts a run at some node, once; the same number makes it a repeat. Says what the client was told. */
    public Told start(Jobs job, Object number) {
        return client.start(turn(), id(number), job);
    }

    /** As {@link #start}, with a callback to some other address, which nobody watches. */
    public Told startUnheard(Jobs job, Object number, String callback) {
        return client.startUnheard(turn(), id(number), job, callback);
    }

    /** The id of the run that {@link #start} starts. */
    public String id(Object number) {
        return now().key("id", number);
    }

    /** A client of the same receiver, for starts that are sent in another way. */
    public Client client() {
        return client;
    }

    /** One of its nodes. */
    public Node node(int index) {
        return site.nodes().get(index);
    }

    /** From now on clients ask only this node. */
    public Trial askOnly(int node) {
        site.askOnly(node);
        return this;
    }

    /** Where some node listens that was ever started, each in its turn. */
    public URI turn() {
        return site.turn();
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

    /** Says whether the program of a run has begun. */
    public boolean hasBegun(String run) {
        return program.effects().stream().anyMatch(effect -> effect.run().equals(run));
    }

    /** Says whether the receiver was told of a run. */
    public boolean isCalledBack(String run) {
        return receiver.hasHeardOf(run);
    }

    /** Notes that a node has died now, or is as good as dead; how long its runs take to be settled counts as detection. */
    public void noteDeath() {
        now().noteDeath(Instant.now());
    }

    /** Counts as detection. */
    public void noteDetection(Duration time) {
        now().noteDetection(time);
    }

    /** Waits until clients are refused since this moment of the monotonic clock; how long that took counts as detection. */
    public void awaitUnavailable(long since) {
        Waiting.until(
                "starts get 503",
                PATIENCE,
                () -> journal.unavailableAfter(since).isPresent());
        journal.unavailableAfter(since).ifPresent(now()::noteDetection);
    }

    /** The fault is over: waits until starts are acknowledged again; how long that took counts as recovery. */
    public void awaitRecovery() {
        long healed = System.nanoTime();
        Waiting.until(
                "starts are acknowledged again",
                PATIENCE,
                () -> journal.acknowledgedAfter(healed).isPresent());
        journal.acknowledgedAfter(healed).ifPresent(now()::noteRecovery);
    }

    /** How many attempts were taken for lost so far; only where others than the nodes can read the database. */
    public int losses() {
        return Kept.read(site.place()).losses().size();
    }

    /** Something is wrong that the history does not show. */
    public void complain(String what) {
        now().complain(what);
    }

    /** Changes the tables while no node runs. */
    public void execute(String... statements) {
        try (Connection connection = site.place().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new TrialFailed("the tables cannot be changed", failed);
        }
    }

    /** Ends the load, lets everything come to rest, and judges each phase. All nodes must be well. */
    public List<Row> conclude() {
        endLoad();
        List<String> open = journal.open();
        open.subList(0, (open.size() + 1) / 2).forEach(key -> client.repeat(turn(), key));
        awaitRest();
        site.nodes().forEach(lab.mutation().isEmpty() ? Node::stop : Node::kill);
        Kept kept = Kept.read(site.place());
        History history = new History(journal.starts(), kept.runs(), program.effects(), receiver.receipts());
        List<Phase> judged = phases.size() > 1 ? phases.subList(1, phases.size()) : phases;
        return judged.stream().map(phase -> row(phase, history, kept.losses())).toList();
    }

    private Row row(Phase phase, History history, List<Instant> losses) {
        slowestSettling(phase, losses).ifPresent(phase::noteDetection);
        return new Row(
                phase.name().equals(name) ? name : name + ": " + phase.name(),
                site.place().name(),
                Optional.of(Judge.judge(phases.size() > 1 ? history.only(phase::has) : history)),
                phase.detection(),
                phase.recovery(),
                phase.complaints(),
                Optional.empty());
    }

    /** Not coming to rest is no failure of the trial: what did not end is lost, and who was not told was not called back. */
    private void awaitRest() {
        Waiting.isTrueWithin(lab.patience(), this::isNothingUnfinished);
        Waiting.isTrueWithin(
                lab.patience(),
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

    private Optional<Duration> slowestSettling(Phase phase, List<Instant> losses) {
        return losses.stream()
                .flatMap(loss -> phases.stream()
                        .flatMap(any -> any.deaths().stream())
                        .filter(death -> death.isBefore(loss))
                        .max(Instant::compareTo)
                        .filter(phase.deaths()::contains)
                        .map(death -> Duration.between(death, loss))
                        .stream())
                .max(Duration::compareTo);
    }

    @Override
    public void close() {
        loads.forEach(Load::close);
        site.close();
        receiver.close();
    }
}
