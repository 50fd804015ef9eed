-- The plans that gave work stand in the filters of every list; they change when a plan is issued or amended.
create trigger assignments_task_revision after insert or update or delete or truncate on assignments_task
  for each statement execute function kernel_count_revision('assignments_task');
