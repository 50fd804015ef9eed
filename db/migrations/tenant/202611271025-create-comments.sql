-- What people say to each other about an assignment. It changes no progress, so it stands apart from what is recorded
-- (assignments_entry). Never edited; its author may withdraw it, and then only that it was said is still shown.
create table assignments_comment (
  id uuid primary key,
  assignment_id uuid not null references assignments_assignment (id),
  seq bigint generated always as identity,
  recorded_at timestamptz not null,
  person_id uuid not null,
  person_name text not null constraint assignments_comment_name_length check (length(person_name) between 1 and 300),
  unit_id uuid,
  words text not null constraint assignments_comment_words_length check (length(words) between 1 and 2000)
);
create index assignments_comment_order on assignments_comment (assignment_id, seq);
create trigger assignments_comment_append_only before update or delete or truncate on assignments_comment
  for each statement execute function kernel_refuse_change();

create table assignments_comment_withdrawn (
  comment_id uuid primary key references assignments_comment (id),
  withdrawn_at timestamptz not null
);
create trigger assignments_comment_withdrawn_append_only before update or delete or truncate on assignments_comment_withdrawn
  for each statement execute function kernel_refuse_change();

-- Whom a comment names, by their names of that day.
create table assignments_mention (
  comment_id uuid not null references assignments_comment (id),
  person_id uuid not null,
  username text not null constraint assignments_mention_username_length check (length(username) between 1 and 60),
  person_name text not null constraint assignments_mention_name_length check (length(person_name) between 1 and 300),
  primary key (comment_id, person_id)
);

-- What a person chose: to follow, or to stop. Without a choice those follow who commented, reported the work as done or
-- answer for it.
create table assignments_follower (
  assignment_id uuid not null references assignments_assignment (id),
  person_id uuid not null,
  follows boolean not null,
  chosen_at timestamptz not null,
  primary key (assignment_id, person_id)
);
create index assignments_follower_person on assignments_follower (person_id) where follows;
create index assignments_comment_person on assignments_comment (person_id);
create index assignments_entry_claims on assignments_entry (person_id) where kind = 'claim';
