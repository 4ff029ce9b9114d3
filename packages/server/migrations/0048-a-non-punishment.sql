-- Claims of non-punishment: that an offence somebody is accused of was forced on them, or followed from being trafficked.
-- While one goes on, and once it was accepted, nobody publishes that person as accused.

create table non_punishment_claim (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('raised', 'supported', 'accepted', 'notAccepted', 'contested', 'lost', 'withdrawn')),
  offences text[],
  link text check (link ~ '^[A-Za-z0-9_.-]{1,60}$'),
  accused_by text check (accused_by ~ '^[A-Za-z0-9_.-]{1,60}$'),
  accused_in text,
  stage text check (stage ~ '^[A-Za-z0-9_.-]{1,60}$'),
  raised_on date,
  words bytea,
  case_number bytea,
  accused_as bytea,
  told text[],
  next_step text check (next_step ~ '^[A-Za-z0-9_.-]{1,60}$'),
  next_owner text check (next_owner ~ '^[A-Za-z0-9_.-]{1,60}$'),
  next_by date,
  grounds text[],
  supported_by text check (supported_by ~ '^[A-Za-z0-9_.-]{1,60}$'),
  supported_on date,
  argument bytea,
  letter uuid,
  decided_by text check (decided_by ~ '^[A-Za-z0-9_.-]{1,60}$'),
  decided_on date,
  contest_until date,
  contested_on date,
  contest_by text check (contest_by ~ '^[A-Za-z0-9_.-]{1,60}$'),
  outcome text check (outcome ~ '^[A-Za-z0-9_.-]{1,60}$'),
  why_withdrawn text check (why_withdrawn ~ '^[A-Za-z0-9_.-]{1,60}$'),
  claim_code text check (length(claim_code) <= 12),
  -- How the person is named in the criminal case, as a keyed mark: no name, and no number.
  accused_mark text check (accused_mark ~ '^[0-9a-f]{64}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, letter) references case_document (org_id, id)
);

create index non_punishment_claim_case on non_punishment_claim (org_id, case_id);

create index non_punishment_claim_letter on non_punishment_claim (org_id, letter);

create index non_punishment_claim_code on non_punishment_claim (claim_code);

create index non_punishment_claim_mark on non_punishment_claim (accused_mark);

insert into record_state (record, state, begins, amends) values
  ('nonPunishmentClaim', 'raised', true, true),
  ('nonPunishmentClaim', 'supported', false, true),
  ('nonPunishmentClaim', 'accepted', false, false),
  ('nonPunishmentClaim', 'notAccepted', false, false),
  ('nonPunishmentClaim', 'contested', false, true),
  ('nonPunishmentClaim', 'lost', false, false),
  ('nonPunishmentClaim', 'withdrawn', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('nonPunishmentClaim', 'raised', 'supported', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'raised', 'accepted', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'raised', 'notAccepted', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'supported', 'accepted', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'supported', 'notAccepted', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'notAccepted', 'contested', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'contested', 'accepted', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'contested', 'lost', '{own,supervise}', '{}'),
  ('nonPunishmentClaim', 'raised', 'withdrawn', '{supervise}', '{raised}'),
  ('nonPunishmentClaim', 'supported', 'withdrawn', '{supervise}', '{raised}'),
  ('nonPunishmentClaim', 'contested', 'withdrawn', '{supervise}', '{raised}');

alter table non_punishment_claim owner to setu_owner;

alter table non_punishment_claim enable row level security;

alter table non_punishment_claim force row level security;

grant select, insert, update on non_punishment_claim to setu_app;

create policy non_punishment_claim_read on non_punishment_claim for select to setu_app
  using (case_may(org_id, case_id, 'narrative', false) and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy non_punishment_claim_add on non_punishment_claim for insert to setu_app
  with check (case_may(org_id, case_id, 'narrative', true));

create policy non_punishment_claim_change on non_punishment_claim for update to setu_app
  using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select on non_punishment_claim to setu_backup;

create policy non_punishment_claim_backup on non_punishment_claim for select to setu_backup using (true);

grant select, update (words, case_number, accused_as, argument) on non_punishment_claim to setu_definer;

create policy non_punishment_claim_definer_find on non_punishment_claim for select to setu_definer using (true);

create policy non_punishment_claim_reseal on non_punishment_claim for update to setu_definer using (true) with check (true);

create trigger record_state_guard before insert or update on non_punishment_claim for each row
  execute function record_state_guard('nonPunishmentClaim');

create trigger record_step_keep after insert or update on non_punishment_claim for each row
  execute function record_step_keep('nonPunishmentClaim');

-- An authority was told the code: it stays what it was.
create function claim_code_holds() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if new.claim_code is distinct from old.claim_code then
    raise exception 'the code of a claim stays' using errcode = '42501';
  end if;
  return new;
end $$;

alter function claim_code_holds() owner to setu_owner;

revoke all on function claim_code_holds() from public;

create trigger claim_code_holds before update on non_punishment_claim for each row execute function claim_code_holds();

-- The one question that whatever publishes somebody as accused asks before: of the codes that were handed in for them, and the
-- marks of how they are named. It answers with a yes or a no and nothing of whose claim it is. Nobody who signs in may ask
-- it, for to be told no is to be told of a survivor: other functions of the database ask, and keep what they publish back.
create function may_be_published_as_accused(p_codes text[], p_marks text[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return not exists (select 1 from non_punishment_claim c
    where (c.claim_code = any (coalesce(p_codes, '{}')) or c.accused_mark = any (coalesce(p_marks, '{}')))
      and (c.state in ('raised', 'supported', 'contested', 'accepted')
        or (c.state = 'notAccepted' and c.contest_until >= current_date)));
end $$;

alter function may_be_published_as_accused(text[], text[]) owner to setu_definer;

revoke all on function may_be_published_as_accused(text[], text[]) from public;

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''non_punishment_claim'', ''words''), (''non_punishment_claim'', ''case_number''),
      (''non_punishment_claim'', ''accused_as''), (''non_punishment_claim'', ''argument'')) t (at, held) $f$', known);
end $$;
