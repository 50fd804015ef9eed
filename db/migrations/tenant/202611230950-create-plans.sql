-- A plan: the head of the signed document, its body as a tree of clauses, its annex of tasks.
create table plans_plan (
  id uuid primary key,
  unit_id uuid not null,
  year smallint not null constraint plans_plan_year_range check (year between 2000 and 2100),
  title text not null constraint plans_plan_title_length check (length(title) between 1 and 500),
  -- Blank until issue: the real draft leaves number and date open.
  number text constraint plans_plan_number_length check (length(number) between 1 and 60),
  issued_on date,
  signer_name text check (length(signer_name) between 1 and 120),
  signer_title text check (length(signer_title) between 1 and 200),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'issued', 'closed')),
  -- Grows with each amendment; the baseline of every version is kept.
  version smallint not null default 1 check (version >= 1),
  parent_plan_id uuid references plans_plan (id),
  parent_citation text check (length(parent_citation) <= 500),
  -- What "Thường xuyên" means in this plan when a task names no period of its own (seed III.1.b: half-year and year reports).
  regular_period text not null default 'half' check (regular_period in ('month', 'quarter', 'half', 'year')),
  -- Why the signer gave it back, until it is submitted again.
  returned_on date,
  return_reason text check (length(return_reason) between 1 and 2000),
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  constraint plans_plan_issued_complete check (
    state in ('draft', 'submitted') or (number is not null and issued_on is not null and signer_name is not null)
  )
);
create unique index plans_plan_number_unique on plans_plan (unit_id, number, issued_on) where number is not null and issued_on is not null;
create index plans_plan_year on plans_plan (year desc, unit_id);

create table plans_basis (
  plan_id uuid not null references plans_plan (id) on delete cascade,
  position smallint not null,
  kind text not null check (length(kind) <= 60),
  number text check (length(number) <= 60),
  issued_on date,
  issuer text check (length(issuer) <= 200),
  citation text not null check (length(citation) between 1 and 500),
  primary key (plan_id, position)
);

create table plans_recipient (
  plan_id uuid not null references plans_plan (id) on delete cascade,
  position smallint not null,
  words text not null check (length(words) between 1 and 300),
  group_code text,
  purpose text check (length(purpose) <= 200),
  primary key (plan_id, position)
);

create table plans_clause (
  id uuid primary key,
  plan_id uuid not null references plans_plan (id) on delete cascade,
  path text not null check (length(path) between 1 and 60),
  parent_path text,
  kind text not null check (kind in ('part', 'section', 'subsection', 'letter', 'number', 'dash')),
  label text not null check (length(label) <= 20),
  title text not null check (length(title) <= 500),
  body text not null default '' check (length(body) <= 20000),
  dimension smallint check (dimension between 1 and 8),
  position integer not null,
  search text generated always as (kernel_search_text(title || ' ' || body)) stored,
  constraint plans_clause_path_unique unique (plan_id, path)
);
create index plans_clause_order on plans_clause (plan_id, position);
create index plans_clause_search on plans_clause using gin (search public.gin_trgm_ops);

create table plans_task (
  id uuid primary key,
  plan_id uuid not null references plans_plan (id) on delete cascade,
  code text not null check (length(code) between 1 and 30),
  clause_path text check (length(clause_path) <= 60),
  dimension smallint not null check (dimension between 0 and 8),
  sub_dimension text check (sub_dimension ~ '^[1-8]\.[1-9]$'),
  position integer not null,
  words text not null constraint plans_task_words_length check (length(words) between 1 and 4000),
  -- One lead: a unit, or a group of which each unit leads its own part. The words of the document stay beside it.
  lead_unit_id uuid,
  lead_group text,
  lead_words text not null default '' check (length(lead_words) <= 500),
  -- Who carries it out: the lead itself, every unit of a group, or chosen units (plans_task_executor).
  executors text not null default 'lead' check (executors in ('lead', 'group', 'chosen')),
  executor_group text,
  -- DueSpec with its version inside (domain/due.ts); null until somebody says when.
  due jsonb,
  due_words text not null default '' check (length(due_words) <= 500),
  note text not null default '' check (length(note) <= 2000),
  tags text[] not null default '{}',
  priority smallint not null default 0 check (priority between 0 and 2),
  search text generated always as (kernel_search_text(code || ' ' || words)) stored,
  constraint plans_task_code_unique unique (plan_id, code) deferrable initially deferred,
  constraint plans_task_one_lead check (lead_unit_id is null or lead_group is null),
  constraint plans_task_executor_group check ((executors = 'group') = (executor_group is not null))
);
create index plans_task_order on plans_task (plan_id, position);
create index plans_task_search on plans_task using gin (search public.gin_trgm_ops);

create table plans_task_product (
  task_id uuid not null references plans_task (id) on delete cascade,
  position smallint not null,
  words text not null check (length(words) between 1 and 500),
  type text not null check (type in ('document', 'posting', 'meeting', 'figure', 'activity')),
  primary key (task_id, position)
);

create table plans_task_coordinator (
  task_id uuid not null references plans_task (id) on delete cascade,
  position smallint not null,
  unit_id uuid,
  group_code text,
  words text not null check (length(words) between 1 and 300),
  primary key (task_id, position)
);

create table plans_task_executor (
  task_id uuid not null references plans_task (id) on delete cascade,
  unit_id uuid not null,
  primary key (task_id, unit_id)
);

-- An import in hand: the files by hash, how the user corrected the reading, and nothing of the plan until confirmed.
create table plans_import (
  id uuid primary key,
  plan_id uuid not null references plans_plan (id) on delete cascade,
  state text not null default 'preview' check (state in ('preview', 'confirmed', 'discarded')),
  files jsonb not null,
  choices jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  decided_at timestamptz
);
create index plans_import_plan on plans_import (plan_id, created_at desc);

-- The plan as it was issued, whole, once a version: what was promised can always be read again.
create table plans_baseline (
  plan_id uuid not null references plans_plan (id),
  version smallint not null,
  frozen_at timestamptz not null,
  content jsonb not null,
  primary key (plan_id, version)
);
create trigger plans_baseline_append_only before update or delete or truncate on plans_baseline
  for each statement execute function kernel_refuse_change();
