-- Laws as data. What Setu brings stands in its vocabulary; an edition that one prosecutor drafted and another put into
-- force stands here and goes before it. Nobody answers their own draft, and nothing of it changes once it was laid before
-- somebody.
create table law_text (
  id uuid primary key,
  version integer not null default 1,
  jurisdiction text not null check (jurisdiction ~ '^[A-Z]{2}$'),
  code text not null check (code ~ '^[A-Z0-9-]{2,30}$'),
  edition text not null check (edition ~ '^[0-9A-Za-z.-]{1,30}$'),
  content jsonb not null,
  standing text not null check (standing in ('draft', 'proposed', 'inForce', 'declined', 'replaced')),
  drafted_org uuid not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  proposed_at timestamptz,
  answered_org uuid,
  answered_by uuid,
  answered_at timestamptz,
  constraint law_text_by_another check (answered_by is distinct from drafted_by),
  constraint law_text_proposed check ((standing = 'draft') = (proposed_at is null)),
  constraint law_text_answered check ((standing in ('draft', 'proposed')) = (answered_by is null)),
  constraint law_text_named check (content ->> 'jurisdiction' = jurisdiction and content ->> 'code' = code
    and content ->> 'edition' = edition)
);

create unique index law_text_in_force on law_text (jurisdiction, code, edition) where standing = 'inForce';

create index law_text_drafted on law_text (drafted_at);

create function law_text_guard() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.drafted_org, new.drafted_by) is distinct from (old.id, old.drafted_org, old.drafted_by) then
    raise exception 'whoever drafted it stays' using errcode = '42501';
  end if;
  if old.standing <> 'draft' and (new.content, new.jurisdiction, new.code, new.edition, new.drafted_at, new.proposed_at)
      is distinct from (old.content, old.jurisdiction, old.code, old.edition, old.drafted_at, old.proposed_at) then
    raise exception 'what was laid before somebody stays' using errcode = '42501';
  end if;
  if old.answered_by is not null and (new.answered_by, new.answered_org, new.answered_at)
      is distinct from (old.answered_by, old.answered_org, old.answered_at) then
    raise exception 'whoever answered stays' using errcode = '42501';
  end if;
  if (old.standing, new.standing) not in (('draft', 'draft'), ('draft', 'proposed'), ('proposed', 'inForce'),
      ('proposed', 'declined'), ('inForce', 'replaced')) then
    raise exception 'no such step' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger law_text_guard before update on law_text for each row execute function law_text_guard();

alter function law_text_guard() owner to setu_owner;

alter table law_text owner to setu_owner;

alter table law_text enable row level security;

alter table law_text force row level security;

grant select, insert, update on law_text to setu_app;

create policy law_text_read on law_text for select to setu_app
  using ((select actor_account()) is not null and (standing in ('inForce', 'replaced') or drafted_by = (select actor_account())
    or (standing in ('proposed', 'declined') and (select actor_has('prosecutor')))));

create policy law_text_draft on law_text for insert to setu_app
  with check (standing = 'draft' and (select actor_has('prosecutor')) and drafted_by = (select actor_account())
    and drafted_org = (select actor_org()));

create policy law_text_own on law_text for update to setu_app
  using (standing = 'draft' and drafted_by = (select actor_account()) and (select actor_has('prosecutor')))
  with check (standing in ('draft', 'proposed') and drafted_by = (select actor_account()));

create policy law_text_answer on law_text for update to setu_app
  using ((select actor_has('prosecutor')) and ((standing = 'proposed' and drafted_by <> (select actor_account())) or standing = 'inForce'))
  with check (standing = 'replaced' or (standing in ('inForce', 'declined') and answered_by = (select actor_account())
    and answered_org = (select actor_org())));

grant select on law_text to setu_backup;

create policy law_text_backup on law_text for select to setu_backup using (true);
