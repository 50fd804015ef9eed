-- Ended units whose work a unit carries on a day: those that passed it on by then, at any distance, through units that have ended as well.
create function units_carried(unit uuid, at date) returns uuid[] language sql stable parallel safe begin atomic
  with recursive back(id) as (
    select s.from_unit from units_succession s
    where s.to_unit = unit and s.on_date <= at
      and not exists (select from units_version v where v.unit_id = s.from_unit and v.valid @> at)
    union
    select s.from_unit from back b join units_succession s on s.to_unit = b.id
    where s.on_date <= at and not exists (select from units_version v where v.unit_id = s.from_unit and v.valid @> at)
  )
  select coalesce(array_agg(back.id order by back.id), '{}'::uuid[]) from back where back.id <> unit;
end;

create trigger units_succession_revision after insert or update or delete or truncate on units_succession for each statement
  execute function kernel_count_revision('units');
