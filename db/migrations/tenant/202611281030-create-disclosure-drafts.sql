-- What a clerk is still writing of an item. Nobody else reads it; publishing takes it away.
create table disclosure_draft (
  item_id uuid not null constraint disclosure_draft_item references disclosure_item (id),
  person_id uuid not null,
  -- As it was typed, by the keys of the fields.
  typed jsonb not null,
  summary text not null default '' constraint disclosure_draft_summary_length check (length(summary) <= 4000),
  reason text not null default '' constraint disclosure_draft_reason_length check (length(reason) <= 4000),
  -- The version that was looked at when it was begun; 0 where there was none.
  seen_version integer not null constraint disclosure_draft_seen check (seen_version >= 0),
  -- Files of that version that stay.
  keep_files uuid[] not null default '{}',
  -- A filled workbook that waits for a look: its name, what was read and what is wrong in it.
  sheet jsonb,
  changed_at timestamptz not null,
  primary key (item_id, person_id)
);

-- Files of a draft lie in the database and not in the store: one that is taken back is gone, whatever it held.
create table disclosure_draft_file (
  id uuid primary key,
  item_id uuid not null,
  person_id uuid not null,
  name text not null constraint disclosure_draft_file_name_length check (length(name) between 1 and 200),
  bytes bytea not null,
  -- What the guard found, masked, with its places.
  report jsonb not null,
  -- Null: nobody decided yet, or there is nothing to decide.
  choice text constraint disclosure_draft_file_choice_known check (choice in ('reduce', 'as_is')),
  because text constraint disclosure_draft_file_because_length check (length(because) between 5 and 1000),
  added_at timestamptz not null,
  constraint disclosure_draft_file_of foreign key (item_id, person_id) references disclosure_draft (item_id, person_id) on delete cascade,
  constraint disclosure_draft_file_reasoned check ((choice = 'as_is') = (because is not null) or choice is null and because is null)
);
create index disclosure_draft_file_draft on disclosure_draft_file (item_id, person_id);
