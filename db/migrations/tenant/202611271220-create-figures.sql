-- Figures: defined once for the tenant, entered once by a unit for a period. Rows keep their past, as those of work do.

create table figures_definition (
  id uuid primary key,
  code text not null constraint figures_definition_code_once unique
    constraint figures_definition_code_form check (code ~ '^[A-Z][A-Z0-9.]{1,19}[a-z]?$'),
  name text not null constraint figures_definition_name_length check (length(name) between 3 and 300),
  unit_of_measure text not null constraint figures_definition_measure_length check (length(unit_of_measure) between 1 and 40),
  number_kind text not null constraint figures_definition_kind_known check (number_kind in ('count', 'amount', 'rate', 'date', 'text')),
  -- Digits after the decimal comma that may be entered.
  decimals smallint not null default 0 constraint figures_definition_decimals check (decimals between 0 and 3),
  -- The largest number that can be true, such as 100 points; null where there is none.
  at_most numeric(15, 3) constraint figures_definition_at_most_positive check (at_most > 0),
  numerator_label text constraint figures_definition_numerator_length check (length(numerator_label) between 1 and 200),
  denominator_label text constraint figures_definition_denominator_length check (length(denominator_label) between 1 and 200),
  -- The numerator is part of the denominator, so it cannot be larger. Coverage against a target can exceed it.
  is_part boolean not null default false,
  dimension smallint not null constraint figures_definition_dimension check (dimension between 0 and 8),
  sub_dimension text constraint figures_definition_sub_form check (sub_dimension ~ '^[1-8]\.[1-9]$'),
  direction text not null constraint figures_definition_direction_known check (direction in ('up', 'down', 'none')),
  -- Groups, kinds with tiers and single units, with their version inside (domain/entered-by.ts).
  entered_by jsonb not null,
  owner_unit_id uuid not null,
  -- The kinds of period it is asked for, with the days of own windows (domain/asked-period.ts).
  periods jsonb not null constraint figures_definition_periods_some check (jsonb_array_length(periods) between 1 and 8),
  -- Counted from the beginning of the year, not of the period.
  is_cumulative boolean not null default false,
  evidence_wanted boolean not null default false,
  roll_up text not null constraint figures_definition_roll_up_known check (roll_up in ('sum', 'rate', 'last', 'none')),
  target numeric(15, 3) constraint figures_definition_target_positive check (target >= 0),
  source text not null default '' constraint figures_definition_source_length check (length(source) <= 1000),
  note text not null default '' constraint figures_definition_note_length check (length(note) <= 1000),
  -- Asked no more for periods that end after this day.
  asked_until date,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint figures_definition_rate_whole check (
    (number_kind = 'rate') = (numerator_label is not null) and (number_kind = 'rate') = (denominator_label is not null)
    and (number_kind = 'rate' or not is_part)),
  constraint figures_definition_count_whole check (number_kind in ('amount', 'rate') or decimals = 0),
  constraint figures_definition_sub_of_dimension check (sub_dimension is null or left(sub_dimension, 1) = dimension::text),
  constraint figures_definition_adds_up check (
    case number_kind when 'rate' then roll_up in ('rate', 'last', 'none') when 'date' then roll_up = 'none' when 'text' then roll_up = 'none'
      else roll_up in ('sum', 'last', 'none') end),
  constraint figures_definition_numbers_only check (number_kind in ('count', 'amount', 'rate') or (at_most is null and target is null))
);
create index figures_definition_owner on figures_definition (owner_unit_id);

create table figures_value (
  id uuid primary key,
  figure_id uuid not null constraint figures_value_figure references figures_definition (id),
  unit_id uuid not null,
  period_code text not null constraint figures_value_period_length check (length(period_code) between 4 and 40),
  number numeric(15, 3) constraint figures_value_number_positive check (number >= 0),
  numerator numeric(15, 3) constraint figures_value_numerator_positive check (numerator >= 0),
  denominator numeric(15, 3) constraint figures_value_denominator_positive check (denominator >= 0),
  on_day date,
  words text constraint figures_value_words_length check (length(words) between 1 and 2000),
  -- Why there is nothing to say. Never 0: "none" and "nobody knows" are different facts.
  no_data text constraint figures_value_no_data_length check (length(no_data) between 1 and 300),
  -- Entered by mistake and taken back: reads as empty.
  is_cleared boolean not null default false,
  is_late boolean not null,
  via text not null constraint figures_value_via_known check (via in ('page', 'sheet', 'api', 'import')),
  by_person_id uuid,
  by_name text not null,
  -- The unit of whoever entered it: another than unit_id when it was entered for the unit; null for the operator.
  by_unit_id uuid,
  first_at timestamptz not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  constraint figures_value_once unique (figure_id, period_code, unit_id),
  constraint figures_value_one_shape check (
    num_nonnulls(number, numerator, on_day, words, no_data) = case when is_cleared then 0 else 1 end
    and (numerator is null) = (denominator is null))
);
create index figures_value_unit on figures_value (unit_id, period_code);

-- `until` stands first, so that a column added to both tables keeps the same place in both.
create table figures_definition_past (until timestamptz not null, like figures_definition);
create index figures_definition_past_id on figures_definition_past (id, until);
create table figures_value_past (until timestamptz not null, like figures_value);
create index figures_value_past_id on figures_value_past (id, until);
create index figures_value_past_figure on figures_value_past (figure_id, period_code, unit_id);
create index figures_value_past_unit on figures_value_past (unit_id, period_code);

-- Time of a row never runs backwards, though two requests may come in another order than their clocks; what changed twice in
-- one instant has no state between that anybody could have seen.
create function figures_count_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger figures_definition_count before update on figures_definition
  for each row execute function figures_count_change();
create trigger figures_value_count before update on figures_value
  for each row execute function figures_count_change();

create function figures_keep_definition() returns trigger language plpgsql as $$
begin
  if new.changed_at > old.changed_at then insert into figures_definition_past select new.changed_at, old.*; end if;
  return null;
end $$;
create trigger figures_definition_past after update on figures_definition
  for each row execute function figures_keep_definition();

-- Once a statement, for an import of 100,000 rows.
create function figures_keep_values() returns trigger language plpgsql as $$
begin
  insert into figures_value_past
    select n.changed_at, o.* from old_rows o join new_rows n on n.id = o.id where n.changed_at > o.changed_at;
  return null;
end $$;
create trigger figures_value_past after update on figures_value
  referencing old table as old_rows new table as new_rows for each statement execute function figures_keep_values();

create trigger figures_definition_kept before delete or truncate on figures_definition
  for each statement execute function kernel_refuse_change();
create trigger figures_definition_past_kept before update or delete or truncate on figures_definition_past
  for each statement execute function kernel_refuse_change();
create trigger figures_value_kept before delete or truncate on figures_value
  for each statement execute function kernel_refuse_change();
create trigger figures_value_past_kept before update or delete or truncate on figures_value_past
  for each statement execute function kernel_refuse_change();

-- Definitions change seldom and are read with every form: kept in memory until a change is counted.
create trigger figures_definition_revision after insert or update or delete or truncate on figures_definition
  for each statement execute function kernel_count_revision('figures_definition');

-- What people say beside a cell, which may be empty.
create table figures_remark (
  id uuid primary key,
  seq bigint generated always as identity,
  figure_id uuid not null constraint figures_remark_figure references figures_definition (id),
  unit_id uuid not null,
  period_code text not null constraint figures_remark_period_length check (length(period_code) between 4 and 40),
  words text not null constraint figures_remark_words_length check (length(words) between 1 and 2000),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null
);
create index figures_remark_cell on figures_remark (unit_id, period_code, figure_id, seq);
create trigger figures_remark_append_only before update or delete or truncate on figures_remark
  for each statement execute function kernel_refuse_change();

-- What a program was answered under its Idempotency-Key, to be answered again word for word. Kept for a declared time only.
create table figures_request (
  person_id uuid not null,
  key text not null constraint figures_request_key_form check (length(key) between 8 and 200),
  body_hash text not null constraint figures_request_hash_form check (body_hash ~ '^[0-9a-f]{64}$'),
  -- Its text as it was sent: jsonb would order the fields anew.
  answer text,
  made_at timestamptz not null,
  primary key (person_id, key)
);
create index figures_request_made on figures_request (made_at);
