-- Ended units whose work a unit carries on a day: of all whose work came to it by then, at any distance, those that do not stand.
create function units_carried(unit uuid, at date) returns uuid[] language sql stable parallel safe begin atomic
  with recursive back(id) as (
    select s.from_unit from units_succession s where s.to_unit = unit and s.on_date <= at
    union
    select s.from_unit from back b join units_succession s on s.to_unit = b.id where s.on_date <= at
  )
  select coalesce(array_agg(b.id order by b.id), '{}'::uuid[]) from back b
  where b.id <> unit and not exists (select from units_version v where v.unit_id = b.id and v.valid @> at);
end;

create trigger units_succession_revision after insert or update or delete or truncate on units_succession for each statement
  execute function kernel_count_revision('units');
