-- Of what the latest entries of a section say, only what pages show is kept: a commune's list of procedures has 150 lines, twelve of them were
-- read at each visit for a table of forty. Sections that no page puts into a table keep nothing. A line of a budget form says its total; the
-- lines of the form that is shown are read from the entry.

-- of_item: how many rows of a table of one entry; in_all: of this table in all entries, the latest first.
create function disclosure_rows_said(section text) returns table (of_item int, in_all int) language sql immutable as $$
  select k.of_item, k.in_all
  from (values ('budget', 1, 12), ('procedures', 80, 80), ('fees', 80, 80), ('land', 80, 80), ('projects', 80, 80), ('poverty', 80, 80),
    ('integrity', 80, 80), ('reception', 400, 800), ('leaders', 400, 800)) k(of_section, of_item, in_all)
  where k.of_section = section
$$;

create or replace function disclosure_said_of(unit uuid, of_section text) returns json language sql stable as $$
  with latest as (
    select p.*, row_number() over (order by p.event_on desc, p.published_on desc, p.item_id desc) as place
    from disclosure_public p
    where p.unit_id = unit and p.section = of_section and not p.is_withdrawn and p.personal_until is null
    order by p.event_on desc, p.published_on desc, p.item_id desc limit 12),
  field as (
    select i.place, f.n, f.e -> 'key' as key, f.e -> 'value' as value, f.e -> 'rows' as rows, k.of_item,
      k.in_all - coalesce(sum(least(jsonb_array_length(f.e -> 'rows'), k.of_item))
        over (partition by f.e -> 'key' order by i.place, f.n rows between unbounded preceding and 1 preceding), 0) as room
    from disclosure_rows_said(of_section) k cross join latest i
    cross join lateral jsonb_array_elements(i.body -> 'fields') with ordinality f(e, n)),
  said as (
    select place, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', key, 'value', value, 'rows',
        case when room > 0 then jsonb_path_query_array(rows, '$[0 to $last]', jsonb_build_object('last', least(of_item, room) - 1))
          when rows is not null then '[]'::jsonb end)) order by n) as fields
    from field group by place)
  select coalesce(json_agg(json_build_object('itemId', i.item_id, 'title', i.title, 'occurrence', i.occurrence, 'eventOn', i.event_on,
      'updatedAt', i.updated_at, 'fields', s.fields) order by i.place), '[]')
  from said s join latest i on i.place = s.place
$$;

update disclosure_said set said = disclosure_said_of(unit_id, section);
