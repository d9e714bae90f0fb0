create index run_claim_in_order on run (status, priority desc, created_at, number);
create index run_owned_by on run (owner_node, owner_boot);
create index run_page_newest on run (created_at desc, number desc);
create index run_page_newest_of_job on run (job_id, created_at desc, number desc);
create index run_ended_last on run (ended_at desc, number desc);
-- Also for the unfinished runs of a job: those that ended at null.
create index run_ended_last_of_job on run (job_id, ended_at desc, number desc);
create index delivery_due on delivery (status, claimable_at, id);
