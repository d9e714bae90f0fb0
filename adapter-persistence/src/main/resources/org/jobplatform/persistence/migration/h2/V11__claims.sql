-- What waits, by what a claim goes by: priority, then the jobs in turn, then age.
drop index run_claim_in_order;
create index run_claim_in_turn on run (status, priority desc, job_id, created_at, number);
