-- Who is in a group decides who is asked for a figure: totals keep each day's units with their groups in memory until either changes.
create trigger units_group_revision after insert or update or delete or truncate on units_group
  for each statement execute function kernel_count_revision('units');
create trigger units_group_rule_revision after insert or update or delete or truncate on units_group_rule
  for each statement execute function kernel_count_revision('units');
create trigger units_group_exception_revision after insert or update or delete or truncate on units_group_exception
  for each statement execute function kernel_count_revision('units');
