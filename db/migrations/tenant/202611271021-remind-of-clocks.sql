-- An answer or a second try that is late is reminded of once: the row says for which clock.
create table assignments_clock_reminder (
  assignment_id uuid not null constraint assignments_clock_reminder_of references assignments_assignment (id),
  clock_due_on date not null,
  reminded_at timestamptz not null,
  primary key (assignment_id, clock_due_on)
);
