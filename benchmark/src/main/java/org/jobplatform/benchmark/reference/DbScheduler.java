package org.jobplatform.benchmark.reference;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jobplatform.benchmark.http.WallClock;
import org.jobplatform.benchmark.measure.MeasurementFailed;
import org.jobplatform.benchmark.measure.Percentiles;
import org.jobplatform.benchmark.measure.Rate;

/**
 * db-scheduler within this process, set as its documentation says for throughput: lock-and-fetch with a lower limit of 1.0
 * and an upper limit of 4.0 of the threads, immediate execution. A task is done when its row is gone.
 */
public final class DbScheduler implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String TABLE = """
            create table if not exists scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,
              last_heartbeat timestamp with time zone, version bigint not null, priority smallint,
              primary key (task_name, task_instance));
            create index if not exists execution_time_idx on scheduled_tasks (execution_time);
            create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            truncate scheduled_tasks""";

    private final HikariDataSource pool;
    private final int threads;
    private final OneTimeTask<Void> task = Tasks.oneTime("noop").execute((instance, context) -> {});
    private final AtomicInteger done = new AtomicInteger();
    private final Map<String, Long> doneAt = new ConcurrentHashMap<>();
    private Scheduler scheduler;

    /**
     * Makes its table.
     *
     * @param url of a PostgreSQL database
     * @param threads that carry tasks out
     */
    public DbScheduler(String url, int threads) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(threads + 20);
        this.pool = new HikariDataSource(config);
        this.threads = threads;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        this.scheduler = build();
    }

    private Scheduler build() {
        return Scheduler.create(pool, task)
                .threads(threads)
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(1.0, 4.0)
                .enableImmediateExecution()
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onExecutionComplete(ExecutionComplete complete) {
                        doneAt.replace(complete.getExecution().taskInstance.getId(), WallClock.micros());
                        done.incrementAndGet();
                    }
                })
                .build();
    }

    /** Tasks enqueued one by one and done, from the first until none is left, with so many that enqueue. */
    public Rate completed(Duration time, int enqueuers) {
        restart();
        long begin = WallClock.micros();
        long end = begin + time.toMillis() * 1_000;
        AtomicInteger enqueued = new AtomicInteger();
        Parallel.run(enqueuers, () -> {
            while (WallClock.micros() < end) {
                enqueue("c" + enqueued.incrementAndGet());
            }
        });
        awaitDone(enqueued.get());
        return new Rate(enqueued.get(), WallClock.micros() - begin, enqueuers);
    }

    /** Tasks done that were all enqueued before it was started. */
    public Rate drain(int tasks, int enqueuers) {
        scheduler.stop();
        scheduler = build();
        done.set(0);
        AtomicInteger enqueued = new AtomicInteger();
        Parallel.run(enqueuers, () -> {
            for (int number = enqueued.incrementAndGet(); number <= tasks; number = enqueued.incrementAndGet()) {
                enqueue("d" + number);
            }
        });
        long begin = WallClock.micros();
        scheduler.start();
        awaitDone(tasks);
        return new Rate(tasks, WallClock.micros() - begin, threads);
    }

    /** From before the enqueuing until the task is done, at an even rate. */
    public Percentiles latency(double perSecond, Duration time) {
        restart();
        doneAt.clear();
        List<Long> sent = new ArrayList<>();
        int count = (int) Math.round(perSecond * time.toMillis() / 1_000);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(begin + Math.round(i * 1e9 / perSecond) - System.nanoTime());
            doneAt.put("l" + i, 0L);
            sent.add(WallClock.micros());
            enqueue("l" + i);
        }
        awaitDone(count);
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = requireNonNull(doneAt.get("l" + i)) - sent.get(i);
        }
        return new Percentiles(times);
    }

    private void restart() {
        scheduler.stop();
        scheduler = build();
        done.set(0);
        scheduler.start();
    }

    private void enqueue(String id) {
        scheduler.schedule(task.instance(id), Instant.now());
    }

    private void awaitDone(int count) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (done.get() < count) {
            if (System.nanoTime() > deadline) {
                throw new MeasurementFailed("db-scheduler has done " + done.get() + " of " + count);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        scheduler.stop();
        pool.close();
    }
}
