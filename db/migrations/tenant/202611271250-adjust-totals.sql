-- What a lead agency holds instead of a unit's number, beside it: the unit's own word stands in figures and is never touched.
-- One row is one act, an adjustment or its withdrawal, and names the act before it: so two people cannot both follow the same one.

create table reports_adjustment (
  id uuid primary key,
  seq bigint generated always as identity,
  figure_id uuid not null,
  unit_id uuid not null,
  period_code text not null constraint reports_adjustment_period_length check (length(period_code) between 4 and 40),
  after_id uuid constraint reports_adjustment_after_once unique,
  number numeric(15, 3) constraint reports_adjustment_number_positive check (number >= 0),
  numerator numeric(15, 3) constraint reports_adjustment_numerator_positive check (numerator >= 0),
  denominator numeric(15, 3) constraint reports_adjustment_denominator_positive check (denominator >= 0),
  -- The revision of the unit's value that was seen; 0 when it had said nothing. A newer one deserves another look.
  seen_revision integer not null constraint reports_adjustment_seen_natural check (seen_revision >= 0),
  reason text not null constraint reports_adjustment_reason_length check (length(reason) between 3 and 2000),
  by_person_id uuid,
  by_name text not null,
  by_unit_id uuid,
  made_at timestamptz not null,
  constraint reports_adjustment_cell unique (id, figure_id, unit_id, period_code),
  constraint reports_adjustment_follows foreign key (after_id, figure_id, unit_id, period_code)
    references reports_adjustment (id, figure_id, unit_id, period_code),
  constraint reports_adjustment_one_shape check (
    num_nonnulls(number, numerator) <= 1 and (numerator is null) = (denominator is null)),
  -- Only what stands can be withdrawn.
  constraint reports_adjustment_withdraws_some check (num_nonnulls(number, numerator) = 1 or after_id is not null)
);
create unique index reports_adjustment_first on reports_adjustment (figure_id, unit_id, period_code) where after_id is null;
create index reports_adjustment_period on reports_adjustment (period_code, figure_id, unit_id, seq);
create trigger reports_adjustment_append_only before update or delete or truncate on reports_adjustment
  for each statement execute function kernel_refuse_change();
