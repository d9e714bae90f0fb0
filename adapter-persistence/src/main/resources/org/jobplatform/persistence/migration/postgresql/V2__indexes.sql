-- Partial, so that a long history neither slows what is in work nor is slowed by it.
create index run_claim_in_order on run (priority desc, created_at, number) where status = 'QUEUED';
create index run_unfinished_of_job on run (job_id, created_at, number) where ended_at is null;
create index run_owned_by on run (owner_node, owner_boot, created_at, number) where owner_node is not null;
create index run_page_newest on run (created_at desc, number desc);
create index run_page_newest_of_job on run (job_id, created_at desc, number desc);
create index run_page_newest_of_status on run (status, created_at desc, number desc)
    where status in ('COMPLETED_WITH_ERRORS', 'FAILED', 'STOPPED', 'LOST');
create index run_ended_last on run (ended_at desc, number desc) where ended_at is not null;
create index run_ended_last_of_job on run (job_id, ended_at desc, number desc) where ended_at is not null;
create index delivery_due on delivery (claimable_at, id) where status = 'PENDING';
