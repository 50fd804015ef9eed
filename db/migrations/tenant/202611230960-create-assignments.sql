-- The task as issued, copied once: assignments never read the tables of plans, and a later amendment does not rewrite what
-- a unit was given.
create table assignments_task (
  id uuid primary key,
  plan_id uuid not null,
  year smallint not null,
  plan_title text not null,
  code text not null,
  clause_path text,
  dimension smallint not null check (dimension between 0 and 8),
  sub_dimension text,
  position integer not null,
  words text not null,
  products jsonb not null,
  lead_unit_id uuid,
  lead_name text not null,
  coordinators text[] not null default '{}',
  due_words text not null,
  tags text[] not null default '{}',
  priority smallint not null default 0,
  search text generated always as (kernel_search_text(code || ' ' || words)) stored
);
create index assignments_task_plan on assignments_task (plan_id, position);
create index assignments_task_search on assignments_task using gin (search public.gin_trgm_ops);

-- One unit's part of one task for one occurrence.
create table assignments_assignment (
  id uuid primary key,
  task_id uuid not null references assignments_task (id),
  plan_id uuid not null,
  year smallint not null,
  unit_id uuid not null,
  dimension smallint not null,
  -- Who accepts: the task's lead; the standing agency's committee when the unit leads itself.
  accepting_unit_id uuid not null,
  -- Sort key of the occurrence ('2024-Q2', '2024-06', '' for the only one); the label people read follows from it.
  occurrence text not null default '',
  -- A body outside the executive is asked, never assigned: it can never be late (product: Fatherland Front).
  is_request boolean not null default false,
  due_on date,
  -- What lists are sorted by: work without a day comes last.
  due_sort date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  due_expression jsonb,
  due_calendar text,
  due_explained_vi text,
  due_explained_en text,
  progress text not null default 'none'
    check (progress in ('none', 'in_progress', 'claimed', 'returned', 'accepted', 'not_applicable')),
  -- The last day of the work itself, from the unit's claim; acceptance is compared with it, not with the day of the click.
  done_on date,
  progress_at timestamptz,
  constraint assignments_assignment_once unique (task_id, unit_id, occurrence),
  constraint assignments_assignment_due_explained check (
    due_on is null or (due_expression is not null and due_calendar is not null and due_explained_vi is not null)
  )
);
create index assignments_assignment_board on assignments_assignment (plan_id, unit_id, dimension) include (progress, due_on, is_request);
create index assignments_assignment_unit_due on assignments_assignment (unit_id, due_sort, id);
create index assignments_assignment_plan_due on assignments_assignment (plan_id, due_sort, id);
create index assignments_assignment_accepting on assignments_assignment (accepting_unit_id, progress) where progress = 'claimed';
create index assignments_assignment_due on assignments_assignment (due_sort, id);
create index assignments_assignment_open_due on assignments_assignment (due_on) where progress not in ('accepted', 'not_applicable');

-- What was said about an assignment, appended only. The claim and the acceptance are different facts by different people
-- (product, rule 6): the database refuses a person who accepts what the same person claimed.
create table assignments_entry (
  id uuid primary key,
  assignment_id uuid not null references assignments_assignment (id),
  kind text not null check (kind in ('issued', 'start', 'claim', 'accept', 'return', 'not_applicable', 'reopen')),
  happened_on date not null,
  recorded_at timestamptz not null,
  person_id uuid,
  person_name text not null,
  unit_id uuid,
  note text not null default '' check (length(note) <= 4000),
  claimed_by uuid,
  constraint assignments_entry_not_own check (kind <> 'accept' or claimed_by is null or person_id is null or person_id <> claimed_by),
  constraint assignments_entry_reason check (kind not in ('return', 'not_applicable', 'reopen') or length(note) > 0)
);
create index assignments_entry_assignment on assignments_entry (assignment_id, recorded_at);
create trigger assignments_entry_append_only before update or delete or truncate on assignments_entry
  for each statement execute function kernel_refuse_change();

-- Calendar feeds: the address is the secret, kept only as its hash.
create table assignments_feed (
  id uuid primary key,
  unit_id uuid not null,
  token_hash text not null constraint assignments_feed_token_unique unique,
  made_by uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
