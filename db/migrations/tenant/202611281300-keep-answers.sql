-- What a program was answered under its Idempotency-Key, to be answered again word for word. Kept for a declared time only.
create table kernel_answer (
  person_id uuid not null,
  key text not null constraint kernel_answer_key_form check (length(key) between 8 and 200),
  -- Of the address and the body: a key serves one request.
  body_hash text not null constraint kernel_answer_hash_form check (body_hash ~ '^[0-9a-f]{64}$'),
  -- Its text as it was sent: jsonb would order the fields anew.
  answer text,
  made_at timestamptz not null,
  primary key (person_id, key)
);
create index kernel_answer_made on kernel_answer (made_at);
-- figures_request held the same for one room. Nothing reads it any more; it goes with a later release, so that a server of before can still
-- answer while this one starts.
