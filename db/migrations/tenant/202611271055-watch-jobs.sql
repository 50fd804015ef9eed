-- Every run of a job that the clock calls, in the machine's own time also where a tenant's clock stands on one day. Written
-- when the run begins, so that one cut off by a crash is seen as well.
create table kernel_job_run (
  id uuid primary key,
  job text not null constraint kernel_job_run_name_length check (length(job) between 1 and 100),
  started_at timestamptz not null,
  finished_at timestamptz,
  ok boolean,
  -- What went wrong, without values that people typed (kernel/telemetry.ts).
  error text constraint kernel_job_run_error_length check (length(error) <= 300),
  -- How much the run did: names and numbers.
  counts jsonb,
  constraint kernel_job_run_ended check ((finished_at is null) = (ok is null)),
  constraint kernel_job_run_says_why check (error is null or ok = false)
);
create index kernel_job_run_job on kernel_job_run (job, started_at desc);
create index kernel_job_run_age on kernel_job_run (started_at);

-- Times at which a job needed somebody to look: begun when first seen, ended when the job was well again. People are told
-- once for each.
create table operations_alarm (
  id uuid primary key,
  job text not null constraint operations_alarm_name_length check (length(job) between 1 and 100),
  state text not null constraint operations_alarm_state_known check (state in ('late', 'failed', 'never')),
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index operations_alarm_open on operations_alarm (job) where ended_at is null;
