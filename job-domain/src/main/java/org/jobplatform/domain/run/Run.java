package org.jobplatform.domain.run;

import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.job.JobReference;

/**
 * One execution of a job. A value: every event returns the next run and leaves this one as it was.
 *
 * @param job the job as it was called when the run was started
 * @param attempt 0 before the first claim, then counting claims; with the owner it fences off a node that lost its lease
 * @param createdAt when the start was accepted
 * @param startedAt when its first attempt was claimed
 * @param lastClaim who took it for its latest attempt, and when; empty before the first
 * @param content what it left for download, known once it has ended
 * @param version counts durable changes; a change is written only onto the version it was made from
 */
public record Run(
        RunId id,
        RunNumber number,
        JobReference job,
        RunRequest request,
        RunState state,
        Progress progress,
        int attempt,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Claim> lastClaim,
        Optional<ContentDescription> content,
        long version) {
    /** @throws IllegalArgumentException when the parts contradict each other */
    public Run {
        if (attempt < 0 || version < 0) {
            throw new IllegalArgumentException("attempt and version are never negative");
        }
        if (state instanceof RunState.Owned && attempt == 0) {
            throw new IllegalArgumentException("a run that is carried out has an attempt");
        }
    }

    /** A run that was just accepted and waits. */
    public static Run accepted(RunId id, RunNumber number, JobReference job, RunRequest request, Instant now) {
        RunState waiting = new RunState.Queued(now, now);
        return new Run(
                id,
                number,
                job,
                request,
                waiting,
                Progress.NONE,
                0,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The status of the state. */
    public RunStatus status() {
        return state.status();
    }

    /** Says whether the run has ended for good. */
    public boolean isEnded() {
        return state instanceof RunState.Ended;
    }

    /** When it ended; empty while it has not. */
    public Optional<Instant> endedAt() {
        return isEnded() ? Optional.of(state.since()) : Optional.empty();
    }

    /** The node that carries it out; empty when none does. */
    public Optional<Owner> owner() {
        return state instanceof RunState.Owned owned ? Optional.of(owned.owner()) : Optional.empty();
    }

    /** The run that it comes of: the one before it in its chain, or the flow whose step it is. */
    public Optional<RunId> parent() {
        return request.origin().map(Origin::parent);
    }

    /** The first run of its chain, or the flow whose step it is; the run itself when it comes of no other. */
    public RunId root() {
        return request.origin().map(Origin::root).orElse(id);
    }

    /** Says whether it has ended so that the next job of its chain is run. */
    public boolean isFollowed() {
        return request.plan().isPresent()
                && (status() == RunStatus.COMPLETED || status() == RunStatus.COMPLETED_WITH_ERRORS);
    }

    /** A node takes the run for its next attempt. */
    public Run claim(Owner owner, Instant now) {
        RunState starting = new RunState.Starting(notBack(now), owner);
        requireSuccessor(starting, "claimed");
        return new Run(
                id,
                number,
                job,
                request,
                starting,
                progress,
                attempt + 1,
                createdAt,
                startedAt.or(() -> Optional.of(starting.since())),
                Optional.of(new Claim(owner.node(), starting.since())),
                content,
                version);
    }

    /** Its runner begins. */
    public Run begin(Instant now) {
        if (status() != RunStatus.STARTING) {
            throw new RunFailure.NotAllowed(id, status(), "begun");
        }
        return enter(new RunState.Running(notBack(now), requireOwner("begun")), "begun");
    }

    /** Somebody asks that it is held. */
    public Run pause(Instant now) {
        return enter(new RunState.Paused(notBack(now), requireOwner("paused")), "paused");
    }

    /** It goes on after being held. */
    public Run resume(Instant now) {
        if (status() != RunStatus.PAUSED) {
            throw new RunFailure.NotAllowed(id, status(), "resumed");
        }
        return enter(new RunState.Running(notBack(now), requireOwner("resumed")), "resumed");
    }

    /**
     * Somebody asks it to stop. One that waits has stopped; one that is carried out is stopping; one that is stopping
     * takes over a stronger wish and ignores a weaker one.
     */
    public Run stop(StopRequest wish) {
        return switch (state) {
            case RunState.Queued ignored -> enter(new RunState.Stopped(notBack(wish.at()), wish.reason()), "stopped");
            case RunState.Stopping stopping ->
                wish.mode().isStrongerThan(stopping.request().mode())
                        ? withState(new RunState.Stopping(stopping.since(), stopping.owner(), wish))
                        : this;
            case RunState.Owned owned ->
                enter(new RunState.Stopping(notBack(wish.at()), owned.owner(), wish), "stopped");
            case RunState.Ended ignored -> throw new RunFailure.NotAllowed(id, status(), "stopped");
        };
    }

    /** Its runner is done. */
    public Run end(RunOutcome outcome, Instant now) {
        requireOwner("ended");
        Instant at = notBack(now);
        RunState ended = switch (outcome) {
            case RunOutcome.Completed ignored -> new RunState.Completed(at);
            case RunOutcome.CompletedWithErrors some -> new RunState.CompletedWithErrors(at, some.message());
            case RunOutcome.Failed failed -> new RunState.Failed(at, failed.message());
            case RunOutcome.Stopped stopped -> new RunState.Stopped(at, stopped.message());
        };
        Run next = enter(ended, "ended");
        return switch (outcome) {
            case RunOutcome.Completed ignored -> next.withProgress(progress.complete());
            case RunOutcome.CompletedWithErrors ignored -> next.withProgress(progress.complete());
            case RunOutcome.Failed ignored -> next;
            case RunOutcome.Stopped ignored -> next;
        };
    }

    /**
     * It cannot be carried out at all.
     *
     * @param message cut to {@link RunOutcome#MAXIMUM_MESSAGE} characters
     */
    public Run fail(String message, Instant now) {
        if (status() != RunStatus.QUEUED) {
            throw new RunFailure.NotAllowed(id, status(), "failed");
        }
        return enter(new RunState.Failed(notBack(now), BoundedText.cut(message, RunOutcome.MAXIMUM_MESSAGE)), "failed");
    }

    /** It waits again, for its next attempt; what this attempt left for download is forgotten. */
    public Run retry(Instant now, Instant notBefore) {
        return enter(new RunState.Queued(notBack(now), notBefore), "queued again")
                .with(progress, Optional.empty(), version);
    }

    /**
     * Its node is gone.
     *
     * @param message cut to {@link RunOutcome#MAXIMUM_MESSAGE} characters
     */
    public Run lose(String message, Instant now) {
        return enter(new RunState.Lost(notBack(now), BoundedText.cut(message, RunOutcome.MAXIMUM_MESSAGE)), "lost");
    }

    /** This run with another progress; its state stays. */
    public Run withProgress(Progress reported) {
        return with(reported, content, version);
    }

    /** This run with what it left for download. */
    public Run withContent(ContentDescription left) {
        return with(progress, Optional.of(left), version);
    }

    /** This run as it is after {@code stored} durable changes. */
    public Run withVersion(long stored) {
        return with(progress, content, stored);
    }

    private Run with(Progress reported, Optional<ContentDescription> left, long stored) {
        return new Run(
                id, number, job, request, state, reported, attempt, createdAt, startedAt, lastClaim, left, stored);
    }

    /** The times of a run never go back, although they come from the clocks of several nodes. */
    private Instant notBack(Instant now) {
        return now.isBefore(state.since()) ? state.since() : now;
    }

    private Run enter(RunState next, String event) {
        requireSuccessor(next, event);
        return withState(next);
    }

    private void requireSuccessor(RunState next, String event) {
        if (!status().successors().contains(next.status())) {
            throw new RunFailure.NotAllowed(id, status(), event);
        }
    }

    private Run withState(RunState next) {
        return new Run(
                id, number, job, request, next, progress, attempt, createdAt, startedAt, lastClaim, content, version);
    }

    private Owner requireOwner(String event) {
        return owner().orElseThrow(() -> new RunFailure.NotAllowed(id, status(), event));
    }
}
