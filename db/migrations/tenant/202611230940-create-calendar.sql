-- The working calendar is data with versions. The calendar that comes with the program is version 0 and has no row; what a
-- tenant applies comes after it, one row a version, never changed: deadlines name the version that computed them.
create table calendar_version (
  id uuid primary key,
  ordinal integer not null constraint calendar_version_in_turn unique check (ordinal > 0),
  version text not null constraint calendar_version_once unique check (length(version) between 10 and 20),
  content jsonb not null check (content ->> 'v' is not null),
  note text not null check (length(note) between 1 and 2000),
  applied_at timestamptz not null,
  applied_by uuid,
  applied_by_name text not null
);
create trigger calendar_version_append_only before update or delete or truncate on calendar_version
  for each statement execute function kernel_refuse_change();

-- Changes gathered before they are applied together, so that their effect on open deadlines is seen first. One at a time:
-- two would each be compared with a calendar that the other replaces.
create table calendar_proposal (
  id uuid primary key,
  -- The version it starts from; 0 is the calendar of the program.
  base_ordinal integer not null check (base_ordinal >= 0),
  content jsonb not null check (content ->> 'v' is not null),
  -- Counts the changes: a page applies what it showed, or nothing.
  revision integer not null check (revision > 0),
  made_at timestamptz not null,
  made_by_name text not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('applied', 'withdrawn')),
  constraint calendar_proposal_closed_with_outcome check ((closed_at is null) = (outcome is null))
);
create unique index calendar_proposal_one_open on calendar_proposal ((true)) where closed_at is null;
