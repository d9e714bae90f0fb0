package org.jobplatform.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;
import org.jspecify.annotations.Nullable;

/** The state of a run, flat: columns that a status does not use are null. */
@Embeddable
record RunStateColumns(
        String status,
        Instant since,
        @Nullable Instant notBefore,
        @Nullable String ownerNode,
        @Nullable String ownerBoot,
        @Nullable String stopMode,
        @Nullable String stopReason,
        @Nullable String stopRequester,
        @Nullable Instant stopAt,
        @Nullable String message,
        @Nullable Instant endedAt) {

    static RunStateColumns from(RunState state) {
        Owner owner = state instanceof RunState.Owned owned ? owned.owner() : null;
        StopRequest stop = state instanceof RunState.Stopping stopping ? stopping.request() : null;
        boolean ended = state instanceof RunState.Ended;
        return new RunStateColumns(
                state.status().name(),
                Stored.time(state.since()),
                state instanceof RunState.Queued queued ? Stored.time(queued.notBefore()) : null,
                owner == null ? null : owner.node(),
                owner == null ? null : owner.boot(),
                stop == null ? null : stop.mode().name(),
                stop == null ? null : stop.reason(),
                stop == null ? null : Stored.text(stop.requester()),
                stop == null ? null : Stored.time(stop.at()),
                state instanceof RunState.Ended end ? Stored.text(end.message()) : null,
                ended ? Stored.time(state.since()) : null);
    }

    RunState toState() {
        return switch (RunStatus.valueOf(status)) {
            case QUEUED -> new RunState.Queued(since, requireNonNull(notBefore));
            case STARTING -> new RunState.Starting(since, owner());
            case RUNNING -> new RunState.Running(since, owner());
            case PAUSED -> new RunState.Paused(since, owner());
            case STOPPING -> new RunState.Stopping(since, owner(), stop());
            case COMPLETED -> new RunState.Completed(since);
            case COMPLETED_WITH_ERRORS -> new RunState.CompletedWithErrors(since, end());
            case FAILED -> new RunState.Failed(since, end());
            case STOPPED -> new RunState.Stopped(since, end());
            case LOST -> new RunState.Lost(since, end());
        };
    }

    private Owner owner() {
        return new Owner(requireNonNull(ownerNode), requireNonNull(ownerBoot));
    }

    private StopRequest stop() {
        return new StopRequest(
                StopMode.valueOf(requireNonNull(stopMode)),
                requireNonNull(stopReason),
                requireNonNull(stopRequester),
                requireNonNull(stopAt));
    }

    private String end() {
        return requireNonNullElse(message, "");
    }
}
