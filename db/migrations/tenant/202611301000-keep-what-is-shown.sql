-- Of what the latest entries of a section say, only what pages show is kept: a commune's list of procedures has 150 lines, twelve of them were
-- read at each visit for a table of forty. Sections that no page puts into a table keep nothing. The first line of a budget form says its
-- total; the lines of the form that is shown are read from the entry.

-- of_item: how many rows of a table of one entry; in_all: of this table in all entries, the latest first.
create function disclosure_rows_said(section text) returns table (of_item int, in_all int) language sql immutable as $$
  select k.of_item, k.in_all
  from (values ('budget', 1, 12), ('procedures', 41, 41), ('fees', 41, 41), ('land', 41, 41), ('projects', 41, 41), ('poverty', 41, 41),
    ('integrity', 41, 41), ('reception', 400, 800), ('leaders', 400, 800)) k(of_section, of_item, in_all)
  where k.of_section = section
$$;

-- What a later entry says of the same name (`ten`) stands for what earlier ones said.
create or replace function disclosure_said_of(unit uuid, of_section text) returns json language sql stable as $$
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
$$;

update disclosure_said set said = disclosure_said_of(unit_id, section);
