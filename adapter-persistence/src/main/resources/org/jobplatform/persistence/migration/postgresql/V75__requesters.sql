-- Ascending, as the others, so that new entries go to the right edge of each part.
create index run_started_by on run (requester, created_at, number);
