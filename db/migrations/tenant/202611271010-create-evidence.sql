-- What proves that something was done. A record belongs to a subject of some other room, which decides who sees and adds it;
-- no reference leads there, so that the rooms stay apart.
create table evidence_record (
  id uuid primary key,
  -- The order in which records of one upload were sent.
  seq bigint generated always as identity,
  subject_type text not null check (length(subject_type) between 1 and 40),
  subject_id uuid not null,
  kind text not null check (kind in ('file', 'photo', 'link', 'posting', 'minutes')),
  words text not null default '' check (length(words) <= 500),
  url text check (length(url) <= 2000 and url ~ '^https?://'),
  -- Of a posting: where it hangs; of minutes: where the meeting was.
  place text check (length(place) between 1 and 300),
  posted_from date,
  posted_to date,
  held_on date,
  attendants integer check (attendants between 1 and 100000),
  -- What is kept, by hash; the row of the file stands before this one, whatever dies in between.
  file_hash text references kernel_file (hash),
  file_name text check (length(file_name) between 1 and 200),
  media_type text,
  size_bytes bigint,
  -- Of the bytes as they came: a picture is kept only as made anew, without its metadata.
  original_hash text check (original_hash ~ '^[0-9a-f]{64}$'),
  thumbnail_hash text references kernel_file (hash),
  width integer,
  height integer,
  -- As the camera said, hence never trusted blindly; the place only when it was asked for.
  captured_at timestamptz,
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  person_id uuid,
  person_name text not null,
  unit_id uuid,
  recorded_at timestamptz not null,
  constraint evidence_record_file_whole check (
    (file_hash is null) = (file_name is null) and (file_hash is null) = (media_type is null)
    and (file_hash is null) = (size_bytes is null) and (file_hash is null) = (original_hash is null)
  ),
  constraint evidence_record_picture_whole check (
    (thumbnail_hash is null) = (width is null) and (thumbnail_hash is null) = (height is null)
    and (thumbnail_hash is null or file_hash is not null) and (captured_at is null or thumbnail_hash is not null)
  ),
  constraint evidence_record_location_whole check (
    (latitude is null) = (longitude is null) and (latitude is null or thumbnail_hash is not null)
  ),
  constraint evidence_record_file check (kind <> 'file' or file_hash is not null),
  constraint evidence_record_photo check (kind <> 'photo' or thumbnail_hash is not null),
  constraint evidence_record_link check ((kind = 'link') = (url is not null) and (kind <> 'link' or file_hash is null)),
  constraint evidence_record_posting check (
    (kind = 'posting') = (posted_from is not null) and (kind <> 'posting' or place is not null)
    and (posted_to is null or posted_from is not null and posted_to >= posted_from)
  ),
  constraint evidence_record_minutes check (
    (kind = 'minutes') = (held_on is not null) and (kind = 'minutes') = (attendants is not null)
    and (kind <> 'minutes' or file_hash is not null and place is not null)
  )
);
create index evidence_record_subject on evidence_record (subject_type, subject_id, recorded_at);
create trigger evidence_record_append_only before update or delete or truncate on evidence_record
  for each statement execute function kernel_refuse_change();

-- Evidence taken back stays to be read: a fact of its own, appended beside the record.
create table evidence_withdrawal (
  id uuid primary key,
  record_id uuid not null constraint evidence_withdrawal_once unique references evidence_record (id),
  reason text not null constraint evidence_withdrawal_reason check (length(reason) between 1 and 2000),
  person_id uuid,
  person_name text not null,
  withdrawn_at timestamptz not null
);
create trigger evidence_withdrawal_append_only before update or delete or truncate on evidence_withdrawal
  for each statement execute function kernel_refuse_change();
