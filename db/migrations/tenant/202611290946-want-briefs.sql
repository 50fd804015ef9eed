-- Whoever wants the brief of the week by email.
create table steering_reader (
  person_id uuid primary key,
  since timestamptz not null
);

-- Who was told of which week (its Monday), so that nobody is told twice.
create table steering_brief (
  person_id uuid not null,
  week_on date not null constraint steering_brief_monday check (extract(isodow from week_on) = 1),
  told_at timestamptz not null,
  primary key (person_id, week_on)
);

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
  'explanation_asked', 'explanation_given', 'explanation_accepted', 'explanation_returned', 'weekly_brief'));
