package org.jobplatform.persistence;

/** A history of runs as of years, made by PostgreSQL itself within seconds. */
final class LongHistory {
    /** How many runs have ended. */
    static final int RUNS = 300_000;

    /** Ids, fingerprints and everything but what queries look at are alike. */
    private static final String RUN = """
            insert into run (id, number, start_key, fingerprint, job_id, job_federated_id, job_project, job_name,
              job_name_folded, job_type, parameters, rows_begin, threads, logging_level, priority, dialect, requester,
              source, status, since, not_before, owner_node, owner_boot, progress_percent, rows_total, rows_inserted,
              rows_updated, rows_deleted, rows_failed, rows_skipped, rows_ignored, attempt, created_at, started_at,
              ended_at, version)
            select %s, g, case when g %% 10 = 0 then 'key-' || g end, 'f', job, job, project, name, lower(name), 'MTT',
              '{}', 1, 1, 2, 0, dialect, 'alice', 'here', status, at, %s, %s, 100, 0, 0, 0, 0, 0, 0, 0, 1, at, at,
              %s, 1
            from (select g, timestamptz '2026-01-01 00:00:00Z' + g * interval '1 minute' as at, %s
                  from generate_series(%d, %d) g) x""";

    private LongHistory() {}

    /**
     * Fills empty tables. The newest runs are ordinary: completed, of the dialects INFORMATICA and NATIVE and of jobs 0 to
     * 199 of ten projects. Only the first thousand are of the job {@code ancient}, its project, the dialect NEXUS, and LOST;
     * the last few wait, or are carried out.
     */
    static void fill(TestDatabase which) {
        which.empty();
        which.execute(RUN.formatted(
                "'old-' || g",
                "null",
                "null, null",
                "at + interval '1 second'",
                "'ancient' as job, 'Ancient' as project, 'Ancient' as name, 'NEXUS' as dialect, 'LOST' as status",
                1,
                1_000));
        which.execute(RUN.formatted(
                "'run-' || g",
                "null",
                "null, null",
                "at + interval '1 second'",
                "'job-' || g % 200 as job, 'Project ' || g % 10 as project, 'Load ' || g % 200 as name,"
                        + " case when g % 3 = 0 then 'INFORMATICA' else 'NATIVE' end as dialect,"
                        + " case when g % 100 = 0 then 'FAILED' else 'COMPLETED' end as status",
                1_001,
                RUNS));
        which.execute(RUN.formatted(
                "'waiting-' || g",
                "at",
                "null, null",
                "null",
                "'job-' || g % 200 as job, 'Project ' || g % 10 as project, 'Load ' || g % 200 as name,"
                        + " 'NATIVE' as dialect, 'QUEUED' as status",
                RUNS + 1,
                RUNS + 300));
        which.execute(RUN.formatted(
                "'running-' || g",
                "null",
                "'node-1', 'boot-1'",
                "null",
                "'job-' || g % 200 as job, 'Project ' || g % 10 as project, 'Load ' || g % 200 as name,"
                        + " 'NATIVE' as dialect, 'RUNNING' as status",
                RUNS + 301,
                RUNS + 400));
        which.execute("""
                insert into job (id, federated_id, project, name, name_folded, job_type, runner, runner_settings,
                  parameters, concurrency_limit, when_full, retry_attempts, retry_backoff, on_lost, created_at,
                  created_by, updated_at, updated_by, version)
                select 'job-' || g, 'job-' || g, 'Project ' || g % 10, 'Load ' || g, 'load ' || g, 'MTT', 'noop', '{}',
                  '{}', case when g < 20 then 3 end, case when g < 20 then 'QUEUE' end, 1, 0, 'END', now(), 'alice',
                  now(), 'alice', 1
                from generate_series(0, 199) g""");
        which.execute("insert into job_reference (job_id, project, name_folded)"
                + " select distinct job_id, job_project, job_name_folded from run");
        which.execute("""
                insert into delivery (id, run_id, number, dialect, target_url, lane, body_type, body, policy, status,
                  attempts, waited_nanos, due_at, claimable_at, created_at, version)
                select 'delivery-' || number, id, 1, dialect, 'https://a.example', 'https://a.example', 'text/plain', '',
                  'NATIVE', case when number > 299900 then 'PENDING' else 'CONFIRMED' end, 1, 0, ended_at, ended_at,
                  ended_at, 1
                from run where number % 2 = 0 and ended_at is not null""");
        which.execute("""
                insert into delivery_attempt (delivery_id, number, made_at, took_nanos, result, http_status)
                select id, 1, due_at, 0, 'CONFIRMED', 200 from delivery""");
        which.execute("""
                insert into run_attempt (run_id, number, ended_at, status, message)
                select id, 1, ended_at, 'FAILED', '' from run where number % 10 = 0 and ended_at is not null""");
        which.execute("""
                insert into run_log (run_id, start_offset, byte_count, first_line, line_count, bytes)
                select id, 0, 1, 0, 0, 'x' from run where number % 10 = 0""");
        which.execute("""
                insert into run_content_chunk (run_id, attempt, save_id, sequence_no, bytes)
                select id, 1, 'save', 0, 'x' from run where number % 10 = 0""");
        which.execute("insert into run_content (run_id, attempt, save_id)"
                + " select id, 1, 'save' from run where number % 10 = 0");
        which.execute("vacuum analyze");
    }

    /** Lets many runs of one job wait, before all others, of which no statistic knows yet. */
    static void queue(TestDatabase which, int job, int count) {
        which.execute("update run set status = 'PAUSED' where id like 'waiting-%'");
        which.execute("vacuum analyze run");
        which.execute(RUN.formatted(
                "'queued-' || g",
                "at",
                "null, null",
                "null",
                "'job-%1$d' as job, 'Project 3' as project, 'Load %1$d' as name, 'NATIVE' as dialect, 'QUEUED' as status"
                        .formatted(job),
                RUNS + 1_001,
                RUNS + 1_000 + count));
        which.execute("update run set priority = 9 where id like 'queued-%'");
    }

    /** As it was before {@link #queue}. */
    static void unqueue(TestDatabase which) {
        which.execute("delete from run where id like 'queued-%'");
        which.execute("update run set status = 'QUEUED' where id like 'waiting-%'");
        which.execute("vacuum analyze run");
    }

    /** Leaves empty tables, as if there had been nothing. */
    static void drop(TestDatabase which) {
        which.execute("truncate run, run_attempt, job, job_reference, delivery, delivery_attempt, run_log, run_content,"
                + " run_content_chunk, run_content_save");
    }
}
