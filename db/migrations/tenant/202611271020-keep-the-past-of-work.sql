-- Any day of the work can be read again as it stood: rows keep their past, and what is said is appended in one order.

-- What the task's due was in data, so that an event can be opened when it happens; which version of the plan its words are of;
-- and whether the plan itself or a unit's own plan asks for it.
alter table assignments_task
  add column due jsonb,
  add column plan_version smallint not null default 1 constraint assignments_task_version_positive check (plan_version >= 1),
  add column origin text not null default 'plan' constraint assignments_task_origin_known check (origin in ('plan', 'unit_plan')),
  add column changed_at timestamptz;
-- Once, for tasks issued before this: the due that the plan holds (later ones are copied at issue).
update assignments_task t set due = p.due from plans_task p where p.id = t.id;
update assignments_task t set changed_at = coalesce(
  (select min(e.recorded_at) from assignments_assignment a join assignments_entry e on e.assignment_id = a.id where a.task_id = t.id),
  now());
alter table assignments_task alter column changed_at set not null;

alter table assignments_assignment
  -- Counted by the trigger below: a form carries the one it was made from, so that the second of two writers is told.
  add column revision integer not null default 1,
  -- Since when the row is as it is.
  add column changed_at timestamptz,
  -- What the first issue promised; a later version of the plan never rewrites it.
  add column baseline_due_on date,
  add column added_version smallint not null default 1 constraint assignments_assignment_added_positive check (added_version >= 1),
  add column dropped_version smallint constraint assignments_assignment_dropped_after check (dropped_version > added_version),
  -- Who inside the unit: a person, the holder of a title, or both; resolved to somebody on each day by identity.
  add column responsible_person_id uuid,
  add column responsible_title text constraint assignments_assignment_title_length check (length(responsible_title) between 1 and 200),
  -- The unit's own day, from its plan; the plan's due stays what it is.
  add column internal_due_on date,
  -- What the last report counted, where the product is a figure.
  add column quantity numeric(18, 3),
  -- Who has to move now and by when: the acceptor after a claim, the unit after a return.
  add column clock_kind text constraint assignments_assignment_clock_known check (clock_kind in ('answer', 'redo')),
  add column clock_due_on date,
  add column clock_calendar text,
  add column clock_explained_vi text,
  add column clock_explained_en text,
  -- A state set by hand ends by itself; its reason and author stand in the entry that set it.
  add column override_state text,
  add column override_until date,
  -- Done when the case arises: the row waits, each case opened adds a row of its own.
  add column waits_for_event boolean not null default false,
  -- What the unit's own plan adds to the parent's: its own business, in no board of the parent plan.
  add column is_own boolean not null default false,
  add constraint assignments_assignment_clock_whole check (
    (clock_kind is null) = (clock_due_on is null) and (clock_kind is null) = (clock_explained_vi is null)
    and (clock_kind is null) = (clock_explained_en is null) and (clock_kind is null) = (clock_calendar is null)
  ),
  add constraint assignments_assignment_override_ends check ((override_state is null) = (override_until is null)),
  add constraint assignments_assignment_override_known check (override_state in ('overdue', 'due_soon', 'returned', 'claimed',
    'in_progress', 'not_started', 'accepted', 'accepted_late', 'not_applicable'));
update assignments_assignment a set baseline_due_on = due_on, changed_at = coalesce(progress_at,
  (select min(e.recorded_at) from assignments_entry e where e.assignment_id = a.id), now());
update assignments_assignment a set waits_for_event = true
  from assignments_task t where t.id = a.task_id and t.due ->> 'type' = 'event';
alter table assignments_assignment alter column changed_at set not null;

-- Everything said about an assignment, in one order that no clock decides.
alter table assignments_entry
  add column seq bigint generated always as identity,
  add column quantity numeric(18, 3),
  -- Facts of the kinds that need them, with their version inside (domain/entry-details.ts).
  add column details jsonb,
  drop constraint assignments_entry_kind_check,
  drop constraint assignments_entry_reason,
  add constraint assignments_entry_kind_known check (kind in ('issued', 'opened', 'start', 'claim', 'ask', 'accept', 'return',
    'not_applicable', 'reopen', 'hand', 'adopt', 'due_moved', 'amend', 'drop', 'override', 'override_end')),
  add constraint assignments_entry_reason check (
    kind not in ('return', 'not_applicable', 'reopen', 'drop', 'override') or length(note) > 0);
create index assignments_entry_order on assignments_entry (assignment_id, seq);
drop index assignments_entry_assignment;

-- The past of each row: as it was since changed_at, up to `until` (not included). `until` stands first, so that a column
-- added to both tables keeps the same place in both.
create table assignments_assignment_past (until timestamptz not null, like assignments_assignment);
create index assignments_assignment_past_id on assignments_assignment_past (id, until);
create index assignments_assignment_past_plan on assignments_assignment_past (plan_id, until);
-- What stood on a day is what changed after it: few rows beside those that stand, sorted into them.
create index assignments_assignment_past_unit on assignments_assignment_past (unit_id, until);
create index assignments_assignment_past_until on assignments_assignment_past (until);
create table assignments_task_past (until timestamptz not null, like assignments_task);
create index assignments_task_past_id on assignments_task_past (id, until);

-- The past that entries of before this tell: what each of them led to, until the next.
insert into assignments_assignment_past
select told.until, (jsonb_populate_record(a, jsonb_build_object('progress', told.progress, 'done_on', told.done_on,
  'progress_at', told.since, 'changed_at', told.since))).*
from (
  select assignment_id, recorded_at as since,
    lead(recorded_at) over (partition by assignment_id order by recorded_at, id) as until,
    case kind when 'start' then 'in_progress' when 'claim' then 'claimed' when 'accept' then 'accepted'
      when 'return' then 'returned' when 'not_applicable' then 'not_applicable' else 'none' end as progress,
    case kind when 'claim' then happened_on when 'accept' then lag(happened_on) over (partition by assignment_id order by recorded_at, id)
    end as done_on
  from assignments_entry
) told join assignments_assignment a on a.id = told.assignment_id
where told.until > told.since;

-- Time of a row never runs backwards, though two requests may come in another order than their clocks; what changed twice in
-- one instant has no state between that anybody could have seen.
create function assignments_count_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger assignments_assignment_count before update on assignments_assignment
  for each row execute function assignments_count_change();

create function assignments_keep_past() returns trigger language plpgsql as $$
begin
  if new.changed_at > old.changed_at then insert into assignments_assignment_past select new.changed_at, old.*; end if;
  return null;
end $$;
create trigger assignments_assignment_past after update on assignments_assignment
  for each row execute function assignments_keep_past();

create function assignments_keep_task_past() returns trigger language plpgsql as $$
begin
  if new.changed_at > old.changed_at then insert into assignments_task_past select new.changed_at, old.*; end if;
  return null;
end $$;
create trigger assignments_task_past after update on assignments_task
  for each row execute function assignments_keep_task_past();

create trigger assignments_assignment_kept before delete or truncate on assignments_assignment
  for each statement execute function kernel_refuse_change();
create trigger assignments_assignment_past_kept before update or delete or truncate on assignments_assignment_past
  for each statement execute function kernel_refuse_change();
create trigger assignments_task_past_kept before update or delete or truncate on assignments_task_past
  for each statement execute function kernel_refuse_change();

-- The board is counted from this index alone.
drop index assignments_assignment_board;
create index assignments_assignment_board on assignments_assignment (plan_id, unit_id, dimension)
  include (progress, due_on, is_request, override_state, override_until, dropped_version, added_version, baseline_due_on, is_own);
create index assignments_assignment_responsible on assignments_assignment (responsible_person_id) where responsible_person_id is not null;
create index assignments_assignment_clock on assignments_assignment (clock_due_on) where clock_due_on is not null;
