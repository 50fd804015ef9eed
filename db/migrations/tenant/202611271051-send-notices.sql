-- What each person chose; nobody's row means the defaults of the program (notices/domain/choices.ts).
create table notices_preference (
  person_id uuid primary key,
  -- The language of emails and pushes.
  lang text not null constraint notices_preference_lang_known check (lang in ('vi', 'en')),
  -- For each topic: email and push, with their version inside.
  choices jsonb not null,
  changed_at timestamptz not null
);

-- Emails to be sent. A row is made in the transaction that hands out the notice or makes the digest, and stays until a mail
-- server took it or refused it for good; a program cut off between the server's yes and the commit sends it again under the
-- same Message-ID (the row's id), which mail programs show once. Times are the machine's.
create table notices_mail (
  id uuid primary key,
  person_id uuid not null,
  kind text not null constraint notices_mail_kind_known check (kind in ('digest', 'notice')),
  digest_on date,
  notice_id uuid constraint notices_mail_notice references notices_notice (id),
  -- What is said, kept so that every try sends the same; removed once sent.
  subject text,
  text_body text,
  html_body text,
  state text not null constraint notices_mail_state_known check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0 constraint notices_mail_attempts_counted check (attempts >= 0),
  next_attempt_at timestamptz not null,
  -- What the mail server answered, without addresses.
  last_error text constraint notices_mail_error_length check (length(last_error) <= 300),
  made_at timestamptz not null,
  sent_at timestamptz,
  -- One digest a person a day, one email a person a notice.
  constraint notices_mail_digest_once unique (person_id, digest_on),
  constraint notices_mail_notice_once unique (person_id, notice_id),
  constraint notices_mail_what check ((kind = 'digest') = (digest_on is not null) and (kind = 'notice') = (notice_id is not null)),
  constraint notices_mail_sent check ((state = 'sent') = (sent_at is not null)),
  constraint notices_mail_body check (state = 'sent' or (subject is not null and text_body is not null and html_body is not null))
);
create index notices_mail_due on notices_mail (next_attempt_at) where state = 'waiting';
create index notices_mail_refused on notices_mail (made_at) where state = 'failed';
create index notices_mail_sent_at on notices_mail (sent_at) where state = 'sent';

-- How the mail server is doing: one row. While it fails, one message at a time is tried.
create table notices_mail_server (
  only_row boolean primary key default true constraint notices_mail_server_one check (only_row),
  failing_since timestamptz,
  failures integer not null default 0,
  next_try_at timestamptz,
  last_error text constraint notices_mail_server_error_length check (length(last_error) <= 300),
  last_ok_at timestamptz,
  constraint notices_mail_server_failing check ((failing_since is null) = (failures = 0) and (failing_since is null) = (next_try_at is null))
);
insert into notices_mail_server default values;

-- The key pair that signs pushes (RFC 8292), made once at first need; browsers tie their subscription to it.
create table notices_push_key (
  only_row boolean primary key default true constraint notices_push_key_one check (only_row),
  public_key text not null constraint notices_push_key_public check (length(public_key) = 87),
  private_key text not null constraint notices_push_key_private check (length(private_key) = 43),
  made_at timestamptz not null
);

-- A browser in which a person switched pushes on. Removed when the person or the push service ends it.
create table notices_push (
  id uuid primary key,
  person_id uuid not null,
  endpoint text not null constraint notices_push_endpoint_unique unique
    constraint notices_push_endpoint_form check (endpoint ~ '^https://' and length(endpoint) <= 1000),
  p256dh text not null constraint notices_push_key_length check (length(p256dh) = 87),
  auth text not null constraint notices_push_auth_length check (length(auth) = 22),
  agent text not null constraint notices_push_agent_length check (length(agent) between 1 and 60),
  made_at timestamptz not null,
  last_ok_at timestamptz,
  last_error text constraint notices_push_error_length check (length(last_error) <= 300)
);
create index notices_push_person on notices_push (person_id);

-- Pushes to be sent; a row goes when the push service took it, or when it is no longer news.
create table notices_push_message (
  id uuid primary key,
  push_id uuid not null constraint notices_push_message_push references notices_push (id) on delete cascade,
  notice_id uuid not null constraint notices_push_message_notice references notices_notice (id),
  attempts integer not null default 0 constraint notices_push_message_attempts check (attempts >= 0),
  next_attempt_at timestamptz not null,
  made_at timestamptz not null,
  constraint notices_push_message_once unique (push_id, notice_id)
);
create index notices_push_message_due on notices_push_message (next_attempt_at);
