-- Units of one jurisdiction and how they stood on any day. A unit is its id: codes move between units after mergers (the
-- code of Tân Phúc is carried by Quang Vinh since 01/12/2024) and names return elsewhere, so neither identifies anything.

-- Names of tiers, top first. Data, not code: the district tier ended on 01/7/2025 (Luật 72/2025/QH15).
create table units_tier (
  name text primary key constraint units_tier_name_length check (length(name) between 1 and 60),
  rank integer not null constraint units_tier_rank_unique unique deferrable initially deferred
);

create table units_unit (
  id uuid primary key,
  -- What files and other systems call this unit; never shown as a name, never changes.
  key text not null constraint units_unit_key_unique unique
    constraint units_unit_key_form check (key ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
  -- A made-up unit of the example, marked wherever it is shown.
  invented boolean not null default false,
  note text constraint units_unit_note_length check (length(note) <= 2000),
  source text constraint units_unit_source_length check (length(source) <= 1000),
  created_at timestamptz not null
);

create table units_version (
  id uuid primary key,
  unit_id uuid not null constraint units_version_unit references units_unit (id),
  -- [first day, day after the last); open-ended while the unit stands.
  valid daterange not null
    constraint units_version_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  code text constraint units_version_code_length check (length(code) between 1 and 40),
  name text not null constraint units_version_name_length check (length(name) between 1 and 300),
  short_names text[] not null default '{}' constraint units_version_short_names_count check (cardinality(short_names) <= 50),
  kind text not null constraint units_version_kind_form check (kind ~ '^[a-z][a-z_]{1,39}$'),
  tier text not null constraint units_version_tier references units_tier (name) on update cascade,
  parent_id uuid constraint units_version_parent references units_unit (id)
    constraint units_version_parent_other check (parent_id <> unit_id),
  -- The act that began this version, and the one that ended the unit with it.
  act text constraint units_version_act_length check (length(act) <= 500),
  end_act text constraint units_version_end_act_length check (length(end_act) <= 500),
  search text not null,
  -- Deferred: one decision may swap codes or move a boundary between two versions.
  constraint units_version_no_overlap exclude using gist (unit_id with =, valid with &&) deferrable initially deferred,
  constraint units_version_code_once exclude using gist (kind with =, code with =, valid with &&)
    where (code is not null) deferrable initially deferred
);
create index units_version_parent_id on units_version (parent_id);
create index units_version_valid on units_version using gist (valid);
create index units_version_search on units_version using gin (search public.gin_trgm_ops);

-- Names a person may type for the unit, as one text without diacritics.
create function units_version_fill_search() returns trigger language plpgsql as $$
begin
  new.search := kernel_search_text(concat_ws(' | ', new.name, new.code, array_to_string(new.short_names, ' | ')));
  return new;
end $$;
create trigger units_version_search before insert or update on units_version
  for each row execute function units_version_fill_search();

-- No unit may stand under itself on any day. Walks up from the changed version through every version whose days meet its
-- days. The lock makes two changes that would only together form a circle wait for each other.
create function units_version_refuse_cycle() returns trigger language plpgsql as $$
declare
  circle boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(tg_table_schema || '.units_version', 0));
  with recursive above (unit_id, valid) as (
    select parent_id, valid from units_version where id = new.id and parent_id is not null
    union
    select v.parent_id, a.valid * v.valid
    from above a join units_version v on v.unit_id = a.unit_id and v.valid && a.valid
    where v.parent_id is not null and a.unit_id <> new.unit_id
  )
  select exists (select 1 from above where unit_id = new.unit_id) into circle;
  if circle then
    raise exception 'unit % would stand under itself', new.unit_id
      using errcode = 'check_violation', constraint = 'units_version_no_cycle';
  end if;
  return null;
end $$;
create constraint trigger units_version_no_cycle after insert or update on units_version
  deferrable initially deferred for each row execute function units_version_refuse_cycle();

create table units_succession (
  from_unit uuid not null constraint units_succession_from references units_unit (id),
  to_unit uuid not null constraint units_succession_to references units_unit (id),
  -- The first day of the new order.
  on_date date not null,
  kind text not null constraint units_succession_kind check (kind in ('merge', 'split', 'rename')),
  act text not null constraint units_succession_act_length check (length(act) between 1 and 500),
  status text not null constraint units_succession_status check (status in ('CONFIRMED', 'UNCONFIRMED')),
  primary key (from_unit, to_unit, on_date),
  constraint units_succession_other check (from_unit <> to_unit)
);
create index units_succession_to_unit on units_succession (to_unit);

-- Published head and ways to reach the unit. Appended: the latest publication that has begun is the one shown.
create table units_contact (
  id uuid primary key,
  unit_id uuid not null constraint units_contact_unit references units_unit (id),
  valid_from date not null,
  head_title text constraint units_contact_head_title_length check (length(head_title) between 1 and 200),
  phone text constraint units_contact_phone_length check (length(phone) between 3 and 40),
  email text constraint units_contact_email_length check (length(email) between 3 and 200),
  published_at timestamptz not null
);
create index units_contact_unit_id on units_contact (unit_id, valid_from, published_at);
create trigger units_contact_append_only before update or delete or truncate on units_contact
  for each statement execute function kernel_refuse_change();

-- "UBND các xã, thị trấn": a group is a rule over kinds and tier, so that it means the units of the day it is read for.
create table units_group (
  code text primary key constraint units_group_code_form check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
  name text not null constraint units_group_name_length check (length(name) between 1 and 200),
  aliases text[] not null default '{}' constraint units_group_aliases_count check (cardinality(aliases) <= 100)
);
create table units_group_rule (
  group_code text not null constraint units_group_rule_group references units_group (code) on delete cascade,
  position integer not null,
  kinds text[] not null constraint units_group_rule_kinds_some check (cardinality(kinds) > 0),
  -- null: any tier
  tier text constraint units_group_rule_tier references units_tier (name) on update cascade,
  primary key (group_code, position)
);
create table units_group_exception (
  group_code text not null constraint units_group_exception_group references units_group (code) on delete cascade,
  unit_id uuid not null constraint units_group_exception_unit references units_unit (id),
  primary key (group_code, unit_id)
);

-- The two functions that other rooms' SQL may call.

-- Ids from the root down to the unit itself as the tree stood on the day; empty when the unit did not stand then.
create function units_lineage(unit uuid, at date) returns uuid[] language sql stable parallel safe
begin atomic
  with recursive above (unit_id, parent_id, height) as (
    select v.unit_id, v.parent_id, 0 from units_version v where v.unit_id = $1 and v.valid @> $2
    union all
    select v.unit_id, v.parent_id, a.height + 1
    from above a join units_version v on v.unit_id = a.parent_id and v.valid @> $2
  )
  select coalesce(array_agg(above.unit_id order by above.height desc), '{}'::uuid[]) from above;
end;

-- The name on the day; outside the unit's life the last name it had before, or else its first.
create function units_name(unit uuid, at date) returns text language sql stable parallel safe
begin atomic
  select v.name from units_version v where v.unit_id = $1
  order by (lower(v.valid) <= $2) desc,
    case when lower(v.valid) <= $2 then lower(v.valid) end desc, lower(v.valid)
  limit 1;
end;
