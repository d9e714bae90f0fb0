-- Pages of runs by strands, as on PostgreSQL, see StrandPage and EmbeddedPage.
drop index run_page_newest;
drop index run_page_newest_of_job;
create index run_page_newest on run (dialect, status, created_at desc, number desc);
create index run_page_newest_of_job on run (job_id, dialect, status, created_at desc, number desc);
