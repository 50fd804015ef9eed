-- Inspections (plan, II.4): who looks at whom and when, what was found wrong, what is asked by when, and what was done about it.
-- Rows are appended; what holds now, or held on a past day, is the last event recorded by then.

create table inspections_inspection (
  id uuid primary key,
  -- A planned one is known at once; an unannounced one to nobody but the inspecting side until its day begins or it is announced.
  kind text not null constraint inspections_inspection_kind_known check (kind in ('planned', 'unannounced')),
  form text not null constraint inspections_inspection_form_known check (form in ('on_site', 'by_report', 'remote')),
  field text not null constraint inspections_inspection_field_known
    check (field in ('papi', 'duty', 'procedures', 'one_stop', 'democracy', 'disclosure', 'other')),
  title text not null constraint inspections_inspection_title_length check (length(title) between 3 and 300),
  -- What is looked at, and how.
  scope text not null constraint inspections_inspection_scope_length check (length(scope) <= 4000),
  -- Number and day of the decision that sends the team, as written.
  decision text not null constraint inspections_inspection_decision_length check (length(decision) <= 200),
  by_unit_id uuid not null,
  of_unit_id uuid not null,
  dimension smallint not null constraint inspections_inspection_dimension check (dimension between 0 and 8),
  sub_dimension text constraint inspections_inspection_sub_form check (sub_dimension ~ '^[1-8]\.[1-9]$'),
  -- The inspection whose open findings this one looks at again.
  previous_id uuid constraint inspections_inspection_previous references inspections_inspection (id),
  made_at timestamptz not null,
  person_id uuid,
  person_name text not null,
  constraint inspections_inspection_of_another check (by_unit_id <> of_unit_id)
);
create index inspections_inspection_of on inspections_inspection (of_unit_id);
create index inspections_inspection_previous_of on inspections_inspection (previous_id);

-- Bodies that lead it together with the unit that made it, as the Fatherland Front.
create table inspections_partner (
  inspection_id uuid not null constraint inspections_partner_inspection references inspections_inspection (id),
  unit_id uuid not null,
  primary key (inspection_id, unit_id)
);

create table inspections_member (
  inspection_id uuid not null constraint inspections_member_inspection references inspections_inspection (id),
  position smallint not null constraint inspections_member_position check (position >= 1),
  name text not null constraint inspections_member_name_length check (length(name) between 2 and 200),
  -- Head, secretary, member: as the decision says.
  duty text not null constraint inspections_member_duty_length check (length(duty) <= 200),
  primary key (inspection_id, position)
);

create table inspections_event (
  id uuid primary key,
  inspection_id uuid not null constraint inspections_event_inspection references inspections_inspection (id),
  seq bigint generated always as identity,
  kind text not null constraint inspections_event_kind_known check (kind in ('made', 'moved', 'announced', 'concluded', 'cancelled')),
  happened_on date not null,
  -- The day of the inspection, from this event on.
  held_on date,
  -- The conclusion, or the reason.
  words text not null constraint inspections_event_words_length check (length(words) <= 10000),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null,
  constraint inspections_event_dated check ((kind in ('made', 'moved')) = (held_on is not null)),
  constraint inspections_event_reasoned check (kind not in ('moved', 'concluded', 'cancelled') or length(words) >= 3)
);
create index inspections_event_order on inspections_event (inspection_id, seq);
create index inspections_event_held on inspections_event (held_on) where held_on is not null;
create unique index inspections_event_ended_once on inspections_event (inspection_id) where kind in ('concluded', 'cancelled');

-- What was found wrong (tồn tại) and the remedy that is asked; it never stands without a due.
create table inspections_finding (
  id uuid primary key,
  inspection_id uuid not null constraint inspections_finding_inspection references inspections_inspection (id),
  -- Who must put it right: the inspected unit, one below it or the one right above it.
  unit_id uuid not null,
  dimension smallint not null constraint inspections_finding_dimension check (dimension between 0 and 8),
  sub_dimension text constraint inspections_finding_sub_form check (sub_dimension ~ '^[1-8]\.[1-9]$'),
  words text not null constraint inspections_finding_words_length check (length(words) between 5 and 2000),
  remedy text not null constraint inspections_finding_remedy_length check (length(remedy) between 5 and 2000),
  recorded_at timestamptz not null,
  constraint inspections_finding_sub_of_dimension check (sub_dimension is null or left(sub_dimension, 1) = dimension::text)
);
create index inspections_finding_of on inspections_finding (inspection_id);
create index inspections_finding_unit on inspections_finding (unit_id);

create table inspections_finding_event (
  id uuid primary key,
  finding_id uuid not null constraint inspections_finding_event_finding references inspections_finding (id),
  seq bigint generated always as identity,
  kind text not null constraint inspections_finding_event_kind_known
    check (kind in ('found', 'claimed', 'returned', 'closed', 'reopened', 'extended', 'due_moved')),
  happened_on date not null,
  -- By when the remedy is asked from this event on, whole, so that it explains itself.
  due_on date,
  due jsonb,
  words text not null constraint inspections_finding_event_words_length check (length(words) <= 4000),
  -- The inspection during which it was looked at again.
  inspection_id uuid constraint inspections_finding_event_inspection references inspections_inspection (id),
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamptz not null,
  constraint inspections_finding_event_due check (
    (kind in ('found', 'reopened', 'extended', 'due_moved')) = (due_on is not null) and (due_on is null) = (due is null)),
  constraint inspections_finding_event_reasoned
    check (kind not in ('claimed', 'returned', 'reopened', 'extended') or length(words) >= 3)
);
create index inspections_finding_event_order on inspections_finding_event (finding_id, seq);

-- Findings that a re-inspection looks at again.
create table inspections_carried (
  inspection_id uuid not null constraint inspections_carried_inspection references inspections_inspection (id),
  finding_id uuid not null constraint inspections_carried_finding references inspections_finding (id),
  primary key (inspection_id, finding_id)
);
create index inspections_carried_of on inspections_carried (finding_id);

-- What was reminded, once for each due day and step: ahead of it, and so many working days after it.
create table inspections_reminder (
  finding_id uuid not null constraint inspections_reminder_finding references inspections_finding (id),
  due_on date not null,
  step smallint not null,
  made_at timestamptz not null,
  primary key (finding_id, due_on, step)
);

create trigger inspections_inspection_append_only before update or delete or truncate on inspections_inspection
  for each statement execute function kernel_refuse_change();
create trigger inspections_partner_append_only before update or delete or truncate on inspections_partner
  for each statement execute function kernel_refuse_change();
create trigger inspections_member_append_only before update or delete or truncate on inspections_member
  for each statement execute function kernel_refuse_change();
create trigger inspections_event_append_only before update or delete or truncate on inspections_event
  for each statement execute function kernel_refuse_change();
create trigger inspections_finding_append_only before update or delete or truncate on inspections_finding
  for each statement execute function kernel_refuse_change();
create trigger inspections_finding_event_append_only before update or delete or truncate on inspections_finding_event
  for each statement execute function kernel_refuse_change();
create trigger inspections_carried_append_only before update or delete or truncate on inspections_carried
  for each statement execute function kernel_refuse_change();
create trigger inspections_reminder_append_only before update or delete or truncate on inspections_reminder
  for each statement execute function kernel_refuse_change();
