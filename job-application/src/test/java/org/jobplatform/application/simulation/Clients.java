package org.jobplatform.application.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.simulation.checker.Answer;
import org.jobplatform.application.simulation.checker.When;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.NotAccepting;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;

/** Those who start, stop, hold and read runs, at any node, and ask again when they got no answer. */
final class Clients {
    private static final int MOST_REPEATS = 3;

    private final Cluster cluster;
    private final Chance chance;
    private final List<RunId> known = new ArrayList<>();
    private final List<StartCommand> sent = new ArrayList<>();
    private int tokens;

    Clients(Cluster cluster) {
        this.cluster = cluster;
        this.chance = cluster.chance();
    }

    /** Something is asked of some node. */
    void ask() {
        int what = chance.between(1, 100);
        if (known.isEmpty() || what <= 45) {
            start();
        } else if (what <= 57) {
            stop(chance.pick(known));
        } else if (what <= 68) {
            change(chance.pick(known), true);
        } else if (what <= 75) {
            change(chance.pick(known), false);
        } else if (what <= 80) {
            redeliver(chance.pick(known));
        } else {
            read(chance.pick(known));
        }
    }

    /** What is held is let go on. */
    void resumeAll() {
        known.stream()
                .filter(id -> cluster.kept(id)
                        .filter(run -> run.status() == RunStatus.PAUSED)
                        .isPresent())
                .forEach(id -> change(id, false));
    }

    private void start() {
        StartCommand command = !sent.isEmpty() && chance.percent(15)
                ? chance.pick(sent)
                : drawn(chance.pick(Scenery.JOBS).id());
        if (chance.percent(25)) {
            // A rival for the room that its job has.
            StartCommand rival = drawn(command.job());
            cluster.agenda().after(chance.millis(0, 10), () -> send(rival, 0));
        }
        boolean repeatable = command.runId().isPresent() || command.key().isPresent();
        if (repeatable) {
            sent.add(command);
        }
        send(command, 0);
        if (repeatable && chance.percent(20)) {
            cluster.agenda().after(chance.millis(0, 10), () -> send(command, 0));
        }
    }

    private StartCommand drawn(JobId job) {
        boolean reused = tokens > 0 && chance.percent(3);
        int token = ++tokens;
        String id = "run-" + (reused ? chance.between(1, token) : token);
        int manner = chance.between(1, 4);
        boolean alone = job.value().equals("alone");
        Caller caller = new Caller(
                chance.percent(50) ? Dialect.NATIVE : Dialect.INFORMATICA, AccessExamples.ALICE, "192.0.2.7");
        return new StartCommand(
                job,
                manner <= 2 ? Optional.of(new RunId(id)) : Optional.empty(),
                manner == 3 ? Optional.of("key-" + token) : Optional.empty(),
                options("start-" + token).withChained(job.value().equals("chain")),
                alone,
                caller);
    }

    private StartOptions options(String token) {
        Optional<String> url = chance.percent(80) ? Optional.of(chance.pick(Scenery.RECEIVERS)) : Optional.empty();
        return new StartOptions(
                Map.of(), Optional.of(token), RowRange.ALL, 1, LoggingLevel.MEDIUM, chance.between(0, 2), url);
    }

    private void send(StartCommand command, int repeats) {
        call(node -> {
            When invoked = cluster.recording().now();
            Optional<RunId> run = Optional.empty();
            Answer answer = Answer.INFO;
            try {
                run = Optional.of(node.parts().start.start(command).run().id());
                answer = Answer.OK;
                known.add(run.get());
            } catch (StorageUnavailable unknown) {
                repeat(command, repeats);
            } catch (RunFailure | JobFailure | NotAccepting refused) {
                answer = Answer.FAIL;
            } finally {
                cluster.recording()
                        .start(command.options().argument().orElseThrow(), command.alone(), invoked, answer, run);
            }
        });
    }

    private void repeat(StartCommand command, int repeats) {
        boolean repeatable = command.runId().isPresent() || command.key().isPresent();
        if (repeatable && repeats < MOST_REPEATS && !cluster.weather().isClear() && chance.percent(70)) {
            cluster.agenda().after(chance.millis(10, 4_000), () -> send(command, repeats + 1));
        }
    }

    private void stop(RunId id) {
        StopMode mode = chance.pick(List.of(StopMode.CLEAN, StopMode.CLEAN, StopMode.NOW, StopMode.KILL));
        call(node -> {
            When invoked = cluster.recording().now();
            Answer answer = Answer.INFO;
            try {
                node.parts().stop.stop(id, mode, "no longer wanted", AccessExamples.ALICE);
                answer = Answer.OK;
            } catch (StorageUnavailable unknown) {
                answer = Answer.INFO;
            } catch (RunFailure refused) {
                answer = Answer.FAIL;
            } finally {
                cluster.recording().stop(id, mode, invoked, answer);
            }
        });
    }

    private void change(RunId id, boolean hold) {
        call(node -> {
            if (hold) {
                node.parts().pause.pause(id, AccessExamples.ALICE);
            } else {
                node.parts().resume.resume(id, AccessExamples.ALICE);
            }
        });
    }

    private void redeliver(RunId id) {
        call(node -> node.parts().redeliver.redeliver(id, 1, AccessExamples.ALICE));
    }

    private void read(RunId id) {
        call(node -> {
            When invoked = cluster.recording().now();
            Run seen = node.parts().queries.find(id, AccessExamples.ALICE);
            cluster.recording().reading(invoked, seen);
        });
    }

    /** A call to any node that lives; it waits when the node stands still. */
    private void call(Consumer<SimulatedNode> what) {
        List<SimulatedNode> living = cluster.living();
        if (living.isEmpty()) {
            return;
        }
        SimulatedNode node = chance.pick(living);
        node.enter(() -> node.spawn(() -> {
            try {
                what.accept(node);
            } catch (StorageUnavailable | RunFailure | DeliveryFailure refused) {
                // Nobody relies on it.
                return;
            }
        }));
    }
}
