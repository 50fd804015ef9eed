-- What each unit had to make public and whether it has: by the name that its declaration gives it, never by a title that officials wrote
-- before it was public. What the standing agency took away (exempt) is not owed.
create view portal_duty as
  select i.unit_id, i.section, t.terms -> 'name' as name, i.occurrence, i.due_on, i.id as item_id, d.published_on
  from disclosure_item i
  join disclosure_terms t on t.id = i.terms_id
  left join disclosure_public d on d.item_id = i.id
  where coalesce((
    select e.kind from disclosure_exception e where e.item_id = i.id order by e.seq desc limit 1), 'none') <> 'exempt';

-- The duties of one unit, newest first.
create index disclosure_item_unit_due on disclosure_item (unit_id, due_on desc);
