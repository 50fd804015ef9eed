-- A notice that asks for something is no longer news once it has been done: a claim once it is answered, a return once the
-- work is reported again. Notices themselves are never changed; what settled them is written beside.
create table notices_settled (
  notice_id uuid primary key constraint notices_settled_notice references notices_notice (id),
  settled_at timestamptz not null
);
create index notices_notice_waiting on notices_notice (subject_id, kind) where kind in ('work_claimed', 'work_returned');
