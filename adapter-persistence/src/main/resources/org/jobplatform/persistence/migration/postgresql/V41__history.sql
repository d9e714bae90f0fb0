-- The key of a job's place: the same wherever the same three texts are, so that runs and places meet without a join.
alter table job_reference add column reference bigint not null
    generated always as (hashtextextended(name_folded, hashtextextended(project, hashtextextended(job_id, 0)))) stored;
alter table run add column job_reference bigint not null
    generated always as
        (hashtextextended(job_name_folded, hashtextextended(job_project, hashtextextended(job_id, 0)))) stored;

-- Both lead indexes, and byte order is the cheapest to keep them in.
alter table run
    alter column dialect type varchar(16) collate "C",
    alter column status type varchar(32) collate "C";

-- Ascending, so that what is new goes to the right edge of its part: such pages are filled, and they stay in memory.
drop index run_page_newest;
drop index run_page_newest_of_job;
drop index run_page_newest_of_status;
drop index run_ended_last;
drop index run_ended_last_of_job;
create index run_page_newest on run (dialect, status, created_at, number);
create index run_page_newest_of_job on run (job_reference, dialect, status, created_at, number);
create index run_ended_last on run (ended_at, number) where ended_at is not null;
create index run_ended_last_of_job on run (job_id, ended_at, number) where ended_at is not null;

-- Most runs have no key, and need no entry then.
alter table run drop constraint run_by_start_key;
create unique index run_by_start_key on run (start_key) where start_key is not null;

-- A fifth of a long history is too much to be dead before it is cleared up.
alter table run set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
alter table delivery set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
