-- Grows with every committed change of what it counts, so that a process may keep what it read and know when it no longer
-- holds: one read of one row instead of the whole tree on every page.
create table kernel_revision (
  subject text primary key check (length(subject) between 1 and 60),
  revision bigint not null
);

create function kernel_count_revision() returns trigger language plpgsql as $$
begin
  insert into kernel_revision (subject, revision) values (tg_argv[0], 1)
    on conflict (subject) do update set revision = kernel_revision.revision + 1;
  return null;
end $$;

create trigger units_unit_revision after insert or update or delete or truncate on units_unit
  for each statement execute function kernel_count_revision('units');
create trigger units_version_revision after insert or update or delete or truncate on units_version
  for each statement execute function kernel_count_revision('units');
create trigger units_tier_revision after insert or update or delete or truncate on units_tier
  for each statement execute function kernel_count_revision('units');
