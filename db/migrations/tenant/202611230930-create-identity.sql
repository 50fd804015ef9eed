-- People with an account. A row is kept when a person leaves (the audit names it); it is disabled, never removed.
create table identity_person (
  id uuid primary key,
  username text not null constraint identity_person_username_unique unique
    constraint identity_person_username_form check (username ~ '^[a-z][a-z0-9._-]{2,39}$'),
  email text constraint identity_person_email_form check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  full_name text not null constraint identity_person_name_length check (length(full_name) between 1 and 120),
  search text generated always as (kernel_search_text(full_name || ' ' || username)) stored,
  -- A PHC string, so that the parameters of each hash stand beside it and can be raised.
  password_hash text not null check (password_hash like '$argon2id$%' and length(password_hash) <= 300),
  must_change_password boolean not null,
  password_changed_at timestamptz not null,
  failed_count integer not null default 0 check (failed_count >= 0),
  last_failed_at timestamptz,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index identity_person_email_unique on identity_person (lower(email));
create index identity_person_search on identity_person using gin (search gin_trgm_ops);
create index identity_person_name on identity_person (full_name, id);

-- A post held in a unit for a period. unit_id is an id of the units room, checked by the command that grants the post.
create table identity_post (
  id uuid primary key,
  person_id uuid not null references identity_person,
  unit_id uuid not null,
  title text not null constraint identity_post_title_length check (length(title) between 1 and 120),
  role text not null constraint identity_post_role_known
    check (role in ('admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior')),
  valid daterange not null constraint identity_post_period check (not isempty(valid) and not lower_inf(valid)),
  acting boolean not null,
  constraint identity_post_held_once exclude using gist (person_id with =, unit_id with =, lower(title) with =, valid with &&)
);
create index identity_post_person on identity_post (person_id);
create index identity_post_unit on identity_post (unit_id);

-- A signed-in browser. Only the hash of its token is kept: who reads the table cannot use what stands there.
create table identity_session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references identity_person,
  -- The post the person chose to act from; none means the first one.
  post_id uuid references identity_post on delete set null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  agent text not null check (length(agent) between 1 and 60)
);
create index identity_session_person on identity_session (person_id);
create index identity_session_expiry on identity_session (expires_at);

-- A personal token for /api/v1, shown once when made; removed when revoked.
create table identity_token (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references identity_person,
  name text not null check (length(name) between 1 and 80),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write']),
  created_at timestamptz not null,
  expires_on date not null,
  last_used_on date,
  constraint identity_token_name_unique unique (person_id, name)
);

-- One row: whether the first set-up was done, and the hash of the code that opens it.
create table identity_setup (
  only_row boolean primary key default true check (only_row),
  code_hash bytea check (octet_length(code_hash) = 32),
  working_year integer check (working_year between 2000 and 2100),
  done_at timestamptz,
  check ((done_at is null) = (working_year is null))
);
insert into identity_setup default values;
