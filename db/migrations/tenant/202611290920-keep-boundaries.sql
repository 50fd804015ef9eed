-- Where units lie, for the map of the steering room. Rows are appended: on a day holds what was imported last for the latest first day
-- at or before it, so that a map of the past shows the boundaries of the past.
create table units_boundary (
  id uuid primary key,
  seq bigint generated always as identity constraint units_boundary_seq unique,
  unit_id uuid not null constraint units_boundary_unit references units_unit (id),
  valid_from date not null,
  -- Polygons of rings of [longitude, latitude], with fewer points than the file had.
  geometry jsonb not null constraint units_boundary_geometry_list check (jsonb_typeof(geometry) = 'array'),
  source text not null constraint units_boundary_source_length check (length(source) between 3 and 300),
  file_hash text not null constraint units_boundary_file_form check (file_hash ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz not null
);
create index units_boundary_of on units_boundary (unit_id, valid_from, seq);
create trigger units_boundary_append_only before update or delete or truncate on units_boundary
  for each statement execute function kernel_refuse_change();
create trigger units_boundary_revision after insert or update or delete or truncate on units_boundary
  for each statement execute function kernel_count_revision('units');
