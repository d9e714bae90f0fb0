-- Null in rows that a server of an earlier version has written, and in those of runs that have to do with no other.
alter table job add column next_jobs varchar;
alter table run add column chain_plan text;
alter table run add column origin_kind varchar(8);
alter table run add column origin_parent varchar(64) ${exact};
alter table run add column origin_root varchar(64) ${exact};
alter table run add column origin_position integer;
-- 1 from the start of a run that others follow until it has ended and its chain was gone on with.
alter table run add column chain_due integer;
