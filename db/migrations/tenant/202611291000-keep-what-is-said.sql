-- What the first page of a section shows: what its latest entries say, for the tables and sentences above the list, and the first lines of the
-- list. Read from the entries themselves it took more than all else on the page. What lists with names say stays where it is, under the rules
-- of their time: nothing of it is copied here.
create table disclosure_said (
  unit_id uuid not null,
  section text not null,
  said json not null,
  entries json not null,
  constraint disclosure_said_pkey primary key (unit_id, section)
);

-- Keys with their values or rows; what a cell leaves empty is left out.
create function disclosure_said_of(unit uuid, of_section text) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('itemId', i.item_id, 'title', i.title, 'occurrence', i.occurrence, 'eventOn', i.event_on,
      'updatedAt', i.updated_at, 'fields', f.fields) order by i.event_on desc, i.published_on desc, i.item_id desc), '[]')
  from (
    select * from disclosure_public p
    where p.unit_id = unit and p.section = of_section and not p.is_withdrawn and p.personal_until is null
    order by p.event_on desc, p.published_on desc, p.item_id desc limit 12) i
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', e -> 'key', 'value', e -> 'value', 'rows', e -> 'rows')) order by n), '[]')
      as fields
    from jsonb_array_elements(i.body -> 'fields') with ordinality field(e, n)) f
$$;

-- The newest entries as a list shows them: a page of twenty, and one more, which says that there are more.
create function disclosure_listed_of(unit uuid, of_section text) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('itemId', i.item_id, 'unitName', i.unit_name, 'section', i.section, 'title', i.title,
      'summary', left(i.summary, 240), 'publishedOn', i.published_on, 'isWithdrawn', i.is_withdrawn, 'hangsUntil', i.hangs_until)
      order by i.published_on desc, i.item_id), '[]')
  from (
    select * from portal_item p where p.unit_id = unit and p.section = of_section
    order by p.published_on desc, p.item_id limit 21) i
$$;

-- Runs after the count of the unit's changes, as what stands on its front does: triggers fire in the order of their names (counted, told;
-- recounted, retold; uncounted, untold).
create function disclosure_renew_said() returns trigger language plpgsql as $$
begin
  insert into disclosure_said (unit_id, section, said, entries)
    select unit_id, section, disclosure_said_of(unit_id, section), disclosure_listed_of(unit_id, section)
    from (select distinct unit_id, section from changed order by unit_id, section) c
    on conflict (unit_id, section) do update set said = excluded.said, entries = excluded.entries;
  return null;
end $$;
create trigger disclosure_public_told after insert on disclosure_public
  referencing new table as changed for each statement execute function disclosure_renew_said();
create trigger disclosure_public_retold after update on disclosure_public
  referencing new table as changed for each statement execute function disclosure_renew_said();
create trigger disclosure_public_untold after delete on disclosure_public
  referencing old table as changed for each statement execute function disclosure_renew_said();

insert into disclosure_said (unit_id, section, said, entries)
  select unit_id, section, disclosure_said_of(unit_id, section), disclosure_listed_of(unit_id, section) from disclosure_public_count;

create view portal_said as select unit_id, section, said, entries from disclosure_said;

-- Papers name their places by number, so that a board of eighty papers is said once and not eighty times; and what was said at places that are
-- no board stands there as well, for the page that the code of such a place leads to. The portal itself holds everything: it is left out.
drop view portal_hanging;
create function disclosure_posted_still(unit uuid) returns table (
  item_id uuid, place_id uuid, village_id uuid, place_name text, is_on_paper boolean, section text, title text, posted_on date,
  stays_until date, hangs_to date
) language sql stable as $$
  select h.item_id, h.place_id, l.village_id, l.name, l.is_on_paper, h.section, h.title, h.posted_on, h.stays_until, h.hangs_to
  from portal_place l join disclosure_hanging h on h.place_id = l.place_id
  where l.unit_id = unit and l.kind <> 'portal'
    and h.hangs_to >= (select max(i.published_on) from disclosure_public i where i.unit_id = unit)
$$;
-- What hangs is what of it is paper; the front of a unit is made from that, as before.
create or replace function disclosure_hangs_still(unit uuid) returns table (
  item_id uuid, place_id uuid, village_id uuid, place_name text, section text, title text, posted_on date, stays_until date, hangs_to date
) language sql stable as $$
  select item_id, place_id, village_id, place_name, section, title, posted_on, stays_until, hangs_to
  from disclosure_posted_still(unit) where is_on_paper
$$;

-- places: each with what is posted there. papers: each entry, newest first, with [number of the place, posted on, stays until] of every posting.
create or replace function disclosure_papers_of(unit uuid) returns json language sql stable as $$
  with hangs as materialized (
    select h.*, dense_rank() over (order by h.place_id) - 1 as place from disclosure_posted_still(unit) h)
  select json_build_object(
    'places', (select coalesce(json_agg(json_build_object('placeId', p.place_id, 'placeName', p.place_name, 'villageId', p.village_id,
        'isOnPaper', p.is_on_paper) order by p.place), '[]')
      from (select distinct place, place_id, place_name, village_id, is_on_paper from hangs) p),
    'papers', (select coalesce(json_agg(json_build_object('itemId', p.item_id, 'section', p.section, 'title', p.title, 'at', p.at)
        order by p.posted_on desc, p.item_id), '[]')
      from (
        select item_id, section, title, max(posted_on) as posted_on,
          json_agg(json_build_array(place, posted_on, stays_until) order by posted_on desc, place_name) as at
        from hangs group by item_id, section, title) p))
$$;

update disclosure_front set papers = disclosure_papers_of(unit_id);
