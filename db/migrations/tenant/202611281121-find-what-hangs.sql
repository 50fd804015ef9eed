-- What hangs at a place today is found without reading what hung there before: nothing to end it counts as for ever.
create index disclosure_posting_hangs on disclosure_posting (place_id, coalesce(stays_until, 'infinity'::date));
create or replace view portal_posting as
  select p.item_id, p.place_id, p.posted_on, p.stays_until, r.removed_on, coalesce(p.stays_until, 'infinity'::date) as hangs_to
  from disclosure_posting p
  join disclosure_public d on d.item_id = p.item_id
  left join disclosure_removal r on r.posting_id = p.id
  where not exists (
    select from disclosure_posting later
    where later.item_id = p.item_id and later.place_id = p.place_id and later.seq > p.seq);
