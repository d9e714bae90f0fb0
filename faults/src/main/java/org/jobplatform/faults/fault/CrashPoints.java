package org.jobplatform.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.faults.agent.CrashPoint;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Node;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** The server dies at a named place in its code, under load; the next one on the same database dies at the next place. */
public final class CrashPoints implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<CrashPoint> points;

    /** All of them. */
    public CrashPoints() {
        this(List.of(CrashPoint.values()));
    }

    /** Some of them. */
    public CrashPoints(List<CrashPoint> points) {
        this.points = List.copyOf(points);
    }

    @Override
    public String name() {
        return "crash-point";
    }

    @Override
    public String description() {
        return "the server dies at each named place in its code, and is started again";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        Map<String, List<String>> phases = new LinkedHashMap<>();
        try (Trial trial = Trial.onH2(lab, name())) {
            for (CrashPoint point : points) {
                phases.put(point.name(), point == CrashPoint.MIGRATING ? migrate(trial) : crash(trial, point));
            }
            trial.node(0).start();
            return trial.concludePhases(phases);
        }
    }

    /** First while the schema is made, then while it is changed under runs that were acknowledged. */
    private static List<String> migrate(Trial trial) {
        Node node = trial.node(0);
        List<String> complaints = new ArrayList<>(dieAtStart(node, 12));
        node.start();
        trial.applyJobs();
        trial.load(CrashPoint.MIGRATING.name()).awaitAcknowledged(20);
        node.kill();
        trial.endLoad();
        trial.execute("drop table schema_demand", "delete from \"flyway_schema_history\" where \"version\" = '50'");
        complaints.addAll(dieAtStart(node, 1));
        return complaints;
    }

    private static List<String> dieAtStart(Node node, int statements) {
        try {
            node.start("crash=" + CrashPoint.MIGRATING + ":" + statements);
            return List.of("the point was not reached");
        } catch (IllegalStateException died) {
            return complaints(node, CrashPoint.MIGRATING);
        }
    }

    private static List<String> crash(Trial trial, CrashPoint point) {
        Node node = trial.node(0);
        node.start("crash=" + point + ":" + count(point));
        trial.applyJobs();
        trial.load(point.name());
        if (point == CrashPoint.STOPPING || point == CrashPoint.STOP_COMMITTED) {
            stopSome(trial, point);
        }
        Waiting.isTrueWithin(PATIENCE, () -> !node.isAlive());
        node.kill();
        trial.endLoad();
        return complaints(node, point);
    }

    /** Not at the first time, so that others are under way. */
    private static int count(CrashPoint point) {
        return switch (point) {
            case CLAIMED, SPAWNED -> 6;
            case STOPPING, STOP_COMMITTED -> 3;
            default -> 25;
        };
    }

    private static void stopSome(Trial trial, CrashPoint point) {
        trial.awaitAcknowledged(10);
        for (int run = 0; run < 4 && trial.node(0).isAlive(); run++) {
            String id = "id-" + point + "-long" + run;
            trial.client().start(trial.turn(), id, Jobs.LONG);
            Waiting.isTrueWithin(PATIENCE, () -> trial.hasBegun(id) || !trial.node(0).isAlive());
            trial.stop(id, "now");
        }
    }

    private static List<String> complaints(Node node, CrashPoint point) {
        try {
            List<String> reports = Files.exists(node.reports()) ? Files.readAllLines(node.reports()) : List.of();
            List<String> complaints = new ArrayList<>(
                    reports.stream().filter(line -> line.startsWith("useless")).toList());
            if (!reports.contains("crashed " + point)) {
                complaints.add("the point was not reached");
            }
            return complaints;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
