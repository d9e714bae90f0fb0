-- One schema for both databases. On H2 "text" is a large object and "bytea" a binary string; ${exact} makes
-- PostgreSQL compare by code point, as H2 does. Times are kept to the microsecond, durations as nanoseconds.

create table job (
    id                varchar(64) ${exact} primary key,
    federated_id      varchar(64) ${exact} not null,
    project           varchar(255) ${exact} not null,
    name              varchar(255) ${exact} not null,
    name_folded       varchar ${exact} not null,
    job_type          varchar(32) not null,
    description       varchar,
    runner            varchar(64) not null,
    runner_settings   text not null,
    parameters        text not null,
    timeout_nanos     bigint,
    concurrency_limit integer,
    when_full         varchar(16),
    retry_attempts    integer not null,
    retry_backoff     bigint not null,
    on_lost           varchar(16) not null,
    created_at        timestamp(6) with time zone not null,
    created_by        varchar not null,
    updated_at        timestamp(6) with time zone not null,
    updated_by        varchar not null,
    version           bigint not null,
    constraint job_by_federated_id unique (federated_id),
    constraint job_page_by_project_and_name unique (project, name)
);

create table run (
    id                 varchar(64) ${exact} primary key,
    number             integer not null,
    start_key          varchar ${exact},
    fingerprint        varchar not null,

    job_id             varchar(64) ${exact} not null,
    job_federated_id   varchar(64) ${exact} not null,
    job_project        varchar(255) ${exact} not null,
    job_name           varchar(255) ${exact} not null,
    job_name_folded    varchar ${exact} not null,
    job_type           varchar(32) not null,

    parameters         text not null,
    argument           varchar,
    rows_begin         bigint not null,
    rows_end           bigint,
    threads            integer not null,
    logging_level      integer not null,
    priority           integer not null,
    callback_url       varchar,
    dialect            varchar(16) not null,
    requester          varchar not null,
    source             varchar not null,

    status             varchar(32) not null,
    since              timestamp(6) with time zone not null,
    not_before         timestamp(6) with time zone,
    owner_node         varchar(64) ${exact},
    owner_boot         varchar(64) ${exact},
    stop_mode          varchar(16),
    stop_reason        varchar,
    stop_requester     varchar,
    stop_at            timestamp(6) with time zone,
    message            varchar,

    progress_percent   integer not null,
    progress_summary   varchar,
    rows_total         bigint not null,
    rows_inserted      bigint not null,
    rows_updated       bigint not null,
    rows_deleted       bigint not null,
    rows_failed        bigint not null,
    rows_skipped       bigint not null,
    rows_ignored       bigint not null,

    content_type       varchar,
    content_name       varchar,
    content_size       bigint,
    content_sha256     varchar(64),

    attempt            integer not null,
    created_at         timestamp(6) with time zone not null,
    started_at         timestamp(6) with time zone,
    ended_at           timestamp(6) with time zone,
    version            bigint not null,
    constraint run_by_number unique (number),
    constraint run_by_start_key unique (start_key)
);

create table number_block (
    name       varchar(32) primary key,
    next_value bigint not null
);
insert into number_block (name, next_value) values ('run', 1);

create table run_log (
    run_id       varchar(64) ${exact} not null,
    start_offset bigint not null,
    byte_count   integer not null,
    first_line   bigint not null,
    line_count   integer not null,
    bytes        bytea not null,
    primary key (run_id, start_offset)
);

create table run_content (
    run_id   varchar(64) ${exact} not null,
    attempt  integer not null,
    save_id  varchar(36) not null,
    primary key (run_id, attempt)
);

create table run_content_chunk (
    run_id      varchar(64) ${exact} not null,
    attempt     integer not null,
    save_id     varchar(36) not null,
    sequence_no integer not null,
    bytes       bytea not null,
    primary key (run_id, attempt, save_id, sequence_no)
);

create table delivery (
    id               varchar(64) ${exact} primary key,
    run_id           varchar(64) ${exact} not null,
    number           integer not null,
    dialect          varchar(16) not null,
    target_url       varchar not null,
    lane             varchar ${exact} not null,
    body_type        varchar not null,
    body             text not null,
    policy           varchar(32) not null,
    status           varchar(16) not null,
    attempts         integer not null,
    waited_nanos     bigint not null,
    due_at           timestamp(6) with time zone not null,
    claimable_at     timestamp(6) with time zone not null,
    created_at       timestamp(6) with time zone not null,
    version          bigint not null,
    constraint delivery_of_run unique (run_id, number)
);

create table delivery_attempt (
    delivery_id varchar(64) ${exact} not null,
    number      integer not null,
    made_at     timestamp(6) with time zone not null,
    took_nanos  bigint not null,
    result      varchar(16) not null,
    http_status integer,
    retry_after bigint,
    reason      varchar,
    primary key (delivery_id, number)
);

create table lease (
    node    varchar(64) ${exact} not null,
    boot    varchar(64) ${exact} not null,
    ends_at timestamp(6) with time zone not null,
    primary key (node, boot)
);

create table app_user (
    id            varchar(64) ${exact} primary key,
    name          varchar(100) not null,
    name_folded   varchar(100) ${exact} not null,
    user_role     varchar(16) not null,
    password_hash varchar not null,
    created_at    timestamp(6) with time zone not null,
    constraint app_user_by_name unique (name_folded)
);

create table user_session (
    token_hash   varchar(128) ${exact} primary key,
    user_id      varchar(64) ${exact} not null,
    idle_nanos   bigint not null,
    created_at   timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone not null
);
create index user_session_of_user on user_session (user_id);

create table api_key (
    id         varchar(64) ${exact} primary key,
    key_hash   varchar(128) ${exact} not null,
    user_id    varchar(64) ${exact} not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    constraint api_key_by_hash unique (key_hash)
);

create index job_named on job (name, project);
