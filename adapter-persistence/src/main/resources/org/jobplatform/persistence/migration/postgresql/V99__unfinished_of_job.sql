-- By status, so that those that are carried out are counted without a look at those that wait.
drop index run_unfinished_of_job;
create index run_unfinished_of_job on run (job_id, status, created_at, number) where ended_at is null;
