-- The life of each unit, kept beside it: the tree of one day asks it of every unit, and gathering it from twenty years of
-- versions cost more than the rest of the question.
alter table units_unit add column life daterange;

update units_unit u set life = v.life
from (
  select unit_id, daterange(min(lower(valid)), case when not bool_or(upper_inf(valid)) then max(upper(valid)) end) as life
  from units_version group by unit_id
) v
where v.unit_id = u.id;

create function units_version_keep_life() returns trigger language plpgsql as $$
begin
  update units_unit u set life = v.life
  from (
    select w.unit_id,
      daterange(min(lower(w.valid)), case when not bool_or(upper_inf(w.valid)) then max(upper(w.valid)) end) as life
    from units_version w where w.unit_id in (select unit_id from changed) group by w.unit_id
  ) v
  where v.unit_id = u.id and u.life is distinct from v.life;
  return null;
end $$;
create trigger units_version_life_after_insert after insert on units_version
  referencing new table as changed for each statement execute function units_version_keep_life();
create trigger units_version_life_after_update after update on units_version
  referencing new table as changed for each statement execute function units_version_keep_life();
create trigger units_version_life_after_delete after delete on units_version
  referencing old table as changed for each statement execute function units_version_keep_life();
