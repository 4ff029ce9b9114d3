-- Automatic reminders, for survivors who chose them. The number is sealed to a reminder key of the node, which stands in a
-- file of its own and opens nothing else; no role of those who are served reads it, and it is gone once she has enough.

create table reminder_key (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  public_key bytea not null check (length(public_key) = 32),
  made_at timestamptz not null,
  used boolean not null,
  seals boolean not null,
  constraint reminder_key_seals check (used or not seals)
);

create table text_choice (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  key_id text not null references reminder_key (id),
  number bytea check (length(number) <= 200),
  wording text not null check (wording ~ '^[A-Za-z0-9_.-]{1,60}$'),
  language text not null check (language in ('en', 'bn')),
  chosen_at timestamptz not null,
  account_org uuid,
  account_id uuid,
  stopped_at timestamptz,
  stopped_by text check (stopped_by in ('survivor', 'caseworker', 'closing')),
  primary key (org_id, id),
  unique (org_id, case_id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (account_org, account_id) references account (org_id, id),
  constraint text_choice_chooser check ((account_id is null) = (account_org is null)),
  constraint text_choice_stopped check ((stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (number is not null))
);

-- One automatic reminder of one appointment, ever. What it says is a word of a list.
create table reminder_text (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  due_id uuid not null,
  on_day date not null,
  state text not null check (state in ('waiting', 'handing', 'handed', 'unknown', 'unsent')),
  because text check (because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  wording text check (wording ~ '^[A-Za-z0-9_.-]{1,60}$'),
  language text check (language in ('en', 'bn')),
  tries integer not null,
  next_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  primary key (org_id, id),
  unique (org_id, about_id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  constraint reminder_text_ended check ((ended_at is not null) = (state in ('handed', 'unknown', 'unsent')))
);

create index reminder_text_case on reminder_text (org_id, case_id);

create index reminder_text_open on reminder_text (next_at) where state in ('waiting', 'handing');

do $$
declare one text;
begin
  foreach one in array array['reminder_key', 'text_choice', 'reminder_text'] loop
    execute format('alter table %I owner to setu_owner', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('grant select on %I to setu_backup', one);
    execute format('create policy %I on %I for select to setu_backup using (true)', one || '_backup', one);
  end loop;
end $$;

grant select, insert, update (used, seals) on reminder_key to setu_setup;

create policy reminder_key_setup on reminder_key for all to setu_setup using (true) with check (true);

grant select on reminder_key to setu_definer;

create policy reminder_key_definer on reminder_key for select to setu_definer using (true);

grant select (id, public_key, seals) on reminder_key to setu_app;

create policy reminder_key_read on reminder_key for select to setu_app using (seals and (select actor_account()) is not null);

-- The number stands in no right of theirs.
grant select (org_id, id, case_id, key_id, wording, language, chosen_at, account_org, account_id, stopped_at, stopped_by)
  on text_choice to setu_app;

create policy text_choice_read on text_choice for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise'));

grant select on reminder_text to setu_app;

create policy reminder_text_read on reminder_text for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise'));

grant select, insert, delete, update (number, stopped_at, stopped_by) on text_choice to setu_definer;

create policy text_choice_definer on text_choice for all to setu_definer using (true) with check (true);

grant select, insert, update on reminder_text to setu_definer;

create policy reminder_text_definer_find on reminder_text for select to setu_definer using (true);

create policy reminder_text_definer_add on reminder_text for insert to setu_definer with check (state = 'waiting');

create policy reminder_text_definer_go_on on reminder_text for update to setu_definer using (true) with check (true);

create policy case_event_definer_texts on case_event for insert to setu_definer
  with check (kind in ('textsChosen', 'textsStopped', 'textHanded') and part = 'narrative' and account_id is null);
