-- What a new run always is need not be sent with it.
alter table run alter column progress_percent set default 0;
alter table run alter column rows_total set default 0;
alter table run alter column rows_inserted set default 0;
alter table run alter column rows_updated set default 0;
alter table run alter column rows_deleted set default 0;
alter table run alter column rows_failed set default 0;
alter table run alter column rows_skipped set default 0;
alter table run alter column rows_ignored set default 0;
