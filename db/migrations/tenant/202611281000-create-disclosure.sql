-- Disclosure: what must be public, the items it makes, what was said, where it hung and what citizens saw.

-- From which day this tenant follows an obligation, and its own obligations. A shipped one is declared in reference/obligations and has
-- no spec here; a tenant's own has one.
create table disclosure_obligation (
  code text primary key constraint disclosure_obligation_code_form check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 60),
  spec jsonb,
  bound_from date not null,
  -- Followed no more for events after this day.
  bound_until date constraint disclosure_obligation_until_after check (bound_until >= bound_from),
  -- Null: as the declaration says. Otherwise what the tenant decided for personal data on the web, with its reason.
  web_personal text constraint disclosure_obligation_web_known check (web_personal in ('figures', 'names', 'nothing')),
  web_reason text constraint disclosure_obligation_web_reason_length check (length(web_reason) between 5 and 1000),
  -- Who decided, as the page says it.
  web_by text,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint disclosure_obligation_web_reasoned check ((web_personal is null) = (web_reason is null) and (web_personal is null) = (web_by is null))
);

-- What law, due, places and fields said when items were opened. Rows with the same words are one row.
create table disclosure_terms (
  id uuid primary key,
  code text not null,
  hash text not null constraint disclosure_terms_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  -- Declaration with the one regime chosen, with its version inside (domain/terms.ts).
  terms jsonb not null,
  recorded_at timestamptz not null,
  constraint disclosure_terms_once unique (code, hash)
);
create trigger disclosure_terms_append_only before update or delete or truncate on disclosure_terms
  for each statement execute function kernel_refuse_change();

create table disclosure_item (
  id uuid primary key,
  terms_id uuid not null constraint disclosure_item_terms references disclosure_terms (id),
  code text not null,
  section text not null,
  unit_id uuid not null,
  -- '2024Q1', '2024', '2024-09-01..2024-12-14', 'standing', or the day and number of an event: '2024-03-12#1'.
  occurrence text not null constraint disclosure_item_occurrence_length check (length(occurrence) between 4 and 40),
  title text not null constraint disclosure_item_title_length check (length(title) between 3 and 300),
  event_on date not null,
  -- Null: nothing says until when (content that stands always and was never published has its binding's day).
  due_on date not null,
  -- The deadline whole, so that it explains itself.
  due jsonb not null,
  dimension smallint not null constraint disclosure_item_dimension check (dimension between 1 and 8),
  sub_dimension text constraint disclosure_item_sub_form check (sub_dimension ~ '^[1-8]\.[1-9]$'),
  opened_at timestamptz not null,
  opened_by text not null,
  constraint disclosure_item_once unique (unit_id, code, occurrence)
);
create index disclosure_item_due on disclosure_item (due_on, unit_id);
create index disclosure_item_code on disclosure_item (code, unit_id);

-- Dues move with the calendar; an item keeps what it said before.
create table disclosure_item_past (until timestamptz not null, item_id uuid not null, due_on date not null, due jsonb not null);
create index disclosure_item_past_item on disclosure_item_past (item_id, until);
create trigger disclosure_item_past_kept before update or delete or truncate on disclosure_item_past
  for each statement execute function kernel_refuse_change();

-- What the item says. The last one stands; a withdrawal has no content.
create table disclosure_version (
  id uuid primary key,
  item_id uuid not null constraint disclosure_version_item references disclosure_item (id),
  number integer not null constraint disclosure_version_number check (number >= 1),
  kind text not null constraint disclosure_version_kind_known check (kind in ('publish', 'correct', 'withdraw')),
  -- By the fields of the terms, with its version inside (domain/content.ts).
  content jsonb,
  -- One plain paragraph for citizens.
  summary text constraint disclosure_version_summary_length check (length(summary) between 1 and 1000),
  reason text constraint disclosure_version_reason_length check (length(reason) between 3 and 1000),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null,
  constraint disclosure_version_once unique (item_id, number),
  constraint disclosure_version_reasoned check ((kind = 'publish') = (number = 1) and (kind = 'publish') = (reason is null)),
  constraint disclosure_version_whole check ((kind = 'withdraw') = (content is null))
);
create trigger disclosure_version_append_only before update or delete or truncate on disclosure_version
  for each statement execute function kernel_refuse_change();

-- Files of a version. `sealed`: the original with personal data, inside only, beside the reduced copy that is public.
create table disclosure_file (
  id uuid primary key,
  seq bigint generated always as identity,
  version_id uuid not null constraint disclosure_file_version references disclosure_version (id),
  role text not null constraint disclosure_file_role_known check (role in ('official', 'reduced', 'sealed')),
  hash text not null references kernel_file (hash),
  name text not null constraint disclosure_file_name_length check (length(name) between 1 and 200),
  media_type text not null,
  size_bytes bigint not null,
  -- What the guard found in it, by kind and count, never the data itself; and why it was let through.
  found jsonb,
  allowed_because text constraint disclosure_file_allowed_length check (length(allowed_because) between 5 and 1000)
);
create index disclosure_file_version_of on disclosure_file (version_id);
create index disclosure_file_hash on disclosure_file (hash);
create trigger disclosure_file_append_only before update or delete or truncate on disclosure_file
  for each statement execute function kernel_refuse_change();

-- “Không phát sinh” by the unit, “miễn” by the standing agency; taken back by a row more. The last one stands.
create table disclosure_exception (
  id uuid primary key,
  seq bigint generated always as identity,
  item_id uuid not null constraint disclosure_exception_item references disclosure_item (id),
  kind text not null constraint disclosure_exception_kind_known check (kind in ('nil', 'exempt', 'none')),
  reason text not null constraint disclosure_exception_reason_length check (length(reason) between 3 and 1000),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null
);
create index disclosure_exception_of on disclosure_exception (item_id, seq);
create trigger disclosure_exception_append_only before update or delete or truncate on disclosure_exception
  for each statement execute function kernel_refuse_change();

create table disclosure_place (
  id uuid primary key,
  unit_id uuid not null,
  -- The village it stands in; null for places of the whole unit.
  village_id uuid,
  kind text not null constraint disclosure_place_kind_known
    check (kind in ('office_board', 'village_hall', 'community_point', 'portal', 'loudspeaker', 'meeting', 'media')),
  name text not null constraint disclosure_place_name_length check (length(name) between 2 and 200),
  address text not null default '' constraint disclosure_place_address_length check (length(address) <= 300),
  -- Of the portal kind: the address of the site; null for this product's own portal.
  url text constraint disclosure_place_url_form check (length(url) <= 500 and url ~ '^https?://'),
  latitude numeric(9, 6) constraint disclosure_place_latitude check (latitude between -90 and 90),
  longitude numeric(9, 6) constraint disclosure_place_longitude check (longitude between -180 and 180),
  from_on date not null,
  until_on date constraint disclosure_place_until_after check (until_on >= from_on),
  -- Stands in the QR code on the wall: says nothing of anybody, so it may be public.
  qr text not null constraint disclosure_place_qr_once unique constraint disclosure_place_qr_form check (qr ~ '^[a-z2-9]{8}$'),
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint disclosure_place_located check ((latitude is null) = (longitude is null))
);
create index disclosure_place_unit on disclosure_place (unit_id);

-- A version at a place. Posting again after a correction is a row more; the last one of a place stands.
create table disclosure_posting (
  id uuid primary key,
  seq bigint generated always as identity,
  item_id uuid not null constraint disclosure_posting_item references disclosure_item (id),
  version_id uuid not null constraint disclosure_posting_version references disclosure_version (id),
  place_id uuid not null constraint disclosure_posting_place references disclosure_place (id),
  posted_on date not null,
  -- The last day that it must stay, whole days; null: for as long as the content holds.
  stays_until date,
  stays jsonb,
  -- The address of the entry, where the place is on the web, with the hash of the copy that was kept.
  url text constraint disclosure_posting_url_form check (length(url) <= 2000 and url ~ '^https?://'),
  words text not null default '' constraint disclosure_posting_words_length check (length(words) <= 500),
  -- The product's own portal: SHA-256 of what it showed, which is the proof that the program gives by itself.
  row_hash text constraint disclosure_posting_row_hash_form check (row_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null,
  -- Sent by a phone that could not know whether the first try arrived.
  request_key text constraint disclosure_posting_request_once unique constraint disclosure_posting_request_form check (length(request_key) between 8 and 200),
  constraint disclosure_posting_stays_whole check ((stays is null) = (stays_until is null) and (stays_until is null or stays_until >= posted_on))
);
create index disclosure_posting_of on disclosure_posting (item_id, place_id, seq);
create index disclosure_posting_place_of on disclosure_posting (place_id, stays_until);
create trigger disclosure_posting_append_only before update or delete or truncate on disclosure_posting
  for each statement execute function kernel_refuse_change();

-- Each time it was read out: the proof of a loudspeaker is its log.
create table disclosure_broadcast (
  id uuid primary key,
  posting_id uuid not null constraint disclosure_broadcast_posting references disclosure_posting (id),
  on_day date not null,
  at_time time not null,
  minutes integer constraint disclosure_broadcast_minutes check (minutes between 1 and 600),
  person_id uuid,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint disclosure_broadcast_once unique (posting_id, on_day, at_time)
);
create trigger disclosure_broadcast_append_only before update or delete or truncate on disclosure_broadcast
  for each statement execute function kernel_refuse_change();

create table disclosure_removal (
  id uuid primary key,
  posting_id uuid not null constraint disclosure_removal_once unique constraint disclosure_removal_posting references disclosure_posting (id),
  removed_on date not null,
  reason text not null constraint disclosure_removal_reason_length check (length(reason) between 3 and 1000),
  -- Before the last day: somebody must know at once.
  is_early boolean not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null
);
create trigger disclosure_removal_append_only before update or delete or truncate on disclosure_removal
  for each statement execute function kernel_refuse_change();

-- What citizens answered to “Có đúng không?”. No account, no name, no address of a machine.
create table disclosure_say (
  id uuid primary key,
  seq bigint generated always as identity,
  item_id uuid not null constraint disclosure_say_item references disclosure_item (id),
  -- Null: of the item on the portal itself.
  place_id uuid constraint disclosure_say_place references disclosure_place (id),
  verdict text not null constraint disclosure_say_verdict_known check (verdict in ('seen', 'not_seen', 'wrong')),
  words text not null default '' constraint disclosure_say_words_length check (length(words) <= 1000),
  photo_hash text references kernel_file (hash),
  photo_media_type text,
  said_on date not null,
  recorded_at timestamptz not null,
  constraint disclosure_say_photo_whole check ((photo_hash is null) = (photo_media_type is null))
);
create index disclosure_say_item_of on disclosure_say (item_id, place_id, seq);
create trigger disclosure_say_append_only before update or delete or truncate on disclosure_say
  for each statement execute function kernel_refuse_change();

-- What a unit must look at because citizens saw something else; says that come while it is open join it.
create table disclosure_check (
  id uuid primary key,
  item_id uuid not null constraint disclosure_check_item references disclosure_item (id),
  place_id uuid constraint disclosure_check_place references disclosure_place (id),
  first_say_id uuid not null constraint disclosure_check_say references disclosure_say (id),
  opened_at timestamptz not null,
  due_on date not null,
  due jsonb not null
);
create index disclosure_check_item_of on disclosure_check (item_id);
create trigger disclosure_check_append_only before update or delete or truncate on disclosure_check
  for each statement execute function kernel_refuse_change();

create table disclosure_answer (
  id uuid primary key,
  check_id uuid not null constraint disclosure_answer_once unique constraint disclosure_answer_check references disclosure_check (id),
  -- It hung all along; it was put right; the content was corrected.
  outcome text not null constraint disclosure_answer_outcome_known check (outcome in ('stands', 'put_right', 'corrected')),
  -- Read by citizens.
  words text not null constraint disclosure_answer_words_length check (length(words) between 5 and 2000),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null
);
create trigger disclosure_answer_append_only before update or delete or truncate on disclosure_answer
  for each statement execute function kernel_refuse_change();

-- What units were reminded of, so that nobody is told twice: an item or a posting, counted from a day, and which reminder of it.
create table disclosure_reminder (
  subject_id uuid not null,
  kind text not null constraint disclosure_reminder_kind_known check (kind in ('due_soon', 'late', 'overstays', 'stale')),
  counted_from date not null,
  step smallint not null,
  made_at timestamptz not null,
  primary key (subject_id, kind, counted_from, step)
);

-- All that the world may know of an item, one row, written with every change of it: the views of the portal read this and nothing behind it.
create table disclosure_public (
  item_id uuid primary key constraint disclosure_public_item references disclosure_item (id),
  unit_id uuid not null,
  unit_name text not null,
  section text not null,
  code text not null,
  occurrence text not null,
  title text not null,
  summary text not null,
  -- Fields with their labels, tables, files, places and postings, history (public-row.ts gives the shape).
  body jsonb not null,
  dimension smallint not null,
  event_on date not null,
  published_on date not null,
  updated_at timestamptz not null,
  is_withdrawn boolean not null,
  -- The villages in which it hangs.
  village_ids uuid[] not null,
  -- The last day on which it hangs anywhere; null: for as long as it holds.
  hangs_until date,
  -- After this day the names in it are gone from the web; null where there are none.
  personal_until date,
  is_indexed boolean not null,
  search text not null
);
create index disclosure_public_unit on disclosure_public (unit_id, published_on desc, item_id);
create index disclosure_public_section on disclosure_public (unit_id, section, published_on desc, item_id);
create index disclosure_public_updated on disclosure_public (updated_at desc, item_id);
create index disclosure_public_published on disclosure_public (published_on desc, item_id);
create index disclosure_public_personal on disclosure_public (personal_until) where personal_until is not null;
create index disclosure_public_words on disclosure_public using gin (to_tsvector('simple', search));

create function disclosure_count_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger disclosure_obligation_count before update on disclosure_obligation
  for each row execute function disclosure_count_change();
create trigger disclosure_place_count before update on disclosure_place
  for each row execute function disclosure_count_change();

create table disclosure_obligation_past (until timestamptz not null, like disclosure_obligation);
create index disclosure_obligation_past_code on disclosure_obligation_past (code, until);
create table disclosure_place_past (until timestamptz not null, like disclosure_place);
create index disclosure_place_past_id on disclosure_place_past (id, until);
create function disclosure_keep_obligation() returns trigger language plpgsql as $$
begin
  if new.changed_at > old.changed_at then insert into disclosure_obligation_past select new.changed_at, old.*; end if;
  return null;
end $$;
create trigger disclosure_obligation_past after update on disclosure_obligation
  for each row execute function disclosure_keep_obligation();
create function disclosure_keep_place() returns trigger language plpgsql as $$
begin
  if new.changed_at > old.changed_at then insert into disclosure_place_past select new.changed_at, old.*; end if;
  return null;
end $$;
create trigger disclosure_place_past after update on disclosure_place
  for each row execute function disclosure_keep_place();
create function disclosure_keep_item() returns trigger language plpgsql as $$
begin
  if row(new.id, new.terms_id, new.code, new.unit_id, new.occurrence, new.title, new.event_on, new.opened_at)
    is distinct from row(old.id, old.terms_id, old.code, old.unit_id, old.occurrence, old.title, old.event_on, old.opened_at) then
    raise exception 'only the due of an item moves';
  end if;
  return new;
end $$;
create trigger disclosure_item_due_only before update on disclosure_item
  for each row execute function disclosure_keep_item();
create trigger disclosure_obligation_kept before delete or truncate on disclosure_obligation
  for each statement execute function kernel_refuse_change();
create trigger disclosure_place_kept before delete or truncate on disclosure_place
  for each statement execute function kernel_refuse_change();
create trigger disclosure_item_kept before delete or truncate on disclosure_item
  for each statement execute function kernel_refuse_change();
create trigger disclosure_obligation_past_kept before update or delete or truncate on disclosure_obligation_past
  for each statement execute function kernel_refuse_change();
create trigger disclosure_place_past_kept before update or delete or truncate on disclosure_place_past
  for each statement execute function kernel_refuse_change();
