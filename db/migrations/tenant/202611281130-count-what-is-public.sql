-- The citizens' pages ask for these at every visit: how much each unit has made public of each section, so that nobody counts its past
-- again, and a number that grows with every change, so that a page made before is known to be still right.
create table disclosure_public_count (
  unit_id uuid not null,
  section text not null,
  entries bigint not null constraint disclosure_public_count_not_negative check (entries >= 0),
  constraint disclosure_public_count_pkey primary key (unit_id, section)
);
create table disclosure_public_revision (
  unit_id uuid not null constraint disclosure_public_revision_pkey primary key,
  revision bigint not null
) with (fillfactor = 50);

insert into disclosure_public_count select unit_id, section, count(*) from disclosure_public group by unit_id, section;
insert into disclosure_public_revision select distinct unit_id, 1 from disclosure_public;

-- Rows are written in the order of their keys, so that two transactions never wait for each other.
create function disclosure_count_public() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into disclosure_public_revision select unit_id, 1 from after_rows group by unit_id order by unit_id
      on conflict (unit_id) do update set revision = disclosure_public_revision.revision + 1;
    insert into disclosure_public_count select unit_id, section, count(*) from after_rows group by unit_id, section order by unit_id, section
      on conflict (unit_id, section) do update set entries = disclosure_public_count.entries + excluded.entries;
  elsif tg_op = 'DELETE' then
    insert into disclosure_public_revision select unit_id, 1 from before_rows group by unit_id order by unit_id
      on conflict (unit_id) do update set revision = disclosure_public_revision.revision + 1;
    update disclosure_public_count c set entries = c.entries - b.entries
      from (select unit_id, section, count(*) as entries from before_rows group by unit_id, section) b
      where c.unit_id = b.unit_id and c.section = b.section;
  else
    insert into disclosure_public_revision select unit_id, 1 from before_rows group by unit_id order by unit_id
      on conflict (unit_id) do update set revision = disclosure_public_revision.revision + 1;
  end if;
  return null;
end $$;
create trigger disclosure_public_counted after insert on disclosure_public
  referencing new table as after_rows for each statement execute function disclosure_count_public();
create trigger disclosure_public_uncounted after delete on disclosure_public
  referencing old table as before_rows for each statement execute function disclosure_count_public();
create trigger disclosure_public_recounted after update on disclosure_public
  referencing old table as before_rows for each statement execute function disclosure_count_public();

-- An entry stays with its unit and its section; else the counts would be wrong.
create function disclosure_keep_public() returns trigger language plpgsql as $$
begin
  raise exception 'a public entry stays with its unit and its section';
end $$;
create trigger disclosure_public_stays before update on disclosure_public for each row
  when ((new.item_id, new.unit_id, new.section) is distinct from (old.item_id, old.unit_id, old.section))
  execute function disclosure_keep_public();

create trigger units_contact_revision after insert or update or delete or truncate on units_contact
  for each statement execute function kernel_count_revision('units');

create view portal_section_count as
  select unit_id, section, entries from disclosure_public_count where entries > 0;

-- What the pages of a unit were made from: while it is the same, so are they, on the same day. Names and telephones of units count too.
create view portal_unit_mark as
  select unit_id, revision || '-' || coalesce((select r.revision from kernel_revision r where r.subject = 'units'), 0) as mark
  from disclosure_public_revision;

-- The same of one entry: the version of its row, whoever writes it, and the names of units.
create or replace view portal_item as
  select item_id, unit_id, unit_name, section, code, occurrence, title,
    case when is_withdrawn then '' else summary end as summary,
    -- Of what was withdrawn the world reads that and why, no longer what it said.
    case when is_withdrawn then body || '{"fields": [], "files": [], "personal": null}' else body end as body,
    dimension, event_on, published_on, updated_at, is_withdrawn, village_ids, hangs_until, personal_until, is_indexed, words,
    xmin || '-' || coalesce((select r.revision from kernel_revision r where r.subject = 'units'), 0) as mark
  from disclosure_public;

-- The latest events of a section, with their tables, stand at the head of its page.
create index disclosure_public_events on disclosure_public (unit_id, section, event_on desc, published_on desc, item_id desc)
  where not is_withdrawn;
