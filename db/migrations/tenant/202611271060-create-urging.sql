-- Urging: who reminded which units of what, in which words, and what they said. What followed is read from the work itself.

-- What a person chose and has not sent. Its id becomes that of the round, so one draft is sent once, however often the
-- button is pressed.
create table urging_draft (
  id uuid primary key,
  person_id uuid not null,
  made_at timestamptz not null,
  -- How the work was chosen: by ticks, or by a filter and which (domain/selection.ts).
  selection jsonb not null,
  assignment_ids uuid[] not null constraint urging_draft_chosen check (cardinality(assignment_ids) between 1 and 20000)
);
create index urging_draft_person on urging_draft (person_id, made_at);

create table urging_round (
  id uuid primary key,
  from_unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null constraint urging_round_title_length check (length(person_title) <= 200),
  made_at timestamptz not null,
  subject text not null constraint urging_round_subject_length check (length(subject) between 1 and 200),
  -- To units of the executive, and to bodies outside it, which are asked in words of their own.
  words text not null constraint urging_round_words_length check (length(words) <= 4000),
  request_words text not null constraint urging_round_request_length check (length(request_words) <= 4000),
  answer_by date not null,
  answer_expression jsonb not null,
  answer_calendar text not null,
  answer_explained_vi text not null,
  answer_explained_en text not null,
  selection jsonb not null,
  -- How many of what was chosen were not urged, by reason.
  left_out jsonb not null,
  constraint urging_round_says_something check (length(words) + length(request_words) > 0)
);
create index urging_round_made on urging_round (made_at desc, id desc);
create index urging_round_from on urging_round (from_unit_id, made_at desc, id desc);
create index urging_round_person on urging_round (person_id, made_at);

-- One for each unit.
create table urging_message (
  id uuid primary key,
  round_id uuid not null constraint urging_message_round references urging_round (id),
  unit_id uuid not null,
  -- A body outside the executive on that day.
  is_request boolean not null,
  items integer not null constraint urging_message_items_positive check (items > 0),
  constraint urging_message_once unique (round_id, unit_id)
);
create index urging_message_unit on urging_message (unit_id, round_id);

-- One piece of work as it stood when it was urged.
create table urging_item (
  message_id uuid not null constraint urging_item_message references urging_message (id),
  subject_type text not null constraint urging_item_subject_known check (subject_type in ('assignment')),
  subject_id uuid not null,
  -- To go on with it, or to answer what was reported.
  asks text not null constraint urging_item_asks_known check (asks in ('do', 'answer')),
  position integer not null,
  plan_id uuid not null,
  -- Who does it: for `do` the unit of the message itself.
  unit_id uuid not null,
  code text not null,
  clause_path text,
  words text not null,
  occurrence text not null,
  state text not null,
  -- When it was due; for `answer` the day by which the report should have been answered.
  due_on date,
  -- The last entry of its history then: what stands after it followed.
  after_seq bigint not null,
  primary key (message_id, subject_id)
);
create index urging_item_subject on urging_item (subject_id);

-- First opened by this person of the unit.
create table urging_read (
  message_id uuid not null constraint urging_read_message references urging_message (id),
  person_id uuid not null,
  person_name text not null,
  read_at timestamptz not null,
  primary key (message_id, person_id)
);

create table urging_answer (
  id uuid primary key,
  message_id uuid not null constraint urging_answer_message references urging_message (id),
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  words text not null constraint urging_answer_words_length check (length(words) between 1 and 4000),
  recorded_at timestamptz not null
);
create index urging_answer_message on urging_answer (message_id, recorded_at);

create trigger urging_round_append_only before update or delete or truncate on urging_round
  for each statement execute function kernel_refuse_change();
create trigger urging_message_append_only before update or delete or truncate on urging_message
  for each statement execute function kernel_refuse_change();
create trigger urging_item_append_only before update or delete or truncate on urging_item
  for each statement execute function kernel_refuse_change();
create trigger urging_read_append_only before update or delete or truncate on urging_read
  for each statement execute function kernel_refuse_change();
create trigger urging_answer_append_only before update or delete or truncate on urging_answer
  for each statement execute function kernel_refuse_change();

-- Whoever urged is told when a unit writes back.
alter table notices_notice drop constraint notices_notice_kind_known;
alter table notices_notice add constraint notices_notice_kind_known check (kind in (
  'plan_issued', 'plan_amended', 'plan_withdrawn',
  'work_returned', 'work_claimed', 'work_accepted', 'work_handed', 'work_mentioned', 'work_commented',
  'work_confirmation', 'work_opened',
  'calendar_moved',
  'unit_plan_due', 'unit_plan_reminder', 'unit_plan_moved', 'unit_plan_returned', 'unit_plan_issued',
  'urged', 'urging_answered', 'job_failed'));
