-- A list of what hangs needs of each entry its name and whether it still holds: read once, beside the posting.
create or replace view portal_posting as
  select p.item_id, p.place_id, p.posted_on, p.stays_until, r.removed_on, coalesce(p.stays_until, 'infinity'::date) as hangs_to,
    d.section, d.title, d.is_withdrawn
  from disclosure_posting p
  join disclosure_public d on d.item_id = p.item_id
  left join disclosure_removal r on r.posting_id = p.id
  where not exists (
    select from disclosure_posting later
    where later.item_id = p.item_id and later.place_id = p.place_id and later.seq > p.seq);
