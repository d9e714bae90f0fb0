package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunNumber;

/** Admits runs. Only jobs whose runs must be counted are locked against the admissions of other nodes. */
final class RunAdditionBatch {
    private final Vendor vendor;
    private final RowLocks locks;
    private final BulkInsert<RunEntity> insert;

    RunAdditionBatch(Vendor vendor, RowLocks locks) {
        this.vendor = vendor;
        this.locks = locks;
        this.insert = new BulkInsert<>(vendor, "run", RunColumns.ADDED);
    }

    /** @param numbers at least one for each addition */
    void write(StatelessSession session, List<RunAddition> additions, Iterator<RunNumber> numbers) {
        if (additions.isEmpty()) {
            return;
        }
        Set<Owner> alive = locks.leasesForKeep(session, claimants(additions));
        EarlierStarts earlier = EarlierStarts.of(session, additions);
        Set<String> counted = jobs(additions, RunAdditionBatch::depends);
        Map<String, Long> jobs = locks.jobsForChange(session, counted);
        jobs.putAll(locks.jobsForKeep(
                session,
                jobs(additions, start -> !counted.contains(start.job().id().value()))));
        // Counted only now: under the locks, the counts can fall but not rise.
        UnfinishedCounts counts = UnfinishedCounts.of(session, vendor, counted);
        List<RunEntity> added = new ArrayList<>();
        for (RunAddition addition : additions) {
            NewRun start = addition.start();
            try {
                AddResult repeat = earlier.repeatOf(start);
                if (repeat == null) {
                    Run admitted = admit(start, jobs, counts, alive, numbers).withVersion(1);
                    RunEntity row = RunEntity.from(admitted, start);
                    added.add(row);
                    earlier.add(row);
                    addition.accept(() -> new AddResult.Added(row.read(admitted, 1)));
                } else {
                    addition.accept(() -> repeat);
                }
            } catch (RunFailure | JobFailure refusal) {
                addition.refuse(refusal);
            }
        }
        insert.write(session, added);
    }

    private static Run admit(
            NewRun start,
            Map<String, Long> jobs,
            UnfinishedCounts counts,
            Set<Owner> alive,
            Iterator<RunNumber> numbers) {
        JobId job = start.job().id();
        Long version = jobs.get(job.value());
        if (version == null) {
            throw new JobFailure.NotFound("id " + job);
        }
        if (version != start.job().version()) {
            throw new JobFailure.Stale(job);
        }
        if (start.alone() && counts.unfinished(job) > 0) {
            throw new RunFailure.AlreadyActive(job);
        }
        start.concurrency()
                .filter(limit ->
                        limit.whenFull() == Concurrency.WhenFull.REJECT && !limit.admits(counts.unfinished(job)))
                .ifPresent(limit -> {
                    throw new RunFailure.LimitReached(job, limit.limit());
                });
        boolean free = start.concurrency()
                .map(limit -> limit.admits(counts.owned(job)))
                .orElse(true);
        Run waiting = start.waiting(numbers.next());
        Run admitted = start.claimFor()
                .filter(owner -> free && alive.contains(owner))
                .map(owner -> waiting.claim(owner, start.createdAt()))
                .orElse(waiting);
        counts.add(admitted);
        return admitted;
    }

    private static List<Owner> claimants(List<RunAddition> additions) {
        return additions.stream()
                .flatMap(addition -> addition.start().claimFor().stream())
                .toList();
    }

    /** Says whether the runs of the job must be counted. */
    static boolean depends(NewRun start) {
        return start.alone() || start.concurrency().isPresent();
    }

    private static Set<String> jobs(List<RunAddition> additions, Predicate<NewRun> which) {
        return additions.stream()
                .map(RunAddition::start)
                .filter(which)
                .map(start -> start.job().id().value())
                .collect(Collectors.toSet());
    }
}
