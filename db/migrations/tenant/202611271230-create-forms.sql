-- Forms: versions of a spec, free cells with their past, sheets that a unit has said are complete.

-- An expression of a form over the numbers of a sheet. The same tree is evaluated by domain/evaluate.ts; a test holds both equal.
-- Numbers are decimals of six places, rounded half away from zero; true is 1, false 0, unknown null.
create function forms_eval(ast jsonb, cells jsonb) returns numeric language plpgsql immutable as $$
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
end $$;

create table forms_form (
  id uuid primary key,
  code text not null constraint forms_form_code_once unique constraint forms_form_code_form check (code ~ '^[A-Za-z0-9Đđ][A-Za-z0-9Đđ./-]{1,39}$'),
  -- The agency that asks.
  owner_unit_id uuid not null,
  -- Asked no more for periods that end after this day.
  asked_until date,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null constraint forms_form_changed_by_length check (length(changed_by) between 1 and 200)
);
create index forms_form_owner on forms_form (owner_unit_id);

create table forms_version (
  id uuid primary key,
  form_id uuid not null constraint forms_version_form references forms_form (id),
  number smallint not null constraint forms_version_number_positive check (number > 0),
  state text not null default 'draft' constraint forms_version_state_known check (state in ('draft', 'published', 'discarded')),
  -- domain/spec.ts, with its version inside.
  spec jsonb not null,
  -- The error checks as trees over the cells that are entered, for forms_broken.
  checks jsonb not null default '[]',
  -- In force for periods that end on or after this day.
  from_on date,
  created_at timestamptz not null,
  created_by text not null constraint forms_version_created_by_length check (length(created_by) between 1 and 200),
  published_at timestamptz,
  published_by text constraint forms_version_published_by_length check (length(published_by) between 1 and 200),
  -- Counted with each saving of a draft: a page carries the one it was made from.
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null constraint forms_version_changed_by_length check (length(changed_by) between 1 and 200),
  constraint forms_version_once unique (form_id, number),
  constraint forms_version_published_whole check (
    (state = 'published') = (published_at is not null) and (published_at is null) = (from_on is null)
    and (published_at is null) = (published_by is null))
);
-- Two drafts at a time would lose one of them at publication.
create unique index forms_version_one_draft on forms_version (form_id) where state = 'draft';

-- What units have entered into is kept as it was published.
create function forms_keep_published() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'a version that was published or discarded never changes' using errcode = 'restrict_violation';
  end if;
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger forms_version_frozen before update on forms_version for each row execute function forms_keep_published();
create trigger forms_version_kept before delete or truncate on forms_version
  for each statement execute function kernel_refuse_change();

-- Cells of a form that are no figure.
create table forms_cell (
  id uuid primary key,
  form_id uuid not null constraint forms_cell_form references forms_form (id),
  unit_id uuid not null,
  period_code text not null constraint forms_cell_period_length check (length(period_code) between 4 and 40),
  cell_key text not null constraint forms_cell_key_form check (cell_key ~ '^[a-z][a-z0-9_]{0,19}[.][a-z][a-z0-9_]{0,19}$'),
  number numeric(15, 3),
  on_day date,
  words text constraint forms_cell_words_length check (length(words) between 1 and 2000),
  -- Why there is nothing to say; never 0.
  no_data text constraint forms_cell_no_data_length check (length(no_data) between 1 and 300),
  is_cleared boolean not null default false,
  is_late boolean not null,
  via text not null constraint forms_cell_via_known check (via in ('page', 'sheet', 'api', 'import')),
  by_person_id uuid,
  by_name text not null constraint forms_cell_by_name_length check (length(by_name) between 1 and 200),
  by_unit_id uuid,
  first_at timestamptz not null,
  revision integer not null default 1,
  changed_at timestamptz not null,
  constraint forms_cell_once unique (form_id, unit_id, period_code, cell_key),
  constraint forms_cell_one_shape check (num_nonnulls(number, on_day, words, no_data) = case when is_cleared then 0 else 1 end)
);

-- A sheet that its unit has said is complete, with the numbers it held then.
create table forms_sheet (
  id uuid primary key,
  form_id uuid not null constraint forms_sheet_form references forms_form (id),
  version_id uuid not null constraint forms_sheet_version references forms_version (id),
  unit_id uuid not null,
  period_code text not null constraint forms_sheet_period_length check (length(period_code) between 4 and 40),
  is_complete boolean not null,
  -- Numbers by cell, those of other periods marked (`r1.c4@same`): what the checks are evaluated over.
  cells jsonb not null constraint forms_sheet_cells_object check (jsonb_typeof(cells) = 'object'),
  -- Keys of the error checks that the cells break; set by the trigger below, whatever was sent.
  broken text[] not null default '{}',
  by_person_id uuid,
  by_name text not null constraint forms_sheet_by_name_length check (length(by_name) between 1 and 200),
  by_unit_id uuid,
  revision integer not null default 1,
  changed_at timestamptz not null,
  constraint forms_sheet_once unique (form_id, unit_id, period_code),
  constraint forms_sheet_checks_hold check (not is_complete or broken = '{}')
);
create index forms_sheet_unit on forms_sheet (unit_id, period_code);
create index forms_sheet_period on forms_sheet (period_code, form_id);

-- The error checks of a version that these cells break.
create function forms_broken(version_of uuid, numbers jsonb) returns text[] language sql stable as $$
  select coalesce(array_agg(c ->> 'key' order by c ->> 'key'), '{}')
  from forms_version v, jsonb_array_elements(v.checks) c
  where v.id = version_of and forms_eval(c -> 'expr', numbers) = 0
$$;
create function forms_check_sheet() returns trigger language plpgsql as $$
begin
  new.broken := forms_broken(new.version_id, new.cells);
  return new;
end $$;
create trigger forms_sheet_checked before insert or update on forms_sheet
  for each row execute function forms_check_sheet();

-- `until` stands first, so that a column added to both tables keeps the same place in both.
create table forms_form_past (until timestamptz not null, like forms_form);
create index forms_form_past_id on forms_form_past (id, until);
create table forms_cell_past (until timestamptz not null, like forms_cell);
create index forms_cell_past_id on forms_cell_past (id, until);
create index forms_cell_past_sheet on forms_cell_past (form_id, unit_id, period_code);
create table forms_sheet_past (until timestamptz not null, like forms_sheet);
create index forms_sheet_past_id on forms_sheet_past (id, until);
create index forms_sheet_past_sheet on forms_sheet_past (form_id, period_code, unit_id);

-- Time of a row never runs backwards, though two requests may come in another order than their clocks.
create function forms_count_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(new.changed_at, old.changed_at);
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger forms_form_count before update on forms_form for each row execute function forms_count_change();
create trigger forms_cell_count before update on forms_cell for each row execute function forms_count_change();
create trigger forms_sheet_count before update on forms_sheet for each row execute function forms_count_change();

create function forms_keep_past() returns trigger language plpgsql as $$
begin
  execute format('insert into %I select n.changed_at, o.* from old_rows o join new_rows n on n.id = o.id where n.changed_at > o.changed_at',
    tg_table_name || '_past');
  return null;
end $$;
create trigger forms_form_past after update on forms_form
  referencing old table as old_rows new table as new_rows for each statement execute function forms_keep_past();
create trigger forms_cell_past after update on forms_cell
  referencing old table as old_rows new table as new_rows for each statement execute function forms_keep_past();
create trigger forms_sheet_past after update on forms_sheet
  referencing old table as old_rows new table as new_rows for each statement execute function forms_keep_past();

create trigger forms_form_kept before delete or truncate on forms_form
  for each statement execute function kernel_refuse_change();
create trigger forms_form_past_kept before update or delete or truncate on forms_form_past
  for each statement execute function kernel_refuse_change();
create trigger forms_cell_kept before delete or truncate on forms_cell
  for each statement execute function kernel_refuse_change();
create trigger forms_cell_past_kept before update or delete or truncate on forms_cell_past
  for each statement execute function kernel_refuse_change();
create trigger forms_sheet_kept before delete or truncate on forms_sheet
  for each statement execute function kernel_refuse_change();
create trigger forms_sheet_past_kept before update or delete or truncate on forms_sheet_past
  for each statement execute function kernel_refuse_change();

-- A file that was uploaded and is looked at before anything is written: a form to be made, or a filled sheet.
create table forms_import (
  id uuid primary key,
  kind text not null constraint forms_import_kind_known check (kind in ('form', 'sheet')),
  state text not null default 'preview' constraint forms_import_state_known check (state in ('preview', 'confirmed', 'discarded')),
  form_id uuid constraint forms_import_form references forms_form (id),
  file_hash text not null constraint forms_import_hash_form check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null constraint forms_import_name_length check (length(file_name) between 1 and 255),
  media_type text not null constraint forms_import_type_length check (length(media_type) between 1 and 200),
  created_at timestamptz not null,
  by_person_id uuid,
  by_name text not null constraint forms_import_by_name_length check (length(by_name) between 1 and 200),
  decided_at timestamptz,
  constraint forms_import_decided check ((state = 'preview') = (decided_at is null))
);
create index forms_import_person on forms_import (by_person_id, created_at desc);
create trigger forms_import_kept before delete or truncate on forms_import
  for each statement execute function kernel_refuse_change();
