-- A schedule or a list of leaders is shown whole: one entry may fill all the rows that are kept of its section.
create or replace function disclosure_rows_said(section text) returns table (of_item int, in_all int) language sql immutable as $$
  select k.of_item, k.in_all
  from (values ('budget', 1, 12), ('procedures', 41, 41), ('fees', 41, 41), ('land', 41, 41), ('projects', 41, 41), ('poverty', 41, 41),
    ('integrity', 41, 41), ('reception', 800, 800), ('leaders', 800, 800)) k(of_section, of_item, in_all)
  where k.of_section = section
$$;

update disclosure_said set said = disclosure_said_of(unit_id, section) where section in ('reception', 'leaders');
