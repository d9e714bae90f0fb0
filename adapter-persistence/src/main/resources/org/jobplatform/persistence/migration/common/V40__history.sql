-- Which jobs there are and were, under which names: what the runs of a history are found by. A job that is renamed or
-- moved has a row for each of its places; a row stays when its job is deleted, as its runs do.
create table job_reference (
    job_id      varchar(64) ${exact} not null,
    project     varchar(255) ${exact} not null,
    name_folded varchar ${exact} not null,
    primary key (job_id, project, name_folded)
);
insert into job_reference (job_id, project, name_folded)
    select job_id, job_project, job_name_folded from run
    union
    select id, project, name_folded from job;

-- Content that was begun and neither counts nor was dropped: what a crash leaves, to be cleared away.
create table run_content_save (
    run_id   varchar(64) ${exact} not null,
    attempt  integer not null,
    save_id  varchar(36) not null,
    primary key (run_id, attempt, save_id)
);
