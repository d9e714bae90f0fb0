-- Null in rows that a server of an earlier version has written.
alter table run add column claimed_by varchar(64) ${exact};
alter table run add column claimed_at timestamp(6) with time zone;

-- The attempts after which a run waited for another one; the latest is the row of the run itself.
create table run_attempt (
    run_id     varchar(64) ${exact} not null,
    number     integer not null,
    claimed_by varchar(64) ${exact},
    claimed_at timestamp(6) with time zone,
    ended_at   timestamp(6) with time zone not null,
    status     varchar(32) not null,
    message    varchar not null,
    primary key (run_id, number)
);
