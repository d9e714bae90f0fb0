-- The version of the schema that a server must know to work with it; one row. A migration that servers of the version before
-- cannot live with sets it to its own number, and they refuse to start; any other leaves it as it is.
create table schema_demand (
    least_version integer not null
);
insert into schema_demand (least_version) values (1);
