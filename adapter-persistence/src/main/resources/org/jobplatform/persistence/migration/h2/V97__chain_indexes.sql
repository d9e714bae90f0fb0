create index run_chain_due on run (chain_due, ended_at, number);
create index run_of_chain on run (origin_root, origin_kind, origin_position);
