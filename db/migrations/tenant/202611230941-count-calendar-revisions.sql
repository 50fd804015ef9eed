-- Every page about work needs the calendar in force; it changes a few times a year.
create trigger calendar_version_revision after insert on calendar_version
  for each statement execute function kernel_count_revision('calendar');
