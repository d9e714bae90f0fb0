drop index delivery_due;
create index delivery_due_in_lane on delivery (status, lane, claimable_at, id);
create index delivery_owned_by on delivery (owner_node, owner_boot);
