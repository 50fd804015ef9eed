-- What hangs where, kept ready. Every visit of a commune, a village or a board by its code asks for it, and would otherwise ask of each
-- paper whether it was taken down, posted again or withdrawn. It follows from the public row of the entry, whoever writes that.
create table disclosure_hanging (
  item_id uuid not null constraint disclosure_hanging_item references disclosure_public (item_id) on delete cascade,
  place_id uuid not null constraint disclosure_hanging_place references disclosure_place (id),
  section text not null,
  title text not null,
  posted_on date not null,
  stays_until date,
  -- Nothing to end it counts as for ever.
  hangs_to date not null generated always as (coalesce(stays_until, 'infinity'::date)) stored,
  constraint disclosure_hanging_pkey primary key (item_id, place_id)
);
create index disclosure_hanging_at on disclosure_hanging (place_id, hangs_to) include (posted_on, item_id);

insert into disclosure_hanging (item_id, place_id, section, title, posted_on, stays_until)
  select item_id, place_id, section, title, posted_on, stays_until from portal_posting where removed_on is null and not is_withdrawn;

create function disclosure_keep_hanging() returns trigger language plpgsql as $$
begin
  delete from disclosure_hanging h using after_rows a
    where h.item_id = a.item_id and (a.is_withdrawn or not exists (
      select from jsonb_array_elements(a.body -> 'places') p
      where (p ->> 'placeId')::uuid = h.place_id and p ->> 'removedOn' is null));
  -- Rows are written in the order of their keys, so that two transactions never wait for each other.
  insert into disclosure_hanging (item_id, place_id, section, title, posted_on, stays_until)
    select a.item_id, (p ->> 'placeId')::uuid, a.section, a.title, (p ->> 'postedOn')::date, (p ->> 'staysUntil')::date
    from after_rows a, jsonb_array_elements(a.body -> 'places') p
    where not a.is_withdrawn and p ->> 'removedOn' is null
    order by 1, 2
    on conflict (item_id, place_id) do update
      set section = excluded.section, title = excluded.title, posted_on = excluded.posted_on, stays_until = excluded.stays_until
      where (disclosure_hanging.section, disclosure_hanging.title, disclosure_hanging.posted_on, disclosure_hanging.stays_until)
        is distinct from (excluded.section, excluded.title, excluded.posted_on, excluded.stays_until);
  return null;
end $$;
create trigger disclosure_public_hangs after insert on disclosure_public
  referencing new table as after_rows for each statement execute function disclosure_keep_hanging();
create trigger disclosure_public_hangs_on after update on disclosure_public
  referencing new table as after_rows for each statement execute function disclosure_keep_hanging();

drop view portal_posting;
drop index disclosure_posting_hangs;
create view portal_hanging as select item_id, place_id, section, title, posted_on, stays_until, hangs_to from disclosure_hanging;

-- Paper on a wall, unlike an address, a broadcast or a meeting.
create or replace view portal_place as
  select id as place_id, unit_id, village_id, kind, name, address, url, latitude, longitude, from_on, until_on, qr,
    kind in ('office_board', 'village_hall', 'community_point') as is_on_paper
  from disclosure_place;

-- What stands on the first page of a unit, and what hangs on its boards, whatever the day: these pages are asked for more than any other,
-- and one row answers them however much the unit has published. The room portal chooses what of it holds on the day (domain/front.ts).
create table disclosure_front (
  unit_id uuid not null constraint disclosure_front_pkey primary key,
  shown json not null,
  papers json not null
);

-- No day that is asked for lies before the last publication or posting of the unit: what ended before the former is left out.
create function disclosure_hangs_still(unit uuid) returns table (
  item_id uuid, place_id uuid, village_id uuid, place_name text, section text, title text, posted_on date, stays_until date, hangs_to date
) language sql stable as $$
  select h.item_id, h.place_id, l.village_id, l.name, h.section, h.title, h.posted_on, h.stays_until, h.hangs_to
  from portal_place l join disclosure_hanging h on h.place_id = l.place_id
  where l.unit_id = unit and l.is_on_paper
    and h.hangs_to >= (select max(i.published_on) from disclosure_public i where i.unit_id = unit)
$$;

-- sections: how much of each. newest: the latest five entries. hanging: for each entry on paper the times of its papers.
-- postings: newest first, those that outlast every newer one, so that the first that hangs on a day is the newest that does.
create function disclosure_shown_of(unit uuid) returns json language sql stable as $$
  with paper as (
    select h.*, max(h.hangs_to) over (
      order by h.posted_on desc, h.item_id, h.place_id rows between unbounded preceding and 1 preceding) as newer_to
    from disclosure_hangs_still(unit) h),
  newest as (
    select item_id, title, section, published_on, is_withdrawn from disclosure_public i
    where i.unit_id = unit order by i.published_on desc, i.item_id limit 5)
  select json_build_object(
    'sections', (select coalesce(json_agg(json_build_object('section', c.section, 'count', c.entries) order by c.section), '[]')
      from disclosure_public_count c where c.unit_id = unit and c.entries > 0),
    'newest', (select coalesce(json_agg(json_build_object('itemId', n.item_id, 'title', n.title, 'section', n.section,
        'publishedOn', n.published_on, 'isWithdrawn', n.is_withdrawn) order by n.published_on desc, n.item_id), '[]') from newest n),
    'hanging', (select coalesce(json_agg(times), '[]') from (
      select jsonb_agg(distinct jsonb_build_object('postedOn', posted_on, 'staysUntil', stays_until)) as times
      from paper group by item_id) p),
    'postings', (select coalesce(json_agg(json_build_object('itemId', p.item_id, 'title', p.title, 'placeId', p.place_id,
        'placeName', p.place_name, 'postedOn', p.posted_on, 'staysUntil', p.stays_until)
        order by p.posted_on desc, p.item_id, p.place_id), '[]')
      from paper p where newer_to is null or hangs_to > newer_to))
$$;

-- Each entry on paper with the places where it hangs, newest first.
create function disclosure_papers_of(unit uuid) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('itemId', p.item_id, 'section', p.section, 'title', p.title, 'at', p.at)
      order by p.posted_on desc, p.item_id), '[]')
  from (
    select item_id, section, title, max(posted_on) as posted_on, json_agg(json_build_object('placeId', place_id, 'placeName', place_name,
        'villageId', village_id, 'postedOn', posted_on, 'staysUntil', stays_until) order by posted_on desc, place_name) as at
    from disclosure_hangs_still(unit) group by item_id, section, title) p
$$;

-- Runs after the count of the unit's changes, which lets one transaction at a time come so far, so that it sees what the one before has
-- written: triggers fire in the order of their names (counted, hangs, shown; hangs_on, recounted, reshown; uncounted, unshown).
create function disclosure_renew_front() returns trigger language plpgsql as $$
begin
  insert into disclosure_front (unit_id, shown, papers)
    select unit_id, disclosure_shown_of(unit_id), disclosure_papers_of(unit_id)
    from (select distinct unit_id from changed order by unit_id) u
    on conflict (unit_id) do update set shown = excluded.shown, papers = excluded.papers;
  return null;
end $$;
create trigger disclosure_public_shown after insert on disclosure_public
  referencing new table as changed for each statement execute function disclosure_renew_front();
create trigger disclosure_public_reshown after update on disclosure_public
  referencing new table as changed for each statement execute function disclosure_renew_front();
create trigger disclosure_public_unshown after delete on disclosure_public
  referencing old table as changed for each statement execute function disclosure_renew_front();

insert into disclosure_front (unit_id, shown, papers)
  select unit_id, disclosure_shown_of(unit_id), disclosure_papers_of(unit_id) from disclosure_public_revision;

create view portal_front as select f.unit_id, f.shown, f.papers, m.mark from disclosure_front f join portal_unit_mark m on m.unit_id = f.unit_id;
