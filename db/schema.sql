-- What the migrations make, read back from the catalogs of a fresh database: for people who read a change, never executed.
-- Made by `node scripts/dump-schema.ts`; a test holds it equal to what the migrations make, on PostgreSQL 15 and 18.

-- The register of tenants (schema public)

create table kernel_migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint kernel_migration_pkey PRIMARY KEY (name)
);

create table registry_file_folder (
  only_one boolean default true not null,
  database_id uuid default gen_random_uuid() not null,
  constraint registry_file_folder_pkey PRIMARY KEY (only_one),
  constraint registry_file_folder_only_one_check CHECK (only_one)
);

create table registry_tenant (
  id uuid not null,
  slug text not null,
  name text not null,
  schema_name text not null,
  is_example boolean default false not null,
  stands_on date,
  host_names text[] default '{}'::text[] not null,
  ready boolean default false not null,
  created_at timestamp with time zone default now() not null,
  constraint registry_tenant_pkey PRIMARY KEY (id),
  constraint registry_tenant_schema_name_key UNIQUE (schema_name),
  constraint registry_tenant_slug_unique UNIQUE (slug),
  constraint registry_tenant_check CHECK (is_example OR stands_on IS NULL),
  constraint registry_tenant_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint registry_tenant_schema_name_check CHECK (schema_name ~ '^tenant_[a-z0-9_]{1,50}$'::text),
  constraint registry_tenant_slug_check CHECK (slug ~ '^[a-z][a-z0-9-]{1,40}$'::text)
);

-- One tenant (a schema of its own)

create table assignments_assignment (
  id uuid not null,
  task_id uuid not null,
  plan_id uuid not null,
  year smallint not null,
  unit_id uuid not null,
  dimension smallint not null,
  accepting_unit_id uuid not null,
  occurrence text default ''::text not null,
  is_request boolean default false not null,
  due_on date,
  due_sort date generated always as (COALESCE(due_on, '9999-12-31'::date)) stored not null,
  due_expression jsonb,
  due_calendar text,
  due_explained_vi text,
  due_explained_en text,
  progress text default 'none'::text not null,
  done_on date,
  progress_at timestamp with time zone,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  baseline_due_on date,
  added_version smallint default 1 not null,
  dropped_version smallint,
  responsible_person_id uuid,
  responsible_title text,
  internal_due_on date,
  quantity numeric(18,3),
  clock_kind text,
  clock_due_on date,
  clock_calendar text,
  clock_explained_vi text,
  clock_explained_en text,
  override_state text,
  override_until date,
  waits_for_event boolean default false not null,
  is_own boolean default false not null,
  constraint assignments_assignment_pkey PRIMARY KEY (id),
  constraint assignments_assignment_once UNIQUE (task_id, unit_id, occurrence),
  constraint assignments_assignment_task_id_fkey FOREIGN KEY (task_id) REFERENCES assignments_task(id),
  constraint assignments_assignment_added_positive CHECK (added_version >= 1),
  constraint assignments_assignment_clock_known CHECK (clock_kind = ANY (ARRAY['answer'::text, 'redo'::text])),
  constraint assignments_assignment_clock_whole CHECK ((clock_kind IS NULL) = (clock_due_on IS NULL) AND (clock_kind IS NULL) = (clock_explained_vi IS NULL) AND (clock_kind IS NULL) = (clock_explained_en IS NULL) AND (clock_kind IS NULL) = (clock_calendar IS NULL)),
  constraint assignments_assignment_dropped_after CHECK (dropped_version > added_version),
  constraint assignments_assignment_due_explained CHECK (due_on IS NULL OR due_expression IS NOT NULL AND due_calendar IS NOT NULL AND due_explained_vi IS NOT NULL),
  constraint assignments_assignment_override_ends CHECK ((override_state IS NULL) = (override_until IS NULL)),
  constraint assignments_assignment_override_known CHECK (override_state = ANY (ARRAY['overdue'::text, 'due_soon'::text, 'returned'::text, 'claimed'::text, 'in_progress'::text, 'not_started'::text, 'accepted'::text, 'accepted_late'::text, 'not_applicable'::text])),
  constraint assignments_assignment_progress_check CHECK (progress = ANY (ARRAY['none'::text, 'in_progress'::text, 'claimed'::text, 'returned'::text, 'accepted'::text, 'not_applicable'::text])),
  constraint assignments_assignment_title_length CHECK (length(responsible_title) >= 1 AND length(responsible_title) <= 200)
);
CREATE INDEX assignments_assignment_accepting ON assignments_assignment USING btree (accepting_unit_id, progress) WHERE progress = 'claimed'::text;
CREATE INDEX assignments_assignment_board ON assignments_assignment USING btree (plan_id, unit_id, dimension) INCLUDE (progress, due_on, is_request, override_state, override_until, dropped_version, added_version, baseline_due_on, is_own);
CREATE INDEX assignments_assignment_clock ON assignments_assignment USING btree (clock_due_on) WHERE clock_due_on IS NOT NULL;
CREATE INDEX assignments_assignment_due ON assignments_assignment USING btree (due_sort, id);
CREATE INDEX assignments_assignment_open_due ON assignments_assignment USING btree (due_on) WHERE progress <> ALL (ARRAY['accepted'::text, 'not_applicable'::text]);
CREATE INDEX assignments_assignment_plan_due ON assignments_assignment USING btree (plan_id, due_sort, id);
CREATE INDEX assignments_assignment_responsible ON assignments_assignment USING btree (responsible_person_id) WHERE responsible_person_id IS NOT NULL;
CREATE INDEX assignments_assignment_unit_due ON assignments_assignment USING btree (unit_id, due_sort, id);
CREATE TRIGGER assignments_assignment_count BEFORE UPDATE ON assignments_assignment FOR EACH ROW EXECUTE FUNCTION assignments_count_change();
CREATE TRIGGER assignments_assignment_kept BEFORE DELETE OR TRUNCATE ON assignments_assignment FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER assignments_assignment_past AFTER UPDATE ON assignments_assignment FOR EACH ROW EXECUTE FUNCTION assignments_keep_past();

create table assignments_assignment_past (
  until timestamp with time zone not null,
  id uuid not null,
  task_id uuid not null,
  plan_id uuid not null,
  year smallint not null,
  unit_id uuid not null,
  dimension smallint not null,
  accepting_unit_id uuid not null,
  occurrence text not null,
  is_request boolean not null,
  due_on date,
  due_sort date not null,
  due_expression jsonb,
  due_calendar text,
  due_explained_vi text,
  due_explained_en text,
  progress text not null,
  done_on date,
  progress_at timestamp with time zone,
  revision integer not null,
  changed_at timestamp with time zone not null,
  baseline_due_on date,
  added_version smallint not null,
  dropped_version smallint,
  responsible_person_id uuid,
  responsible_title text,
  internal_due_on date,
  quantity numeric(18,3),
  clock_kind text,
  clock_due_on date,
  clock_calendar text,
  clock_explained_vi text,
  clock_explained_en text,
  override_state text,
  override_until date,
  waits_for_event boolean not null,
  is_own boolean not null
);
CREATE INDEX assignments_assignment_past_id ON assignments_assignment_past USING btree (id, until);
CREATE INDEX assignments_assignment_past_plan ON assignments_assignment_past USING btree (plan_id, until);
CREATE INDEX assignments_assignment_past_unit ON assignments_assignment_past USING btree (unit_id, until);
CREATE INDEX assignments_assignment_past_until ON assignments_assignment_past USING btree (until);
CREATE TRIGGER assignments_assignment_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assignments_assignment_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table assignments_change_receipt (
  plan_id uuid not null,
  version smallint not null,
  unit_id uuid not null,
  added integer not null,
  changed integer not null,
  moved integer not null,
  dropped integer not null,
  is_request boolean not null,
  told_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_by_name text,
  constraint assignments_change_receipt_pkey PRIMARY KEY (plan_id, version, unit_id),
  constraint assignments_change_receipt_version_after CHECK (version >= 2),
  constraint assignments_change_receipt_whole CHECK ((confirmed_at IS NULL) = (confirmed_by_name IS NULL))
);
CREATE INDEX assignments_change_receipt_open ON assignments_change_receipt USING btree (unit_id) WHERE confirmed_at IS NULL;
CREATE TRIGGER assignments_change_receipt_kept BEFORE UPDATE ON assignments_change_receipt FOR EACH ROW WHEN (old.confirmed_at IS NOT NULL) EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER assignments_change_receipt_stays BEFORE DELETE OR TRUNCATE ON assignments_change_receipt FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table assignments_clock_reminder (
  assignment_id uuid not null,
  clock_due_on date not null,
  reminded_at timestamp with time zone not null,
  constraint assignments_clock_reminder_pkey PRIMARY KEY (assignment_id, clock_due_on),
  constraint assignments_clock_reminder_of FOREIGN KEY (assignment_id) REFERENCES assignments_assignment(id)
);

create table assignments_comment (
  id uuid not null,
  assignment_id uuid not null,
  seq bigint not null,
  recorded_at timestamp with time zone not null,
  person_id uuid not null,
  person_name text not null,
  unit_id uuid,
  words text not null,
  constraint assignments_comment_pkey PRIMARY KEY (id),
  constraint assignments_comment_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments_assignment(id),
  constraint assignments_comment_name_length CHECK (length(person_name) >= 1 AND length(person_name) <= 300),
  constraint assignments_comment_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE INDEX assignments_comment_order ON assignments_comment USING btree (assignment_id, seq);
CREATE INDEX assignments_comment_person ON assignments_comment USING btree (person_id);
CREATE TRIGGER assignments_comment_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON assignments_comment FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table assignments_comment_withdrawn (
  comment_id uuid not null,
  withdrawn_at timestamp with time zone not null,
  constraint assignments_comment_withdrawn_pkey PRIMARY KEY (comment_id),
  constraint assignments_comment_withdrawn_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES assignments_comment(id)
);
CREATE TRIGGER assignments_comment_withdrawn_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON assignments_comment_withdrawn FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table assignments_entry (
  id uuid not null,
  assignment_id uuid not null,
  kind text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  unit_id uuid,
  note text default ''::text not null,
  claimed_by uuid,
  seq bigint not null,
  quantity numeric(18,3),
  details jsonb,
  constraint assignments_entry_pkey PRIMARY KEY (id),
  constraint assignments_entry_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments_assignment(id),
  constraint assignments_entry_kind_known CHECK (kind = ANY (ARRAY['issued'::text, 'opened'::text, 'start'::text, 'claim'::text, 'ask'::text, 'accept'::text, 'return'::text, 'not_applicable'::text, 'reopen'::text, 'hand'::text, 'adopt'::text, 'due_moved'::text, 'amend'::text, 'drop'::text, 'override'::text, 'override_end'::text])),
  constraint assignments_entry_not_own CHECK (kind <> 'accept'::text OR claimed_by IS NULL OR person_id IS NULL OR person_id <> claimed_by),
  constraint assignments_entry_note_check CHECK (length(note) <= 4000),
  constraint assignments_entry_reason CHECK ((kind <> ALL (ARRAY['return'::text, 'not_applicable'::text, 'reopen'::text, 'drop'::text, 'override'::text])) OR length(note) > 0)
);
CREATE INDEX assignments_entry_claims ON assignments_entry USING btree (person_id) WHERE kind = 'claim'::text;
CREATE INDEX assignments_entry_order ON assignments_entry USING btree (assignment_id, seq);
CREATE TRIGGER assignments_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON assignments_entry FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table assignments_feed (
  id uuid not null,
  unit_id uuid not null,
  token_hash text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint assignments_feed_pkey PRIMARY KEY (id),
  constraint assignments_feed_token_unique UNIQUE (token_hash)
);

create table assignments_follower (
  assignment_id uuid not null,
  person_id uuid not null,
  follows boolean not null,
  chosen_at timestamp with time zone not null,
  constraint assignments_follower_pkey PRIMARY KEY (assignment_id, person_id),
  constraint assignments_follower_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments_assignment(id)
);
CREATE INDEX assignments_follower_person ON assignments_follower USING btree (person_id) WHERE follows;

create table assignments_mention (
  comment_id uuid not null,
  person_id uuid not null,
  username text not null,
  person_name text not null,
  constraint assignments_mention_pkey PRIMARY KEY (comment_id, person_id),
  constraint assignments_mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES assignments_comment(id),
  constraint assignments_mention_name_length CHECK (length(person_name) >= 1 AND length(person_name) <= 300),
  constraint assignments_mention_username_length CHECK (length(username) >= 1 AND length(username) <= 60)
);

create table assignments_month_import (
  id uuid not null,
  unit_id uuid not null,
  month text not null,
  state text default 'preview'::text not null,
  file_hash text not null,
  file_name text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  decided_at timestamp with time zone,
  constraint assignments_month_import_pkey PRIMARY KEY (id),
  constraint assignments_month_import_file FOREIGN KEY (file_hash) REFERENCES kernel_file(hash),
  constraint assignments_month_import_decided CHECK ((state = 'preview'::text) = (decided_at IS NULL)),
  constraint assignments_month_import_month CHECK (month ~ '^\d{4}-\d{2}$'::text),
  constraint assignments_month_import_name_length CHECK (length(file_name) >= 1 AND length(file_name) <= 200),
  constraint assignments_month_import_state_known CHECK (state = ANY (ARRAY['preview'::text, 'confirmed'::text, 'discarded'::text]))
);
CREATE INDEX assignments_month_import_unit ON assignments_month_import USING btree (unit_id, created_at DESC);

create table assignments_task (
  id uuid not null,
  plan_id uuid not null,
  year smallint not null,
  plan_title text not null,
  code text not null,
  clause_path text,
  dimension smallint not null,
  sub_dimension text,
  position integer not null,
  words text not null,
  products jsonb not null,
  lead_unit_id uuid,
  lead_name text not null,
  coordinators text[] default '{}'::text[] not null,
  due_words text not null,
  tags text[] default '{}'::text[] not null,
  priority smallint default 0 not null,
  search text generated always as (kernel_search_text((code || ' '::text) || words)) stored,
  due jsonb,
  plan_version smallint default 1 not null,
  origin text default 'plan'::text not null,
  changed_at timestamp with time zone not null,
  previous_task_id uuid,
  withdrawn_on date,
  constraint assignments_task_pkey PRIMARY KEY (id),
  constraint assignments_task_dimension_check CHECK (dimension >= 0 AND dimension <= 8),
  constraint assignments_task_origin_known CHECK (origin = ANY (ARRAY['plan'::text, 'unit_plan'::text])),
  constraint assignments_task_version_positive CHECK (plan_version >= 1)
);
CREATE INDEX assignments_task_plan ON assignments_task USING btree (plan_id, "position");
CREATE INDEX assignments_task_previous ON assignments_task USING btree (previous_task_id) WHERE previous_task_id IS NOT NULL;
CREATE INDEX assignments_task_search ON assignments_task USING gin (search gin_trgm_ops);
CREATE TRIGGER assignments_task_past AFTER UPDATE ON assignments_task FOR EACH ROW EXECUTE FUNCTION assignments_keep_task_past();
CREATE TRIGGER assignments_task_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON assignments_task FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('assignments_task');

create table assignments_task_past (
  until timestamp with time zone not null,
  id uuid not null,
  plan_id uuid not null,
  year smallint not null,
  plan_title text not null,
  code text not null,
  clause_path text,
  dimension smallint not null,
  sub_dimension text,
  position integer not null,
  words text not null,
  products jsonb not null,
  lead_unit_id uuid,
  lead_name text not null,
  coordinators text[] not null,
  due_words text not null,
  tags text[] not null,
  priority smallint not null,
  search text,
  due jsonb,
  plan_version smallint not null,
  origin text not null,
  changed_at timestamp with time zone not null,
  previous_task_id uuid,
  withdrawn_on date
);
CREATE INDEX assignments_task_past_id ON assignments_task_past USING btree (id, until);
CREATE TRIGGER assignments_task_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assignments_task_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table calendar_proposal (
  id uuid not null,
  base_ordinal integer not null,
  content jsonb not null,
  revision integer not null,
  made_at timestamp with time zone not null,
  made_by_name text not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  constraint calendar_proposal_pkey PRIMARY KEY (id),
  constraint calendar_proposal_base_ordinal_check CHECK (base_ordinal >= 0),
  constraint calendar_proposal_closed_with_outcome CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  constraint calendar_proposal_content_check CHECK ((content ->> 'v'::text) IS NOT NULL),
  constraint calendar_proposal_outcome_check CHECK (outcome = ANY (ARRAY['applied'::text, 'withdrawn'::text])),
  constraint calendar_proposal_revision_check CHECK (revision > 0)
);
CREATE UNIQUE INDEX calendar_proposal_one_open ON calendar_proposal USING btree ((true)) WHERE closed_at IS NULL;

create table calendar_version (
  id uuid not null,
  ordinal integer not null,
  version text not null,
  content jsonb not null,
  note text not null,
  applied_at timestamp with time zone not null,
  applied_by uuid,
  applied_by_name text not null,
  constraint calendar_version_pkey PRIMARY KEY (id),
  constraint calendar_version_in_turn UNIQUE (ordinal),
  constraint calendar_version_once UNIQUE (version),
  constraint calendar_version_content_check CHECK ((content ->> 'v'::text) IS NOT NULL),
  constraint calendar_version_note_check CHECK (length(note) >= 1 AND length(note) <= 2000),
  constraint calendar_version_ordinal_check CHECK (ordinal > 0),
  constraint calendar_version_version_check CHECK (length(version) >= 10 AND length(version) <= 20)
);
CREATE TRIGGER calendar_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON calendar_version FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER calendar_version_revision AFTER INSERT ON calendar_version FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('calendar');

create table disclosure_answer (
  id uuid not null,
  check_id uuid not null,
  outcome text not null,
  words text not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint disclosure_answer_pkey PRIMARY KEY (id),
  constraint disclosure_answer_once UNIQUE (check_id),
  constraint disclosure_answer_check FOREIGN KEY (check_id) REFERENCES disclosure_check(id),
  constraint disclosure_answer_outcome_known CHECK (outcome = ANY (ARRAY['stands'::text, 'put_right'::text, 'corrected'::text])),
  constraint disclosure_answer_words_length CHECK (length(words) >= 5 AND length(words) <= 2000)
);
CREATE TRIGGER disclosure_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_answer FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_broadcast (
  id uuid not null,
  posting_id uuid not null,
  on_day date not null,
  at_time time without time zone not null,
  minutes integer,
  person_id uuid,
  person_name text not null,
  recorded_at timestamp with time zone not null,
  constraint disclosure_broadcast_pkey PRIMARY KEY (id),
  constraint disclosure_broadcast_once UNIQUE (posting_id, on_day, at_time),
  constraint disclosure_broadcast_posting FOREIGN KEY (posting_id) REFERENCES disclosure_posting(id),
  constraint disclosure_broadcast_minutes CHECK (minutes >= 1 AND minutes <= 600)
);
CREATE TRIGGER disclosure_broadcast_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_broadcast FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_check (
  id uuid not null,
  item_id uuid not null,
  place_id uuid,
  first_say_id uuid not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  due jsonb not null,
  constraint disclosure_check_pkey PRIMARY KEY (id),
  constraint disclosure_check_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id),
  constraint disclosure_check_place FOREIGN KEY (place_id) REFERENCES disclosure_place(id),
  constraint disclosure_check_say FOREIGN KEY (first_say_id) REFERENCES disclosure_say(id)
);
CREATE INDEX disclosure_check_item_of ON disclosure_check USING btree (item_id);
CREATE TRIGGER disclosure_check_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_check FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_draft (
  item_id uuid not null,
  person_id uuid not null,
  typed jsonb not null,
  summary text default ''::text not null,
  reason text default ''::text not null,
  seen_version integer not null,
  keep_files uuid[] default '{}'::uuid[] not null,
  sheet jsonb,
  changed_at timestamp with time zone not null,
  constraint disclosure_draft_pkey PRIMARY KEY (item_id, person_id),
  constraint disclosure_draft_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id),
  constraint disclosure_draft_reason_length CHECK (length(reason) <= 4000),
  constraint disclosure_draft_seen CHECK (seen_version >= 0),
  constraint disclosure_draft_summary_length CHECK (length(summary) <= 4000)
);

create table disclosure_draft_file (
  id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  name text not null,
  bytes bytea not null,
  report jsonb not null,
  choice text,
  because text,
  added_at timestamp with time zone not null,
  constraint disclosure_draft_file_pkey PRIMARY KEY (id),
  constraint disclosure_draft_file_of FOREIGN KEY (item_id, person_id) REFERENCES disclosure_draft(item_id, person_id) ON DELETE CASCADE,
  constraint disclosure_draft_file_because_length CHECK (length(because) >= 5 AND length(because) <= 1000),
  constraint disclosure_draft_file_choice_known CHECK (choice = ANY (ARRAY['reduce'::text, 'as_is'::text])),
  constraint disclosure_draft_file_name_length CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint disclosure_draft_file_reasoned CHECK ((choice = 'as_is'::text) = (because IS NOT NULL) OR choice IS NULL AND because IS NULL)
);
CREATE INDEX disclosure_draft_file_draft ON disclosure_draft_file USING btree (item_id, person_id);

create table disclosure_exception (
  id uuid not null,
  seq bigint not null,
  item_id uuid not null,
  kind text not null,
  reason text not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint disclosure_exception_pkey PRIMARY KEY (id),
  constraint disclosure_exception_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id),
  constraint disclosure_exception_kind_known CHECK (kind = ANY (ARRAY['nil'::text, 'exempt'::text, 'none'::text])),
  constraint disclosure_exception_reason_length CHECK (length(reason) >= 3 AND length(reason) <= 1000)
);
CREATE INDEX disclosure_exception_of ON disclosure_exception USING btree (item_id, seq);
CREATE TRIGGER disclosure_exception_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_exception FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_file (
  id uuid not null,
  seq bigint not null,
  version_id uuid not null,
  role text not null,
  hash text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  found jsonb,
  allowed_because text,
  constraint disclosure_file_pkey PRIMARY KEY (id),
  constraint disclosure_file_hash_fkey FOREIGN KEY (hash) REFERENCES kernel_file(hash),
  constraint disclosure_file_version FOREIGN KEY (version_id) REFERENCES disclosure_version(id),
  constraint disclosure_file_allowed_length CHECK (length(allowed_because) >= 5 AND length(allowed_because) <= 1000),
  constraint disclosure_file_name_length CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint disclosure_file_role_known CHECK (role = ANY (ARRAY['official'::text, 'reduced'::text, 'sealed'::text]))
);
CREATE INDEX disclosure_file_hash ON disclosure_file USING btree (hash);
CREATE INDEX disclosure_file_version_of ON disclosure_file USING btree (version_id);
CREATE TRIGGER disclosure_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_file FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_front (
  unit_id uuid not null,
  shown json not null,
  papers json not null,
  constraint disclosure_front_pkey PRIMARY KEY (unit_id)
);

create table disclosure_hanging (
  item_id uuid not null,
  place_id uuid not null,
  section text not null,
  title text not null,
  posted_on date not null,
  stays_until date,
  hangs_to date generated always as (COALESCE(stays_until, 'infinity'::date)) stored not null,
  constraint disclosure_hanging_pkey PRIMARY KEY (item_id, place_id),
  constraint disclosure_hanging_item FOREIGN KEY (item_id) REFERENCES disclosure_public(item_id) ON DELETE CASCADE,
  constraint disclosure_hanging_place FOREIGN KEY (place_id) REFERENCES disclosure_place(id)
);
CREATE INDEX disclosure_hanging_at ON disclosure_hanging USING btree (place_id, hangs_to) INCLUDE (posted_on, item_id);

create table disclosure_item (
  id uuid not null,
  terms_id uuid not null,
  code text not null,
  section text not null,
  unit_id uuid not null,
  occurrence text not null,
  title text not null,
  event_on date not null,
  due_on date not null,
  due jsonb not null,
  dimension smallint not null,
  sub_dimension text,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  constraint disclosure_item_pkey PRIMARY KEY (id),
  constraint disclosure_item_once UNIQUE (unit_id, code, occurrence),
  constraint disclosure_item_terms FOREIGN KEY (terms_id) REFERENCES disclosure_terms(id),
  constraint disclosure_item_dimension CHECK (dimension >= 1 AND dimension <= 8),
  constraint disclosure_item_occurrence_length CHECK (length(occurrence) >= 4 AND length(occurrence) <= 40),
  constraint disclosure_item_sub_form CHECK (sub_dimension ~ '^[1-8]\.[1-9]$'::text),
  constraint disclosure_item_title_length CHECK (length(title) >= 3 AND length(title) <= 300)
);
CREATE INDEX disclosure_item_code ON disclosure_item USING btree (code, unit_id);
CREATE INDEX disclosure_item_due ON disclosure_item USING btree (due_on, unit_id);
CREATE INDEX disclosure_item_unit_due ON disclosure_item USING btree (unit_id, due_on DESC);
CREATE TRIGGER disclosure_item_due_only BEFORE UPDATE ON disclosure_item FOR EACH ROW EXECUTE FUNCTION disclosure_keep_item();
CREATE TRIGGER disclosure_item_kept BEFORE DELETE OR TRUNCATE ON disclosure_item FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_item_past (
  until timestamp with time zone not null,
  item_id uuid not null,
  due_on date not null,
  due jsonb not null
);
CREATE INDEX disclosure_item_past_item ON disclosure_item_past USING btree (item_id, until);
CREATE TRIGGER disclosure_item_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_item_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_obligation (
  code text not null,
  spec jsonb,
  bound_from date not null,
  bound_until date,
  web_personal text,
  web_reason text,
  web_by text,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint disclosure_obligation_pkey PRIMARY KEY (code),
  constraint disclosure_obligation_code_form CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text AND length(code) <= 60),
  constraint disclosure_obligation_until_after CHECK (bound_until >= bound_from),
  constraint disclosure_obligation_web_known CHECK (web_personal = ANY (ARRAY['figures'::text, 'names'::text, 'nothing'::text])),
  constraint disclosure_obligation_web_reason_length CHECK (length(web_reason) >= 5 AND length(web_reason) <= 1000),
  constraint disclosure_obligation_web_reasoned CHECK ((web_personal IS NULL) = (web_reason IS NULL) AND (web_personal IS NULL) = (web_by IS NULL))
);
CREATE TRIGGER disclosure_obligation_count BEFORE UPDATE ON disclosure_obligation FOR EACH ROW EXECUTE FUNCTION disclosure_count_change();
CREATE TRIGGER disclosure_obligation_kept BEFORE DELETE OR TRUNCATE ON disclosure_obligation FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER disclosure_obligation_past AFTER UPDATE ON disclosure_obligation FOR EACH ROW EXECUTE FUNCTION disclosure_keep_obligation();

create table disclosure_obligation_past (
  until timestamp with time zone not null,
  code text not null,
  spec jsonb,
  bound_from date not null,
  bound_until date,
  web_personal text,
  web_reason text,
  web_by text,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null
);
CREATE INDEX disclosure_obligation_past_code ON disclosure_obligation_past USING btree (code, until);
CREATE TRIGGER disclosure_obligation_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_obligation_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_place (
  id uuid not null,
  unit_id uuid not null,
  village_id uuid,
  kind text not null,
  name text not null,
  address text default ''::text not null,
  url text,
  latitude numeric(9,6),
  longitude numeric(9,6),
  from_on date not null,
  until_on date,
  qr text not null,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint disclosure_place_pkey PRIMARY KEY (id),
  constraint disclosure_place_qr_once UNIQUE (qr),
  constraint disclosure_place_address_length CHECK (length(address) <= 300),
  constraint disclosure_place_kind_known CHECK (kind = ANY (ARRAY['office_board'::text, 'village_hall'::text, 'community_point'::text, 'portal'::text, 'loudspeaker'::text, 'village_heads'::text, 'meeting'::text, 'media'::text])),
  constraint disclosure_place_latitude CHECK (latitude >= '-90'::integer::numeric AND latitude <= 90::numeric),
  constraint disclosure_place_located CHECK ((latitude IS NULL) = (longitude IS NULL)),
  constraint disclosure_place_longitude CHECK (longitude >= '-180'::integer::numeric AND longitude <= 180::numeric),
  constraint disclosure_place_name_length CHECK (length(name) >= 2 AND length(name) <= 200),
  constraint disclosure_place_qr_form CHECK (qr ~ '^[a-z2-9]{8}$'::text),
  constraint disclosure_place_until_after CHECK (until_on >= from_on),
  constraint disclosure_place_url_form CHECK (length(url) <= 500 AND url ~ '^https?://'::text)
);
CREATE INDEX disclosure_place_unit ON disclosure_place USING btree (unit_id);
CREATE TRIGGER disclosure_place_count BEFORE UPDATE ON disclosure_place FOR EACH ROW EXECUTE FUNCTION disclosure_count_change();
CREATE TRIGGER disclosure_place_kept BEFORE DELETE OR TRUNCATE ON disclosure_place FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER disclosure_place_past AFTER UPDATE ON disclosure_place FOR EACH ROW EXECUTE FUNCTION disclosure_keep_place();

create table disclosure_place_past (
  until timestamp with time zone not null,
  id uuid not null,
  unit_id uuid not null,
  village_id uuid,
  kind text not null,
  name text not null,
  address text not null,
  url text,
  latitude numeric(9,6),
  longitude numeric(9,6),
  from_on date not null,
  until_on date,
  qr text not null,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null
);
CREATE INDEX disclosure_place_past_id ON disclosure_place_past USING btree (id, until);
CREATE TRIGGER disclosure_place_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_place_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_posting (
  id uuid not null,
  seq bigint not null,
  item_id uuid not null,
  version_id uuid not null,
  place_id uuid not null,
  posted_on date not null,
  stays_until date,
  stays jsonb,
  url text,
  words text default ''::text not null,
  row_hash text,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  request_key text,
  constraint disclosure_posting_pkey PRIMARY KEY (id),
  constraint disclosure_posting_request_once UNIQUE (request_key),
  constraint disclosure_posting_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id),
  constraint disclosure_posting_place FOREIGN KEY (place_id) REFERENCES disclosure_place(id),
  constraint disclosure_posting_version FOREIGN KEY (version_id) REFERENCES disclosure_version(id),
  constraint disclosure_posting_request_form CHECK (length(request_key) >= 8 AND length(request_key) <= 200),
  constraint disclosure_posting_row_hash_form CHECK (row_hash ~ '^[0-9a-f]{64}$'::text),
  constraint disclosure_posting_stays_whole CHECK ((stays IS NULL) = (stays_until IS NULL) AND (stays_until IS NULL OR stays_until >= posted_on)),
  constraint disclosure_posting_url_form CHECK (length(url) <= 2000 AND url ~ '^https?://'::text),
  constraint disclosure_posting_words_length CHECK (length(words) <= 500)
);
CREATE INDEX disclosure_posting_of ON disclosure_posting USING btree (item_id, place_id, seq);
CREATE INDEX disclosure_posting_place_of ON disclosure_posting USING btree (place_id, stays_until);
CREATE TRIGGER disclosure_posting_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_posting FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_public (
  item_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  section text not null,
  code text not null,
  occurrence text not null,
  title text not null,
  summary text not null,
  body jsonb not null,
  dimension smallint not null,
  event_on date not null,
  published_on date not null,
  updated_at timestamp with time zone not null,
  is_withdrawn boolean not null,
  village_ids uuid[] not null,
  hangs_until date,
  personal_until date,
  is_indexed boolean not null,
  search text not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, search)) stored not null,
  is_proven boolean generated always as (jsonb_path_exists(body, '$."places"[*]'::jsonpath) AND NOT jsonb_path_exists(body, '$."places"[*]?(@."isProven" == false)'::jsonpath)) stored not null,
  constraint disclosure_public_pkey PRIMARY KEY (item_id),
  constraint disclosure_public_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id)
);
CREATE INDEX disclosure_public_events ON disclosure_public USING btree (unit_id, section, event_on DESC, published_on DESC, item_id DESC) WHERE NOT is_withdrawn;
CREATE INDEX disclosure_public_personal ON disclosure_public USING btree (personal_until) WHERE personal_until IS NOT NULL;
CREATE INDEX disclosure_public_published ON disclosure_public USING btree (published_on DESC, item_id);
CREATE INDEX disclosure_public_section ON disclosure_public USING btree (unit_id, section, published_on DESC, item_id);
CREATE INDEX disclosure_public_unit ON disclosure_public USING btree (unit_id, published_on DESC, item_id);
CREATE INDEX disclosure_public_unit_updated ON disclosure_public USING btree (unit_id, updated_at DESC, item_id DESC);
CREATE INDEX disclosure_public_updated ON disclosure_public USING btree (updated_at DESC, item_id);
CREATE INDEX disclosure_public_words ON disclosure_public USING gin (words);
CREATE TRIGGER disclosure_public_counted AFTER INSERT ON disclosure_public REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION disclosure_count_public();
CREATE TRIGGER disclosure_public_hangs AFTER INSERT ON disclosure_public REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION disclosure_keep_hanging();
CREATE TRIGGER disclosure_public_hangs_on AFTER UPDATE ON disclosure_public REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION disclosure_keep_hanging();
CREATE TRIGGER disclosure_public_recounted AFTER UPDATE ON disclosure_public REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION disclosure_count_public();
CREATE TRIGGER disclosure_public_reshown AFTER UPDATE ON disclosure_public REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION disclosure_renew_front();
CREATE TRIGGER disclosure_public_retold AFTER UPDATE ON disclosure_public REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION disclosure_renew_said();
CREATE TRIGGER disclosure_public_shown AFTER INSERT ON disclosure_public REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION disclosure_renew_front();
CREATE TRIGGER disclosure_public_stays BEFORE UPDATE ON disclosure_public FOR EACH ROW WHEN (new.item_id IS DISTINCT FROM old.item_id OR new.unit_id IS DISTINCT FROM old.unit_id OR new.section IS DISTINCT FROM old.section) EXECUTE FUNCTION disclosure_keep_public();
CREATE TRIGGER disclosure_public_told AFTER INSERT ON disclosure_public REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION disclosure_renew_said();
CREATE TRIGGER disclosure_public_uncounted AFTER DELETE ON disclosure_public REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION disclosure_count_public();
CREATE TRIGGER disclosure_public_unshown AFTER DELETE ON disclosure_public REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION disclosure_renew_front();
CREATE TRIGGER disclosure_public_untold AFTER DELETE ON disclosure_public REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION disclosure_renew_said();

create table disclosure_public_count (
  unit_id uuid not null,
  section text not null,
  entries bigint not null,
  constraint disclosure_public_count_pkey PRIMARY KEY (unit_id, section),
  constraint disclosure_public_count_not_negative CHECK (entries >= 0)
);

create table disclosure_public_revision (
  unit_id uuid not null,
  revision bigint not null,
  constraint disclosure_public_revision_pkey PRIMARY KEY (unit_id)
);

create table disclosure_reminder (
  subject_id uuid not null,
  kind text not null,
  counted_from date not null,
  step smallint not null,
  made_at timestamp with time zone not null,
  constraint disclosure_reminder_pkey PRIMARY KEY (subject_id, kind, counted_from, step),
  constraint disclosure_reminder_kind_known CHECK (kind = ANY (ARRAY['due_soon'::text, 'late'::text, 'overstays'::text, 'stale'::text]))
);

create table disclosure_removal (
  id uuid not null,
  posting_id uuid not null,
  removed_on date not null,
  reason text not null,
  is_early boolean not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint disclosure_removal_pkey PRIMARY KEY (id),
  constraint disclosure_removal_once UNIQUE (posting_id),
  constraint disclosure_removal_posting FOREIGN KEY (posting_id) REFERENCES disclosure_posting(id),
  constraint disclosure_removal_reason_length CHECK (length(reason) >= 3 AND length(reason) <= 1000)
);
CREATE TRIGGER disclosure_removal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_removal FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_said (
  unit_id uuid not null,
  section text not null,
  said json not null,
  entries json not null,
  constraint disclosure_said_pkey PRIMARY KEY (unit_id, section)
);

create table disclosure_say (
  id uuid not null,
  seq bigint not null,
  item_id uuid not null,
  place_id uuid,
  verdict text not null,
  words text default ''::text not null,
  photo_hash text,
  photo_media_type text,
  said_on date not null,
  recorded_at timestamp with time zone not null,
  constraint disclosure_say_pkey PRIMARY KEY (id),
  constraint disclosure_say_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id),
  constraint disclosure_say_photo_hash_fkey FOREIGN KEY (photo_hash) REFERENCES kernel_file(hash),
  constraint disclosure_say_place FOREIGN KEY (place_id) REFERENCES disclosure_place(id),
  constraint disclosure_say_photo_whole CHECK ((photo_hash IS NULL) = (photo_media_type IS NULL)),
  constraint disclosure_say_verdict_known CHECK (verdict = ANY (ARRAY['seen'::text, 'not_seen'::text, 'wrong'::text])),
  constraint disclosure_say_words_length CHECK (length(words) <= 1000)
);
CREATE INDEX disclosure_say_item_of ON disclosure_say USING btree (item_id, place_id, seq);
CREATE TRIGGER disclosure_say_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_say FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_terms (
  id uuid not null,
  code text not null,
  hash text not null,
  terms jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint disclosure_terms_pkey PRIMARY KEY (id),
  constraint disclosure_terms_once UNIQUE (code, hash),
  constraint disclosure_terms_hash_form CHECK (hash ~ '^[0-9a-f]{64}$'::text)
);
CREATE TRIGGER disclosure_terms_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_terms FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table disclosure_version (
  id uuid not null,
  item_id uuid not null,
  number integer not null,
  kind text not null,
  content jsonb,
  summary text,
  reason text,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint disclosure_version_pkey PRIMARY KEY (id),
  constraint disclosure_version_once UNIQUE (item_id, number),
  constraint disclosure_version_item FOREIGN KEY (item_id) REFERENCES disclosure_item(id),
  constraint disclosure_version_kind_known CHECK (kind = ANY (ARRAY['publish'::text, 'correct'::text, 'withdraw'::text])),
  constraint disclosure_version_number CHECK (number >= 1),
  constraint disclosure_version_reason_length CHECK (length(reason) >= 3 AND length(reason) <= 1000),
  constraint disclosure_version_reasoned CHECK ((kind = 'publish'::text) = (number = 1) AND (kind = 'publish'::text) = (reason IS NULL)),
  constraint disclosure_version_summary_length CHECK (length(summary) >= 1 AND length(summary) <= 1000),
  constraint disclosure_version_whole CHECK ((kind = 'withdraw'::text) = (content IS NULL))
);
CREATE TRIGGER disclosure_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure_version FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table evidence_record (
  id uuid not null,
  seq bigint not null,
  subject_type text not null,
  subject_id uuid not null,
  kind text not null,
  words text default ''::text not null,
  url text,
  place text,
  posted_from date,
  posted_to date,
  held_on date,
  attendants integer,
  file_hash text,
  file_name text,
  media_type text,
  size_bytes bigint,
  original_hash text,
  thumbnail_hash text,
  width integer,
  height integer,
  captured_at timestamp with time zone,
  latitude numeric(9,6),
  longitude numeric(9,6),
  person_id uuid,
  person_name text not null,
  unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint evidence_record_pkey PRIMARY KEY (id),
  constraint evidence_record_file_hash_fkey FOREIGN KEY (file_hash) REFERENCES kernel_file(hash),
  constraint evidence_record_thumbnail_hash_fkey FOREIGN KEY (thumbnail_hash) REFERENCES kernel_file(hash),
  constraint evidence_record_attendants_check CHECK (attendants >= 1 AND attendants <= 100000),
  constraint evidence_record_file CHECK (kind <> 'file'::text OR file_hash IS NOT NULL),
  constraint evidence_record_file_name_check CHECK (length(file_name) >= 1 AND length(file_name) <= 200),
  constraint evidence_record_file_whole CHECK ((file_hash IS NULL) = (file_name IS NULL) AND (file_hash IS NULL) = (media_type IS NULL) AND (file_hash IS NULL) = (size_bytes IS NULL) AND (file_hash IS NULL) = (original_hash IS NULL)),
  constraint evidence_record_kind_check CHECK (kind = ANY (ARRAY['file'::text, 'photo'::text, 'link'::text, 'posting'::text, 'minutes'::text])),
  constraint evidence_record_latitude_check CHECK (latitude >= '-90'::integer::numeric AND latitude <= 90::numeric),
  constraint evidence_record_link CHECK ((kind = 'link'::text) = (url IS NOT NULL) AND (kind <> 'link'::text OR file_hash IS NULL)),
  constraint evidence_record_location_whole CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL OR thumbnail_hash IS NOT NULL)),
  constraint evidence_record_longitude_check CHECK (longitude >= '-180'::integer::numeric AND longitude <= 180::numeric),
  constraint evidence_record_minutes CHECK ((kind = 'minutes'::text) = (held_on IS NOT NULL) AND (kind = 'minutes'::text) = (attendants IS NOT NULL) AND (kind <> 'minutes'::text OR file_hash IS NOT NULL AND place IS NOT NULL)),
  constraint evidence_record_original_hash_check CHECK (original_hash ~ '^[0-9a-f]{64}$'::text),
  constraint evidence_record_photo CHECK (kind <> 'photo'::text OR thumbnail_hash IS NOT NULL),
  constraint evidence_record_picture_whole CHECK ((thumbnail_hash IS NULL) = (width IS NULL) AND (thumbnail_hash IS NULL) = (height IS NULL) AND (thumbnail_hash IS NULL OR file_hash IS NOT NULL) AND (captured_at IS NULL OR thumbnail_hash IS NOT NULL)),
  constraint evidence_record_place_check CHECK (length(place) >= 1 AND length(place) <= 300),
  constraint evidence_record_posting CHECK ((kind = 'posting'::text) = (posted_from IS NOT NULL) AND (kind <> 'posting'::text OR place IS NOT NULL) AND (posted_to IS NULL OR posted_from IS NOT NULL AND posted_to >= posted_from)),
  constraint evidence_record_subject_type_check CHECK (length(subject_type) >= 1 AND length(subject_type) <= 40),
  constraint evidence_record_url_check CHECK (length(url) <= 2000 AND url ~ '^https?://'::text),
  constraint evidence_record_words_check CHECK (length(words) <= 500)
);
CREATE INDEX evidence_record_subject ON evidence_record USING btree (subject_type, subject_id, recorded_at);
CREATE TRIGGER evidence_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON evidence_record FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table evidence_withdrawal (
  id uuid not null,
  record_id uuid not null,
  reason text not null,
  person_id uuid,
  person_name text not null,
  withdrawn_at timestamp with time zone not null,
  constraint evidence_withdrawal_pkey PRIMARY KEY (id),
  constraint evidence_withdrawal_once UNIQUE (record_id),
  constraint evidence_withdrawal_record_id_fkey FOREIGN KEY (record_id) REFERENCES evidence_record(id),
  constraint evidence_withdrawal_reason CHECK (length(reason) >= 1 AND length(reason) <= 2000)
);
CREATE TRIGGER evidence_withdrawal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON evidence_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table figures_definition (
  id uuid not null,
  code text not null,
  name text not null,
  unit_of_measure text not null,
  number_kind text not null,
  decimals smallint default 0 not null,
  at_most numeric(15,3),
  numerator_label text,
  denominator_label text,
  is_part boolean default false not null,
  dimension smallint not null,
  sub_dimension text,
  direction text not null,
  entered_by jsonb not null,
  owner_unit_id uuid not null,
  periods jsonb not null,
  is_cumulative boolean default false not null,
  evidence_wanted boolean default false not null,
  roll_up text not null,
  target numeric(15,3),
  source text default ''::text not null,
  note text default ''::text not null,
  asked_until date,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint figures_definition_pkey PRIMARY KEY (id),
  constraint figures_definition_code_once UNIQUE (code),
  constraint figures_definition_adds_up CHECK (
CASE number_kind
    WHEN 'rate'::text THEN roll_up = ANY (ARRAY['rate'::text, 'last'::text, 'none'::text])
    WHEN 'date'::text THEN roll_up = 'none'::text
    WHEN 'text'::text THEN roll_up = 'none'::text
    ELSE roll_up = ANY (ARRAY['sum'::text, 'last'::text, 'none'::text])
END),
  constraint figures_definition_at_most_positive CHECK (at_most > 0::numeric),
  constraint figures_definition_code_form CHECK (code ~ '^[A-Z][A-Z0-9.]{1,19}[a-z]?$'::text),
  constraint figures_definition_count_whole CHECK ((number_kind = ANY (ARRAY['amount'::text, 'rate'::text])) OR decimals = 0),
  constraint figures_definition_decimals CHECK (decimals >= 0 AND decimals <= 3),
  constraint figures_definition_denominator_length CHECK (length(denominator_label) >= 1 AND length(denominator_label) <= 200),
  constraint figures_definition_dimension CHECK (dimension >= 0 AND dimension <= 8),
  constraint figures_definition_direction_known CHECK (direction = ANY (ARRAY['up'::text, 'down'::text, 'none'::text])),
  constraint figures_definition_kind_known CHECK (number_kind = ANY (ARRAY['count'::text, 'amount'::text, 'rate'::text, 'date'::text, 'text'::text])),
  constraint figures_definition_measure_length CHECK (length(unit_of_measure) >= 1 AND length(unit_of_measure) <= 40),
  constraint figures_definition_name_length CHECK (length(name) >= 3 AND length(name) <= 300),
  constraint figures_definition_note_length CHECK (length(note) <= 1000),
  constraint figures_definition_numbers_only CHECK ((number_kind = ANY (ARRAY['count'::text, 'amount'::text, 'rate'::text])) OR at_most IS NULL AND target IS NULL),
  constraint figures_definition_numerator_length CHECK (length(numerator_label) >= 1 AND length(numerator_label) <= 200),
  constraint figures_definition_periods_some CHECK (jsonb_array_length(periods) >= 1 AND jsonb_array_length(periods) <= 8),
  constraint figures_definition_rate_whole CHECK ((number_kind = 'rate'::text) = (numerator_label IS NOT NULL) AND (number_kind = 'rate'::text) = (denominator_label IS NOT NULL) AND (number_kind = 'rate'::text OR NOT is_part)),
  constraint figures_definition_roll_up_known CHECK (roll_up = ANY (ARRAY['sum'::text, 'rate'::text, 'last'::text, 'none'::text])),
  constraint figures_definition_source_length CHECK (length(source) <= 1000),
  constraint figures_definition_sub_form CHECK (sub_dimension ~ '^[1-8]\.[1-9]$'::text),
  constraint figures_definition_sub_of_dimension CHECK (sub_dimension IS NULL OR "left"(sub_dimension, 1) = dimension::text),
  constraint figures_definition_target_positive CHECK (target >= 0::numeric)
);
CREATE INDEX figures_definition_owner ON figures_definition USING btree (owner_unit_id);
CREATE TRIGGER figures_definition_count BEFORE UPDATE ON figures_definition FOR EACH ROW EXECUTE FUNCTION figures_count_change();
CREATE TRIGGER figures_definition_kept BEFORE DELETE OR TRUNCATE ON figures_definition FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER figures_definition_past AFTER UPDATE ON figures_definition FOR EACH ROW EXECUTE FUNCTION figures_keep_definition();
CREATE TRIGGER figures_definition_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON figures_definition FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('figures_definition');

create table figures_definition_past (
  until timestamp with time zone not null,
  id uuid not null,
  code text not null,
  name text not null,
  unit_of_measure text not null,
  number_kind text not null,
  decimals smallint not null,
  at_most numeric(15,3),
  numerator_label text,
  denominator_label text,
  is_part boolean not null,
  dimension smallint not null,
  sub_dimension text,
  direction text not null,
  entered_by jsonb not null,
  owner_unit_id uuid not null,
  periods jsonb not null,
  is_cumulative boolean not null,
  evidence_wanted boolean not null,
  roll_up text not null,
  target numeric(15,3),
  source text not null,
  note text not null,
  asked_until date,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null
);
CREATE INDEX figures_definition_past_id ON figures_definition_past USING btree (id, until);
CREATE TRIGGER figures_definition_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON figures_definition_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table figures_remark (
  id uuid not null,
  seq bigint not null,
  figure_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  words text not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint figures_remark_pkey PRIMARY KEY (id),
  constraint figures_remark_figure FOREIGN KEY (figure_id) REFERENCES figures_definition(id),
  constraint figures_remark_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40),
  constraint figures_remark_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE INDEX figures_remark_cell ON figures_remark USING btree (unit_id, period_code, figure_id, seq);
CREATE TRIGGER figures_remark_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON figures_remark FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table figures_request (
  person_id uuid not null,
  key text not null,
  body_hash text not null,
  answer text,
  made_at timestamp with time zone not null,
  constraint figures_request_pkey PRIMARY KEY (person_id, key),
  constraint figures_request_hash_form CHECK (body_hash ~ '^[0-9a-f]{64}$'::text),
  constraint figures_request_key_form CHECK (length(key) >= 8 AND length(key) <= 200)
);
CREATE INDEX figures_request_made ON figures_request USING btree (made_at);

create table figures_value (
  id uuid not null,
  figure_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  number numeric(15,3),
  numerator numeric(15,3),
  denominator numeric(15,3),
  on_day date,
  words text,
  no_data text,
  is_cleared boolean default false not null,
  is_late boolean not null,
  via text not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  first_at timestamp with time zone not null,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint figures_value_pkey PRIMARY KEY (id),
  constraint figures_value_once UNIQUE (figure_id, period_code, unit_id),
  constraint figures_value_figure FOREIGN KEY (figure_id) REFERENCES figures_definition(id),
  constraint figures_value_denominator_positive CHECK (denominator >= 0::numeric),
  constraint figures_value_no_data_length CHECK (length(no_data) >= 1 AND length(no_data) <= 300),
  constraint figures_value_number_positive CHECK (number >= 0::numeric),
  constraint figures_value_numerator_positive CHECK (numerator >= 0::numeric),
  constraint figures_value_one_shape CHECK (num_nonnulls(number, numerator, on_day, words, no_data) =
CASE
    WHEN is_cleared THEN 0
    ELSE 1
END AND (numerator IS NULL) = (denominator IS NULL)),
  constraint figures_value_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40),
  constraint figures_value_via_known CHECK (via = ANY (ARRAY['page'::text, 'sheet'::text, 'api'::text, 'import'::text])),
  constraint figures_value_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE INDEX figures_value_unit ON figures_value USING btree (unit_id, period_code);
CREATE TRIGGER figures_value_count BEFORE UPDATE ON figures_value FOR EACH ROW EXECUTE FUNCTION figures_count_change();
CREATE TRIGGER figures_value_kept BEFORE DELETE OR TRUNCATE ON figures_value FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER figures_value_past AFTER UPDATE ON figures_value REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION figures_keep_values();

create table figures_value_past (
  until timestamp with time zone not null,
  id uuid not null,
  figure_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  number numeric(15,3),
  numerator numeric(15,3),
  denominator numeric(15,3),
  on_day date,
  words text,
  no_data text,
  is_cleared boolean not null,
  is_late boolean not null,
  via text not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  first_at timestamp with time zone not null,
  revision integer not null,
  changed_at timestamp with time zone not null
);
CREATE INDEX figures_value_past_figure ON figures_value_past USING btree (figure_id, period_code, unit_id);
CREATE INDEX figures_value_past_id ON figures_value_past USING btree (id, until);
CREATE INDEX figures_value_past_unit ON figures_value_past USING btree (unit_id, period_code);
CREATE TRIGGER figures_value_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON figures_value_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table forms_cell (
  id uuid not null,
  form_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  cell_key text not null,
  number numeric(15,3),
  on_day date,
  words text,
  no_data text,
  is_cleared boolean default false not null,
  is_late boolean not null,
  via text not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  first_at timestamp with time zone not null,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint forms_cell_pkey PRIMARY KEY (id),
  constraint forms_cell_once UNIQUE (form_id, unit_id, period_code, cell_key),
  constraint forms_cell_form FOREIGN KEY (form_id) REFERENCES forms_form(id),
  constraint forms_cell_by_name_length CHECK (length(by_name) >= 1 AND length(by_name) <= 200),
  constraint forms_cell_key_form CHECK (cell_key ~ '^[a-z][a-z0-9_]{0,19}[.][a-z][a-z0-9_]{0,19}$'::text),
  constraint forms_cell_no_data_length CHECK (length(no_data) >= 1 AND length(no_data) <= 300),
  constraint forms_cell_one_shape CHECK (num_nonnulls(number, on_day, words, no_data) =
CASE
    WHEN is_cleared THEN 0
    ELSE 1
END),
  constraint forms_cell_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40),
  constraint forms_cell_via_known CHECK (via = ANY (ARRAY['page'::text, 'sheet'::text, 'api'::text, 'import'::text])),
  constraint forms_cell_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE TRIGGER forms_cell_count BEFORE UPDATE ON forms_cell FOR EACH ROW EXECUTE FUNCTION forms_count_change();
CREATE TRIGGER forms_cell_kept BEFORE DELETE OR TRUNCATE ON forms_cell FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER forms_cell_past AFTER UPDATE ON forms_cell REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION forms_keep_past();

create table forms_cell_past (
  until timestamp with time zone not null,
  id uuid not null,
  form_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  cell_key text not null,
  number numeric(15,3),
  on_day date,
  words text,
  no_data text,
  is_cleared boolean not null,
  is_late boolean not null,
  via text not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  first_at timestamp with time zone not null,
  revision integer not null,
  changed_at timestamp with time zone not null
);
CREATE INDEX forms_cell_past_id ON forms_cell_past USING btree (id, until);
CREATE INDEX forms_cell_past_sheet ON forms_cell_past USING btree (form_id, unit_id, period_code);
CREATE TRIGGER forms_cell_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON forms_cell_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table forms_form (
  id uuid not null,
  code text not null,
  owner_unit_id uuid not null,
  asked_until date,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint forms_form_pkey PRIMARY KEY (id),
  constraint forms_form_code_once UNIQUE (code),
  constraint forms_form_changed_by_length CHECK (length(changed_by) >= 1 AND length(changed_by) <= 200),
  constraint forms_form_code_form CHECK (code ~ '^[A-Za-z0-9Đđ][A-Za-z0-9Đđ./-]{1,39}$'::text)
);
CREATE INDEX forms_form_owner ON forms_form USING btree (owner_unit_id);
CREATE TRIGGER forms_form_count BEFORE UPDATE ON forms_form FOR EACH ROW EXECUTE FUNCTION forms_count_change();
CREATE TRIGGER forms_form_kept BEFORE DELETE OR TRUNCATE ON forms_form FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER forms_form_past AFTER UPDATE ON forms_form REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION forms_keep_past();

create table forms_form_past (
  until timestamp with time zone not null,
  id uuid not null,
  code text not null,
  owner_unit_id uuid not null,
  asked_until date,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null
);
CREATE INDEX forms_form_past_id ON forms_form_past USING btree (id, until);
CREATE TRIGGER forms_form_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON forms_form_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table forms_import (
  id uuid not null,
  kind text not null,
  state text default 'preview'::text not null,
  form_id uuid,
  file_hash text not null,
  file_name text not null,
  media_type text not null,
  created_at timestamp with time zone not null,
  by_person_id uuid,
  by_name text not null,
  decided_at timestamp with time zone,
  constraint forms_import_pkey PRIMARY KEY (id),
  constraint forms_import_form FOREIGN KEY (form_id) REFERENCES forms_form(id),
  constraint forms_import_by_name_length CHECK (length(by_name) >= 1 AND length(by_name) <= 200),
  constraint forms_import_decided CHECK ((state = 'preview'::text) = (decided_at IS NULL)),
  constraint forms_import_hash_form CHECK (file_hash ~ '^[0-9a-f]{64}$'::text),
  constraint forms_import_kind_known CHECK (kind = ANY (ARRAY['form'::text, 'sheet'::text])),
  constraint forms_import_name_length CHECK (length(file_name) >= 1 AND length(file_name) <= 255),
  constraint forms_import_state_known CHECK (state = ANY (ARRAY['preview'::text, 'confirmed'::text, 'discarded'::text])),
  constraint forms_import_type_length CHECK (length(media_type) >= 1 AND length(media_type) <= 200)
);
CREATE INDEX forms_import_person ON forms_import USING btree (by_person_id, created_at DESC);
CREATE TRIGGER forms_import_kept BEFORE DELETE OR TRUNCATE ON forms_import FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table forms_remark (
  id uuid not null,
  seq bigint not null,
  form_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  cell_key text not null,
  words text not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint forms_remark_pkey PRIMARY KEY (id),
  constraint forms_remark_form FOREIGN KEY (form_id) REFERENCES forms_form(id),
  constraint forms_remark_key_form CHECK (cell_key ~ '^[a-z][a-z0-9_]{0,19}[.][a-z][a-z0-9_]{0,19}$'::text),
  constraint forms_remark_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40),
  constraint forms_remark_person_name_length CHECK (length(person_name) >= 1 AND length(person_name) <= 200),
  constraint forms_remark_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE INDEX forms_remark_sheet ON forms_remark USING btree (unit_id, period_code, form_id, seq);
CREATE TRIGGER forms_remark_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON forms_remark FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table forms_sheet (
  id uuid not null,
  form_id uuid not null,
  version_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  is_complete boolean not null,
  cells jsonb not null,
  broken text[] default '{}'::text[] not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint forms_sheet_pkey PRIMARY KEY (id),
  constraint forms_sheet_once UNIQUE (form_id, unit_id, period_code),
  constraint forms_sheet_form FOREIGN KEY (form_id) REFERENCES forms_form(id),
  constraint forms_sheet_version FOREIGN KEY (version_id) REFERENCES forms_version(id),
  constraint forms_sheet_by_name_length CHECK (length(by_name) >= 1 AND length(by_name) <= 200),
  constraint forms_sheet_cells_object CHECK (jsonb_typeof(cells) = 'object'::text),
  constraint forms_sheet_checks_hold CHECK (NOT is_complete OR broken = '{}'::text[]),
  constraint forms_sheet_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40)
);
CREATE INDEX forms_sheet_period ON forms_sheet USING btree (period_code, form_id);
CREATE INDEX forms_sheet_unit ON forms_sheet USING btree (unit_id, period_code);
CREATE TRIGGER forms_sheet_checked BEFORE INSERT OR UPDATE ON forms_sheet FOR EACH ROW EXECUTE FUNCTION forms_check_sheet();
CREATE TRIGGER forms_sheet_count BEFORE UPDATE ON forms_sheet FOR EACH ROW EXECUTE FUNCTION forms_count_change();
CREATE TRIGGER forms_sheet_kept BEFORE DELETE OR TRUNCATE ON forms_sheet FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER forms_sheet_past AFTER UPDATE ON forms_sheet REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION forms_keep_past();

create table forms_sheet_past (
  until timestamp with time zone not null,
  id uuid not null,
  form_id uuid not null,
  version_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  is_complete boolean not null,
  cells jsonb not null,
  broken text[] not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  revision integer not null,
  changed_at timestamp with time zone not null
);
CREATE INDEX forms_sheet_past_id ON forms_sheet_past USING btree (id, until);
CREATE INDEX forms_sheet_past_sheet ON forms_sheet_past USING btree (form_id, period_code, unit_id);
CREATE TRIGGER forms_sheet_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON forms_sheet_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table forms_version (
  id uuid not null,
  form_id uuid not null,
  number smallint not null,
  state text default 'draft'::text not null,
  spec jsonb not null,
  checks jsonb default '[]'::jsonb not null,
  from_on date,
  created_at timestamp with time zone not null,
  created_by text not null,
  published_at timestamp with time zone,
  published_by text,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint forms_version_pkey PRIMARY KEY (id),
  constraint forms_version_once UNIQUE (form_id, number),
  constraint forms_version_form FOREIGN KEY (form_id) REFERENCES forms_form(id),
  constraint forms_version_changed_by_length CHECK (length(changed_by) >= 1 AND length(changed_by) <= 200),
  constraint forms_version_created_by_length CHECK (length(created_by) >= 1 AND length(created_by) <= 200),
  constraint forms_version_number_positive CHECK (number > 0),
  constraint forms_version_published_by_length CHECK (length(published_by) >= 1 AND length(published_by) <= 200),
  constraint forms_version_published_whole CHECK ((state = 'published'::text) = (published_at IS NOT NULL) AND (published_at IS NULL) = (from_on IS NULL) AND (published_at IS NULL) = (published_by IS NULL)),
  constraint forms_version_state_known CHECK (state = ANY (ARRAY['draft'::text, 'published'::text, 'discarded'::text]))
);
CREATE UNIQUE INDEX forms_version_one_draft ON forms_version USING btree (form_id) WHERE state = 'draft'::text;
CREATE TRIGGER forms_version_frozen BEFORE UPDATE ON forms_version FOR EACH ROW EXECUTE FUNCTION forms_keep_published();
CREATE TRIGGER forms_version_kept BEFORE DELETE OR TRUNCATE ON forms_version FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table identity_leave (
  id uuid not null,
  person_id uuid not null,
  away daterange not null,
  deputy_id uuid,
  kind text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  withdrawn_at timestamp with time zone,
  constraint identity_leave_pkey PRIMARY KEY (id),
  constraint identity_leave_once EXCLUDE USING gist (person_id WITH =, away WITH &&) WHERE (withdrawn_at IS NULL),
  constraint identity_leave_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES identity_person(id),
  constraint identity_leave_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity_person(id),
  constraint identity_leave_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES identity_person(id),
  constraint identity_leave_check CHECK (withdrawn_at >= recorded_at),
  constraint identity_leave_deputy_other CHECK (deputy_id <> person_id),
  constraint identity_leave_kind_known CHECK (kind = ANY (ARRAY['annual'::text, 'mission'::text, 'training'::text, 'sick'::text, 'parental'::text, 'personal'::text])),
  constraint identity_leave_period CHECK (NOT isempty(away) AND NOT lower_inf(away) AND NOT upper_inf(away))
);
CREATE INDEX identity_leave_deputy ON identity_leave USING btree (deputy_id) WHERE withdrawn_at IS NULL;
CREATE INDEX identity_leave_person ON identity_leave USING btree (person_id);

create table identity_person (
  id uuid not null,
  username text not null,
  email text,
  full_name text not null,
  search text generated always as (kernel_search_text((full_name || ' '::text) || username)) stored,
  password_hash text not null,
  must_change_password boolean not null,
  password_changed_at timestamp with time zone not null,
  failed_count integer default 0 not null,
  last_failed_at timestamp with time zone,
  locked_until timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint identity_person_pkey PRIMARY KEY (id),
  constraint identity_person_username_unique UNIQUE (username),
  constraint identity_person_email_form CHECK (email ~ '^[^@\s]+@[^@\s]+$'::text AND length(email) <= 254),
  constraint identity_person_failed_count_check CHECK (failed_count >= 0),
  constraint identity_person_name_length CHECK (length(full_name) >= 1 AND length(full_name) <= 120),
  constraint identity_person_password_hash_check CHECK (password_hash ~~ '$argon2id$%'::text AND length(password_hash) <= 300),
  constraint identity_person_username_form CHECK (username ~ '^[a-z][a-z0-9._-]{2,39}$'::text)
);
CREATE UNIQUE INDEX identity_person_email_unique ON identity_person USING btree (lower(email));
CREATE INDEX identity_person_name ON identity_person USING btree (full_name, id);
CREATE INDEX identity_person_search ON identity_person USING gin (search gin_trgm_ops);

create table identity_post (
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  title text not null,
  role text not null,
  valid daterange not null,
  acting boolean not null,
  constraint identity_post_pkey PRIMARY KEY (id),
  constraint identity_post_held_once EXCLUDE USING gist (person_id WITH =, unit_id WITH =, lower(title) WITH =, valid WITH &&),
  constraint identity_post_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity_person(id),
  constraint identity_post_period CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  constraint identity_post_role_known CHECK (role = ANY (ARRAY['admin'::text, 'standing'::text, 'leader'::text, 'lead'::text, 'member'::text, 'front'::text, 'council'::text, 'superior'::text])),
  constraint identity_post_title_length CHECK (length(title) >= 1 AND length(title) <= 120)
);
CREATE INDEX identity_post_person ON identity_post USING btree (person_id);
CREATE INDEX identity_post_unit ON identity_post USING btree (unit_id);

create table identity_session (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  post_id uuid,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  agent text not null,
  constraint identity_session_pkey PRIMARY KEY (id),
  constraint identity_session_token_hash_key UNIQUE (token_hash),
  constraint identity_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity_person(id),
  constraint identity_session_post_id_fkey FOREIGN KEY (post_id) REFERENCES identity_post(id) ON DELETE SET NULL,
  constraint identity_session_agent_check CHECK (length(agent) >= 1 AND length(agent) <= 60),
  constraint identity_session_check CHECK (expires_at > created_at),
  constraint identity_session_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX identity_session_expiry ON identity_session USING btree (expires_at);
CREATE INDEX identity_session_person ON identity_session USING btree (person_id);

create table identity_setup (
  only_row boolean default true not null,
  code_hash bytea,
  working_year integer,
  done_at timestamp with time zone,
  constraint identity_setup_pkey PRIMARY KEY (only_row),
  constraint identity_setup_check CHECK ((done_at IS NULL) = (working_year IS NULL)),
  constraint identity_setup_code_hash_check CHECK (octet_length(code_hash) = 32),
  constraint identity_setup_only_row_check CHECK (only_row),
  constraint identity_setup_working_year_check CHECK (working_year >= 2000 AND working_year <= 2100)
);

create table identity_token (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  name text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_on date not null,
  last_used_on date,
  constraint identity_token_pkey PRIMARY KEY (id),
  constraint identity_token_name_unique UNIQUE (person_id, name),
  constraint identity_token_token_hash_key UNIQUE (token_hash),
  constraint identity_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity_person(id),
  constraint identity_token_name_check CHECK (length(name) >= 1 AND length(name) <= 80),
  constraint identity_token_scopes_check CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read'::text, 'write'::text]),
  constraint identity_token_token_hash_check CHECK (octet_length(token_hash) = 32)
);

create table inspections_carried (
  inspection_id uuid not null,
  finding_id uuid not null,
  constraint inspections_carried_pkey PRIMARY KEY (inspection_id, finding_id),
  constraint inspections_carried_finding FOREIGN KEY (finding_id) REFERENCES inspections_finding(id),
  constraint inspections_carried_inspection FOREIGN KEY (inspection_id) REFERENCES inspections_inspection(id)
);
CREATE INDEX inspections_carried_of ON inspections_carried USING btree (finding_id);
CREATE TRIGGER inspections_carried_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_carried FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_event (
  id uuid not null,
  inspection_id uuid not null,
  seq bigint not null,
  kind text not null,
  happened_on date not null,
  held_on date,
  words text not null,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint inspections_event_pkey PRIMARY KEY (id),
  constraint inspections_event_inspection FOREIGN KEY (inspection_id) REFERENCES inspections_inspection(id),
  constraint inspections_event_dated CHECK ((kind = ANY (ARRAY['made'::text, 'moved'::text])) = (held_on IS NOT NULL)),
  constraint inspections_event_kind_known CHECK (kind = ANY (ARRAY['made'::text, 'moved'::text, 'announced'::text, 'concluded'::text, 'cancelled'::text])),
  constraint inspections_event_reasoned CHECK ((kind <> ALL (ARRAY['moved'::text, 'concluded'::text, 'cancelled'::text])) OR length(words) >= 3),
  constraint inspections_event_words_length CHECK (length(words) <= 10000)
);
CREATE UNIQUE INDEX inspections_event_ended_once ON inspections_event USING btree (inspection_id) WHERE kind = ANY (ARRAY['concluded'::text, 'cancelled'::text]);
CREATE INDEX inspections_event_held ON inspections_event USING btree (held_on) WHERE held_on IS NOT NULL;
CREATE INDEX inspections_event_order ON inspections_event USING btree (inspection_id, seq);
CREATE TRIGGER inspections_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_event FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_finding (
  id uuid not null,
  inspection_id uuid not null,
  unit_id uuid not null,
  dimension smallint not null,
  sub_dimension text,
  words text not null,
  remedy text not null,
  recorded_at timestamp with time zone not null,
  constraint inspections_finding_pkey PRIMARY KEY (id),
  constraint inspections_finding_inspection FOREIGN KEY (inspection_id) REFERENCES inspections_inspection(id),
  constraint inspections_finding_dimension CHECK (dimension >= 0 AND dimension <= 8),
  constraint inspections_finding_remedy_length CHECK (length(remedy) >= 5 AND length(remedy) <= 2000),
  constraint inspections_finding_sub_form CHECK (sub_dimension ~ '^[1-8]\.[1-9]$'::text),
  constraint inspections_finding_sub_of_dimension CHECK (sub_dimension IS NULL OR "left"(sub_dimension, 1) = dimension::text),
  constraint inspections_finding_words_length CHECK (length(words) >= 5 AND length(words) <= 2000)
);
CREATE INDEX inspections_finding_of ON inspections_finding USING btree (inspection_id);
CREATE INDEX inspections_finding_unit ON inspections_finding USING btree (unit_id);
CREATE TRIGGER inspections_finding_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_finding FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_finding_event (
  id uuid not null,
  finding_id uuid not null,
  seq bigint not null,
  kind text not null,
  happened_on date not null,
  due_on date,
  due jsonb,
  words text not null,
  inspection_id uuid,
  person_id uuid,
  person_name text not null,
  by_unit_id uuid,
  recorded_at timestamp with time zone not null,
  constraint inspections_finding_event_pkey PRIMARY KEY (id),
  constraint inspections_finding_event_finding FOREIGN KEY (finding_id) REFERENCES inspections_finding(id),
  constraint inspections_finding_event_inspection FOREIGN KEY (inspection_id) REFERENCES inspections_inspection(id),
  constraint inspections_finding_event_due CHECK ((kind = ANY (ARRAY['found'::text, 'reopened'::text, 'extended'::text, 'due_moved'::text])) = (due_on IS NOT NULL) AND (due_on IS NULL) = (due IS NULL)),
  constraint inspections_finding_event_kind_known CHECK (kind = ANY (ARRAY['found'::text, 'claimed'::text, 'returned'::text, 'closed'::text, 'reopened'::text, 'extended'::text, 'due_moved'::text])),
  constraint inspections_finding_event_reasoned CHECK ((kind <> ALL (ARRAY['claimed'::text, 'returned'::text, 'reopened'::text, 'extended'::text])) OR length(words) >= 3),
  constraint inspections_finding_event_words_length CHECK (length(words) <= 4000)
);
CREATE INDEX inspections_finding_event_order ON inspections_finding_event USING btree (finding_id, seq);
CREATE TRIGGER inspections_finding_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_finding_event FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_inspection (
  id uuid not null,
  kind text not null,
  form text not null,
  field text not null,
  title text not null,
  scope text not null,
  decision text not null,
  by_unit_id uuid not null,
  of_unit_id uuid not null,
  dimension smallint not null,
  sub_dimension text,
  previous_id uuid,
  made_at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint inspections_inspection_pkey PRIMARY KEY (id),
  constraint inspections_inspection_previous FOREIGN KEY (previous_id) REFERENCES inspections_inspection(id),
  constraint inspections_inspection_decision_length CHECK (length(decision) <= 200),
  constraint inspections_inspection_dimension CHECK (dimension >= 0 AND dimension <= 8),
  constraint inspections_inspection_field_known CHECK (field = ANY (ARRAY['papi'::text, 'duty'::text, 'procedures'::text, 'one_stop'::text, 'democracy'::text, 'disclosure'::text, 'other'::text])),
  constraint inspections_inspection_form_known CHECK (form = ANY (ARRAY['on_site'::text, 'by_report'::text, 'remote'::text])),
  constraint inspections_inspection_kind_known CHECK (kind = ANY (ARRAY['planned'::text, 'unannounced'::text])),
  constraint inspections_inspection_of_another CHECK (by_unit_id <> of_unit_id),
  constraint inspections_inspection_scope_length CHECK (length(scope) <= 4000),
  constraint inspections_inspection_sub_form CHECK (sub_dimension ~ '^[1-8]\.[1-9]$'::text),
  constraint inspections_inspection_title_length CHECK (length(title) >= 3 AND length(title) <= 300)
);
CREATE INDEX inspections_inspection_of ON inspections_inspection USING btree (of_unit_id);
CREATE INDEX inspections_inspection_previous_of ON inspections_inspection USING btree (previous_id);
CREATE TRIGGER inspections_inspection_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_inspection FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_member (
  inspection_id uuid not null,
  position smallint not null,
  name text not null,
  duty text not null,
  constraint inspections_member_pkey PRIMARY KEY (inspection_id, "position"),
  constraint inspections_member_inspection FOREIGN KEY (inspection_id) REFERENCES inspections_inspection(id),
  constraint inspections_member_duty_length CHECK (length(duty) <= 200),
  constraint inspections_member_name_length CHECK (length(name) >= 2 AND length(name) <= 200),
  constraint inspections_member_position CHECK ("position" >= 1)
);
CREATE TRIGGER inspections_member_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_member FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_partner (
  inspection_id uuid not null,
  unit_id uuid not null,
  constraint inspections_partner_pkey PRIMARY KEY (inspection_id, unit_id),
  constraint inspections_partner_inspection FOREIGN KEY (inspection_id) REFERENCES inspections_inspection(id)
);
CREATE TRIGGER inspections_partner_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_partner FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table inspections_reminder (
  finding_id uuid not null,
  due_on date not null,
  step smallint not null,
  made_at timestamp with time zone not null,
  constraint inspections_reminder_pkey PRIMARY KEY (finding_id, due_on, step),
  constraint inspections_reminder_finding FOREIGN KEY (finding_id) REFERENCES inspections_finding(id)
);
CREATE TRIGGER inspections_reminder_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections_reminder FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table kernel_answer (
  person_id uuid not null,
  key text not null,
  body_hash text not null,
  answer text,
  made_at timestamp with time zone not null,
  constraint kernel_answer_pkey PRIMARY KEY (person_id, key),
  constraint kernel_answer_hash_form CHECK (body_hash ~ '^[0-9a-f]{64}$'::text),
  constraint kernel_answer_key_form CHECK (length(key) >= 8 AND length(key) <= 200)
);
CREATE INDEX kernel_answer_made ON kernel_answer USING btree (made_at);

create table kernel_audit (
  id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  actor_id uuid,
  actor_name text not null,
  unit_id uuid,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  constraint kernel_audit_pkey PRIMARY KEY (id)
);
CREATE INDEX kernel_audit_at ON kernel_audit USING btree (at);
CREATE INDEX kernel_audit_subject ON kernel_audit USING btree (subject_type, subject_id, at);
CREATE TRIGGER kernel_audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON kernel_audit FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table kernel_file (
  hash text not null,
  size_bytes bigint not null,
  media_type text not null,
  stored_at timestamp with time zone not null,
  constraint kernel_file_pkey PRIMARY KEY (hash),
  constraint kernel_file_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'::text),
  constraint kernel_file_size_bytes_check CHECK (size_bytes >= 0)
);

create table kernel_job_run (
  id uuid not null,
  job text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  ok boolean,
  error text,
  counts jsonb,
  constraint kernel_job_run_pkey PRIMARY KEY (id),
  constraint kernel_job_run_ended CHECK ((finished_at IS NULL) = (ok IS NULL)),
  constraint kernel_job_run_error_length CHECK (length(error) <= 300),
  constraint kernel_job_run_name_length CHECK (length(job) >= 1 AND length(job) <= 100),
  constraint kernel_job_run_says_why CHECK (error IS NULL OR ok = false)
);
CREATE INDEX kernel_job_run_age ON kernel_job_run USING btree (started_at);
CREATE INDEX kernel_job_run_job ON kernel_job_run USING btree (job, started_at DESC);

create table kernel_migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint kernel_migration_pkey PRIMARY KEY (name)
);

create table kernel_revision (
  subject text not null,
  revision bigint not null,
  constraint kernel_revision_pkey PRIMARY KEY (subject),
  constraint kernel_revision_subject_check CHECK (length(subject) >= 1 AND length(subject) <= 60)
);

create table notices_mail (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  digest_on date,
  notice_id uuid,
  subject text,
  text_body text,
  html_body text,
  state text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone not null,
  last_error text,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint notices_mail_pkey PRIMARY KEY (id),
  constraint notices_mail_digest_once UNIQUE (person_id, digest_on),
  constraint notices_mail_notice_once UNIQUE (person_id, notice_id),
  constraint notices_mail_notice FOREIGN KEY (notice_id) REFERENCES notices_notice(id),
  constraint notices_mail_attempts_counted CHECK (attempts >= 0),
  constraint notices_mail_body CHECK (state = 'sent'::text OR subject IS NOT NULL AND text_body IS NOT NULL AND html_body IS NOT NULL),
  constraint notices_mail_error_length CHECK (length(last_error) <= 300),
  constraint notices_mail_kind_known CHECK (kind = ANY (ARRAY['digest'::text, 'notice'::text])),
  constraint notices_mail_sent CHECK ((state = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint notices_mail_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])),
  constraint notices_mail_what CHECK ((kind = 'digest'::text) = (digest_on IS NOT NULL) AND (kind = 'notice'::text) = (notice_id IS NOT NULL))
);
CREATE INDEX notices_mail_due ON notices_mail USING btree (next_attempt_at) WHERE state = 'waiting'::text;
CREATE INDEX notices_mail_refused ON notices_mail USING btree (made_at) WHERE state = 'failed'::text;
CREATE INDEX notices_mail_sent_at ON notices_mail USING btree (sent_at) WHERE state = 'sent'::text;

create table notices_mail_server (
  only_row boolean default true not null,
  failing_since timestamp with time zone,
  failures integer default 0 not null,
  next_try_at timestamp with time zone,
  last_error text,
  last_ok_at timestamp with time zone,
  constraint notices_mail_server_pkey PRIMARY KEY (only_row),
  constraint notices_mail_server_error_length CHECK (length(last_error) <= 300),
  constraint notices_mail_server_failing CHECK ((failing_since IS NULL) = (failures = 0) AND (failing_since IS NULL) = (next_try_at IS NULL)),
  constraint notices_mail_server_one CHECK (only_row)
);

create table notices_notice (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  params jsonb not null,
  link text not null,
  subject_type text not null,
  subject_id text not null,
  made_at timestamp with time zone not null,
  person_id uuid,
  constraint notices_notice_pkey PRIMARY KEY (id),
  constraint notices_notice_kind_known CHECK (kind = ANY (ARRAY['plan_issued'::text, 'plan_amended'::text, 'plan_corrected'::text, 'plan_withdrawn'::text, 'work_returned'::text, 'work_claimed'::text, 'work_accepted'::text, 'work_handed'::text, 'work_mentioned'::text, 'work_commented'::text, 'work_confirmation'::text, 'work_opened'::text, 'calendar_moved'::text, 'unit_plan_due'::text, 'unit_plan_reminder'::text, 'unit_plan_moved'::text, 'unit_plan_returned'::text, 'unit_plan_issued'::text, 'urged'::text, 'urging_answered'::text, 'job_failed'::text, 'period_opening'::text, 'period_closing'::text, 'period_corrected'::text, 'extension_asked'::text, 'extension_answered'::text, 'period_reopened'::text, 'report_due'::text, 'report_submitted'::text, 'report_returned'::text, 'report_accepted'::text, 'disclosure_reminder'::text, 'disclosure_removed_early'::text, 'disclosure_check'::text, 'disclosure_exempted'::text, 'inspection_announced'::text, 'inspection_changed'::text, 'inspection_concluded'::text, 'finding_recorded'::text, 'remedy_claimed'::text, 'remedy_judged'::text, 'remedy_reminder'::text, 'explanation_asked'::text, 'explanation_given'::text, 'explanation_accepted'::text, 'explanation_returned'::text, 'weekly_brief'::text])),
  constraint notices_notice_link_inside CHECK (link ~ '^/[^/]'::text AND length(link) <= 300),
  constraint notices_notice_subject_id_length CHECK (length(subject_id) >= 1 AND length(subject_id) <= 100),
  constraint notices_notice_subject_type_length CHECK (length(subject_type) >= 1 AND length(subject_type) <= 40)
);
CREATE INDEX notices_notice_person ON notices_notice USING btree (person_id, made_at DESC, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX notices_notice_subject ON notices_notice USING btree (subject_id, kind);
CREATE INDEX notices_notice_unit ON notices_notice USING btree (unit_id, made_at DESC, id DESC) WHERE person_id IS NULL;
CREATE TRIGGER notices_notice_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON notices_notice FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table notices_preference (
  person_id uuid not null,
  lang text not null,
  choices jsonb not null,
  changed_at timestamp with time zone not null,
  constraint notices_preference_pkey PRIMARY KEY (person_id),
  constraint notices_preference_lang_known CHECK (lang = ANY (ARRAY['vi'::text, 'en'::text]))
);

create table notices_push (
  id uuid not null,
  person_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  agent text not null,
  made_at timestamp with time zone not null,
  last_ok_at timestamp with time zone,
  last_error text,
  constraint notices_push_pkey PRIMARY KEY (id),
  constraint notices_push_endpoint_unique UNIQUE (endpoint),
  constraint notices_push_agent_length CHECK (length(agent) >= 1 AND length(agent) <= 60),
  constraint notices_push_auth_length CHECK (length(auth) = 22),
  constraint notices_push_endpoint_form CHECK (endpoint ~ '^https://'::text AND length(endpoint) <= 1000),
  constraint notices_push_error_length CHECK (length(last_error) <= 300),
  constraint notices_push_key_length CHECK (length(p256dh) = 87)
);
CREATE INDEX notices_push_person ON notices_push USING btree (person_id);

create table notices_push_key (
  only_row boolean default true not null,
  public_key text not null,
  private_key text not null,
  made_at timestamp with time zone not null,
  constraint notices_push_key_pkey PRIMARY KEY (only_row),
  constraint notices_push_key_one CHECK (only_row),
  constraint notices_push_key_private CHECK (length(private_key) = 43),
  constraint notices_push_key_public CHECK (length(public_key) = 87)
);

create table notices_push_message (
  id uuid not null,
  push_id uuid not null,
  notice_id uuid not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  constraint notices_push_message_pkey PRIMARY KEY (id),
  constraint notices_push_message_once UNIQUE (push_id, notice_id),
  constraint notices_push_message_notice FOREIGN KEY (notice_id) REFERENCES notices_notice(id),
  constraint notices_push_message_push FOREIGN KEY (push_id) REFERENCES notices_push(id) ON DELETE CASCADE,
  constraint notices_push_message_attempts CHECK (attempts >= 0)
);
CREATE INDEX notices_push_message_due ON notices_push_message USING btree (next_attempt_at);

create table notices_read (
  person_id uuid not null,
  notice_id uuid not null,
  read_at timestamp with time zone not null,
  constraint notices_read_pkey PRIMARY KEY (person_id, notice_id),
  constraint notices_read_notice FOREIGN KEY (notice_id) REFERENCES notices_notice(id)
);

create table notices_reader (
  person_id uuid not null,
  read_until timestamp with time zone not null,
  constraint notices_reader_pkey PRIMARY KEY (person_id)
);

create table notices_settled (
  notice_id uuid not null,
  settled_at timestamp with time zone not null,
  constraint notices_settled_pkey PRIMARY KEY (notice_id),
  constraint notices_settled_notice FOREIGN KEY (notice_id) REFERENCES notices_notice(id)
);

create table notices_waiting (
  notice_id uuid not null,
  constraint notices_waiting_pkey PRIMARY KEY (notice_id),
  constraint notices_waiting_notice FOREIGN KEY (notice_id) REFERENCES notices_notice(id)
);

create table operations_alarm (
  id uuid not null,
  job text not null,
  state text not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint operations_alarm_pkey PRIMARY KEY (id),
  constraint operations_alarm_name_length CHECK (length(job) >= 1 AND length(job) <= 100),
  constraint operations_alarm_state_known CHECK (state = ANY (ARRAY['late'::text, 'failed'::text, 'never'::text]))
);
CREATE UNIQUE INDEX operations_alarm_open ON operations_alarm USING btree (job) WHERE ended_at IS NULL;

create table papi_place (
  release_id uuid not null,
  code text not null,
  name text not null,
  constraint papi_place_key PRIMARY KEY (release_id, code),
  constraint papi_place_release FOREIGN KEY (release_id) REFERENCES papi_release(id),
  constraint papi_place_code_form CHECK (code ~ '^[0-9A-Za-z-]{1,20}$'::text),
  constraint papi_place_name_length CHECK (length(name) >= 1 AND length(name) <= 200)
);
CREATE TRIGGER papi_place_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON papi_place FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table papi_release (
  id uuid not null,
  seq bigint not null,
  year integer not null,
  level text not null,
  is_official boolean not null,
  title text not null,
  source text not null,
  file_name text not null,
  file_hash text not null,
  known_from date not null,
  imported_at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint papi_release_pkey PRIMARY KEY (id),
  constraint papi_release_file_hash_form CHECK (file_hash ~ '^[0-9a-f]{64}$'::text),
  constraint papi_release_file_name_length CHECK (length(file_name) >= 1 AND length(file_name) <= 200),
  constraint papi_release_level_known CHECK (level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])),
  constraint papi_release_person_name_length CHECK (length(person_name) <= 200),
  constraint papi_release_source_length CHECK (length(source) >= 1 AND length(source) <= 300),
  constraint papi_release_title_length CHECK (length(title) >= 1 AND length(title) <= 300),
  constraint papi_release_year_sound CHECK (year >= 2009 AND year <= 2100)
);
CREATE INDEX papi_release_year ON papi_release USING btree (year, level, is_official, known_from);
CREATE TRIGGER papi_release_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON papi_release FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table papi_simulation (
  id uuid not null,
  year integer not null,
  level text not null,
  is_official boolean not null,
  draws integer not null,
  seed bigint not null,
  assumed_error double precision,
  state text not null,
  done integer default 0 not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  finished_at timestamp with time zone,
  result jsonb,
  constraint papi_simulation_pkey PRIMARY KEY (id),
  constraint papi_simulation_asked_by_length CHECK (length(asked_by) <= 200),
  constraint papi_simulation_draws_sound CHECK (draws >= 1 AND draws <= 100000),
  constraint papi_simulation_ended CHECK ((finished_at IS NOT NULL) = (state = ANY (ARRAY['done'::text, 'cancelled'::text, 'failed'::text]))),
  constraint papi_simulation_error_sound CHECK (assumed_error > 0::double precision),
  constraint papi_simulation_level_known CHECK (level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])),
  constraint papi_simulation_result_when_done CHECK ((state = 'done'::text) = (result IS NOT NULL)),
  constraint papi_simulation_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))
);
CREATE INDEX papi_simulation_latest ON papi_simulation USING btree (asked_at DESC);

create table papi_target (
  id uuid not null,
  seq bigint not null,
  year integer not null,
  code text not null,
  kind text not null,
  points double precision,
  note text not null,
  person_id uuid,
  person_name text not null,
  set_at timestamp with time zone not null,
  constraint papi_target_pkey PRIMARY KEY (id),
  constraint papi_target_code_form CHECK (code ~ '^([1-8]\.\d{1,2}|D[1-8]|TOTAL)$'::text),
  constraint papi_target_kind_known CHECK (kind = ANY (ARRAY['rank_up'::text, 'points'::text, 'none'::text])),
  constraint papi_target_note_length CHECK (length(note) <= 500),
  constraint papi_target_person_name_length CHECK (length(person_name) <= 200),
  constraint papi_target_points_of_kind CHECK ((kind = 'points'::text) = (points IS NOT NULL)),
  constraint papi_target_year_sound CHECK (year >= 2011 AND year <= 2100)
);
CREATE INDEX papi_target_year ON papi_target USING btree (year, code, seq DESC);
CREATE TRIGGER papi_target_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON papi_target FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table papi_value (
  release_id uuid not null,
  place text not null,
  code text not null,
  value double precision not null,
  standard_error double precision,
  low double precision,
  high double precision,
  constraint papi_value_key PRIMARY KEY (release_id, place, code),
  constraint papi_value_place FOREIGN KEY (release_id, place) REFERENCES papi_place(release_id, code),
  constraint papi_value_code_form CHECK (code ~ '^([1-8]\.\d{1,2}(\.(\d{1,2}|x))?|D[1-8]|TOTAL)$'::text),
  constraint papi_value_interval_in_order CHECK (low <= value AND value <= high),
  constraint papi_value_standard_error_sound CHECK (standard_error >= 0::double precision)
);
CREATE TRIGGER papi_value_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON papi_value FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_change (
  id uuid not null,
  period_id uuid not null,
  seq bigint not null,
  kind text not null,
  days jsonb not null,
  reason text not null,
  person_id uuid,
  person_name text not null,
  recorded_at timestamp with time zone not null,
  constraint periods_change_pkey PRIMARY KEY (id),
  constraint periods_change_period FOREIGN KEY (period_id) REFERENCES periods_period(id),
  constraint periods_change_kind_known CHECK (kind = ANY (ARRAY['made'::text, 'corrected'::text, 'calendar'::text])),
  constraint periods_change_reason_length CHECK (length(reason) <= 2000),
  constraint periods_change_says_why CHECK (kind <> 'corrected'::text OR length(reason) > 0)
);
CREATE INDEX periods_change_period_order ON periods_change USING btree (period_id, seq);
CREATE TRIGGER periods_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_change FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_extension (
  id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  asked_until_on date not null,
  reason text not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  asked_at timestamp with time zone not null,
  constraint periods_extension_pkey PRIMARY KEY (id),
  constraint periods_extension_asker UNIQUE (id, person_id),
  constraint periods_extension_period FOREIGN KEY (period_id) REFERENCES periods_period(id),
  constraint periods_extension_reason_length CHECK (length(reason) >= 1 AND length(reason) <= 2000),
  constraint periods_extension_title_length CHECK (length(person_title) <= 200)
);
CREATE INDEX periods_extension_of_period ON periods_extension USING btree (period_id, unit_id);
CREATE TRIGGER periods_extension_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_extension FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_extension_answer (
  extension_id uuid not null,
  asked_by uuid not null,
  outcome text not null,
  until_on date,
  reason text not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  answered_at timestamp with time zone not null,
  constraint periods_extension_answer_pkey PRIMARY KEY (extension_id),
  constraint periods_extension_answer_of FOREIGN KEY (extension_id, asked_by) REFERENCES periods_extension(id, person_id),
  constraint periods_extension_answer_has_end CHECK ((outcome = 'approved'::text) = (until_on IS NOT NULL)),
  constraint periods_extension_answer_known CHECK (outcome = ANY (ARRAY['approved'::text, 'refused'::text])),
  constraint periods_extension_answer_not_own CHECK (person_id <> asked_by),
  constraint periods_extension_answer_reason_length CHECK (length(reason) <= 2000),
  constraint periods_extension_answer_refusal_says_why CHECK (outcome <> 'refused'::text OR length(reason) > 0),
  constraint periods_extension_answer_title_length CHECK (length(person_title) <= 200)
);
CREATE TRIGGER periods_extension_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_extension_answer FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_period (
  id uuid not null,
  code text not null,
  kind text not null,
  name_vi text not null,
  name_en text not null,
  from_on date not null,
  to_on date not null,
  cut_off_on date not null,
  due_on date not null,
  due_expression jsonb not null,
  due_calendar text not null,
  due_explained_vi text not null,
  due_explained_en text not null,
  lock_on date not null,
  milestones jsonb not null,
  plan_id uuid,
  clause_path text,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint periods_period_pkey PRIMARY KEY (id),
  constraint periods_period_code_once UNIQUE (code),
  constraint periods_period_clause_length CHECK (length(clause_path) <= 100),
  constraint periods_period_clause_of_plan CHECK (clause_path IS NULL OR plan_id IS NOT NULL),
  constraint periods_period_code_form CHECK (code ~ '^\d{4}(-H[12]|-Q[1-4]|-M(0[1-9]|1[0-2])|-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)?$'::text),
  constraint periods_period_days_in_order CHECK (from_on <= cut_off_on AND cut_off_on <= to_on AND cut_off_on < due_on AND due_on <= lock_on),
  constraint periods_period_kind_known CHECK (kind = ANY (ARRAY['month'::text, 'quarter'::text, 'half'::text, 'year'::text, 'window'::text])),
  constraint periods_period_milestones_version CHECK ((milestones ->> 'v'::text) IS NOT NULL),
  constraint periods_period_name_en_length CHECK (length(name_en) >= 1 AND length(name_en) <= 200),
  constraint periods_period_name_vi_length CHECK (length(name_vi) >= 1 AND length(name_vi) <= 200)
);
CREATE INDEX periods_period_days ON periods_period USING btree (from_on, to_on);
CREATE TRIGGER periods_period_count BEFORE UPDATE ON periods_period FOR EACH ROW EXECUTE FUNCTION periods_count_change();
CREATE TRIGGER periods_period_kept BEFORE DELETE OR TRUNCATE ON periods_period FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER periods_period_past AFTER UPDATE ON periods_period FOR EACH ROW EXECUTE FUNCTION periods_keep_past();

create table periods_period_past (
  until timestamp with time zone not null,
  id uuid not null,
  code text not null,
  kind text not null,
  name_vi text not null,
  name_en text not null,
  from_on date not null,
  to_on date not null,
  cut_off_on date not null,
  due_on date not null,
  due_expression jsonb not null,
  due_calendar text not null,
  due_explained_vi text not null,
  due_explained_en text not null,
  lock_on date not null,
  milestones jsonb not null,
  plan_id uuid,
  clause_path text,
  revision integer not null,
  changed_at timestamp with time zone not null
);
CREATE INDEX periods_period_past_id ON periods_period_past USING btree (id, until);
CREATE TRIGGER periods_period_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_period_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_reminder (
  period_id uuid not null,
  unit_id uuid not null,
  step text not null,
  about_on date not null,
  days_left smallint not null,
  made_at timestamp with time zone not null,
  constraint periods_reminder_pkey PRIMARY KEY (period_id, unit_id, step, about_on, days_left),
  constraint periods_reminder_period FOREIGN KEY (period_id) REFERENCES periods_period(id),
  constraint periods_reminder_step_known CHECK (step = ANY (ARRAY['opening'::text, 'unit'::text, 'sector'::text, 'standing'::text]))
);
CREATE TRIGGER periods_reminder_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_reminder FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_reopening (
  id uuid not null,
  period_id uuid not null,
  unit_id uuid,
  until_on date not null,
  reason text not null,
  person_id uuid,
  person_name text not null,
  made_at timestamp with time zone not null,
  constraint periods_reopening_pkey PRIMARY KEY (id),
  constraint periods_reopening_period FOREIGN KEY (period_id) REFERENCES periods_period(id),
  constraint periods_reopening_reason_length CHECK (length(reason) >= 1 AND length(reason) <= 2000)
);
CREATE INDEX periods_reopening_of_period ON periods_reopening USING btree (period_id, unit_id);
CREATE TRIGGER periods_reopening_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_reopening FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_reopening_end (
  reopening_id uuid not null,
  person_id uuid,
  person_name text not null,
  ended_at timestamp with time zone not null,
  constraint periods_reopening_end_pkey PRIMARY KEY (reopening_id),
  constraint periods_reopening_end_of FOREIGN KEY (reopening_id) REFERENCES periods_reopening(id)
);
CREATE TRIGGER periods_reopening_end_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_reopening_end FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_snapshot (
  id uuid not null,
  period_id uuid not null,
  at timestamp with time zone not null,
  cut_off_on date not null,
  name_vi text not null,
  name_en text not null,
  taken_at timestamp with time zone not null,
  constraint periods_snapshot_pkey PRIMARY KEY (id),
  constraint periods_snapshot_once UNIQUE (period_id, at),
  constraint periods_snapshot_period FOREIGN KEY (period_id) REFERENCES periods_period(id),
  constraint periods_snapshot_after_cut_off CHECK (taken_at >= at),
  constraint periods_snapshot_name_en_length CHECK (length(name_en) >= 1 AND length(name_en) <= 300),
  constraint periods_snapshot_name_vi_length CHECK (length(name_vi) >= 1 AND length(name_vi) <= 300)
);
CREATE TRIGGER periods_snapshot_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_snapshot FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table periods_snapshot_part (
  snapshot_id uuid not null,
  source text not null,
  count bigint not null,
  hash text not null,
  facts jsonb not null,
  constraint periods_snapshot_part_pkey PRIMARY KEY (snapshot_id, source),
  constraint periods_snapshot_part_of FOREIGN KEY (snapshot_id) REFERENCES periods_snapshot(id),
  constraint periods_snapshot_part_count_natural CHECK (count >= 0),
  constraint periods_snapshot_part_hash_form CHECK (hash ~ '^[0-9a-f]{64}$'::text),
  constraint periods_snapshot_part_source_length CHECK (length(source) >= 1 AND length(source) <= 60)
);
CREATE TRIGGER periods_snapshot_part_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON periods_snapshot_part FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table plans_amendment (
  id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  state text default 'draft'::text not null,
  reason text default ''::text not null,
  number text,
  issued_on date,
  signer_name text,
  signer_title text,
  created_at timestamp with time zone not null,
  created_by uuid,
  created_by_name text not null,
  issued_at timestamp with time zone,
  issued_by_name text,
  constraint plans_amendment_pkey PRIMARY KEY (id),
  constraint plans_amendment_number_unique UNIQUE (plan_id, number, issued_on),
  constraint plans_amendment_plan FOREIGN KEY (plan_id) REFERENCES plans_plan(id),
  constraint plans_amendment_issued_complete CHECK (state = 'draft'::text AND issued_at IS NULL OR length(reason) > 0 AND number IS NOT NULL AND issued_on IS NOT NULL AND signer_name IS NOT NULL AND issued_at IS NOT NULL AND issued_by_name IS NOT NULL),
  constraint plans_amendment_number_length CHECK (length(number) >= 1 AND length(number) <= 60),
  constraint plans_amendment_reason_length CHECK (length(reason) <= 2000),
  constraint plans_amendment_signer_length CHECK (length(signer_name) >= 1 AND length(signer_name) <= 120),
  constraint plans_amendment_signer_title_length CHECK (length(signer_title) >= 1 AND length(signer_title) <= 200),
  constraint plans_amendment_state_known CHECK (state = ANY (ARRAY['draft'::text, 'issued'::text])),
  constraint plans_amendment_version_after CHECK (version >= 2)
);
CREATE UNIQUE INDEX plans_amendment_version ON plans_amendment USING btree (plan_id, version);
CREATE TRIGGER plans_amendment_kept BEFORE DELETE OR UPDATE ON plans_amendment FOR EACH ROW WHEN (old.state = 'issued'::text) EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER plans_amendment_truncated BEFORE TRUNCATE ON plans_amendment FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table plans_amendment_change (
  id uuid not null,
  amendment_id uuid not null,
  task_id uuid not null,
  kind text not null,
  before jsonb,
  content jsonb,
  reason text not null,
  position integer not null,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  constraint plans_amendment_change_pkey PRIMARY KEY (id),
  constraint plans_amendment_change_once UNIQUE (amendment_id, task_id),
  constraint plans_amendment_change_amendment FOREIGN KEY (amendment_id) REFERENCES plans_amendment(id) ON DELETE CASCADE,
  constraint plans_amendment_change_kind_known CHECK (kind = ANY (ARRAY['add'::text, 'change'::text, 'move'::text, 'drop'::text])),
  constraint plans_amendment_change_reason_length CHECK (length(reason) >= 1 AND length(reason) <= 2000),
  constraint plans_amendment_change_sides CHECK ((kind = 'add'::text) = (before IS NULL) AND (kind = 'drop'::text) = (content IS NULL))
);
CREATE INDEX plans_amendment_change_task ON plans_amendment_change USING btree (task_id);
CREATE TRIGGER plans_amendment_change_kept BEFORE DELETE OR UPDATE ON plans_amendment_change FOR EACH ROW EXECUTE FUNCTION plans_keep_issued_amendment();
CREATE TRIGGER plans_amendment_change_truncated BEFORE TRUNCATE ON plans_amendment_change FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table plans_baseline (
  plan_id uuid not null,
  version smallint not null,
  frozen_at timestamp with time zone not null,
  content jsonb not null,
  constraint plans_baseline_pkey PRIMARY KEY (plan_id, version),
  constraint plans_baseline_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans_plan(id)
);
CREATE TRIGGER plans_baseline_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plans_baseline FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table plans_basis (
  plan_id uuid not null,
  position smallint not null,
  kind text not null,
  number text,
  issued_on date,
  issuer text,
  citation text not null,
  constraint plans_basis_pkey PRIMARY KEY (plan_id, "position"),
  constraint plans_basis_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans_plan(id) ON DELETE CASCADE,
  constraint plans_basis_citation_check CHECK (length(citation) >= 1 AND length(citation) <= 500),
  constraint plans_basis_issuer_check CHECK (length(issuer) <= 200),
  constraint plans_basis_kind_check CHECK (length(kind) <= 60),
  constraint plans_basis_number_check CHECK (length(number) <= 60)
);

create table plans_clause (
  id uuid not null,
  plan_id uuid not null,
  path text not null,
  parent_path text,
  kind text not null,
  label text not null,
  title text not null,
  body text default ''::text not null,
  dimension smallint,
  position integer not null,
  search text generated always as (kernel_search_text((title || ' '::text) || body)) stored,
  constraint plans_clause_pkey PRIMARY KEY (id),
  constraint plans_clause_path_unique UNIQUE (plan_id, path),
  constraint plans_clause_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans_plan(id) ON DELETE CASCADE,
  constraint plans_clause_body_check CHECK (length(body) <= 20000),
  constraint plans_clause_dimension_check CHECK (dimension >= 1 AND dimension <= 8),
  constraint plans_clause_kind_check CHECK (kind = ANY (ARRAY['part'::text, 'section'::text, 'subsection'::text, 'letter'::text, 'number'::text, 'dash'::text])),
  constraint plans_clause_label_check CHECK (length(label) <= 20),
  constraint plans_clause_path_check CHECK (length(path) >= 1 AND length(path) <= 60),
  constraint plans_clause_title_check CHECK (length(title) <= 500)
);
CREATE INDEX plans_clause_order ON plans_clause USING btree (plan_id, "position");
CREATE INDEX plans_clause_path_search ON plans_clause USING btree (lower(path) text_pattern_ops);
CREATE INDEX plans_clause_search ON plans_clause USING gin (search gin_trgm_ops);

create table plans_correction (
  id uuid not null,
  plan_id uuid not null,
  number_before text not null,
  number_after text not null,
  issued_on_before date not null,
  issued_on_after date not null,
  reason text not null,
  corrected_at timestamp with time zone not null,
  corrected_by uuid,
  corrected_by_name text not null,
  constraint plans_correction_pkey PRIMARY KEY (id),
  constraint plans_correction_plan FOREIGN KEY (plan_id) REFERENCES plans_plan(id),
  constraint plans_correction_corrects CHECK (number_before <> number_after OR issued_on_before <> issued_on_after),
  constraint plans_correction_number_length CHECK (length(number_after) >= 1 AND length(number_after) <= 60),
  constraint plans_correction_reason_length CHECK (length(reason) >= 1 AND length(reason) <= 2000)
);
CREATE INDEX plans_correction_plan_order ON plans_correction USING btree (plan_id, corrected_at);
CREATE TRIGGER plans_correction_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plans_correction FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table plans_import (
  id uuid not null,
  plan_id uuid not null,
  state text default 'preview'::text not null,
  files jsonb not null,
  choices jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  decided_at timestamp with time zone,
  constraint plans_import_pkey PRIMARY KEY (id),
  constraint plans_import_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans_plan(id) ON DELETE CASCADE,
  constraint plans_import_state_check CHECK (state = ANY (ARRAY['preview'::text, 'confirmed'::text, 'discarded'::text]))
);
CREATE INDEX plans_import_plan ON plans_import USING btree (plan_id, created_at DESC);

create table plans_plan (
  id uuid not null,
  unit_id uuid not null,
  year smallint not null,
  title text not null,
  number text,
  issued_on date,
  signer_name text,
  signer_title text,
  state text default 'draft'::text not null,
  version smallint default 1 not null,
  parent_plan_id uuid,
  parent_citation text,
  regular_period text default 'half'::text not null,
  returned_on date,
  return_reason text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  unit_plan_within smallint default 15,
  previous_plan_id uuid,
  closed_at timestamp with time zone,
  withdrawn_on date,
  withdrawn_at timestamp with time zone,
  withdraw_reason text,
  constraint plans_plan_pkey PRIMARY KEY (id),
  constraint plans_plan_parent_plan_id_fkey FOREIGN KEY (parent_plan_id) REFERENCES plans_plan(id),
  constraint plans_plan_previous FOREIGN KEY (previous_plan_id) REFERENCES plans_plan(id),
  constraint plans_plan_closed_whole CHECK ((state = 'closed'::text) = (closed_at IS NOT NULL)),
  constraint plans_plan_issued_complete CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text])) OR number IS NOT NULL AND issued_on IS NOT NULL AND signer_name IS NOT NULL),
  constraint plans_plan_number_length CHECK (length(number) >= 1 AND length(number) <= 60),
  constraint plans_plan_parent_citation_check CHECK (length(parent_citation) <= 500),
  constraint plans_plan_regular_period_check CHECK (regular_period = ANY (ARRAY['month'::text, 'quarter'::text, 'half'::text, 'year'::text])),
  constraint plans_plan_return_reason_check CHECK (length(return_reason) >= 1 AND length(return_reason) <= 2000),
  constraint plans_plan_signer_name_check CHECK (length(signer_name) >= 1 AND length(signer_name) <= 120),
  constraint plans_plan_signer_title_check CHECK (length(signer_title) >= 1 AND length(signer_title) <= 200),
  constraint plans_plan_state_known CHECK (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'issued'::text, 'closed'::text, 'withdrawn'::text])),
  constraint plans_plan_title_length CHECK (length(title) >= 1 AND length(title) <= 500),
  constraint plans_plan_unit_plan_within CHECK (unit_plan_within >= 1 AND unit_plan_within <= 250),
  constraint plans_plan_version_check CHECK (version >= 1),
  constraint plans_plan_withdraw_reason_length CHECK (length(withdraw_reason) >= 1 AND length(withdraw_reason) <= 2000),
  constraint plans_plan_withdrawn_whole CHECK ((state = 'withdrawn'::text) = (withdrawn_on IS NOT NULL) AND (withdrawn_on IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_on IS NULL) = (withdraw_reason IS NULL)),
  constraint plans_plan_year_range CHECK (year >= 2000 AND year <= 2100)
);
CREATE UNIQUE INDEX plans_plan_number_unique ON plans_plan USING btree (unit_id, number, issued_on) WHERE number IS NOT NULL AND issued_on IS NOT NULL;
CREATE INDEX plans_plan_previous ON plans_plan USING btree (previous_plan_id) WHERE previous_plan_id IS NOT NULL;
CREATE INDEX plans_plan_year ON plans_plan USING btree (year DESC, unit_id);

create table plans_recipient (
  plan_id uuid not null,
  position smallint not null,
  words text not null,
  group_code text,
  purpose text,
  constraint plans_recipient_pkey PRIMARY KEY (plan_id, "position"),
  constraint plans_recipient_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans_plan(id) ON DELETE CASCADE,
  constraint plans_recipient_purpose_check CHECK (length(purpose) <= 200),
  constraint plans_recipient_words_check CHECK (length(words) >= 1 AND length(words) <= 300)
);

create table plans_task (
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  clause_path text,
  dimension smallint not null,
  sub_dimension text,
  position integer not null,
  words text not null,
  lead_unit_id uuid,
  lead_group text,
  lead_words text default ''::text not null,
  executors text default 'lead'::text not null,
  executor_group text,
  due jsonb,
  due_words text default ''::text not null,
  note text default ''::text not null,
  tags text[] default '{}'::text[] not null,
  priority smallint default 0 not null,
  search text generated always as (kernel_search_text((code || ' '::text) || words)) stored,
  previous_task_id uuid,
  constraint plans_task_pkey PRIMARY KEY (id),
  constraint plans_task_code_unique UNIQUE (plan_id, code) DEFERRABLE INITIALLY DEFERRED,
  constraint plans_task_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans_plan(id) ON DELETE CASCADE,
  constraint plans_task_clause_path_check CHECK (length(clause_path) <= 60),
  constraint plans_task_code_check CHECK (length(code) >= 1 AND length(code) <= 30),
  constraint plans_task_dimension_check CHECK (dimension >= 0 AND dimension <= 8),
  constraint plans_task_due_words_check CHECK (length(due_words) <= 500),
  constraint plans_task_executor_group CHECK ((executors = 'group'::text) = (executor_group IS NOT NULL)),
  constraint plans_task_executors_check CHECK (executors = ANY (ARRAY['lead'::text, 'group'::text, 'chosen'::text])),
  constraint plans_task_lead_words_check CHECK (length(lead_words) <= 500),
  constraint plans_task_note_check CHECK (length(note) <= 2000),
  constraint plans_task_one_lead CHECK (lead_unit_id IS NULL OR lead_group IS NULL),
  constraint plans_task_priority_check CHECK (priority >= 0 AND priority <= 2),
  constraint plans_task_sub_dimension_check CHECK (sub_dimension ~ '^[1-8]\.[1-9]$'::text),
  constraint plans_task_words_length CHECK (length(words) >= 1 AND length(words) <= 4000)
);
CREATE INDEX plans_task_code_search ON plans_task USING btree (lower(code) text_pattern_ops);
CREATE INDEX plans_task_order ON plans_task USING btree (plan_id, "position");
CREATE INDEX plans_task_search ON plans_task USING gin (search gin_trgm_ops);

create table plans_task_coordinator (
  task_id uuid not null,
  position smallint not null,
  unit_id uuid,
  group_code text,
  words text not null,
  constraint plans_task_coordinator_pkey PRIMARY KEY (task_id, "position"),
  constraint plans_task_coordinator_task_id_fkey FOREIGN KEY (task_id) REFERENCES plans_task(id) ON DELETE CASCADE,
  constraint plans_task_coordinator_words_check CHECK (length(words) >= 1 AND length(words) <= 300)
);

create table plans_task_executor (
  task_id uuid not null,
  unit_id uuid not null,
  constraint plans_task_executor_pkey PRIMARY KEY (task_id, unit_id),
  constraint plans_task_executor_task_id_fkey FOREIGN KEY (task_id) REFERENCES plans_task(id) ON DELETE CASCADE
);

create table plans_task_product (
  task_id uuid not null,
  position smallint not null,
  words text not null,
  type text not null,
  constraint plans_task_product_pkey PRIMARY KEY (task_id, "position"),
  constraint plans_task_product_task_id_fkey FOREIGN KEY (task_id) REFERENCES plans_task(id) ON DELETE CASCADE,
  constraint plans_task_product_type_check CHECK (type = ANY (ARRAY['document'::text, 'posting'::text, 'meeting'::text, 'figure'::text, 'activity'::text])),
  constraint plans_task_product_words_check CHECK (length(words) >= 1 AND length(words) <= 500)
);

create table portal_mail_pause (
  only_row boolean default true not null,
  failures smallint not null,
  next_try_at timestamp with time zone not null,
  constraint portal_mail_pause_pkey PRIMARY KEY (only_row),
  constraint portal_mail_pause_one CHECK (only_row)
);

create table portal_subscriber (
  id uuid not null,
  email text not null,
  lang text not null,
  asked_at timestamp with time zone not null,
  asked_on date not null,
  asked_times smallint not null,
  confirmed_at timestamp with time zone,
  told_until timestamp with time zone not null,
  mailed_on date,
  waiting text,
  next_try_at timestamp with time zone,
  attempts smallint default 0 not null,
  constraint portal_subscriber_pkey PRIMARY KEY (id),
  constraint portal_subscriber_once UNIQUE (email),
  constraint portal_subscriber_asked_positive CHECK (asked_times >= 1),
  constraint portal_subscriber_email_length CHECK (length(email) >= 6 AND length(email) <= 200),
  constraint portal_subscriber_lang_known CHECK (lang = ANY (ARRAY['vi'::text, 'en'::text])),
  constraint portal_subscriber_news_confirmed CHECK (waiting <> 'news'::text OR confirmed_at IS NOT NULL),
  constraint portal_subscriber_waiting_known CHECK (waiting = ANY (ARRAY['confirm'::text, 'news'::text])),
  constraint portal_subscriber_waits CHECK ((waiting IS NULL) = (next_try_at IS NULL))
);
CREATE INDEX portal_subscriber_asked ON portal_subscriber USING btree (asked_at);
CREATE INDEX portal_subscriber_waiting ON portal_subscriber USING btree (next_try_at) WHERE waiting IS NOT NULL;

create table portal_subscriber_key (
  hash bytea not null,
  subscriber_id uuid not null,
  purpose text not null,
  made_at timestamp with time zone not null,
  constraint portal_subscriber_key_pkey PRIMARY KEY (hash),
  constraint portal_subscriber_key_subscriber FOREIGN KEY (subscriber_id) REFERENCES portal_subscriber(id) ON DELETE CASCADE,
  constraint portal_subscriber_key_form CHECK (length(hash) = 32),
  constraint portal_subscriber_key_purpose_known CHECK (purpose = ANY (ARRAY['confirm'::text, 'stop'::text]))
);
CREATE INDEX portal_subscriber_key_made ON portal_subscriber_key USING btree (made_at);
CREATE INDEX portal_subscriber_key_of ON portal_subscriber_key USING btree (subscriber_id, purpose);

create table portal_subscription (
  subscriber_id uuid not null,
  unit_id uuid not null,
  section text not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint portal_subscription_pkey PRIMARY KEY (subscriber_id, unit_id, section),
  constraint portal_subscription_subscriber FOREIGN KEY (subscriber_id) REFERENCES portal_subscriber(id) ON DELETE CASCADE,
  constraint portal_subscription_section_length CHECK (length(section) >= 1 AND length(section) <= 30)
);
CREATE INDEX portal_subscription_unit ON portal_subscription USING btree (unit_id, section) WHERE confirmed_at IS NOT NULL;

create table portal_visit (
  day date not null,
  unit_id uuid,
  item_id uuid,
  visits bigint not null,
  constraint portal_visit_once UNIQUE NULLS NOT DISTINCT (day, unit_id, item_id),
  constraint portal_visit_item_of_unit CHECK (item_id IS NULL OR unit_id IS NOT NULL),
  constraint portal_visit_positive CHECK (visits > 0)
);
CREATE INDEX portal_visit_unit ON portal_visit USING btree (unit_id, day);

create table reports_adjustment (
  id uuid not null,
  seq bigint not null,
  figure_id uuid not null,
  unit_id uuid not null,
  period_code text not null,
  after_id uuid,
  number numeric(15,3),
  numerator numeric(15,3),
  denominator numeric(15,3),
  seen_revision integer not null,
  reason text not null,
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  made_at timestamp with time zone not null,
  constraint reports_adjustment_pkey PRIMARY KEY (id),
  constraint reports_adjustment_after_once UNIQUE (after_id),
  constraint reports_adjustment_cell UNIQUE (id, figure_id, unit_id, period_code),
  constraint reports_adjustment_follows FOREIGN KEY (after_id, figure_id, unit_id, period_code) REFERENCES reports_adjustment(id, figure_id, unit_id, period_code),
  constraint reports_adjustment_denominator_positive CHECK (denominator >= 0::numeric),
  constraint reports_adjustment_number_positive CHECK (number >= 0::numeric),
  constraint reports_adjustment_numerator_positive CHECK (numerator >= 0::numeric),
  constraint reports_adjustment_one_shape CHECK (num_nonnulls(number, numerator) <= 1 AND (numerator IS NULL) = (denominator IS NULL)),
  constraint reports_adjustment_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40),
  constraint reports_adjustment_reason_length CHECK (length(reason) >= 3 AND length(reason) <= 2000),
  constraint reports_adjustment_seen_natural CHECK (seen_revision >= 0),
  constraint reports_adjustment_withdraws_some CHECK (num_nonnulls(number, numerator) = 1 OR after_id IS NOT NULL)
);
CREATE UNIQUE INDEX reports_adjustment_first ON reports_adjustment USING btree (figure_id, unit_id, period_code) WHERE after_id IS NULL;
CREATE INDEX reports_adjustment_period ON reports_adjustment USING btree (period_code, figure_id, unit_id, seq);
CREATE TRIGGER reports_adjustment_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reports_adjustment FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table reports_event (
  id uuid not null,
  report_id uuid not null,
  seq bigint not null,
  kind text not null,
  recorded_at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  unit_id uuid,
  note text default ''::text not null,
  submitted_by uuid,
  facts jsonb not null,
  constraint reports_event_pkey PRIMARY KEY (id),
  constraint reports_event_report FOREIGN KEY (report_id) REFERENCES reports_report(id),
  constraint reports_event_accepts_some CHECK (kind = 'accepted'::text OR submitted_by IS NULL),
  constraint reports_event_kind_known CHECK (kind = ANY (ARRAY['begun'::text, 'approved'::text, 'submitted'::text, 'returned'::text, 'accepted'::text])),
  constraint reports_event_not_own CHECK (submitted_by IS NULL OR person_id <> submitted_by),
  constraint reports_event_note_length CHECK (length(note) <= 4000),
  constraint reports_event_reason CHECK (kind <> 'returned'::text OR length(note) > 0),
  constraint reports_event_title_length CHECK (length(person_title) <= 200)
);
CREATE INDEX reports_event_order ON reports_event USING btree (report_id, seq);
CREATE INDEX reports_event_recorded ON reports_event USING btree (recorded_at);
CREATE TRIGGER reports_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reports_event FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table reports_part (
  report_id uuid not null,
  part text not null,
  proposed text not null,
  words text,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  changed_by_name text not null,
  constraint reports_part_pkey PRIMARY KEY (report_id, part),
  constraint reports_part_report FOREIGN KEY (report_id) REFERENCES reports_report(id),
  constraint reports_part_name_form CHECK (part ~ '^[a-z_0-9]{1,40}$'::text),
  constraint reports_part_proposed_length CHECK (length(proposed) <= 100000),
  constraint reports_part_words_length CHECK (length(words) <= 20000)
);
CREATE TRIGGER reports_part_count BEFORE UPDATE ON reports_part FOR EACH ROW EXECUTE FUNCTION reports_count_part();
CREATE TRIGGER reports_part_kept BEFORE DELETE OR TRUNCATE ON reports_part FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER reports_part_past AFTER UPDATE ON reports_part FOR EACH ROW EXECUTE FUNCTION reports_keep_part();

create table reports_part_past (
  until timestamp with time zone not null,
  report_id uuid not null,
  part text not null,
  proposed text not null,
  words text,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  changed_by_name text not null
);
CREATE INDEX reports_part_past_part ON reports_part_past USING btree (report_id, part, until);
CREATE TRIGGER reports_part_past_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON reports_part_past FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table reports_receipt_count (
  year smallint not null,
  last integer not null,
  constraint reports_receipt_count_pkey PRIMARY KEY (year),
  constraint reports_receipt_count_natural CHECK (last >= 0)
);

create table reports_report (
  id uuid not null,
  kind text not null,
  unit_id uuid not null,
  period_code text not null,
  plan_id uuid not null,
  asker_unit_id uuid not null,
  is_request boolean not null,
  made_at timestamp with time zone not null,
  constraint reports_report_pkey PRIMARY KEY (id),
  constraint reports_report_once UNIQUE (kind, unit_id, period_code, plan_id),
  constraint reports_report_kind_known CHECK (kind = ANY (ARRAY['unit'::text, 'sector'::text, 'district'::text, 'review'::text])),
  constraint reports_report_period_length CHECK (length(period_code) >= 4 AND length(period_code) <= 40)
);
CREATE INDEX reports_report_period ON reports_report USING btree (period_code, kind);
CREATE INDEX reports_report_unit ON reports_report USING btree (unit_id);
CREATE TRIGGER reports_report_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON reports_report FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table reports_version (
  report_id uuid not null,
  version smallint not null,
  document text not null,
  hash text not null,
  receipt_year smallint not null,
  receipt_number integer not null,
  is_late boolean not null,
  submitted_at timestamp with time zone not null,
  constraint reports_version_pkey PRIMARY KEY (report_id, version),
  constraint reports_version_receipt_once UNIQUE (receipt_year, receipt_number),
  constraint reports_version_report FOREIGN KEY (report_id) REFERENCES reports_report(id),
  constraint reports_version_hash_right CHECK (hash = encode(sha256(convert_to(document, 'UTF8'::name)), 'hex'::text)),
  constraint reports_version_positive CHECK (version >= 1),
  constraint reports_version_receipt_positive CHECK (receipt_number >= 1)
);
CREATE TRIGGER reports_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reports_version FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_adoption (
  id uuid not null,
  practice_id uuid not null,
  practice_version integer not null,
  unit_id uuid not null,
  from_on date not null,
  note text not null,
  measure text not null,
  before_value numeric(16,3),
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_adoption_pkey PRIMARY KEY (id),
  constraint scoring_adoption_once UNIQUE (practice_id, unit_id),
  constraint scoring_adoption_of FOREIGN KEY (practice_id, practice_version) REFERENCES scoring_practice(id, version),
  constraint scoring_adoption_measure_length CHECK (length(measure) <= 200),
  constraint scoring_adoption_measured CHECK (before_value IS NULL OR measure <> ''::text),
  constraint scoring_adoption_note_length CHECK (length(note) <= 2000)
);
CREATE INDEX scoring_adoption_unit ON scoring_adoption USING btree (unit_id);
CREATE TRIGGER scoring_adoption_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_adoption FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_cause (
  id uuid not null,
  year integer not null,
  part text not null,
  version integer not null,
  shortcoming text not null,
  cause text not null,
  responsibility text not null,
  unit_ids uuid[] not null,
  by_unit_id uuid,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_cause_pkey PRIMARY KEY (id),
  constraint scoring_cause_one_version UNIQUE (year, part, version),
  constraint scoring_cause_cause_length CHECK (length(cause) >= 1 AND length(cause) <= 4000),
  constraint scoring_cause_part_form CHECK (part ~ '^[1-8]\.[1-9]$'::text),
  constraint scoring_cause_responsibility_length CHECK (length(responsibility) >= 1 AND length(responsibility) <= 4000),
  constraint scoring_cause_shortcoming_length CHECK (length(shortcoming) >= 1 AND length(shortcoming) <= 4000),
  constraint scoring_cause_units_few CHECK (cardinality(unit_ids) <= 4),
  constraint scoring_cause_version_positive CHECK (version > 0),
  constraint scoring_cause_year_known CHECK (year >= 2011 AND year <= 2199)
);
CREATE TRIGGER scoring_cause_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_cause FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_draft (
  task_id uuid not null,
  plan_id uuid not null,
  year integer not null,
  part text not null,
  practice_id uuid not null,
  practice_version integer not null,
  person_id uuid,
  person_name text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_draft_pkey PRIMARY KEY (task_id),
  constraint scoring_draft_of FOREIGN KEY (practice_id, practice_version) REFERENCES scoring_practice(id, version),
  constraint scoring_draft_part_form CHECK (part ~ '^[1-8]\.[1-9]$'::text),
  constraint scoring_draft_year_known CHECK (year >= 2011 AND year <= 2199)
);
CREATE INDEX scoring_draft_part ON scoring_draft USING btree (part, year);
CREATE TRIGGER scoring_draft_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_draft FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_effort (
  id uuid not null,
  seq bigint not null,
  year integer not null,
  code text not null,
  unit_id uuid not null,
  step numeric(12,4) not null,
  cost numeric(14,2) not null,
  measure text not null,
  words text not null,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_effort_pkey PRIMARY KEY (id),
  constraint scoring_effort_code_form CHECK (code ~ '^[1-8]\.[1-9](\.[0-9a-z]{1,4}){0,2}$'::text),
  constraint scoring_effort_cost_positive CHECK (cost > 0::numeric),
  constraint scoring_effort_measure_known CHECK (measure = ANY (ARRAY['million_vnd'::text, 'person_days'::text])),
  constraint scoring_effort_step_positive CHECK (step > 0::numeric),
  constraint scoring_effort_words_length CHECK (length(words) <= 1000),
  constraint scoring_effort_year_known CHECK (year >= 2011 AND year <= 2199)
);
CREATE INDEX scoring_effort_code ON scoring_effort USING btree (year, code, unit_id, seq DESC);
CREATE TRIGGER scoring_effort_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_effort FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_outcome (
  id uuid not null,
  seq bigint not null,
  adoption_id uuid not null,
  seen_on date not null,
  after_value numeric(16,3),
  words text not null,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_outcome_pkey PRIMARY KEY (id),
  constraint scoring_outcome_of FOREIGN KEY (adoption_id) REFERENCES scoring_adoption(id),
  constraint scoring_outcome_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE INDEX scoring_outcome_adoption ON scoring_outcome USING btree (adoption_id, seq);
CREATE TRIGGER scoring_outcome_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_outcome FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_owner (
  id uuid not null,
  seq bigint not null,
  part text not null,
  unit_id uuid,
  from_on date not null,
  words text not null,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_owner_pkey PRIMARY KEY (id),
  constraint scoring_owner_part_form CHECK (part ~ '^[1-8]\.[1-9]$'::text),
  constraint scoring_owner_words_length CHECK (length(words) <= 1000)
);
CREATE INDEX scoring_owner_part ON scoring_owner USING btree (part, from_on DESC, seq DESC);
CREATE TRIGGER scoring_owner_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_owner FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table scoring_practice (
  id uuid not null,
  version integer not null,
  title text not null,
  place text not null,
  place_code text,
  place_year integer,
  parts text[] not null,
  what text not null,
  how text not null,
  source text not null,
  source_url text,
  is_illustration boolean not null,
  task_words text,
  task_product text,
  task_due text,
  task_group text,
  withdrawn_reason text,
  search text generated always as (kernel_search_text((((title || ' '::text) || place) || ' '::text) || what)) stored not null,
  by_unit_id uuid,
  person_id uuid,
  person_name text not null,
  person_title text not null,
  recorded_at timestamp with time zone not null,
  constraint scoring_practice_pkey PRIMARY KEY (id, version),
  constraint scoring_practice_due_length CHECK (length(task_due) >= 1 AND length(task_due) <= 500),
  constraint scoring_practice_group_length CHECK (length(task_group) >= 1 AND length(task_group) <= 60),
  constraint scoring_practice_how_length CHECK (length(how) >= 1 AND length(how) <= 4000),
  constraint scoring_practice_parts_some CHECK (cardinality(parts) >= 1 AND cardinality(parts) <= 8),
  constraint scoring_practice_place_code_length CHECK (length(place_code) >= 1 AND length(place_code) <= 20),
  constraint scoring_practice_place_length CHECK (length(place) >= 1 AND length(place) <= 200),
  constraint scoring_practice_product_length CHECK (length(task_product) >= 1 AND length(task_product) <= 500),
  constraint scoring_practice_source_length CHECK (length(source) >= 1 AND length(source) <= 1000),
  constraint scoring_practice_task_length CHECK (length(task_words) >= 1 AND length(task_words) <= 4000),
  constraint scoring_practice_task_whole CHECK ((task_words IS NULL) = (task_product IS NULL) AND (task_words IS NULL) = (task_due IS NULL) AND (task_group IS NULL OR task_words IS NOT NULL)),
  constraint scoring_practice_title_length CHECK (length(title) >= 1 AND length(title) <= 200),
  constraint scoring_practice_url_length CHECK (length(source_url) >= 1 AND length(source_url) <= 500),
  constraint scoring_practice_version_positive CHECK (version > 0),
  constraint scoring_practice_what_length CHECK (length(what) >= 1 AND length(what) <= 4000),
  constraint scoring_practice_withdrawn_length CHECK (length(withdrawn_reason) >= 1 AND length(withdrawn_reason) <= 1000),
  constraint scoring_practice_year_known CHECK (place_year >= 2011 AND place_year <= 2199),
  constraint scoring_practice_year_of_place CHECK (place_year IS NULL OR place_code IS NOT NULL)
);
CREATE TRIGGER scoring_practice_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON scoring_practice FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table steering_answer (
  id uuid not null,
  ask_id uuid not null,
  seq integer not null,
  kind text not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  constraint steering_answer_pkey PRIMARY KEY (id),
  constraint steering_answer_once UNIQUE (ask_id, seq),
  constraint steering_answer_ask FOREIGN KEY (ask_id) REFERENCES steering_ask(id),
  constraint steering_answer_kind_known CHECK (kind = ANY (ARRAY['answer'::text, 'accept'::text, 'return'::text])),
  constraint steering_answer_says CHECK (kind = 'accept'::text OR length(words) > 0),
  constraint steering_answer_seq_positive CHECK (seq > 0),
  constraint steering_answer_words_length CHECK (length(words) <= 4000)
);
CREATE TRIGGER steering_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON steering_answer FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table steering_ask (
  id uuid not null,
  unit_id uuid not null,
  plan_id uuid not null,
  dimension integer,
  from_unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  made_at timestamp with time zone not null,
  words text not null,
  shown jsonb not null,
  constraint steering_ask_pkey PRIMARY KEY (id),
  constraint steering_ask_dimension_known CHECK (dimension >= 0 AND dimension <= 8),
  constraint steering_ask_words_length CHECK (length(words) >= 1 AND length(words) <= 4000)
);
CREATE INDEX steering_ask_made ON steering_ask USING btree (made_at DESC, id DESC);
CREATE INDEX steering_ask_unit ON steering_ask USING btree (unit_id, made_at DESC);
CREATE TRIGGER steering_ask_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON steering_ask FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table steering_brief (
  person_id uuid not null,
  week_on date not null,
  told_at timestamp with time zone not null,
  constraint steering_brief_pkey PRIMARY KEY (person_id, week_on),
  constraint steering_brief_monday CHECK (EXTRACT(isodow FROM week_on) = 1::numeric)
);

create table steering_due (
  ask_id uuid not null,
  seq integer not null,
  on_day date not null,
  due jsonb not null,
  set_at timestamp with time zone not null,
  constraint steering_due_pkey PRIMARY KEY (ask_id, seq),
  constraint steering_due_ask FOREIGN KEY (ask_id) REFERENCES steering_ask(id),
  constraint steering_due_seq_positive CHECK (seq > 0)
);
CREATE TRIGGER steering_due_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON steering_due FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table steering_reader (
  person_id uuid not null,
  since timestamp with time zone not null,
  constraint steering_reader_pkey PRIMARY KEY (person_id)
);

create table unitplans_baseline (
  obligation_id uuid not null,
  version smallint not null,
  frozen_at timestamp with time zone not null,
  content jsonb not null,
  constraint unitplans_baseline_pkey PRIMARY KEY (obligation_id, version),
  constraint unitplans_baseline_unit_plan FOREIGN KEY (obligation_id) REFERENCES unitplans_obligation(id),
  constraint unitplans_baseline_version_positive CHECK (version >= 1)
);
CREATE TRIGGER unitplans_baseline_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON unitplans_baseline FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table unitplans_draft (
  obligation_id uuid not null,
  version smallint not null,
  is_open boolean not null,
  title text not null,
  bases text not null,
  opening text not null,
  closing text not null,
  recipients text not null,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  constraint unitplans_draft_pkey PRIMARY KEY (obligation_id),
  constraint unitplans_draft_obligation FOREIGN KEY (obligation_id) REFERENCES unitplans_obligation(id),
  constraint unitplans_draft_bases_length CHECK (length(bases) <= 20000),
  constraint unitplans_draft_closing_length CHECK (length(closing) <= 20000),
  constraint unitplans_draft_opening_length CHECK (length(opening) <= 20000),
  constraint unitplans_draft_recipients_length CHECK (length(recipients) <= 20000),
  constraint unitplans_draft_title_length CHECK (length(title) >= 1 AND length(title) <= 500),
  constraint unitplans_draft_version_positive CHECK (version >= 1)
);

create table unitplans_event (
  id uuid not null,
  obligation_id uuid not null,
  seq bigint not null,
  kind text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  unit_id uuid,
  note text default ''::text not null,
  facts jsonb not null,
  constraint unitplans_event_pkey PRIMARY KEY (id),
  constraint unitplans_event_obligation FOREIGN KEY (obligation_id) REFERENCES unitplans_obligation(id),
  constraint unitplans_event_kind_known CHECK (kind = ANY (ARRAY['obliged'::text, 'received'::text, 'draft_begun'::text, 'issued'::text, 'returned'::text, 'due_moved'::text, 'parent_amended'::text, 'void'::text])),
  constraint unitplans_event_note_length CHECK (length(note) <= 4000),
  constraint unitplans_event_reason CHECK ((kind <> ALL (ARRAY['returned'::text, 'void'::text])) OR length(note) > 0)
);
CREATE INDEX unitplans_event_order ON unitplans_event USING btree (obligation_id, seq);
CREATE TRIGGER unitplans_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON unitplans_event FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table unitplans_line (
  id uuid not null,
  obligation_id uuid not null,
  position integer not null,
  task_id uuid,
  dimension smallint,
  words text,
  how text default ''::text not null,
  product text default ''::text not null,
  responsible text default ''::text not null,
  responsible_person_id uuid,
  due_words text default ''::text not null,
  due jsonb,
  late_reason text default ''::text not null,
  is_declined boolean default false not null,
  decline_reason text default ''::text not null,
  revision integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  constraint unitplans_line_pkey PRIMARY KEY (id),
  constraint unitplans_line_once UNIQUE (obligation_id, task_id),
  constraint unitplans_line_obligation FOREIGN KEY (obligation_id) REFERENCES unitplans_obligation(id),
  constraint unitplans_line_decline_reason_length CHECK (length(decline_reason) <= 1000),
  constraint unitplans_line_declines_task CHECK (NOT is_declined OR task_id IS NOT NULL),
  constraint unitplans_line_dimension_range CHECK (dimension >= 0 AND dimension <= 8),
  constraint unitplans_line_due_words_length CHECK (length(due_words) <= 200),
  constraint unitplans_line_how_length CHECK (length(how) <= 4000),
  constraint unitplans_line_late_reason_length CHECK (length(late_reason) <= 1000),
  constraint unitplans_line_of_somebody CHECK ((task_id IS NULL) = (words IS NOT NULL) AND (task_id IS NULL) = (dimension IS NOT NULL)),
  constraint unitplans_line_product_length CHECK (length(product) <= 2000),
  constraint unitplans_line_responsible_length CHECK (length(responsible) <= 200),
  constraint unitplans_line_words_length CHECK (length(words) >= 1 AND length(words) <= 2000)
);
CREATE INDEX unitplans_line_order ON unitplans_line USING btree (obligation_id, "position");

create table unitplans_obligation (
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  issuer_unit_id uuid not null,
  is_request boolean not null,
  issued_on date not null,
  due_on date,
  due_expression jsonb,
  due_calendar text,
  due_explained_vi text,
  due_explained_en text,
  met_on date,
  is_void boolean default false not null,
  constraint unitplans_obligation_pkey PRIMARY KEY (id),
  constraint unitplans_obligation_once UNIQUE (plan_id, unit_id),
  constraint unitplans_obligation_due_explained CHECK ((due_on IS NULL) = (due_expression IS NULL) AND (due_on IS NULL) = (due_calendar IS NULL) AND (due_on IS NULL) = (due_explained_vi IS NULL) AND (due_on IS NULL) = (due_explained_en IS NULL)),
  constraint unitplans_obligation_request_undue CHECK (NOT is_request OR due_on IS NULL)
);
CREATE INDEX unitplans_obligation_open ON unitplans_obligation USING btree (due_on) WHERE met_on IS NULL AND NOT is_void;
CREATE INDEX unitplans_obligation_unit ON unitplans_obligation USING btree (unit_id);
CREATE TRIGGER unitplans_obligation_kept BEFORE DELETE OR TRUNCATE ON unitplans_obligation FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table unitplans_reminder (
  obligation_id uuid not null,
  counted_from date not null,
  working_day smallint not null,
  made_at timestamp with time zone not null,
  constraint unitplans_reminder_pkey PRIMARY KEY (obligation_id, counted_from, working_day),
  constraint unitplans_reminder_obligation FOREIGN KEY (obligation_id) REFERENCES unitplans_obligation(id)
);
CREATE TRIGGER unitplans_reminder_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON unitplans_reminder FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table units_boundary (
  id uuid not null,
  seq bigint not null,
  unit_id uuid not null,
  valid_from date not null,
  geometry jsonb not null,
  source text not null,
  file_hash text not null,
  imported_at timestamp with time zone not null,
  constraint units_boundary_pkey PRIMARY KEY (id),
  constraint units_boundary_seq UNIQUE (seq),
  constraint units_boundary_unit FOREIGN KEY (unit_id) REFERENCES units_unit(id),
  constraint units_boundary_file_form CHECK (file_hash ~ '^[0-9a-f]{64}$'::text),
  constraint units_boundary_geometry_list CHECK (jsonb_typeof(geometry) = 'array'::text),
  constraint units_boundary_source_length CHECK (length(source) >= 3 AND length(source) <= 300)
);
CREATE INDEX units_boundary_of ON units_boundary USING btree (unit_id, valid_from, seq);
CREATE TRIGGER units_boundary_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON units_boundary FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER units_boundary_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_boundary FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_contact (
  id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  head_title text,
  phone text,
  email text,
  published_at timestamp with time zone not null,
  constraint units_contact_pkey PRIMARY KEY (id),
  constraint units_contact_unit FOREIGN KEY (unit_id) REFERENCES units_unit(id),
  constraint units_contact_email_length CHECK (length(email) >= 3 AND length(email) <= 200),
  constraint units_contact_head_title_length CHECK (length(head_title) >= 1 AND length(head_title) <= 200),
  constraint units_contact_phone_length CHECK (length(phone) >= 3 AND length(phone) <= 40)
);
CREATE INDEX units_contact_unit_id ON units_contact USING btree (unit_id, valid_from, published_at);
CREATE TRIGGER units_contact_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON units_contact FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();
CREATE TRIGGER units_contact_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_contact FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_group (
  code text not null,
  name text not null,
  aliases text[] default '{}'::text[] not null,
  constraint units_group_pkey PRIMARY KEY (code),
  constraint units_group_aliases_count CHECK (cardinality(aliases) <= 100),
  constraint units_group_code_form CHECK (code ~ '^[a-z][a-z0-9-]{0,59}$'::text),
  constraint units_group_name_length CHECK (length(name) >= 1 AND length(name) <= 200)
);
CREATE TRIGGER units_group_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_group FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_group_exception (
  group_code text not null,
  unit_id uuid not null,
  constraint units_group_exception_pkey PRIMARY KEY (group_code, unit_id),
  constraint units_group_exception_group FOREIGN KEY (group_code) REFERENCES units_group(code) ON DELETE CASCADE,
  constraint units_group_exception_unit FOREIGN KEY (unit_id) REFERENCES units_unit(id)
);
CREATE TRIGGER units_group_exception_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_group_exception FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_group_rule (
  group_code text not null,
  position integer not null,
  kinds text[] not null,
  tier text,
  constraint units_group_rule_pkey PRIMARY KEY (group_code, "position"),
  constraint units_group_rule_group FOREIGN KEY (group_code) REFERENCES units_group(code) ON DELETE CASCADE,
  constraint units_group_rule_tier FOREIGN KEY (tier) REFERENCES units_tier(name) ON UPDATE CASCADE,
  constraint units_group_rule_kinds_some CHECK (cardinality(kinds) > 0)
);
CREATE TRIGGER units_group_rule_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_group_rule FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_succession (
  from_unit uuid not null,
  to_unit uuid not null,
  on_date date not null,
  kind text not null,
  act text not null,
  status text not null,
  constraint units_succession_pkey PRIMARY KEY (from_unit, to_unit, on_date),
  constraint units_succession_from FOREIGN KEY (from_unit) REFERENCES units_unit(id),
  constraint units_succession_to FOREIGN KEY (to_unit) REFERENCES units_unit(id),
  constraint units_succession_act_length CHECK (length(act) >= 1 AND length(act) <= 500),
  constraint units_succession_kind CHECK (kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text])),
  constraint units_succession_other CHECK (from_unit <> to_unit),
  constraint units_succession_status CHECK (status = ANY (ARRAY['CONFIRMED'::text, 'UNCONFIRMED'::text]))
);
CREATE INDEX units_succession_to_unit ON units_succession USING btree (to_unit);
CREATE TRIGGER units_succession_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_succession FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_tier (
  name text not null,
  rank integer not null,
  constraint units_tier_pkey PRIMARY KEY (name),
  constraint units_tier_rank_unique UNIQUE (rank) DEFERRABLE INITIALLY DEFERRED,
  constraint units_tier_name_length CHECK (length(name) >= 1 AND length(name) <= 60)
);
CREATE TRIGGER units_tier_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_tier FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_unit (
  id uuid not null,
  key text not null,
  invented boolean default false not null,
  note text,
  source text,
  created_at timestamp with time zone not null,
  life daterange,
  constraint units_unit_pkey PRIMARY KEY (id),
  constraint units_unit_key_unique UNIQUE (key),
  constraint units_unit_key_form CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,119}$'::text),
  constraint units_unit_note_length CHECK (length(note) <= 2000),
  constraint units_unit_source_length CHECK (length(source) <= 1000)
);
CREATE TRIGGER units_unit_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_unit FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');

create table units_version (
  id uuid not null,
  unit_id uuid not null,
  valid daterange not null,
  code text,
  name text not null,
  short_names text[] default '{}'::text[] not null,
  kind text not null,
  tier text not null,
  parent_id uuid,
  act text,
  end_act text,
  search text not null,
  constraint units_version_pkey PRIMARY KEY (id),
  constraint units_version_code_once EXCLUDE USING gist (kind WITH =, code WITH =, valid WITH &&) WHERE (code IS NOT NULL) DEFERRABLE INITIALLY DEFERRED,
  constraint units_version_no_overlap EXCLUDE USING gist (unit_id WITH =, valid WITH &&) DEFERRABLE INITIALLY DEFERRED,
  constraint units_version_parent FOREIGN KEY (parent_id) REFERENCES units_unit(id),
  constraint units_version_tier FOREIGN KEY (tier) REFERENCES units_tier(name) ON UPDATE CASCADE,
  constraint units_version_unit FOREIGN KEY (unit_id) REFERENCES units_unit(id),
  constraint units_version_act_length CHECK (length(act) <= 500),
  constraint units_version_code_length CHECK (length(code) >= 1 AND length(code) <= 40),
  constraint units_version_end_act_length CHECK (length(end_act) <= 500),
  constraint units_version_kind_form CHECK (kind ~ '^[a-z][a-z_]{1,39}$'::text),
  constraint units_version_name_length CHECK (length(name) >= 1 AND length(name) <= 300),
  constraint units_version_parent_other CHECK (parent_id <> unit_id),
  constraint units_version_short_names_count CHECK (cardinality(short_names) <= 50),
  constraint units_version_valid_bounded CHECK (NOT isempty(valid) AND NOT lower_inf(valid))
);
CREATE INDEX units_version_parent_id ON units_version USING btree (parent_id);
CREATE INDEX units_version_search ON units_version USING gin (search gin_trgm_ops);
CREATE INDEX units_version_valid ON units_version USING gist (valid);
CREATE TRIGGER units_version_life_after_delete AFTER DELETE ON units_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION units_version_keep_life();
CREATE TRIGGER units_version_life_after_insert AFTER INSERT ON units_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION units_version_keep_life();
CREATE TRIGGER units_version_life_after_update AFTER UPDATE ON units_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION units_version_keep_life();
CREATE CONSTRAINT TRIGGER units_version_no_cycle AFTER INSERT OR UPDATE ON units_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION units_version_refuse_cycle();
CREATE TRIGGER units_version_revision AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON units_version FOR EACH STATEMENT EXECUTE FUNCTION kernel_count_revision('units');
CREATE TRIGGER units_version_search BEFORE INSERT OR UPDATE ON units_version FOR EACH ROW EXECUTE FUNCTION units_version_fill_search();

create table urging_answer (
  id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  constraint urging_answer_pkey PRIMARY KEY (id),
  constraint urging_answer_message FOREIGN KEY (message_id) REFERENCES urging_message(id),
  constraint urging_answer_words_length CHECK (length(words) >= 1 AND length(words) <= 4000)
);
CREATE INDEX urging_answer_message ON urging_answer USING btree (message_id, recorded_at);
CREATE TRIGGER urging_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON urging_answer FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table urging_draft (
  id uuid not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  selection jsonb not null,
  assignment_ids uuid[] not null,
  constraint urging_draft_pkey PRIMARY KEY (id),
  constraint urging_draft_chosen CHECK (cardinality(assignment_ids) >= 1 AND cardinality(assignment_ids) <= 20000)
);
CREATE INDEX urging_draft_person ON urging_draft USING btree (person_id, made_at);

create table urging_item (
  message_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  asks text not null,
  position integer not null,
  plan_id uuid not null,
  unit_id uuid not null,
  code text not null,
  clause_path text,
  words text not null,
  occurrence text not null,
  state text not null,
  due_on date,
  after_seq bigint not null,
  constraint urging_item_pkey PRIMARY KEY (message_id, subject_id),
  constraint urging_item_message FOREIGN KEY (message_id) REFERENCES urging_message(id),
  constraint urging_item_asks_known CHECK (asks = ANY (ARRAY['do'::text, 'answer'::text])),
  constraint urging_item_subject_known CHECK (subject_type = 'assignment'::text)
);
CREATE INDEX urging_item_subject ON urging_item USING btree (subject_id);
CREATE TRIGGER urging_item_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON urging_item FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table urging_message (
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  is_request boolean not null,
  items integer not null,
  constraint urging_message_pkey PRIMARY KEY (id),
  constraint urging_message_once UNIQUE (round_id, unit_id),
  constraint urging_message_round FOREIGN KEY (round_id) REFERENCES urging_round(id),
  constraint urging_message_items_positive CHECK (items > 0)
);
CREATE INDEX urging_message_unit ON urging_message USING btree (unit_id, round_id);
CREATE TRIGGER urging_message_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON urging_message FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table urging_read (
  message_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  read_at timestamp with time zone not null,
  constraint urging_read_pkey PRIMARY KEY (message_id, person_id),
  constraint urging_read_message FOREIGN KEY (message_id) REFERENCES urging_message(id)
);
CREATE TRIGGER urging_read_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON urging_read FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

create table urging_round (
  id uuid not null,
  from_unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  person_title text not null,
  made_at timestamp with time zone not null,
  subject text not null,
  words text not null,
  request_words text not null,
  answer_by date not null,
  answer_expression jsonb not null,
  answer_calendar text not null,
  answer_explained_vi text not null,
  answer_explained_en text not null,
  selection jsonb not null,
  left_out jsonb not null,
  constraint urging_round_pkey PRIMARY KEY (id),
  constraint urging_round_request_length CHECK (length(request_words) <= 4000),
  constraint urging_round_says_something CHECK ((length(words) + length(request_words)) > 0),
  constraint urging_round_subject_length CHECK (length(subject) >= 1 AND length(subject) <= 200),
  constraint urging_round_title_length CHECK (length(person_title) <= 200),
  constraint urging_round_words_length CHECK (length(words) <= 4000)
);
CREATE INDEX urging_round_from ON urging_round USING btree (from_unit_id, made_at DESC, id DESC);
CREATE INDEX urging_round_made ON urging_round USING btree (made_at DESC, id DESC);
CREATE INDEX urging_round_person ON urging_round USING btree (person_id, made_at);
CREATE TRIGGER urging_round_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON urging_round FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();

-- view portal_compliance:
--   unit_id uuid
--   public_count integer
--   proven_count integer
--   late_count integer

-- view portal_contact:
--   unit_id uuid
--   valid_from date
--   head_title text
--   phone text
--   email text
--   published_at timestamp with time zone

-- view portal_duty:
--   unit_id uuid
--   section text
--   name jsonb
--   occurrence text
--   due_on date
--   item_id uuid
--   published_on date

-- view portal_front:
--   unit_id uuid
--   shown json
--   papers json
--   mark text

-- view portal_item:
--   item_id uuid
--   unit_id uuid
--   unit_name text
--   section text
--   code text
--   occurrence text
--   title text
--   summary text
--   body jsonb
--   dimension smallint
--   event_on date
--   published_on date
--   updated_at timestamp with time zone
--   is_withdrawn boolean
--   village_ids uuid[]
--   hangs_until date
--   personal_until date
--   is_indexed boolean
--   words tsvector
--   mark text

-- view portal_place:
--   place_id uuid
--   unit_id uuid
--   village_id uuid
--   kind text
--   name text
--   address text
--   url text
--   latitude numeric(9,6)
--   longitude numeric(9,6)
--   from_on date
--   until_on date
--   qr text
--   is_on_paper boolean

-- view portal_plan:
--   plan_id uuid
--   unit_id uuid
--   year smallint
--   title text
--   number text
--   issued_on date
--   parent_plan_id uuid

-- view portal_plan_clause:
--   plan_id uuid
--   path text
--   parent_path text
--   kind text
--   label text
--   title text
--   body text
--   dimension smallint
--   position integer

-- view portal_result:
--   result_id uuid
--   unit_id uuid
--   plan_id uuid
--   year smallint
--   code text
--   title text
--   products text[]
--   clause_path text
--   dimension smallint
--   due_on date
--   accepted_on date

-- view portal_said:
--   unit_id uuid
--   section text
--   said json
--   entries json

-- view portal_section_count:
--   unit_id uuid
--   section text
--   entries bigint

-- view portal_unit:
--   unit_id uuid
--   key text
--   name text
--   kind text
--   tier text
--   tier_rank integer
--   parent_id uuid
--   from_on date
--   until_on date
--   invented boolean

-- view portal_unit_mark:
--   unit_id uuid
--   mark text

-- view portal_visit_day:
--   day date
--   unit_id uuid
--   item_id uuid
--   visits bigint

CREATE OR REPLACE FUNCTION assignments_count_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION assignments_keep_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.changed_at > old.changed_at then insert into assignments_assignment_past select new.changed_at, old.*; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION assignments_keep_task_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.changed_at > old.changed_at then insert into assignments_task_past select new.changed_at, old.*; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_count_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_count_public()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into disclosure_public_revision select unit_id, 1 from after_rows group by unit_id order by unit_id
      on conflict (unit_id) do update set revision = disclosure_public_revision.revision + 1;
    insert into disclosure_public_count select unit_id, section, count(*) from after_rows group by unit_id, section order by unit_id, section
      on conflict (unit_id, section) do update set entries = disclosure_public_count.entries + excluded.entries;
  elsif tg_op = 'DELETE' then
    insert into disclosure_public_revision select unit_id, 1 from before_rows group by unit_id order by unit_id
      on conflict (unit_id) do update set revision = disclosure_public_revision.revision + 1;
    update disclosure_public_count c set entries = c.entries - b.entries
      from (select unit_id, section, count(*) as entries from before_rows group by unit_id, section) b
      where c.unit_id = b.unit_id and c.section = b.section;
  else
    insert into disclosure_public_revision select unit_id, 1 from before_rows group by unit_id order by unit_id
      on conflict (unit_id) do update set revision = disclosure_public_revision.revision + 1;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_hangs_still(unit uuid)
 RETURNS TABLE(item_id uuid, place_id uuid, village_id uuid, place_name text, section text, title text, posted_on date, stays_until date, hangs_to date)
 LANGUAGE sql
 STABLE
AS $function$
  select item_id, place_id, village_id, place_name, section, title, posted_on, stays_until, hangs_to
  from disclosure_posted_still(unit) where is_on_paper
$function$;

CREATE OR REPLACE FUNCTION disclosure_keep_hanging()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from disclosure_hanging h using after_rows a
    where h.item_id = a.item_id and (a.is_withdrawn or not exists (
      select from jsonb_array_elements(a.body -> 'places') p
      where (p ->> 'placeId')::uuid = h.place_id and p ->> 'removedOn' is null));
  -- Rows are written in the order of their keys, so that two transactions never wait for each other.
  insert into disclosure_hanging (item_id, place_id, section, title, posted_on, stays_until)
    select a.item_id, (p ->> 'placeId')::uuid, a.section, a.title, (p ->> 'postedOn')::date, (p ->> 'staysUntil')::date
    from after_rows a, jsonb_array_elements(a.body -> 'places') p
    where not a.is_withdrawn and p ->> 'removedOn' is null
    order by 1, 2
    on conflict (item_id, place_id) do update
      set section = excluded.section, title = excluded.title, posted_on = excluded.posted_on, stays_until = excluded.stays_until
      where (disclosure_hanging.section, disclosure_hanging.title, disclosure_hanging.posted_on, disclosure_hanging.stays_until)
        is distinct from (excluded.section, excluded.title, excluded.posted_on, excluded.stays_until);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_keep_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if row(new.id, new.terms_id, new.code, new.unit_id, new.occurrence, new.title, new.event_on, new.opened_at)
    is distinct from row(old.id, old.terms_id, old.code, old.unit_id, old.occurrence, old.title, old.event_on, old.opened_at) then
    raise exception 'only the due of an item moves';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_keep_obligation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.changed_at > old.changed_at then insert into disclosure_obligation_past select new.changed_at, old.*; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_keep_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.changed_at > old.changed_at then insert into disclosure_place_past select new.changed_at, old.*; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_keep_public()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a public entry stays with its unit and its section';
end $function$;

CREATE OR REPLACE FUNCTION disclosure_listed_of(unit uuid, of_section text)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(json_agg(json_build_object('itemId', i.item_id, 'unitName', i.unit_name, 'section', i.section, 'title', i.title,
      'summary', left(i.summary, 240), 'publishedOn', i.published_on, 'isWithdrawn', i.is_withdrawn, 'hangsUntil', i.hangs_until)
      order by i.published_on desc, i.item_id), '[]')
  from (
    select * from portal_item p where p.unit_id = unit and p.section = of_section
    order by p.published_on desc, p.item_id limit 21) i
$function$;

CREATE OR REPLACE FUNCTION disclosure_papers_of(unit uuid)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  with hangs as materialized (
    select h.*, dense_rank() over (order by h.place_id) - 1 as place from disclosure_posted_still(unit) h)
  select json_build_object(
    'places', (select coalesce(json_agg(json_build_object('placeId', p.place_id, 'placeName', p.place_name, 'villageId', p.village_id,
        'isOnPaper', p.is_on_paper) order by p.place), '[]')
      from (select distinct place, place_id, place_name, village_id, is_on_paper from hangs) p),
    'papers', (select coalesce(json_agg(json_build_object('itemId', p.item_id, 'section', p.section, 'title', p.title, 'at', p.at)
        order by p.posted_on desc, p.item_id), '[]')
      from (
        select item_id, section, title, max(posted_on) as posted_on,
          json_agg(json_build_array(place, posted_on, stays_until) order by posted_on desc, place_name) as at
        from hangs group by item_id, section, title) p))
$function$;

CREATE OR REPLACE FUNCTION disclosure_posted_still(unit uuid)
 RETURNS TABLE(item_id uuid, place_id uuid, village_id uuid, place_name text, is_on_paper boolean, section text, title text, posted_on date, stays_until date, hangs_to date)
 LANGUAGE sql
 STABLE
AS $function$
  select h.item_id, h.place_id, l.village_id, l.name, l.is_on_paper, h.section, h.title, h.posted_on, h.stays_until, h.hangs_to
  from portal_place l join disclosure_hanging h on h.place_id = l.place_id
  where l.unit_id = unit and l.kind <> 'portal'
    and h.hangs_to >= (select max(i.published_on) from disclosure_public i where i.unit_id = unit)
$function$;

CREATE OR REPLACE FUNCTION disclosure_renew_front()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into disclosure_front (unit_id, shown, papers)
    select unit_id, disclosure_shown_of(unit_id), disclosure_papers_of(unit_id)
    from (select distinct unit_id from changed order by unit_id) u
    on conflict (unit_id) do update set shown = excluded.shown, papers = excluded.papers;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_renew_said()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into disclosure_said (unit_id, section, said, entries)
    select unit_id, section, disclosure_said_of(unit_id, section), disclosure_listed_of(unit_id, section)
    from (select distinct unit_id, section from changed order by unit_id, section) c
    on conflict (unit_id, section) do update set said = excluded.said, entries = excluded.entries;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION disclosure_rows_said(section text)
 RETURNS TABLE(of_item integer, in_all integer)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select k.of_item, k.in_all
  from (values ('budget', 1, 12), ('procedures', 41, 41), ('fees', 41, 41), ('land', 41, 41), ('projects', 41, 41), ('poverty', 41, 41),
    ('integrity', 41, 41), ('reception', 800, 800), ('leaders', 800, 800)) k(of_section, of_item, in_all)
  where k.of_section = section
$function$;

CREATE OR REPLACE FUNCTION disclosure_said_of(unit uuid, of_section text)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  with latest as materialized (
    select p.*, k.of_item, k.in_all, row_number() over (order by p.event_on desc, p.published_on desc, p.item_id desc) as place
    from disclosure_rows_said(of_section) k cross join disclosure_public p
    where p.unit_id = unit and p.section = of_section and not p.is_withdrawn and p.personal_until is null
    order by p.event_on desc, p.published_on desc, p.item_id desc limit 12),
  field as materialized (
    select i.place, i.of_item, i.in_all, f.n, f.e -> 'key' as key, f.e -> 'value' as value, f.e -> 'rows' as rows
    from latest i cross join lateral jsonb_array_elements(i.body -> 'fields') with ordinality f(e, n)),
  named as (
    select f.*, r.row, r.m, row_number() over (partition by f.key,
        coalesce(nullif(btrim(r.row ->> 'ten'), ''), f.place || '.' || r.m) order by f.place, r.m) as nth_of_name
    from field f cross join lateral jsonb_array_elements(f.rows) with ordinality r(row, m)),
  of_its_item as (select *, row_number() over (partition by key, place order by m) as nth_of_item from named where nth_of_name = 1),
  line as (select *, row_number() over (partition by key order by place, m) as nth from of_its_item where nth_of_item <= of_item),
  kept as (select place, n, jsonb_agg(row order by m) as rows from line where nth <= in_all group by place, n),
  said as (
    select f.place, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', f.key, 'value', f.value,
        'rows', case when f.rows is not null then coalesce(k.rows, '[]') end)) order by f.n) as fields
    from field f left join kept k on k.place = f.place and k.n = f.n
    group by f.place)
  select coalesce(json_agg(json_build_object('itemId', i.item_id, 'title', i.title, 'occurrence', i.occurrence, 'eventOn', i.event_on,
      'updatedAt', i.updated_at, 'fields', s.fields) order by i.place), '[]')
  from said s join latest i on i.place = s.place
$function$;

CREATE OR REPLACE FUNCTION disclosure_shown_of(unit uuid)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  with paper as (
    select h.*, max(h.hangs_to) over (
      order by h.posted_on desc, h.item_id, h.place_id rows between unbounded preceding and 1 preceding) as newer_to
    from disclosure_hangs_still(unit) h),
  newest as (
    select item_id, title, section, published_on, is_withdrawn from disclosure_public i
    where i.unit_id = unit order by i.published_on desc, i.item_id limit 5)
  select json_build_object(
    'sections', (select coalesce(json_agg(json_build_object('section', c.section, 'count', c.entries) order by c.section), '[]')
      from disclosure_public_count c where c.unit_id = unit and c.entries > 0),
    'newest', (select coalesce(json_agg(json_build_object('itemId', n.item_id, 'title', n.title, 'section', n.section,
        'publishedOn', n.published_on, 'isWithdrawn', n.is_withdrawn) order by n.published_on desc, n.item_id), '[]') from newest n),
    'hanging', (select coalesce(json_agg(times), '[]') from (
      select jsonb_agg(distinct jsonb_build_object('postedOn', posted_on, 'staysUntil', stays_until)) as times
      from paper group by item_id) p),
    'postings', (select coalesce(json_agg(json_build_object('itemId', p.item_id, 'title', p.title, 'placeId', p.place_id,
        'placeName', p.place_name, 'postedOn', p.posted_on, 'staysUntil', p.stays_until)
        order by p.posted_on desc, p.item_id, p.place_id), '[]')
      from paper p where newer_to is null or hangs_to > newer_to))
$function$;

CREATE OR REPLACE FUNCTION figures_count_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures_keep_definition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.changed_at > old.changed_at then insert into figures_definition_past select new.changed_at, old.*; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION figures_keep_values()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into figures_value_past
    select n.changed_at, o.* from old_rows o join new_rows n on n.id = o.id where n.changed_at > o.changed_at;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION forms_broken(version_of uuid, numbers jsonb)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(array_agg(c ->> 'key' order by c ->> 'key'), '{}')
  from forms_version v, jsonb_array_elements(v.checks) c
  where v.id = version_of and forms_eval(c -> 'expr', numbers) = 0
$function$;

CREATE OR REPLACE FUNCTION forms_check_sheet()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.broken := forms_broken(new.version_id, new.cells);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION forms_count_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION forms_eval(ast jsonb, cells jsonb)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  op constant text := ast ->> 0;
  a numeric;
  b numeric;
  item jsonb;
  result numeric;
begin
  case op
  when 'n' then return (ast ->> 1)::numeric;
  when 'c' then return (cells ->> (ast ->> 1))::numeric;
  when 'missing' then return case when forms_eval(ast -> 1, cells) is null then 1 else 0 end;
  when 'if' then
    a := forms_eval(ast -> 1, cells);
    if a is null then return null; end if;
    return forms_eval(ast -> case when a = 1 then 2 else 3 end, cells);
  when 'and' then
    a := forms_eval(ast -> 1, cells);
    if a = 0 then return 0; end if;
    b := forms_eval(ast -> 2, cells);
    return case when b = 0 then 0 when a is null or b is null then null else 1 end;
  when 'or' then
    a := forms_eval(ast -> 1, cells);
    if a = 1 then return 1; end if;
    b := forms_eval(ast -> 2, cells);
    return case when b = 1 then 1 when a is null or b is null then null else 0 end;
  when 'sum', 'min', 'max' then
    for item in select value from jsonb_array_elements(ast) with ordinality as e (value, n) where n > 1 loop
      a := forms_eval(item, cells);
      if a is null then return null; end if;
      result := case when result is null then a when op = 'sum' then result + a when op = 'min' then least(result, a)
        else greatest(result, a) end;
    end loop;
    return result;
  when 'sum_known' then
    for item in select value from jsonb_array_elements(ast) with ordinality as e (value, n) where n > 1 loop
      a := forms_eval(item, cells);
      if a is not null then result := coalesce(result, 0) + a; end if;
    end loop;
    return result;
  else
    a := forms_eval(ast -> 1, cells);
    if a is null then return null; end if;
    case op
    when 'neg' then return -a;
    when 'abs' then return abs(a);
    when 'not' then return 1 - a;
    when 'round' then return round(a, (ast ->> 2)::integer);
    else
      b := forms_eval(ast -> 2, cells);
      if b is null then return null; end if;
      case op
      when '+' then return a + b;
      when '-' then return a - b;
      when '*' then return round(a * b, 6);
      when '/' then
        if b = 0 then return null; end if;
        -- numeric's own "/" rounds at a scale of its choosing; div is exact.
        return sign(a) * sign(b) * div(2 * abs(a) * 1000000 + abs(b), 2 * abs(b)) * 0.000001;
      when '=' then return case when a = b then 1 else 0 end;
      when '<>' then return case when a <> b then 1 else 0 end;
      when '<' then return case when a < b then 1 else 0 end;
      when '<=' then return case when a <= b then 1 else 0 end;
      when '>' then return case when a > b then 1 else 0 end;
      when '>=' then return case when a >= b then 1 else 0 end;
      else raise exception 'forms_eval knows no %', op;
      end case;
    end case;
  end case;
end $function$;

CREATE OR REPLACE FUNCTION forms_keep_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  execute format('insert into %I select n.changed_at, o.* from old_rows o join new_rows n on n.id = o.id where n.changed_at > o.changed_at',
    tg_table_name || '_past');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION forms_keep_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'draft' then
    raise exception 'a version that was published or discarded never changes' using errcode = 'restrict_violation';
  end if;
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION kernel_count_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into kernel_revision (subject, revision) values (tg_argv[0], 1)
    on conflict (subject) do update set revision = kernel_revision.revision + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION kernel_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION kernel_search_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select lower(public.unaccent('public.unaccent'::regdictionary, translate(value, 'đĐ', 'dD')))
$function$;

CREATE OR REPLACE FUNCTION periods_count_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION periods_keep_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.changed_at > old.changed_at then insert into periods_period_past select new.changed_at, old.*; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION plans_keep_issued_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from plans_amendment where id = old.amendment_id and state = 'issued') then
    raise exception 'changes of an issued amendment are never changed or removed' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION reports_count_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION reports_keep_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into reports_part_past select new.changed_at, old.*;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION units_carried(unit uuid, at date)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 WITH RECURSIVE back(id) AS (
          SELECT s.from_unit
            FROM units_succession s
           WHERE ((s.to_unit = units_carried.unit) AND (s.on_date <= units_carried.at))
         UNION
          SELECT s.from_unit
            FROM (back b_1
              JOIN units_succession s ON ((s.to_unit = b_1.id)))
           WHERE (s.on_date <= units_carried.at)
         )
  SELECT COALESCE(array_agg(b.id ORDER BY b.id), '{}'::uuid[]) AS "coalesce"
    FROM back b
   WHERE ((b.id <> units_carried.unit) AND (NOT (EXISTS ( SELECT
            FROM units_version v
           WHERE ((v.unit_id = b.id) AND (v.valid @> units_carried.at))))));
END;

CREATE OR REPLACE FUNCTION units_lineage(unit uuid, at date)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 WITH RECURSIVE above(unit_id, parent_id, height) AS (
          SELECT v.unit_id,
             v.parent_id,
             0 AS "?column?"
            FROM units_version v
           WHERE ((v.unit_id = units_lineage.unit) AND (v.valid @> units_lineage.at))
         UNION ALL
          SELECT v.unit_id,
             v.parent_id,
             (a.height + 1)
            FROM (above a
              JOIN units_version v ON (((v.unit_id = a.parent_id) AND (v.valid @> units_lineage.at))))
         )
  SELECT COALESCE(array_agg(above.unit_id ORDER BY above.height DESC), '{}'::uuid[]) AS "coalesce"
    FROM above;
END;

CREATE OR REPLACE FUNCTION units_name(unit uuid, at date)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT v.name
    FROM units_version v
   WHERE (v.unit_id = units_name.unit)
   ORDER BY (lower(v.valid) <= units_name.at) DESC,
         CASE
             WHEN (lower(v.valid) <= units_name.at) THEN lower(v.valid)
             ELSE NULL::date
         END DESC, (lower(v.valid))
  LIMIT 1;
END;

CREATE OR REPLACE FUNCTION units_version_fill_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.search := kernel_search_text(concat_ws(' | ', new.name, new.code, array_to_string(new.short_names, ' | ')));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION units_version_keep_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update units_unit u set life = v.life
  from (
    select w.unit_id,
      daterange(min(lower(w.valid)), case when not bool_or(upper_inf(w.valid)) then max(upper(w.valid)) end) as life
    from units_version w where w.unit_id in (select unit_id from changed) group by w.unit_id
  ) v
  where v.unit_id = u.id and u.life is distinct from v.life;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION units_version_refuse_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  circle boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(tg_table_schema || '.units_version', 0));
  with recursive above (unit_id, valid) as (
    select parent_id, valid from units_version where id = new.id and parent_id is not null
    union
    select v.parent_id, a.valid * v.valid
    from above a join units_version v on v.unit_id = a.unit_id and v.valid && a.valid
    where v.parent_id is not null and a.unit_id <> new.unit_id
  )
  select exists (select 1 from above where unit_id = new.unit_id) into circle;
  if circle then
    raise exception 'unit % would stand under itself', new.unit_id
      using errcode = 'check_violation', constraint = 'units_version_no_cycle';
  end if;
  return null;
end $function$;
