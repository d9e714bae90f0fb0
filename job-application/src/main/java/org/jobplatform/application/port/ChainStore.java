package org.jobplatform.application.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * The chains that wait for somebody to go on with them. A run whose request has a plan is due from its end on, whatever that
 * was, until it is settled. Every change is atomic and durable when the call returns, and throws
 * {@link StorageUnavailable} when that cannot be known.
 */
public interface ChainStore {
    /**
     * Runs that are due, the longest ended first.
     *
     * @param limit most runs to return, at least 1
     */
    List<Run> due(int limit);

    /** Nothing more comes of the end of this run: what follows is there, or nothing is to. Does nothing when that is known. */
    void settle(RunId ended);

    /**
     * Keeps a run of a chain that could not be started, with the delivery of its callback, and settles the run before it; all
     * in one. When that is settled already, or there is a run with this id or at this place of the chain, nothing is kept but
     * that it is settled.
     *
     * @param callback makes the delivery, from the run as it will be kept; called before the change, and whether it is made or
     *     not
     * @return the run; empty when none was kept
     */
    Optional<Run> fail(FailedStart failed, Function<Run, Optional<Delivery>> callback);
}
