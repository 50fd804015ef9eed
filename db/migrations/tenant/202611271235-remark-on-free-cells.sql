-- What people say beside a cell that is no figure; remarks beside figures are kept with the figures.
create table forms_remark (
  id uuid primary key,
  seq bigint generated always as identity,
  form_id uuid not null constraint forms_remark_form references forms_form (id),
  unit_id uuid not null,
  period_code text not null constraint forms_remark_period_length check (length(period_code) between 4 and 40),
  cell_key text not null constraint forms_remark_key_form check (cell_key ~ '^[a-z][a-z0-9_]{0,19}[.][a-z][a-z0-9_]{0,19}$'),
  words text not null constraint forms_remark_words_length check (length(words) between 1 and 2000),
  person_id uuid,
  person_name text not null constraint forms_remark_person_name_length check (length(person_name) between 1 and 200),
  by_unit_id uuid,
  recorded_at timestamptz not null
);
create index forms_remark_sheet on forms_remark (unit_id, period_code, form_id, seq);
create trigger forms_remark_append_only before update or delete or truncate on forms_remark
  for each statement execute function kernel_refuse_change();
