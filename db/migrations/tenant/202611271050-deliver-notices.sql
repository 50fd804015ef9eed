-- A notice may go to one person (work handed to them, a mention): then only that person reads it. The unit still says where
-- the matter belongs.
alter table notices_notice add column person_id uuid;
drop index notices_notice_unit;
create index notices_notice_unit on notices_notice (unit_id, made_at desc, id desc) where person_id is null;
create index notices_notice_person on notices_notice (person_id, made_at desc, id desc) where person_id is not null;

-- All that this release can tell. A kind is declared in notices/domain/kinds/ by the part of the product that tells it.
alter table notices_notice drop constraint notices_notice_kind_known;
alter table notices_notice add constraint notices_notice_kind_known check (kind in (
  'plan_issued', 'plan_amended', 'plan_withdrawn',
  'work_returned', 'work_claimed', 'work_accepted', 'work_handed', 'work_mentioned', 'work_commented',
  'work_confirmation', 'work_opened',
  'calendar_moved',
  'unit_plan_due', 'unit_plan_reminder', 'unit_plan_moved', 'unit_plan_returned', 'unit_plan_issued',
  'urged', 'job_failed'));

-- Any kind may be settled by what follows, so what is looked up is the subject and the kind.
drop index notices_notice_waiting;
create index notices_notice_subject on notices_notice (subject_id, kind);

-- Notices not yet handed out to email and push. Written with the notice and removed by the job that hands out, each in its
-- own transaction: nothing is lost when the job, the mail server or the whole program stops in between.
create table notices_waiting (
  notice_id uuid primary key constraint notices_waiting_notice references notices_notice (id)
);
