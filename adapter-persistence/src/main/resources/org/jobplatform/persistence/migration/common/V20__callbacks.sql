-- Who has claimed a delivery, and whose secret signs it. Those that older servers add belong to the project that always is.
alter table delivery add column owner_node varchar(64) ${exact};
alter table delivery add column owner_boot varchar(64) ${exact};
alter table delivery add column project varchar(255) ${exact} default 'Default' not null;
update delivery set project = (select r.job_project from run r where r.id = delivery.run_id)
    where status = 'PENDING' and exists (select 1 from run r where r.id = delivery.run_id);

-- Both secrets are sealed; ${exact} as in the other tables.
create table signing_secret (
    project  varchar(255) ${exact} primary key,
    latest   varchar not null,
    previous varchar,
    since    timestamp(6) with time zone not null,
    version  bigint not null
);

-- A text that every server must be able to open with its key.
create table key_check (
    name   varchar(32) primary key,
    sealed varchar not null
);
