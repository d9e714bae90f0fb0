-- What has begun to wait since a time, and what is carried out.
create index run_in_status_since on run (status, since, number);
