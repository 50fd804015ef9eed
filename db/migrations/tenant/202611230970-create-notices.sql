-- What units are told inside the product. One row for a unit, however many people hold a post there; each reader's marks
-- stand apart, so telling hundreds of units costs hundreds of rows and not thousands.
create table notices_notice (
  id uuid primary key,
  unit_id uuid not null,
  kind text not null constraint notices_notice_kind_known
    check (kind in ('plan_issued', 'work_returned', 'work_claimed', 'calendar_moved')),
  -- The words' parameters, with their version inside (domain/kinds.ts).
  params jsonb not null,
  -- Where the reader goes from here: an address of this product.
  link text not null constraint notices_notice_link_inside check (link ~ '^/[^/]' and length(link) <= 300),
  subject_type text not null constraint notices_notice_subject_type_length check (length(subject_type) between 1 and 40),
  subject_id text not null constraint notices_notice_subject_id_length check (length(subject_id) between 1 and 100),
  made_at timestamptz not null
);
create index notices_notice_unit on notices_notice (unit_id, made_at desc, id desc);
create trigger notices_notice_append_only before update or delete or truncate on notices_notice
  for each statement execute function kernel_refuse_change();

-- One notice read by one person.
create table notices_read (
  person_id uuid not null,
  notice_id uuid not null constraint notices_read_notice references notices_notice (id),
  read_at timestamptz not null,
  primary key (person_id, notice_id)
);

-- "All read": one row instead of a mark on each of thousands of notices.
create table notices_reader (
  person_id uuid primary key,
  read_until timestamptz not null
);
