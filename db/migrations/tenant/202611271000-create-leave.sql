-- Days on which a person is away, and who deputises for them. A leave is never changed: returning early withdraws it and
-- records a shorter one, so that what was known on any past day can be read again.
create table identity_leave (
  id uuid primary key,
  person_id uuid not null references identity_person,
  away daterange not null
    constraint identity_leave_period check (not isempty(away) and not lower_inf(away) and not upper_inf(away)),
  deputy_id uuid references identity_person
    constraint identity_leave_deputy_other check (deputy_id <> person_id),
  -- A kind and no words: a roster needs no more, and nothing of a person's health is kept.
  kind text not null constraint identity_leave_kind_known
    check (kind in ('annual', 'mission', 'training', 'sick', 'parental', 'personal')),
  recorded_at timestamptz not null,
  -- Null for the operator at the machine.
  recorded_by uuid references identity_person,
  withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
  constraint identity_leave_once exclude using gist (person_id with =, away with &&) where (withdrawn_at is null)
);
create index identity_leave_person on identity_leave (person_id);
create index identity_leave_deputy on identity_leave (deputy_id) where withdrawn_at is null;
