-- Results of PAPI as published, beside those that ship with the program (reference/papi), and the target set for the home province.
-- A release is one import: it is appended, and where two releases speak of the same place and code the later one counts.

create table papi_release (
  id uuid primary key,
  seq bigint generated always as identity,
  year integer not null constraint papi_release_year_sound check (year between 2009 and 2100),
  level text not null constraint papi_release_level_known check (level in ('province', 'district', 'commune')),
  -- False for a survey of one's own: never mixed with the published index.
  is_official boolean not null,
  title text not null constraint papi_release_title_length check (length(title) between 1 and 300),
  -- Who published it, or who made the survey.
  source text not null constraint papi_release_source_length check (length(source) between 1 and 300),
  file_name text not null constraint papi_release_file_name_length check (length(file_name) between 1 and 200),
  -- The file as it came, kept by its content.
  file_hash text not null constraint papi_release_file_hash_form check (file_hash ~ '^[0-9a-f]{64}$'),
  -- From this day on people knew these results; an earlier day is read without them.
  known_from date not null,
  imported_at timestamptz not null,
  person_id uuid,
  person_name text not null constraint papi_release_person_name_length check (length(person_name) <= 200)
);
create index papi_release_year on papi_release (year, level, is_official, known_from);
create trigger papi_release_append_only before update or delete or truncate on papi_release
  for each statement execute function kernel_refuse_change();

create table papi_place (
  release_id uuid not null constraint papi_place_release references papi_release (id),
  -- Administrative code: 33 for a province, longer ones below it.
  code text not null constraint papi_place_code_form check (code ~ '^[0-9A-Za-z-]{1,20}$'),
  name text not null constraint papi_place_name_length check (length(name) between 1 and 200),
  constraint papi_place_key primary key (release_id, code)
);
create trigger papi_place_append_only before update or delete or truncate on papi_place
  for each statement execute function kernel_refuse_change();

create table papi_value (
  release_id uuid not null,
  place text not null,
  -- A part 1.1, an indicator 1.1.1, a content D1, or TOTAL.
  code text not null constraint papi_value_code_form
    check (code ~ '^([1-8]\.\d{1,2}(\.(\d{1,2}|x))?|D[1-8]|TOTAL)$'),
  value double precision not null,
  standard_error double precision constraint papi_value_standard_error_sound check (standard_error >= 0),
  low double precision,
  high double precision,
  constraint papi_value_key primary key (release_id, place, code),
  constraint papi_value_place foreign key (release_id, place) references papi_place (release_id, code),
  constraint papi_value_interval_in_order check (low <= value and value <= high)
);
create trigger papi_value_append_only before update or delete or truncate on papi_value
  for each statement execute function kernel_refuse_change();

-- What the jurisdiction aims at for its province in a year: better than the rank of the year before, or so many points of
-- the total or of one part. Each setting is appended; the last one of a year and code counts.
create table papi_target (
  id uuid primary key,
  seq bigint generated always as identity,
  year integer not null constraint papi_target_year_sound check (year between 2011 and 2100),
  code text not null constraint papi_target_code_form check (code ~ '^([1-8]\.\d{1,2}|D[1-8]|TOTAL)$'),
  kind text not null constraint papi_target_kind_known check (kind in ('rank_up', 'points', 'none')),
  points double precision,
  note text not null constraint papi_target_note_length check (length(note) <= 500),
  person_id uuid,
  person_name text not null constraint papi_target_person_name_length check (length(person_name) <= 200),
  set_at timestamptz not null,
  constraint papi_target_points_of_kind check ((kind = 'points') = (points is not null))
);
create index papi_target_year on papi_target (year, code, seq desc);
create trigger papi_target_append_only before update or delete or truncate on papi_target
  for each statement execute function kernel_refuse_change();

-- Ranks drawn from standard errors: a long reckoning of the background, with how far it is, that people can stop.
create table papi_simulation (
  id uuid primary key,
  year integer not null,
  level text not null constraint papi_simulation_level_known check (level in ('province', 'district', 'commune')),
  is_official boolean not null,
  draws integer not null constraint papi_simulation_draws_sound check (draws between 1 and 100000),
  seed bigint not null,
  -- Whether the standard errors are published, or one that somebody assumed for every total.
  assumed_error double precision constraint papi_simulation_error_sound check (assumed_error > 0),
  state text not null constraint papi_simulation_state_known check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  done integer not null default 0,
  asked_at timestamptz not null,
  asked_by text not null constraint papi_simulation_asked_by_length check (length(asked_by) <= 200),
  finished_at timestamptz,
  -- One entry a place: code, rank, best, worst, first.
  result jsonb,
  constraint papi_simulation_result_when_done check ((state = 'done') = (result is not null)),
  constraint papi_simulation_ended check ((finished_at is not null) = (state in ('done', 'cancelled', 'failed')))
);
create index papi_simulation_latest on papi_simulation (asked_at desc);
