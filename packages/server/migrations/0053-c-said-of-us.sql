-- What a survivor says of those who work with them is not for them: an answer, and a wish to complain, are read by whoever
-- supervises. That they were asked stays known to all who work on the case.
drop policy survivor_feedback_read on survivor_feedback;

create policy survivor_feedback_read on survivor_feedback for select to setu_app
  using (case_may(org_id, case_id, 'narrative', false) and (case_relation(org_id, case_id) = 'supervise'
    or (case_relation(org_id, case_id) = 'own' and state <> 'answered')));

create policy case_task_complaint on case_task as restrictive for select to setu_app
  using (kind <> 'writeComplaint' or account = (select actor_account()) or case_relation(org_id, case_id) = 'supervise');

create policy due_item_complaint on due_item as restrictive for select to setu_app
  using (kind <> 'writeComplaint' or account_id = (select actor_account()) or unit_id = any ((select actor_supervised())::uuid[]));

-- A home asks for the stay that it has before it, and for no other.
create or replace function stays_elsewhere(p_org uuid, p_case uuid, p_stay uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not (case_may(p_org, p_case, 'protection', true) or (stay_known(p_org, p_case, p_stay) and exists (
      select 1 from shelter_stay s where s.org_id = p_org and s.id = p_stay and s.state in ('requested', 'admitted')))) then
    return null;
  end if;
  return exists (select 1 from shelter_stay s
    where s.org_id = p_org and s.case_id = p_case and s.id <> p_stay and s.state = 'admitted');
end $$;

-- Which home took her in is not told in her window where somebody near her may be a suspect.
create or replace function own_referrals()
returns table (id uuid, service text, state text, sent_at timestamptz, answered_at timestamptz, ended_at timestamptz,
  office_en text, office_bn text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select r.id, r.service, r.state, r.sent_at, r.answered_at, r.ended_at, o.name_en, o.name_bn
    from referral r join organisation o on o.id = r.to_org
    where r.org_id = me[1] and r.case_id = me[2] and r.state not in ('draft', 'consentChecked')
      and (r.service <> 'shelter' or exists (
        select 1 from case_slot k where k.org_id = me[1] and k.id = me[3] and k.near_suspect = 'no'))
    order by r.sent_at desc nulls last, r.id limit 200;
end $$;

-- A file that an office holds is called back from that office, whatever is still to be called back from another.
alter table case_task add column about_unit uuid;

create or replace function consent_recalls_files() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  file record;
  worker uuid;
  sender uuid := (select b.account_id from bridge_sending b where b.org_id = new.org_id and b.case_id = new.case_id
    and b.recipient_unit = new.recipient_unit and b.purpose = new.purpose order by b.sent_at desc limit 1);
  made uuid := gen_random_uuid();
  last_day date := (now() at time zone 'Asia/Dhaka')::date + 1;
begin
  if sender is null then return null; end if;
  -- A yes that was asked for again and given again still covers what was sent.
  if not exists (select 1 from bridge_sending b cross join lateral unnest(b.parts) p (part)
      where b.org_id = new.org_id and b.case_id = new.case_id and b.recipient_unit = new.recipient_unit and b.purpose = new.purpose
        and not exists (select 1 from consent k where k.org_id = b.org_id and k.case_id = b.case_id
          and k.recipient_unit = b.recipient_unit and k.purpose = b.purpose and k.state = 'given' and k.withdrawn_at is null
          and k.valid_until >= last_day - 1 and p.part = any (k.parts))) then
    return null;
  end if;
  if exists (select 1 from case_task t where t.org_id = new.org_id and t.case_id = new.case_id and t.kind = 'recallFile'
      and t.about_unit = new.recipient_unit and t.done_on is null) then
    return null;
  end if;
  select c.owner_org, c.owner_unit into file from case_file c where c.org_id = new.org_id and c.id = new.case_id;
  if not found then return null; end if;
  select s.account_id into worker from case_assignment s
    where s.org_id = new.org_id and s.case_id = new.case_id and s.ended_at is null and s.conflict = 'none' order by s.lead desc, s.began_at limit 1;
  insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on, about_unit)
    values (new.org_id, made, new.case_id, 1, coalesce(worker, sender), now(), 'recallFile', worker, last_day, new.recipient_unit);
  insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (new.org_id, gen_random_uuid(), new.case_id, made, 'recallFile', 'bridge', now(),
      ((last_day + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second', file.owner_org, file.owner_unit, worker);
  return null;
end $$;

drop trigger consent_recalls_files on consent;

-- When all of a conversation is written down: an answer that takes the place of an earlier one ends that one first.
create constraint trigger consent_recalls_files after update of state on consent deferrable initially deferred for each row
  when (old.state = 'given' and new.state = 'withdrawn' and new.recipient_unit is not null) execute function consent_recalls_files();

-- Two functions of before are told one thing more each: whoever holds a file hears of an erasure, and what is cancelled is
-- of her own case.
do $$
declare
  was text;
  becomes text;
begin
  was := pg_get_functiondef('erasure_answer(uuid, uuid, integer, boolean)'::regprocedure);
  becomes := replace(was, $f$where t.org_id = p_org and t.case_id = asked.case_id and t.state = 'offered') x$f$,
    $f$where t.org_id = p_org and t.case_id = asked.case_id and t.state = 'offered'
          union all
          select distinct b.recipient_org, b.recipient_unit, null::uuid, b.reference from bridge_sending b
            where b.org_id = p_org and b.case_id = asked.case_id) x$f$);
  if becomes = was then raise exception 'erasure_answer is not as it was'; end if;
  execute becomes;
  was := pg_get_functiondef('own_answer_appointment(uuid, text)'::regprocedure);
  becomes := replace(was, 'where d.about_id = p_id and', 'where d.org_id = me[1] and d.case_id = me[2] and d.about_id = p_id and');
  if becomes = was then raise exception 'own_answer_appointment is not as it was'; end if;
  execute becomes;
  was := pg_get_functiondef('own_withdraw(uuid, integer)'::regprocedure);
  becomes := replace(was, 'where d.about_id = letter.id and', 'where d.org_id = me[1] and d.case_id = me[2] and d.about_id = letter.id and');
  if becomes = was then raise exception 'own_withdraw is not as it was'; end if;
  execute becomes;
end $$;
