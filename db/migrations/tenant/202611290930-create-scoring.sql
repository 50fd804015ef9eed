-- From a weak part of the index to work: who answers for the part, why points are lost, what raising it costs, what others do well,
-- and which task was drafted for it. The scores themselves are those of papi; nothing here is a score of a unit.

-- Who answers for a part from a day on. The latest row of a part that has begun counts; a later one ends it.
create table scoring_owner (
  id uuid primary key,
  seq bigint generated always as identity,
  part text not null constraint scoring_owner_part_form check (part ~ '^[1-8]\.[1-9]$'),
  -- Null: from this day on nobody is named, and the lead of most tasks is proposed again.
  unit_id uuid,
  from_on date not null,
  words text not null constraint scoring_owner_words_length check (length(words) <= 1000),
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamptz not null
);
create index scoring_owner_part on scoring_owner (part, from_on desc, seq desc);

-- What was lacking in a part, why, and whose task it is to change it: written once for a year, each rewriting a further version.
create table scoring_cause (
  id uuid primary key,
  year integer not null constraint scoring_cause_year_known check (year between 2011 and 2199),
  part text not null constraint scoring_cause_part_form check (part ~ '^[1-8]\.[1-9]$'),
  version integer not null constraint scoring_cause_version_positive check (version > 0),
  shortcoming text not null constraint scoring_cause_shortcoming_length check (length(shortcoming) between 1 and 4000),
  cause text not null constraint scoring_cause_cause_length check (length(cause) between 1 and 4000),
  responsibility text not null constraint scoring_cause_responsibility_length check (length(responsibility) between 1 and 4000),
  -- Units named in it.
  unit_ids uuid[] not null constraint scoring_cause_units_few check (cardinality(unit_ids) <= 4),
  by_unit_id uuid,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamptz not null,
  constraint scoring_cause_one_version unique (year, part, version)
);

-- What an office says it costs to raise an indicator, or a whole part, by a step. Its latest word counts.
create table scoring_effort (
  id uuid primary key,
  seq bigint generated always as identity,
  year integer not null constraint scoring_effort_year_known check (year between 2011 and 2199),
  -- 2.3, or an indicator under it: 2.3.1, 4.4.1a.
  code text not null constraint scoring_effort_code_form check (code ~ '^[1-8]\.[1-9](\.[0-9a-z]{1,4}){0,2}$'),
  unit_id uuid not null,
  -- In the indicator's own measure; in points for a part.
  step numeric(12, 4) not null constraint scoring_effort_step_positive check (step > 0),
  cost numeric(14, 2) not null constraint scoring_effort_cost_positive check (cost > 0),
  measure text not null constraint scoring_effort_measure_known check (measure in ('million_vnd', 'person_days')),
  words text not null constraint scoring_effort_words_length check (length(words) <= 1000),
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamptz not null
);
create index scoring_effort_code on scoring_effort (year, code, unit_id, seq desc);

-- A good practice; each rewriting is a further version, and a withdrawn one says why.
create table scoring_practice (
  id uuid not null,
  version integer not null constraint scoring_practice_version_positive check (version > 0),
  title text not null constraint scoring_practice_title_length check (length(title) between 1 and 200),
  place text not null constraint scoring_practice_place_length check (length(place) between 1 and 200),
  -- The place of the index and the year of its score, where it has one.
  place_code text constraint scoring_practice_place_code_length check (length(place_code) between 1 and 20),
  place_year integer constraint scoring_practice_year_known check (place_year between 2011 and 2199),
  parts text[] not null constraint scoring_practice_parts_some check (cardinality(parts) between 1 and 8),
  what text not null constraint scoring_practice_what_length check (length(what) between 1 and 4000),
  how text not null constraint scoring_practice_how_length check (length(how) between 1 and 4000),
  source text not null constraint scoring_practice_source_length check (length(source) between 1 and 1000),
  source_url text constraint scoring_practice_url_length check (length(source_url) between 1 and 500),
  -- An invented one: shown as an illustration, whatever else it says.
  is_illustration boolean not null,
  -- The ready-made task of the library; all of it or nothing.
  task_words text constraint scoring_practice_task_length check (length(task_words) between 1 and 4000),
  task_product text constraint scoring_practice_product_length check (length(task_product) between 1 and 500),
  task_due text constraint scoring_practice_due_length check (length(task_due) between 1 and 500),
  -- The group of units that carries it out beside the lead; null: the lead alone.
  task_group text constraint scoring_practice_group_length check (length(task_group) between 1 and 60),
  withdrawn_reason text constraint scoring_practice_withdrawn_length check (length(withdrawn_reason) between 1 and 1000),
  search text not null generated always as (kernel_search_text(title || ' ' || place || ' ' || what)) stored,
  by_unit_id uuid,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamptz not null,
  primary key (id, version),
  constraint scoring_practice_year_of_place check (place_year is null or place_code is not null),
  constraint scoring_practice_task_whole check (
    (task_words is null) = (task_product is null) and (task_words is null) = (task_due is null)
    and (task_group is null or task_words is not null))
);

-- A unit that takes a practice over, and what it measures to see whether it helped.
create table scoring_adoption (
  id uuid primary key,
  practice_id uuid not null,
  practice_version integer not null,
  unit_id uuid not null,
  from_on date not null,
  note text not null constraint scoring_adoption_note_length check (length(note) <= 2000),
  -- What is measured; empty when nothing is.
  measure text not null constraint scoring_adoption_measure_length check (length(measure) <= 200),
  before_value numeric(16, 3),
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamptz not null,
  constraint scoring_adoption_of foreign key (practice_id, practice_version) references scoring_practice (id, version),
  constraint scoring_adoption_once unique (practice_id, unit_id),
  constraint scoring_adoption_measured check (before_value is null or measure <> '')
);
create index scoring_adoption_unit on scoring_adoption (unit_id);

-- What came of it, as often as the unit looks.
create table scoring_outcome (
  id uuid primary key,
  seq bigint generated always as identity,
  adoption_id uuid not null constraint scoring_outcome_of references scoring_adoption (id),
  seen_on date not null,
  after_value numeric(16, 3),
  words text not null constraint scoring_outcome_words_length check (length(words) between 1 and 2000),
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamptz not null
);
create index scoring_outcome_adoption on scoring_outcome (adoption_id, seq);

-- A task put into the draft of an amendment for a part that lost points: the thread from the score to the work.
create table scoring_draft (
  task_id uuid primary key,
  plan_id uuid not null,
  year integer not null constraint scoring_draft_year_known check (year between 2011 and 2199),
  part text not null constraint scoring_draft_part_form check (part ~ '^[1-8]\.[1-9]$'),
  practice_id uuid not null,
  practice_version integer not null,
  person_id uuid,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint scoring_draft_of foreign key (practice_id, practice_version) references scoring_practice (id, version)
);
create index scoring_draft_part on scoring_draft (part, year);

create trigger scoring_owner_append_only before update or delete or truncate on scoring_owner
  for each statement execute function kernel_refuse_change();
create trigger scoring_cause_append_only before update or delete or truncate on scoring_cause
  for each statement execute function kernel_refuse_change();
create trigger scoring_effort_append_only before update or delete or truncate on scoring_effort
  for each statement execute function kernel_refuse_change();
create trigger scoring_practice_append_only before update or delete or truncate on scoring_practice
  for each statement execute function kernel_refuse_change();
create trigger scoring_adoption_append_only before update or delete or truncate on scoring_adoption
  for each statement execute function kernel_refuse_change();
create trigger scoring_outcome_append_only before update or delete or truncate on scoring_outcome
  for each statement execute function kernel_refuse_change();
create trigger scoring_draft_append_only before update or delete or truncate on scoring_draft
  for each statement execute function kernel_refuse_change();
