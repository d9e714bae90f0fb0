-- Given by the statement that adds a run: as a generated column its expression is read anew by each statement that changes
-- runs, which costs half a millisecond, as much as the change of a dozen rows.
alter table run alter column job_reference drop expression if exists;

-- For statements that do not give it: those of older servers, and the one for runs of jobs that must be counted.
create or replace function run_job_reference() returns trigger language plpgsql as $$
begin
    new.job_reference := hashtextextended(
        new.job_name_folded, hashtextextended(new.job_project, hashtextextended(new.job_id, 0)));
    return new;
end
$$;
create or replace trigger run_job_reference before insert on run
    for each row when (new.job_reference is null) execute function run_job_reference();
