-- What the world may read. The role of the citizens' pages is granted the views portal_… and nothing behind them (migrate.ts); a view
-- holds only columns that are public by law, so what it filters is for the reader's ease and hides no secret.

-- Kept ready: a search that walks entries by day would otherwise read every text anew.
alter table disclosure_public add column words tsvector not null generated always as (to_tsvector('simple', search)) stored;
drop index disclosure_public_words;
create index disclosure_public_words on disclosure_public using gin (words);

create view portal_item as
  select item_id, unit_id, unit_name, section, code, occurrence, title,
    case when is_withdrawn then '' else summary end as summary,
    -- Of what was withdrawn the world reads that and why, no longer what it said.
    case when is_withdrawn then body || '{"fields": [], "files": [], "personal": null}' else body end as body,
    dimension, event_on, published_on, updated_at, is_withdrawn, village_ids, hangs_until, personal_until, is_indexed, words
  from disclosure_public;

-- Each unit as it stood between two days; until_on is the last day, null while it stands.
create view portal_unit as
  select v.unit_id, u.key, v.name, v.kind, v.tier, t.rank as tier_rank, v.parent_id,
    lower(v.valid) as from_on, upper(v.valid) - 1 as until_on, u.invented
  from units_version v join units_unit u on u.id = v.unit_id join units_tier t on t.name = v.tier;

-- A title, a telephone, an email, never a name. The latest that has begun is the one in use.
create view portal_contact as
  select unit_id, valid_from, head_title, phone, email, published_at from units_contact;

create view portal_place as
  select id as place_id, unit_id, village_id, kind, name, address, url, latitude, longitude, from_on, until_on, qr
  from disclosure_place;

-- The last posting of each public entry at each place.
create view portal_posting as
  select p.item_id, p.place_id, p.posted_on, p.stays_until, r.removed_on
  from disclosure_posting p
  join disclosure_public d on d.item_id = p.item_id
  left join disclosure_removal r on r.posting_id = p.id
  where not exists (
    select from disclosure_posting later
    where later.item_id = p.item_id and later.place_id = p.place_id and later.seq > p.seq);
