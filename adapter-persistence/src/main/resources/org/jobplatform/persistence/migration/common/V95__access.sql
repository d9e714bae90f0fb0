-- Roles in folders. The role everywhere stays in app_user, where servers of the version before look: of users who have none,
-- or are disabled, that says NONE or DISABLED, which those servers take for nobody. They do not find the keys of this
-- version either, whose digest is made otherwise.
create table user_grant (
    user_id   varchar(64) ${exact} not null,
    project   varchar(255) ${exact} not null,
    user_role varchar(16) not null,
    primary key (user_id, project)
);
-- The role everywhere of a user who is disabled.
alter table app_user add column role_when_enabled varchar(16);

alter table api_key add column key_name varchar(100);
alter table api_key add column cap varchar(16);
alter table api_key add column last_used_at timestamp(6) with time zone;
create index api_key_of_user on api_key (user_id);

-- Of the key that a session was begun by.
alter table user_session add column key_hash varchar(128);
