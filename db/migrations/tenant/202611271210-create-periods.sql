-- Reporting periods as data: when figures and reports are taken, when they are late, when nothing is taken any more.

create table periods_period (
  id uuid primary key,
  -- In data and addresses: 2024, 2024-H1, 2024-Q2, 2024-M06, or the days of a window.
  code text not null constraint periods_period_code_once unique
    constraint periods_period_code_form check (code ~ '^\d{4}(-H[12]|-Q[1-4]|-M(0[1-9]|1[0-2])|-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)?$'),
  kind text not null constraint periods_period_kind_known check (kind in ('month', 'quarter', 'half', 'year', 'window')),
  name_vi text not null constraint periods_period_name_vi_length check (length(name_vi) between 1 and 200),
  name_en text not null constraint periods_period_name_en_length check (length(name_en) between 1 and 200),
  -- All days are included: a plan's "trước ngày 05/7" ends with 04/7.
  from_on date not null,
  to_on date not null,
  cut_off_on date not null,
  due_on date not null,
  due_expression jsonb not null,
  due_calendar text not null,
  due_explained_vi text not null,
  due_explained_en text not null,
  lock_on date not null,
  -- Days inside the office, by step: units that report, lead agencies, standing agency (domain/period.ts).
  milestones jsonb not null constraint periods_period_milestones_version check (milestones ->> 'v' is not null),
  -- The plan and clause that ask for it; a link into another room's table, so no reference.
  plan_id uuid,
  clause_path text constraint periods_period_clause_length check (length(clause_path) <= 100),
  revision integer not null default 1,
  changed_at timestamptz not null,
  constraint periods_period_days_in_order check (
    from_on <= cut_off_on and cut_off_on <= to_on and cut_off_on < due_on and due_on <= lock_on),
  constraint periods_period_clause_of_plan check (clause_path is null or plan_id is not null)
);
create index periods_period_days on periods_period (from_on, to_on);

-- What each row was, up to `until` (not included): a window of a past day is read with the days that stood then.
create table periods_period_past (until timestamptz not null, like periods_period);
create index periods_period_past_id on periods_period_past (id, until);

create function periods_count_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger periods_period_count before update on periods_period
  for each row execute function periods_count_change();
create function periods_keep_past() returns trigger language plpgsql as $$
begin
  if new.changed_at > old.changed_at then insert into periods_period_past select new.changed_at, old.*; end if;
  return null;
end $$;
create trigger periods_period_past after update on periods_period
  for each row execute function periods_keep_past();
create trigger periods_period_kept before delete or truncate on periods_period
  for each statement execute function kernel_refuse_change();
create trigger periods_period_past_kept before update or delete or truncate on periods_period_past
  for each statement execute function kernel_refuse_change();

-- Why a period is as it is: made, corrected by somebody, moved by the calendar.
create table periods_change (
  id uuid primary key,
  period_id uuid not null constraint periods_change_period references periods_period (id),
  seq bigint generated always as identity,
  kind text not null constraint periods_change_kind_known check (kind in ('made', 'corrected', 'calendar')),
  -- Which days went from what to what, with their version (domain/changes.ts).
  days jsonb not null,
  reason text not null constraint periods_change_reason_length check (length(reason) <= 2000),
  person_id uuid,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint periods_change_says_why check (kind <> 'corrected' or length(reason) > 0)
);
create index periods_change_period_order on periods_change (period_id, seq);

-- What a unit asks for. The person is there so that another one answers, also for the database.
create table periods_extension (
  id uuid primary key,
  period_id uuid not null constraint periods_extension_period references periods_period (id),
  unit_id uuid not null,
  asked_until_on date not null,
  reason text not null constraint periods_extension_reason_length check (length(reason) between 1 and 2000),
  person_id uuid not null,
  person_name text not null,
  person_title text not null constraint periods_extension_title_length check (length(person_title) <= 200),
  asked_at timestamptz not null,
  constraint periods_extension_asker unique (id, person_id)
);
create index periods_extension_of_period on periods_extension (period_id, unit_id);

create table periods_extension_answer (
  extension_id uuid primary key,
  asked_by uuid not null,
  outcome text not null constraint periods_extension_answer_known check (outcome in ('approved', 'refused')),
  -- The last day of the extension, which need not be the one that was asked for.
  until_on date,
  reason text not null constraint periods_extension_answer_reason_length check (length(reason) <= 2000),
  person_id uuid not null,
  person_name text not null,
  person_title text not null constraint periods_extension_answer_title_length check (length(person_title) <= 200),
  answered_at timestamptz not null,
  constraint periods_extension_answer_of foreign key (extension_id, asked_by) references periods_extension (id, person_id),
  constraint periods_extension_answer_not_own check (person_id <> asked_by),
  constraint periods_extension_answer_has_end check ((outcome = 'approved') = (until_on is not null)),
  constraint periods_extension_answer_refusal_says_why check (outcome <> 'refused' or length(reason) > 0)
);

-- Taken again after the due day, for one unit or for all of them.
create table periods_reopening (
  id uuid primary key,
  period_id uuid not null constraint periods_reopening_period references periods_period (id),
  unit_id uuid,
  until_on date not null,
  reason text not null constraint periods_reopening_reason_length check (length(reason) between 1 and 2000),
  person_id uuid,
  person_name text not null,
  made_at timestamptz not null
);
create index periods_reopening_of_period on periods_reopening (period_id, unit_id);

-- Ended before its last day.
create table periods_reopening_end (
  reopening_id uuid primary key constraint periods_reopening_end_of references periods_reopening (id),
  person_id uuid,
  person_name text not null,
  ended_at timestamptz not null
);

-- What had been recorded by the end of a cut-off day, taken once. A corrected cut-off is another instant.
create table periods_snapshot (
  id uuid primary key,
  period_id uuid not null constraint periods_snapshot_period references periods_period (id),
  at timestamptz not null,
  cut_off_on date not null,
  name_vi text not null constraint periods_snapshot_name_vi_length check (length(name_vi) between 1 and 300),
  name_en text not null constraint periods_snapshot_name_en_length check (length(name_en) between 1 and 300),
  taken_at timestamptz not null,
  constraint periods_snapshot_once unique (period_id, at),
  constraint periods_snapshot_after_cut_off check (taken_at >= at)
);

-- What each part of the program had then: how many, a hash of the content, and what people read of it.
create table periods_snapshot_part (
  snapshot_id uuid not null constraint periods_snapshot_part_of references periods_snapshot (id),
  source text not null constraint periods_snapshot_part_source_length check (length(source) between 1 and 60),
  count bigint not null constraint periods_snapshot_part_count_natural check (count >= 0),
  hash text not null constraint periods_snapshot_part_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  facts jsonb not null,
  primary key (snapshot_id, source)
);

-- Who was told of what, once for each day that it is about and number of working days left.
create table periods_reminder (
  period_id uuid not null constraint periods_reminder_period references periods_period (id),
  unit_id uuid not null,
  step text not null constraint periods_reminder_step_known check (step in ('opening', 'unit', 'sector', 'standing')),
  about_on date not null,
  days_left smallint not null,
  made_at timestamptz not null,
  primary key (period_id, unit_id, step, about_on, days_left)
);

create trigger periods_change_append_only before update or delete or truncate on periods_change
  for each statement execute function kernel_refuse_change();
create trigger periods_extension_append_only before update or delete or truncate on periods_extension
  for each statement execute function kernel_refuse_change();
create trigger periods_extension_answer_append_only before update or delete or truncate on periods_extension_answer
  for each statement execute function kernel_refuse_change();
create trigger periods_reopening_append_only before update or delete or truncate on periods_reopening
  for each statement execute function kernel_refuse_change();
create trigger periods_reopening_end_append_only before update or delete or truncate on periods_reopening_end
  for each statement execute function kernel_refuse_change();
create trigger periods_snapshot_append_only before update or delete or truncate on periods_snapshot
  for each statement execute function kernel_refuse_change();
create trigger periods_snapshot_part_append_only before update or delete or truncate on periods_snapshot_part
  for each statement execute function kernel_refuse_change();
create trigger periods_reminder_append_only before update or delete or truncate on periods_reminder
  for each statement execute function kernel_refuse_change();
