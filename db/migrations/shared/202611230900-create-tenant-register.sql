-- All trusted since PostgreSQL 13: the owner of the database may make them on any server.
create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gist schema public;

-- One row per jurisdiction tree. Its data live in a schema of its own (architecture: tenants and growth), so nothing here
-- refers into a tenant's schema and a schema can move to another machine alone.
create table registry_tenant (
  id uuid primary key,
  slug text not null constraint registry_tenant_slug_unique unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null check (length(name) between 1 and 200),
  schema_name text not null unique check (schema_name ~ '^tenant_[a-z0-9_]{1,50}$'),
  is_example boolean not null default false,
  -- The example stands on one day so that its deadlines live; a real tenant uses real time.
  stands_on date,
  host_names text[] not null default '{}',
  -- false while the first load is half-made: such a tenant is dropped and made again at the next start.
  ready boolean not null default false,
  created_at timestamptz not null default now(),
  check (is_example or stands_on is null)
);
