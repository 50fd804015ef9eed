-- Of each unit, how much is public, how much of that is proven wherever it hangs, and how much came after its due day.
alter table disclosure_public add column is_proven boolean not null generated always as (
  jsonb_path_exists(body, '$.places[*]') and not jsonb_path_exists(body, '$.places[*] ? (@.isProven == false)')) stored;

create view portal_compliance as
  select d.unit_id, count(*)::integer as public_count, (count(*) filter (where d.is_proven))::integer as proven_count,
    (count(*) filter (where d.published_on > i.due_on))::integer as late_count
  from disclosure_public d join disclosure_item i on i.id = d.item_id
  where not d.is_withdrawn
  group by d.unit_id;
