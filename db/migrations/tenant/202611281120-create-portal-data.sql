-- What the portal keeps of its own: who wants an email, and how often pages were looked at. And what it reads of plans.

-- An address that asked for emails. It is deleted when its owner stops them, and when nobody confirms it. No name, no address of a machine.
create table portal_subscriber (
  id uuid primary key,
  email text not null constraint portal_subscriber_once unique
    constraint portal_subscriber_email_length check (length(email) between 6 and 200),
  lang text not null constraint portal_subscriber_lang_known check (lang in ('vi', 'en')),
  asked_at timestamptz not null,
  -- How often it was asked for in the week that began on that day: an address that somebody else types is not flooded.
  asked_on date not null,
  asked_times smallint not null constraint portal_subscriber_asked_positive check (asked_times >= 1),
  confirmed_at timestamptz,
  -- What changed up to then was told.
  told_until timestamptz not null,
  mailed_on date,
  -- The email that is to leave.
  waiting text constraint portal_subscriber_waiting_known check (waiting in ('confirm', 'news')),
  next_try_at timestamptz,
  attempts smallint not null default 0,
  constraint portal_subscriber_waits check ((waiting is null) = (next_try_at is null)),
  constraint portal_subscriber_news_confirmed check (waiting <> 'news' or confirmed_at is not null)
);
create index portal_subscriber_waiting on portal_subscriber (next_try_at) where waiting is not null;
create index portal_subscriber_asked on portal_subscriber (asked_at);

create table portal_subscription (
  subscriber_id uuid not null constraint portal_subscription_subscriber references portal_subscriber (id) on delete cascade,
  unit_id uuid not null,
  -- '*' is everything of the commune.
  section text not null constraint portal_subscription_section_length check (length(section) between 1 and 30),
  asked_at timestamptz not null,
  -- Null: asked for in a form and not yet confirmed from the mailbox.
  confirmed_at timestamptz,
  constraint portal_subscription_pkey primary key (subscriber_id, unit_id, section)
);
create index portal_subscription_unit on portal_subscription (unit_id, section) where confirmed_at is not null;

-- What links in emails carry; only its hash is kept.
create table portal_subscriber_key (
  hash bytea not null constraint portal_subscriber_key_pkey primary key
    constraint portal_subscriber_key_form check (length(hash) = 32),
  subscriber_id uuid not null constraint portal_subscriber_key_subscriber references portal_subscriber (id) on delete cascade,
  purpose text not null constraint portal_subscriber_key_purpose_known check (purpose in ('confirm', 'stop')),
  made_at timestamptz not null
);
create index portal_subscriber_key_of on portal_subscriber_key (subscriber_id, purpose);
create index portal_subscriber_key_made on portal_subscriber_key (made_at);

-- When mail may leave again after the mail server failed.
create table portal_mail_pause (
  only_row boolean primary key default true constraint portal_mail_pause_one check (only_row),
  failures smallint not null,
  next_try_at timestamptz not null
);

-- How often pages were looked at, by day: nothing of who. No unit: pages of the whole portal; no item: pages of the commune itself.
create table portal_visit (
  day date not null,
  unit_id uuid,
  item_id uuid,
  visits bigint not null constraint portal_visit_positive check (visits > 0),
  constraint portal_visit_once unique nulls not distinct (day, unit_id, item_id),
  constraint portal_visit_item_of_unit check (item_id is null or unit_id is not null)
);
create index portal_visit_unit on portal_visit (unit_id, day);

create view portal_visit_day as select day, unit_id, item_id, visits from portal_visit;

-- Feeds and lists of a commune are read by the time of the last change.
create index disclosure_public_unit_updated on disclosure_public (unit_id, updated_at desc, item_id desc);

-- Plans that are in force, and their clauses.
create view portal_plan as
  select id as plan_id, unit_id, year, title, number, issued_on, parent_plan_id
  from plans_plan where state in ('issued', 'closed');
create view portal_plan_clause as
  select c.plan_id, c.path, c.parent_path, c.kind, c.label, c.title, c.body, c.dimension, c.position
  from plans_clause c join plans_plan p on p.id = c.plan_id and p.state in ('issued', 'closed');

-- Work that was accepted: what, with which product, by when, and the day of the acceptance. Who said what of it stays inside.
create view portal_result as
  select a.id as result_id, a.unit_id, a.plan_id, a.year, t.code, t.words as title,
    array(select p ->> 'text' from jsonb_array_elements(t.products) p) as products,
    t.clause_path, a.dimension, a.due_on,
    (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as accepted_on
  from assignments_assignment a
  join assignments_task t on t.id = a.task_id
  join plans_plan plan on plan.id = a.plan_id and plan.state in ('issued', 'closed')
  join lateral (
    select recorded_at from assignments_entry where assignment_id = a.id and kind = 'accept' order by seq desc limit 1) e on true
  where a.progress = 'accepted' and a.dropped_version is null;
