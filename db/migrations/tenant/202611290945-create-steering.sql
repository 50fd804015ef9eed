-- Steering: units asked to explain what the board shows of them, what they said, and how that was taken.

-- What a unit was asked about: itself, one content of the plan.
create table steering_ask (
  id uuid primary key,
  unit_id uuid not null,
  plan_id uuid not null,
  -- 0–8; null: the unit as a whole.
  dimension integer constraint steering_ask_dimension_known check (dimension between 0 and 8),
  -- In whose name: the unit of the post that asked.
  from_unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  made_at timestamptz not null,
  words text not null constraint steering_ask_words_length check (length(words) between 1 and 4000),
  -- What the board showed when it was asked, with its version: counts that are read again later beside those of the day.
  shown jsonb not null
);
create index steering_ask_unit on steering_ask (unit_id, made_at desc);
create index steering_ask_made on steering_ask (made_at desc, id desc);

-- By when an answer is wanted: when it was asked, when it was given back, when the calendar moved it. The last one holds.
create table steering_due (
  ask_id uuid not null constraint steering_due_ask references steering_ask (id),
  seq integer not null constraint steering_due_seq_positive check (seq > 0),
  on_day date not null,
  -- The deadline with its expression, calendar and explanation.
  due jsonb not null,
  set_at timestamptz not null,
  primary key (ask_id, seq)
);

-- What was said about it since: the unit answers; whoever asked takes the answer or gives it back.
create table steering_answer (
  id uuid primary key,
  ask_id uuid not null constraint steering_answer_ask references steering_ask (id),
  seq integer not null constraint steering_answer_seq_positive check (seq > 0),
  kind text not null constraint steering_answer_kind_known check (kind in ('answer', 'accept', 'return')),
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  words text not null constraint steering_answer_words_length check (length(words) <= 4000),
  recorded_at timestamptz not null,
  -- Two people at once: the second is refused.
  constraint steering_answer_once unique (ask_id, seq),
  constraint steering_answer_says check (kind = 'accept' or length(words) > 0)
);

create trigger steering_ask_append_only before update or delete or truncate on steering_ask
  for each statement execute function kernel_refuse_change();
create trigger steering_due_append_only before update or delete or truncate on steering_due
  for each statement execute function kernel_refuse_change();
create trigger steering_answer_append_only before update or delete or truncate on steering_answer
  for each statement execute function kernel_refuse_change();

-- The unit is told that it is asked, whoever asked that it answered and the unit how its answer was taken.
alter table notices_notice drop constraint notices_notice_kind_known;
alter table notices_notice add constraint notices_notice_kind_known check (kind in (
  'plan_issued', 'plan_amended', 'plan_corrected', 'plan_withdrawn',
  'work_returned', 'work_claimed', 'work_accepted', 'work_handed', 'work_mentioned', 'work_commented',
  'work_confirmation', 'work_opened',
  'calendar_moved',
  'unit_plan_due', 'unit_plan_reminder', 'unit_plan_moved', 'unit_plan_returned', 'unit_plan_issued',
  'urged', 'urging_answered', 'job_failed',
  'period_opening', 'period_closing', 'period_corrected', 'extension_asked', 'extension_answered', 'period_reopened',
  'report_due', 'report_submitted', 'report_returned', 'report_accepted',
  'disclosure_reminder', 'disclosure_removed_early', 'disclosure_check', 'disclosure_exempted',
  'inspection_announced', 'inspection_changed', 'inspection_concluded',
  'finding_recorded', 'remedy_claimed', 'remedy_judged', 'remedy_reminder',
  'explanation_asked', 'explanation_given', 'explanation_accepted', 'explanation_returned'));
