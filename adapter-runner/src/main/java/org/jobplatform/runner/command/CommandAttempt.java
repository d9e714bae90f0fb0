package org.jobplatform.runner.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.runner.command.process.Child;
import org.jobplatform.runner.command.process.Survivor;

/** One attempt from the start of its program to the end of all its processes. Used once, on one thread. */
final class CommandAttempt {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration OUTPUT_AFTER_END = Duration.ofSeconds(3);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration RAREST_LOOK = Duration.ofSeconds(10);
    private static final int SIGNALS = 128;

    /**
     * How it ended.
     *
     * @param followed the strongest wish to stop that met a living program
     * @param survivors what could not be ended
     */
    private record End(Optional<StopMode> followed, List<Survivor> survivors) {}

    private final RunContext context;
    private final Child child;
    private final ContentKeeper content;
    private final CommandLog log;
    private final Reports reports;
    private final StopWishes wishes = new StopWishes();

    CommandAttempt(RunContext context, Child child, ContentKeeper content, long logLimit) {
        this.context = context;
        this.child = child;
        this.content = content;
        this.log = new CommandLog(context, logLimit);
        this.reports = new Reports(context, log);
    }

    /** @throws IOException when its processes can neither be held nor let go on; all are killed then */
    RunOutcome carryOut() throws InterruptedException, IOException {
        String name = "run-" + context.run().number();
        OutputPump output = OutputPump.start(name + "-output", child.output(), this::takeOutput);
        OutputPump errors = OutputPump.start(name + "-errors", child.errors(), log::addError);
        child.onExit(wishes::exit);
        context.onPause(wishes::hold);
        context.onStop(wishes::raise);
        try {
            End end = awaitEnd();
            boolean wholeOutput = output.finish(OUTPUT_AFTER_END);
            boolean wholeErrors = errors.finish(OUTPUT_AFTER_END);
            if (!wholeOutput || !wholeErrors) {
                log.add(
                        LogSeverity.WARNING,
                        "an unknown process holds the command's output open; the rest is not kept");
            }
            return outcome(end, output.failure().or(errors::failure).or(this::keepContent));
        } finally {
            // Whatever went wrong above, nothing is left to run without anybody watching it.
            if (!wishes.hasExited()) {
                child.kill();
            }
        }
    }

    private void takeOutput(Piece piece) throws IOException {
        if (!reports.take(piece) && !content.take(piece)) {
            log.addOutput(piece);
        }
    }

    /** Waits and follows wishes, until nothing of the attempt runs, or what does cannot be ended. */
    private End awaitEnd() throws InterruptedException, IOException {
        Optional<StopMode> followed = Optional.empty();
        boolean held = false;
        Duration look = FIRST_LOOK;
        while (true) {
            wishes.await(followed, held, look);
            Optional<StopMode> wish = wishes.strongest();
            if (wishes.hasExited()) {
                return new End(followed, child.kill());
            }
            if (!wish.equals(followed)) {
                followed = wish;
                switch (wish.orElseThrow()) {
                    case CLEAN -> child.ask();
                    case NOW -> {
                        return new End(followed, child.stop(GRACE, wishes::wantsKill));
                    }
                    case KILL -> {
                        return new End(followed, child.kill());
                    }
                }
            }
            boolean wantsHold = wishes.wantsHold();
            if (wantsHold) {
                // Again at each look, should anything have been woken by others.
                hold(!held);
            } else if (held) {
                child.release();
                log.add(LogSeverity.INFO, "the command goes on");
            } else {
                child.sample();
            }
            look = wantsHold == held ? later(look) : FIRST_LOOK;
            held = wantsHold;
        }
    }

    private void hold(boolean first) throws IOException {
        List<Survivor> going = child.hold();
        if (first && going.isEmpty()) {
            log.add(LogSeverity.INFO, "the command is held");
        } else if (!going.isEmpty()) {
            log.add(LogSeverity.WARNING, "these processes could not be held: " + named(going));
        }
    }

    private static Duration later(Duration look) {
        return look.compareTo(RAREST_LOOK) < 0 ? look.multipliedBy(2) : RAREST_LOOK;
    }

    private Optional<Exception> keepContent() {
        try {
            content.keep(context, log);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private RunOutcome outcome(End end, Optional<Exception> failure) throws InterruptedException {
        if (!end.survivors().isEmpty()) {
            String message = "these processes could not be ended: " + named(end.survivors());
            log.add(LogSeverity.ERROR, message);
            return new RunOutcome.Failed(message);
        }
        child.waitFor(OUTPUT_AFTER_END);
        int code = child.exitCode();
        if (end.followed().isPresent()) {
            return new RunOutcome.Stopped(sentence(stopped(end.followed().get(), code), reports.place()));
        }
        if (code != 0) {
            return new RunOutcome.Failed(
                    log.lastError().map(line -> ended(code) + ": " + line).orElse(ended(code)));
        }
        if (failure.isPresent()) {
            return new RunOutcome.Failed(
                    "the output could not be kept: " + failure.get().getMessage());
        }
        long errors = context.rows().errors();
        return errors == 0
                ? new RunOutcome.Completed()
                : new RunOutcome.CompletedWithErrors(errors + (errors == 1 ? " row" : " rows") + " had errors");
    }

    private static String stopped(StopMode mode, int code) {
        return switch (mode) {
            case CLEAN -> "the command was asked to end and did, " + ended(code);
            case NOW -> "the command was stopped, " + ended(code);
            case KILL -> "the command was killed";
        };
    }

    private static String ended(int code) {
        return "exit code " + code
                + (code > SIGNALS && code <= SIGNALS + 64 ? " (signal " + (code - SIGNALS) + ")" : "");
    }

    private static String named(List<Survivor> processes) {
        return processes.stream().map(Survivor::toString).collect(Collectors.joining("; "));
    }

    private static String sentence(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
