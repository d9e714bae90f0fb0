package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jobplatform.faults.agent.CrashPoint;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Node;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** The server dies at a named place in its code, under load; the next one on the same database dies at the next place. */
public final class CrashPoints implements Fault {
    /** The complaint about a point that the server did not come to. */
    static final String NOT_REACHED = "the point was not reached";

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
        try (Trial trial = new Trial(lab, name(), Site.onH2(lab, lab.newFolder(name())))) {
            for (CrashPoint point : points) {
                trial.phase(title(point));
                if (point == CrashPoint.MIGRATING) {
                    migrate(trial);
                } else {
                    crash(trial, point);
                }
            }
            trial.node(0).start();
            return trial.conclude();
        }
    }

    /** First while the schema is made, then while it is changed under runs that were acknowledged. */
    private static void migrate(Trial trial) {
        Node node = trial.node(0);
        dieAtStart(trial, 12);
        node.start();
        trial.applyJobs();
        trial.load().awaitAcknowledged(20);
        node.kill();
        trial.endLoad();
        // The schema of a server that did not know the last migration yet.
        trial.execute(
                "drop index run_page_newest",
                "drop index run_page_newest_of_job",
                "create index run_page_newest on run (created_at desc, number desc)",
                "create index run_page_newest_of_job on run (job_id, created_at desc, number desc)",
                "delete from \"flyway_schema_history\" where \"version\" = '100'");
        dieAtStart(trial, 1);
    }

    private static void dieAtStart(Trial trial, int statements) {
        try {
            trial.node(0).start("crash=" + CrashPoint.MIGRATING + ":" + statements);
            trial.complain("the server did not die");
        } catch (IllegalStateException died) {
            check(trial, CrashPoint.MIGRATING);
        }
    }

    private static void crash(Trial trial, CrashPoint point) {
        Node node = trial.node(0);
        node.start("crash=" + point + ":" + count(point));
        trial.applyJobs();
        trial.load();
        if (point == CrashPoint.STOPPING || point == CrashPoint.STOP_COMMITTED) {
            stopSome(trial);
        }
        Waiting.isTrueWithin(PATIENCE, () -> !node.isAlive());
        node.kill();
        trial.endLoad();
        check(trial, point);
    }

    /** Not at the first time, so that others are under way. */
    private static int count(CrashPoint point) {
        return switch (point) {
            case CLAIMED, SPAWNED -> 6;
            case STOPPING, STOP_COMMITTED -> 3;
            default -> 25;
        };
    }

    private static void stopSome(Trial trial) {
        trial.awaitAcknowledged(10);
        for (int run = 0; run < 4 && trial.node(0).isAlive(); run++) {
            String id = trial.id("long" + run);
            trial.start(Jobs.LONG, "long" + run);
            Waiting.isTrueWithin(
                    PATIENCE, () -> trial.hasBegun(id) || !trial.node(0).isAlive());
            trial.stop(id, "now");
        }
    }

    /** A point that is not in the code any more, or was not reached, shows nothing. */
    private static void check(Trial trial, CrashPoint point) {
        List<String> reports = trial.node(0).reports();
        reports.stream().filter(line -> line.startsWith("useless")).forEach(trial::complain);
        if (!reports.contains("crashed " + point)) {
            trial.complain(NOT_REACHED);
        }
    }

    private static String title(CrashPoint point) {
        return point.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
