-- What has begun to wait since a time. Partial: a run that its node claims at once is never in it.
create index run_waiting_since on run (since, number) where status = 'QUEUED';
