-- Sheets of a month that a unit filled in: read and shown first, recorded only when confirmed. The file is kept by its hash.
create table assignments_month_import (
  id uuid primary key,
  unit_id uuid not null,
  month text not null constraint assignments_month_import_month check (month ~ '^\d{4}-\d{2}$'),
  state text not null default 'preview'
    constraint assignments_month_import_state_known check (state in ('preview', 'confirmed', 'discarded')),
  file_hash text not null constraint assignments_month_import_file references kernel_file (hash),
  file_name text not null constraint assignments_month_import_name_length check (length(file_name) between 1 and 200),
  created_at timestamptz not null,
  created_by uuid,
  decided_at timestamptz,
  constraint assignments_month_import_decided check ((state = 'preview') = (decided_at is null))
);
create index assignments_month_import_unit on assignments_month_import (unit_id, created_at desc);
