-- Audit: written by the command itself, in the same transaction as the change. Append-only whoever connects.
create table kernel_audit (
  id uuid primary key,
  at timestamptz not null,
  event text not null,
  actor_id uuid,
  actor_name text not null,
  unit_id uuid,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  request_id text not null
);
create index kernel_audit_subject on kernel_audit (subject_type, subject_id, at);
create index kernel_audit_at on kernel_audit (at);

create function kernel_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger kernel_audit_append_only before update or delete or truncate on kernel_audit
  for each statement execute function kernel_refuse_change();

-- Uploaded files, kept by the hash of their content; the bytes lie on disk under the same name.
create table kernel_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  stored_at timestamptz not null
);

-- Immutable, schema-qualified form of text for search without diacritics (index builds fail otherwise since PostgreSQL 17).
create function kernel_search_text(value text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, translate(value, 'đĐ', 'dD')))
$$;
