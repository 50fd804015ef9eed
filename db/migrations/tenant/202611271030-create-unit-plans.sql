-- Each unit with work in an issued plan makes a plan of its own (seed III.1.a): when it is due, how far it is, what it says.

-- Working days a unit has after the issue; none: this plan asks for no plans of units.
alter table plans_plan
  add column unit_plan_within smallint default 15 constraint plans_plan_unit_plan_within check (unit_plan_within between 1 and 250);
-- Plans issued before this asked nobody here; their standing agency may still do so.
update plans_plan set unit_plan_within = null where state not in ('draft', 'submitted');

-- What one unit owes for one plan. How far it is follows from the events below; here stands what is looked up.
create table unitplans_obligation (
  id uuid primary key,
  plan_id uuid not null,
  unit_id uuid not null,
  -- Whose standing agency follows it.
  issuer_unit_id uuid not null,
  -- A body outside the executive may share a plan of its own: asked, never due, never late.
  is_request boolean not null,
  -- The day of the parent plan's issue, from which days are counted.
  issued_on date not null,
  due_on date,
  due_expression jsonb,
  due_calendar text,
  due_explained_vi text,
  due_explained_en text,
  -- The day of the unit's first version: nothing is due any more.
  met_on date,
  is_void boolean not null default false,
  constraint unitplans_obligation_once unique (plan_id, unit_id),
  constraint unitplans_obligation_due_explained check (
    (due_on is null) = (due_expression is null) and (due_on is null) = (due_calendar is null)
    and (due_on is null) = (due_explained_vi is null) and (due_on is null) = (due_explained_en is null)
  ),
  constraint unitplans_obligation_request_undue check (not is_request or due_on is null)
);
create index unitplans_obligation_unit on unitplans_obligation (unit_id);
create index unitplans_obligation_open on unitplans_obligation (due_on) where met_on is null and not is_void;
create trigger unitplans_obligation_kept before delete or truncate on unitplans_obligation
  for each statement execute function kernel_refuse_change();

-- Everything that happened to it, in one order that no clock decides; any day is read again from what had been recorded.
create table unitplans_event (
  id uuid primary key,
  obligation_id uuid not null constraint unitplans_event_obligation references unitplans_obligation (id),
  seq bigint generated always as identity,
  kind text not null constraint unitplans_event_kind_known check (kind in ('obliged', 'received', 'draft_begun', 'issued', 'returned',
    'due_moved', 'parent_amended', 'void')),
  happened_on date not null,
  recorded_at timestamptz not null,
  person_id uuid,
  person_name text not null,
  unit_id uuid,
  note text not null default '' constraint unitplans_event_note_length check (length(note) <= 4000),
  -- Facts of the kind, with their version inside (domain/event-facts.ts).
  facts jsonb not null,
  constraint unitplans_event_reason check (kind not in ('returned', 'void') or length(note) > 0)
);
create index unitplans_event_order on unitplans_event (obligation_id, seq);
create trigger unitplans_event_append_only before update or delete or truncate on unitplans_event
  for each statement execute function kernel_refuse_change();

-- What stands above and below the table of tasks while it is written.
create table unitplans_draft (
  obligation_id uuid primary key constraint unitplans_draft_obligation references unitplans_obligation (id),
  -- The version that is being written, or was written last.
  version smallint not null constraint unitplans_draft_version_positive check (version >= 1),
  is_open boolean not null,
  title text not null constraint unitplans_draft_title_length check (length(title) between 1 and 500),
  bases text not null constraint unitplans_draft_bases_length check (length(bases) <= 20000),
  opening text not null constraint unitplans_draft_opening_length check (length(opening) <= 20000),
  closing text not null constraint unitplans_draft_closing_length check (length(closing) <= 20000),
  recipients text not null constraint unitplans_draft_recipients_length check (length(recipients) <= 20000),
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- One line of the unit's table: a task of the parent plan, or something the unit adds. The parent's words are not here: they
-- are read where they stand and kept with the version that is issued.
create table unitplans_line (
  id uuid primary key,
  obligation_id uuid not null constraint unitplans_line_obligation references unitplans_obligation (id),
  position integer not null,
  task_id uuid,
  -- Of a line that the unit adds: its content of the index and its words.
  dimension smallint constraint unitplans_line_dimension_range check (dimension between 0 and 8),
  words text constraint unitplans_line_words_length check (length(words) between 1 and 2000),
  -- How the unit does it: what it adds to the parent's words.
  how text not null default '' constraint unitplans_line_how_length check (length(how) <= 4000),
  product text not null default '' constraint unitplans_line_product_length check (length(product) <= 2000),
  -- Who answers, as typed; the person when these words name somebody of the unit.
  responsible text not null default '' constraint unitplans_line_responsible_length check (length(responsible) <= 200),
  responsible_person_id uuid,
  due_words text not null default '' constraint unitplans_line_due_words_length check (length(due_words) <= 200),
  -- What the words mean; none when they name no day and no period.
  due jsonb,
  late_reason text not null default '' constraint unitplans_line_late_reason_length check (length(late_reason) <= 1000),
  is_declined boolean not null default false,
  decline_reason text not null default '' constraint unitplans_line_decline_reason_length check (length(decline_reason) <= 1000),
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null,
  constraint unitplans_line_once unique (obligation_id, task_id),
  constraint unitplans_line_of_somebody check ((task_id is null) = (words is not null) and (task_id is null) = (dimension is not null)),
  constraint unitplans_line_declines_task check (not is_declined or task_id is not null)
);
create index unitplans_line_order on unitplans_line (obligation_id, position);

-- Each version as issued, whole.
create table unitplans_baseline (
  obligation_id uuid not null constraint unitplans_baseline_unit_plan references unitplans_obligation (id),
  version smallint not null constraint unitplans_baseline_version_positive check (version >= 1),
  frozen_at timestamptz not null,
  content jsonb not null,
  primary key (obligation_id, version)
);
create trigger unitplans_baseline_append_only before update or delete or truncate on unitplans_baseline
  for each statement execute function kernel_refuse_change();

-- What was reminded, once for each number of working days counted from one day of issue.
create table unitplans_reminder (
  obligation_id uuid not null constraint unitplans_reminder_obligation references unitplans_obligation (id),
  counted_from date not null,
  working_day smallint not null,
  made_at timestamptz not null,
  primary key (obligation_id, counted_from, working_day)
);
create trigger unitplans_reminder_append_only before update or delete or truncate on unitplans_reminder
  for each statement execute function kernel_refuse_change();
