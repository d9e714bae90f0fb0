package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunNumber;

/** Admits runs. Only jobs whose runs must be counted are locked against the admissions of other nodes. */
final class RunAdditionBatch {
    private final RowLocks locks;
    private final RunNumbers numbers;

    RunAdditionBatch(RowLocks locks, RunNumbers numbers) {
        this.locks = locks;
        this.numbers = numbers;
    }

    void write(StatelessSession session, List<RunAddition> additions) {
        if (additions.isEmpty()) {
            return;
        }
        EarlierStarts earlier = EarlierStarts.of(session, additions);
        Set<String> counted = jobs(additions, RunAdditionBatch::depends);
        Set<String> jobs = locks.jobsForChange(session, counted);
        jobs.addAll(locks.jobsForKeep(
                session,
                jobs(additions, start -> !counted.contains(start.job().id().value()))));
        // Counted only now: under the locks, the counts can fall but not rise.
        UnfinishedCounts counts = UnfinishedCounts.of(session, counted);
        List<RunEntity> added = new ArrayList<>();
        for (RunAddition addition : additions) {
            NewRun start = addition.start();
            try {
                AddResult repeat = earlier.repeatOf(start);
                if (repeat == null) {
                    RunEntity entity = RunEntity.from(admit(start, jobs, counts).withVersion(1), start);
                    added.add(entity);
                    earlier.add(entity);
                    addition.accept(() -> new AddResult.Added(entity.toRun()));
                } else {
                    addition.accept(() -> repeat);
                }
            } catch (RunFailure | JobFailure refusal) {
                addition.refuse(refusal);
            }
        }
        session.insertMultiple(added);
    }

    private Run admit(NewRun start, Set<String> jobs, UnfinishedCounts counts) {
        JobId job = start.job().id();
        if (!jobs.contains(job.value())) {
            throw new JobFailure.NotFound("id " + job);
        }
        int unfinished = counts.unfinished(job);
        if (start.alone() && unfinished > 0) {
            throw new RunFailure.AlreadyActive(job);
        }
        start.concurrency()
                .filter(limit -> limit.whenFull() == Concurrency.WhenFull.REJECT && !limit.admits(unfinished))
                .ifPresent(limit -> {
                    throw new RunFailure.LimitReached(job, limit.limit());
                });
        boolean free = start.concurrency()
                .map(limit -> limit.admits(counts.owned(job)))
                .orElse(true);
        Run waiting = start.waiting(new RunNumber(numbers.next()));
        Run admitted = start.claimFor()
                .filter(owner -> free)
                .map(owner -> waiting.claim(owner, start.createdAt()))
                .orElse(waiting);
        counts.add(admitted);
        return admitted;
    }

    private static boolean depends(NewRun start) {
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
