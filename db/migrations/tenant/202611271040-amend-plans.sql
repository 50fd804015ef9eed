-- A signed plan is changed by a signed amendment and by nothing else: each makes a new version, and every version stays.

alter table plans_plan
  -- The plan of the year before from which this one was begun.
  add column previous_plan_id uuid constraint plans_plan_previous references plans_plan (id),
  add column closed_at timestamptz,
  -- Withdrawn (thu hồi): the plan ends, and stays readable with the reason.
  add column withdrawn_on date,
  add column withdrawn_at timestamptz,
  add column withdraw_reason text constraint plans_plan_withdraw_reason_length check (length(withdraw_reason) between 1 and 2000),
  drop constraint plans_plan_state_check,
  add constraint plans_plan_state_known check (state in ('draft', 'submitted', 'issued', 'closed', 'withdrawn'));
-- Until now nothing changed a plan after it was closed.
update plans_plan set closed_at = changed_at where state = 'closed';
alter table plans_plan
  add constraint plans_plan_closed_whole check ((state = 'closed') = (closed_at is not null)),
  add constraint plans_plan_withdrawn_whole check (
    (state = 'withdrawn') = (withdrawn_on is not null) and (withdrawn_on is null) = (withdrawn_at is null)
    and (withdrawn_on is null) = (withdraw_reason is null)
  );
create index plans_plan_previous on plans_plan (previous_plan_id) where previous_plan_id is not null;

-- The task of last year's plan that this one goes on from. No reference: an amendment of last year's plan may drop the task
-- later, and its baseline keeps the words.
alter table plans_task add column previous_task_id uuid;

-- An amendment: a draft of the standing agency until it is signed; `version` is the one that the plan has from then on.
create table plans_amendment (
  id uuid primary key,
  plan_id uuid not null constraint plans_amendment_plan references plans_plan (id),
  version smallint not null constraint plans_amendment_version_after check (version >= 2),
  state text not null default 'draft' constraint plans_amendment_state_known check (state in ('draft', 'issued')),
  reason text not null default '' constraint plans_amendment_reason_length check (length(reason) <= 2000),
  number text constraint plans_amendment_number_length check (length(number) between 1 and 60),
  issued_on date,
  signer_name text constraint plans_amendment_signer_length check (length(signer_name) between 1 and 120),
  signer_title text constraint plans_amendment_signer_title_length check (length(signer_title) between 1 and 200),
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  issued_at timestamptz,
  issued_by_name text,
  constraint plans_amendment_issued_complete check (
    (state = 'draft' and issued_at is null)
    or (length(reason) > 0 and number is not null and issued_on is not null and signer_name is not null and issued_at is not null
      and issued_by_name is not null)
  ),
  constraint plans_amendment_number_unique unique (plan_id, number, issued_on)
);
-- One draft at a time, as each is written over the version that stands.
create unique index plans_amendment_version on plans_amendment (plan_id, version);

-- What an amendment does to one task. `before` is the task as it stood; `content` is the task whole as it will stand.
create table plans_amendment_change (
  id uuid primary key,
  amendment_id uuid not null constraint plans_amendment_change_amendment references plans_amendment (id) on delete cascade,
  task_id uuid not null,
  kind text not null constraint plans_amendment_change_kind_known check (kind in ('add', 'change', 'move', 'drop')),
  before jsonb,
  content jsonb,
  reason text not null constraint plans_amendment_change_reason_length check (length(reason) between 1 and 2000),
  position integer not null,
  -- Counted with each saving: a form carries the one it was made from.
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null,
  constraint plans_amendment_change_sides check ((kind = 'add') = (before is null) and (kind = 'drop') = (content is null)),
  constraint plans_amendment_change_once unique (amendment_id, task_id)
);
create index plans_amendment_change_task on plans_amendment_change (task_id);

-- What was signed is kept as signed.
create function plans_keep_issued_amendment() returns trigger language plpgsql as $$
begin
  if exists (select 1 from plans_amendment where id = old.amendment_id and state = 'issued') then
    raise exception 'changes of an issued amendment are never changed or removed' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger plans_amendment_kept before update or delete on plans_amendment
  for each row when (old.state = 'issued') execute function kernel_refuse_change();
create trigger plans_amendment_truncated before truncate on plans_amendment
  for each statement execute function kernel_refuse_change();
create trigger plans_amendment_change_kept before update or delete on plans_amendment_change
  for each row execute function plans_keep_issued_amendment();
create trigger plans_amendment_change_truncated before truncate on plans_amendment_change
  for each statement execute function kernel_refuse_change();

-- Number or day of issue that were entered wrongly: the baseline keeps what was entered, the correction stands beside it.
create table plans_correction (
  id uuid primary key,
  plan_id uuid not null constraint plans_correction_plan references plans_plan (id),
  number_before text not null,
  number_after text not null constraint plans_correction_number_length check (length(number_after) between 1 and 60),
  issued_on_before date not null,
  issued_on_after date not null,
  reason text not null constraint plans_correction_reason_length check (length(reason) between 1 and 2000),
  corrected_at timestamptz not null,
  corrected_by uuid,
  corrected_by_name text not null,
  constraint plans_correction_corrects check (number_before <> number_after or issued_on_before <> issued_on_after)
);
create index plans_correction_plan_order on plans_correction (plan_id, corrected_at);
create trigger plans_correction_append_only before update or delete or truncate on plans_correction
  for each statement execute function kernel_refuse_change();

-- A task given out remembers the one of last year that it goes on from, and the day its plan was withdrawn. Both columns
-- stand last in the table and in its past.
alter table assignments_task
  add column previous_task_id uuid,
  add column withdrawn_on date;
alter table assignments_task_past
  add column previous_task_id uuid,
  add column withdrawn_on date;
create index assignments_task_previous on assignments_task (previous_task_id) where previous_task_id is not null;

-- What an amendment changed for a unit, counted when it was issued, and whether the unit has said that it read it.
create table assignments_change_receipt (
  plan_id uuid not null,
  version smallint not null constraint assignments_change_receipt_version_after check (version >= 2),
  unit_id uuid not null,
  added integer not null,
  changed integer not null,
  moved integer not null,
  dropped integer not null,
  is_request boolean not null,
  told_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_by_name text,
  constraint assignments_change_receipt_whole check ((confirmed_at is null) = (confirmed_by_name is null)),
  primary key (plan_id, version, unit_id)
);
create index assignments_change_receipt_open on assignments_change_receipt (unit_id) where confirmed_at is null;
-- Confirmed once; what was confirmed is not taken back.
create trigger assignments_change_receipt_kept before update on assignments_change_receipt
  for each row when (old.confirmed_at is not null) execute function kernel_refuse_change();
create trigger assignments_change_receipt_stays before delete or truncate on assignments_change_receipt
  for each statement execute function kernel_refuse_change();
