-- What a survivor allowed outlives her case for a time, as proof of what was allowed: codes and days, under the code that the
-- erasure is known by; no name, and no word. Read by whoever guards the data. Papers may go before their case.
create table kept_consent (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  owner_org uuid not null references organisation (id),
  erasure_id uuid not null,
  purpose text not null check (purpose ~ '^[A-Za-z0-9_.-]{1,60}$'),
  parts text[] not null,
  recipient_unit uuid,
  in_words boolean not null,
  state text not null check (state in ('given', 'withdrawn', 'expired')),
  given_on date not null,
  valid_until date not null,
  withdrawn_on date,
  medium text not null check (medium ~ '^[A-Za-z0-9_.-]{1,60}$'),
  language text not null check (length(language) <= 20),
  text_version text not null check (length(text_version) <= 40),
  guardian_agreed boolean,
  child_assent boolean,
  erased_on date not null,
  primary key (org_id, id),
  foreign key (org_id, erasure_id) references case_erasure (org_id, id)
);

create index kept_consent_erasure on kept_consent (org_id, erasure_id);

create index kept_consent_owner on kept_consent (owner_org, erased_on);

alter table kept_consent owner to setu_owner;

alter table kept_consent enable row level security;

alter table kept_consent force row level security;

grant select on kept_consent to setu_app, setu_backup;

create policy kept_consent_read on kept_consent for select to setu_app
  using ((select actor_has('dataProtectionOfficer')) and owner_org = (select actor_org()));

create policy kept_consent_backup on kept_consent for select to setu_backup using (true);

grant select, insert, delete on kept_consent to setu_definer;

create policy kept_consent_definer on kept_consent for select to setu_definer using (true);

create policy kept_consent_definer_add on kept_consent for insert to setu_definer with check (true);

create policy kept_consent_definer_forget on kept_consent for delete to setu_definer using (true);

-- The yeses of a case that goes since its time is over; asked by the answer to the request, and by nobody else.
create function consent_keep(p_org uuid, p_case uuid, p_erasure uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into kept_consent (org_id, id, case_id, owner_org, erasure_id, purpose, parts, recipient_unit, in_words, state, given_on,
    valid_until, withdrawn_on, medium, language, text_version, guardian_agreed, child_assent, erased_on)
  select k.org_id, gen_random_uuid(), k.case_id, e.owner_org, e.id, k.purpose, k.parts, k.recipient_unit, k.recipient_words is not null,
    k.state, k.given_on, k.valid_until, (k.withdrawn_at at time zone 'Asia/Dhaka')::date, k.medium, k.language, k.text_version,
    k.guardian_agreed, k.child_assent, (now() at time zone 'Asia/Dhaka')::date
  from consent k join case_erasure e on e.org_id = p_org and e.id = p_erasure
  where k.org_id = p_org and k.case_id = p_case and k.state in ('given', 'withdrawn', 'expired');
end $$;

-- Forgets those whose own time is over; asked by the clock.
create function consents_forget() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date := (now() at time zone 'Asia/Dhaka')::date;
  rules jsonb := (select r.rules from rule_set r where r.kind = 'retentionRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1);
  gone integer;
begin
  delete from kept_consent k
    where (k.erased_on + make_interval(years => greatest(0, coalesce((rules ->> 'consentYears')::integer, 2))))::date < today;
  get diagnostics gone = row_count;
  return gone;
end $$;

do $$
declare
  was text;
  becomes text;
begin
  was := pg_get_functiondef('erasure_answer(uuid, uuid, integer, boolean)'::regprocedure);
  becomes := replace(was, $f$  perform case_wipe(p_org, asked.case_id, asked.reason <> 'openedByMistake');$f$,
    $f$  if asked.reason = 'retentionOver' then perform consent_keep(p_org, asked.case_id, p_id); end if;
  perform case_wipe(p_org, asked.case_id, asked.reason <> 'openedByMistake');$f$);
  if becomes = was then raise exception 'erasure_answer is not as it was'; end if;
  execute becomes;
end $$;

-- Papers of closed cases that have a time of their own, counted from the day on which the case was closed, and are past it: for
-- whoever supervises the unit that holds them. One that shows where money went, or stands behind a claim, goes with its case.
grant delete on case_document to setu_definer;

create policy case_document_definer_over on case_document for delete to setu_definer using (true);

create policy case_event_definer_paper on case_event for insert to setu_definer
  with check (kind = 'documentRemoved' and account_id = (select actor_account()));

create policy due_item_definer_asked_again on due_item for insert to setu_definer with check (kind = 'renewConsent');

create function retention_papers(p_most integer)
returns table (org uuid, id uuid, case_id uuid, code text, kind text, part text, kept_until date, held boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  times jsonb := retention_rules() -> 'papers';
  today date := (now() at time zone 'Asia/Dhaka')::date;
begin
  if me is null or times is null then return; end if;
  return query
    select c.org_id, d.id, c.id, k.code, d.kind, d.part, d.until, case_held(c.org_id, c.id)
    from case_file c
    join lateral (select x.*, c.closed_on + (times ->> x.kind)::integer as until from case_document x
      where x.org_id = c.org_id and x.case_id = c.id and times ? x.kind) d on d.until < today
    left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
    where c.owner_org = me[1] and c.closed_on is not null and case_relation(c.org_id, c.id) in ('own', 'supervise')
      and exists (select 1 from unit_member m where m.org_id = me[1] and m.unit_id = c.owner_unit and m.account_id = me[2] and m.supervises)
      and not exists (select 1 from payment p where p.org_id = d.org_id and p.receipt = d.id)
      and not exists (select 1 from compensation p where p.org_id = d.org_id and p.paper = d.id)
      and not exists (select 1 from non_punishment_claim n where n.org_id = d.org_id and n.letter = d.id)
    order by d.until, d.id limit p_most;
end $$;

create function retention_paper_goes(p_org uuid, p_paper uuid) returns table (case_id uuid, part text)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  over record;
begin
  if me is null then return; end if;
  perform 1 from case_file c where (c.org_id, c.id) in (select x.org_id, x.case_id from case_document x
    where x.org_id = p_org and x.id = p_paper) for no key update;
  select * into over from retention_papers(1000000) r where r.org = p_org and r.id = p_paper and not r.held;
  if not found then return; end if;
  delete from case_document d where d.org_id = p_org and d.id = p_paper;
  -- That a paper was there stays, and is told to whoever sees the part that it belonged to.
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, record_id, about)
    values (p_org, gen_random_uuid(), over.case_id, 'documentRemoved', over.part, (now() at time zone 'Asia/Dhaka')::date, now(),
      me[2], me[1], p_paper, jsonb_build_object('kind', over.kind));
  return query select over.case_id, over.part;
end $$;

do $$
declare one text;
begin
  foreach one in array array['consent_keep(uuid, uuid, uuid)', 'consents_forget()', 'retention_papers(integer)',
      'retention_paper_goes(uuid, uuid)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
  end loop;
  grant execute on function consents_forget() to setu_clock;
  grant execute on function retention_papers(integer), retention_paper_goes(uuid, uuid) to setu_app;
end $$;
