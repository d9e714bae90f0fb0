create index run_started_by on run (requester, created_at desc, number desc);
