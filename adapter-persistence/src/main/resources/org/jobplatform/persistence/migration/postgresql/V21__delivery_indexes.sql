-- Lane by lane, so that the backlog of one receiver is not in the way of another's. Older servers claim without an index of
-- their own from here on: correctly, and slower.
drop index delivery_due;
create index delivery_due_in_lane on delivery (lane, claimable_at, id) where status = 'PENDING';
create index delivery_owned_by on delivery (owner_node, owner_boot) where owner_node is not null;
