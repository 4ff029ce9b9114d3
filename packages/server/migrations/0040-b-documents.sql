-- Papers of a case: what each is, and its bytes in sealed pieces. They hang on the case and go with it.
create table case_document (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  part text not null check (part in ('identity', 'narrative', 'health', 'legal', 'family')),
  account_id uuid not null,
  recorded_at timestamptz not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  issued_on date,
  words bytea,
  goes_along boolean not null,
  media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
  pages integer not null check (pages between 1 and 100),
  bytes integer not null check (bytes > 0),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index case_document_case on case_document (org_id, case_id);

create table case_document_piece (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  document_id uuid not null,
  at integer not null check (at between 0 and 200),
  piece bytea not null check (length(piece) <= 400000),
  primary key (org_id, id),
  unique (org_id, document_id, at),
  foreign key (org_id, document_id) references case_document (org_id, id) on delete cascade,
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index case_document_piece_case on case_document_piece (org_id, case_id);

alter table case_document owner to setu_owner;

alter table case_document_piece owner to setu_owner;

alter table case_document enable row level security;

alter table case_document force row level security;

alter table case_document_piece enable row level security;

alter table case_document_piece force row level security;

-- A receiver of a referral gets no paper until whoever works the case says of this one that it goes along with its part.
grant select, insert, delete, update (goes_along, version) on case_document to setu_app;

create policy case_document_read on case_document for select to setu_app
  using (case_may(org_id, case_id, part, false)
    and (goes_along or case_relation(org_id, case_id) in ('own', 'supervise', 'emergency')));

create policy case_document_add on case_document for insert to setu_app
  with check (account_id = (select actor_account()) and not goes_along and case_may(org_id, case_id, part, true));

create policy case_document_change on case_document for update to setu_app
  using (case_relation(org_id, case_id) = 'own' and case_may(org_id, case_id, part, true))
  with check (case_relation(org_id, case_id) = 'own' and case_may(org_id, case_id, part, true));

create policy case_document_remove on case_document for delete to setu_app
  using (case_relation(org_id, case_id) = 'own' and case_may(org_id, case_id, part, true));

grant select, insert on case_document_piece to setu_app;

create policy case_document_piece_read on case_document_piece for select to setu_app
  using (exists (select 1 from case_document d
    where d.org_id = case_document_piece.org_id and d.id = document_id and d.case_id = case_document_piece.case_id));

create policy case_document_piece_add on case_document_piece for insert to setu_app
  with check (exists (select 1 from case_document d
    where d.org_id = case_document_piece.org_id and d.id = document_id and d.case_id = case_document_piece.case_id
      and d.account_id = (select actor_account())));

grant select on case_document, case_document_piece to setu_backup;

create policy case_document_backup on case_document for select to setu_backup using (true);

create policy case_document_piece_backup on case_document_piece for select to setu_backup using (true);

-- Renewed with the other values of a case.
grant select, update (words) on case_document to setu_definer;

create policy case_document_reseal_see on case_document for select to setu_definer using (true);

create policy case_document_reseal on case_document for update to setu_definer using (true) with check (true);

grant select, update (piece) on case_document_piece to setu_definer;

create policy case_document_piece_reseal_see on case_document_piece for select to setu_definer using (true);

create policy case_document_piece_reseal on case_document_piece for update to setu_definer using (true) with check (true);

-- The list of sealed values is added to, whatever stands in it by now.
do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''case_document'', ''words''), (''case_document_piece'', ''piece'')) t (at, held) $f$', known);
end $$;
