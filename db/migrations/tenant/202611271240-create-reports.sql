-- Reports: what a unit, an agency or the committee answers for a period, frozen when it is submitted.

create table reports_report (
  id uuid primary key,
  kind text not null constraint reports_report_kind_known check (kind in ('unit', 'sector', 'district', 'review')),
  -- Whose report it is.
  unit_id uuid not null,
  period_code text not null constraint reports_report_period_length check (length(period_code) between 4 and 40),
  -- The plan whose work it tells of, and the committee that issued it: whose standing agency takes the report.
  plan_id uuid not null,
  asker_unit_id uuid not null,
  -- A body outside the executive may share a report: asked, never late.
  is_request boolean not null,
  made_at timestamptz not null,
  constraint reports_report_once unique (kind, unit_id, period_code, plan_id)
);
create index reports_report_unit on reports_report (unit_id);
create index reports_report_period on reports_report (period_code, kind);
create trigger reports_report_kept before update or delete or truncate on reports_report
  for each statement execute function kernel_refuse_change();

-- Everything that happened to it, in one order that no clock decides.
create table reports_event (
  id uuid primary key,
  report_id uuid not null constraint reports_event_report references reports_report (id),
  seq bigint generated always as identity,
  kind text not null constraint reports_event_kind_known check (kind in ('begun', 'approved', 'submitted', 'returned', 'accepted')),
  recorded_at timestamptz not null,
  person_id uuid,
  person_name text not null,
  person_title text not null constraint reports_event_title_length check (length(person_title) <= 200),
  unit_id uuid,
  note text not null default '' constraint reports_event_note_length check (length(note) <= 4000),
  -- Who submitted what is accepted here, so that another person accepts, also for the database.
  submitted_by uuid,
  -- Facts of the kind, with their version inside (domain/event-facts.ts).
  facts jsonb not null,
  constraint reports_event_reason check (kind <> 'returned' or length(note) > 0),
  constraint reports_event_accepts_some check (kind = 'accepted' or submitted_by is null),
  constraint reports_event_not_own check (submitted_by is null or person_id <> submitted_by)
);
create index reports_event_order on reports_event (report_id, seq);
create index reports_event_recorded on reports_event (recorded_at);
create trigger reports_event_append_only before update or delete or truncate on reports_event
  for each statement execute function kernel_refuse_change();

-- What people wrote in a part instead of what was proposed. A part that nobody edited has no row: it says what is proposed.
create table reports_part (
  report_id uuid not null constraint reports_part_report references reports_report (id),
  part text not null constraint reports_part_name_form check (part ~ '^[a-z_0-9]{1,40}$'),
  -- What had been proposed when the words were written, so that what is new can be shown.
  proposed text not null constraint reports_part_proposed_length check (length(proposed) <= 100000),
  -- None: taken back to what is proposed.
  words text constraint reports_part_words_length check (length(words) <= 20000),
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  changed_by_name text not null,
  primary key (report_id, part)
);

-- What each row was, up to `until` (not included).
create table reports_part_past (until timestamptz not null, like reports_part);
create index reports_part_past_part on reports_part_past (report_id, part, until);

create function reports_count_part() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger reports_part_count before update on reports_part
  for each row execute function reports_count_part();
-- Every revision is kept, also two of one instant: words that somebody wrote are never lost.
create function reports_keep_part() returns trigger language plpgsql as $$
begin
  insert into reports_part_past select new.changed_at, old.*;
  return null;
end $$;
create trigger reports_part_past after update on reports_part
  for each row execute function reports_keep_part();
create trigger reports_part_kept before delete or truncate on reports_part
  for each statement execute function kernel_refuse_change();
create trigger reports_part_past_kept before update or delete or truncate on reports_part_past
  for each statement execute function kernel_refuse_change();

-- Each submission, whole: the document as text, because jsonb would not keep it byte for byte.
create table reports_version (
  report_id uuid not null constraint reports_version_report references reports_report (id),
  version smallint not null constraint reports_version_positive check (version >= 1),
  document text not null,
  hash text not null constraint reports_version_hash_right check (hash = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  receipt_year smallint not null,
  receipt_number integer not null constraint reports_version_receipt_positive check (receipt_number >= 1),
  is_late boolean not null,
  submitted_at timestamptz not null,
  primary key (report_id, version),
  constraint reports_version_receipt_once unique (receipt_year, receipt_number)
);
create trigger reports_version_append_only before update or delete or truncate on reports_version
  for each statement execute function kernel_refuse_change();

-- The last receipt of a year: counted in the transaction of the submission, so that numbers have no gaps.
create table reports_receipt_count (
  year smallint primary key,
  last integer not null constraint reports_receipt_count_natural check (last >= 0)
);
