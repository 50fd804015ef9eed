-- Names this database to the folder of its uploaded files. Files that no row names are removed; a folder that was filled by
-- another database (a wrong DATABASE_URL, an empty copy) must be recognised before that, and left alone.
create table registry_file_folder (
  only_one boolean primary key default true check (only_one),
  database_id uuid not null default gen_random_uuid()
);
insert into registry_file_folder default values;
