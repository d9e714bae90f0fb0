create index run_chain_due on run (ended_at, number) where chain_due = 1 and ended_at is not null;
create index run_of_chain on run (origin_root, origin_kind, origin_position) where origin_root is not null;
