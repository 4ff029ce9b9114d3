-- When a case changes hands, whatever was promised goes with it, and whoever says no keeps nothing of it.

-- Taking over a case: the one act by which someone outside changes who owns it. The offer must stand, the
-- taker must be of the unit asked, and the organisation must be one that may own cases. Open promises and tasks
-- become the taker's, and referrals under way answer to them. A key that was not handed over stays where it was:
-- nobody reads with it, and nothing is lost for good.
create or replace function transfer_take(p_org uuid, p_transfer uuid, p_assignment uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  offer record;
  me record;
  before record;
begin
  select s.org_id, s.account_id into me from actor_session() s;
  select t.case_id, t.to_org, t.to_unit into offer from case_transfer t
    where t.org_id = p_org and t.id = p_transfer and t.state = 'offered' and t.to_unit = any (actor_units()) for update;
  if not found or not may_own_cases(offer.to_org) or case_conflict(p_org, offer.case_id) then return null; end if;
  select c.owner_org, c.owner_unit into before from case_file c where c.org_id = p_org and c.id = offer.case_id for no key update;
  update case_assignment set ended_at = now(), version = version + 1
    where org_id = p_org and case_id = offer.case_id and ended_at is null;
  update case_file set owner_org = offer.to_org, owner_unit = offer.to_unit, version = version + 1,
    state = case when state = 'transferred' then 'intake' else state end, changed_at = now()
    where org_id = p_org and id = offer.case_id;
  insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, declared_at, made_by, began_at)
    values (p_org, p_assignment, offer.case_id, 1, me.org_id, me.account_id, true, 'none', now(), me.account_id, now());
  update case_transfer set state = 'accepted', answered_at = now(), version = version + 1
    where org_id = p_org and id = p_transfer;
  update due_item set holder_org = offer.to_org, unit_id = offer.to_unit, account_id = me.account_id, reminded_at = null, escalated_at = null
    where org_id = p_org and case_id = offer.case_id and holder_org = before.owner_org and unit_id = before.owner_unit
      and done_at is null and cancelled_at is null;
  update case_task set account = me.account_id, version = version + 1
    where org_id = p_org and case_id = offer.case_id and done_on is null;
  update referral set from_unit = offer.to_unit, sender_account = me.account_id, version = version + 1
    where org_id = p_org and case_id = offer.case_id and to_unit <> offer.to_unit
      and state not in ('declined', 'expired', 'withdrawnBySurvivor', 'recalled', 'feedbackClosed');
  delete from part_wrap o where o.org_id = p_org and o.case_id = offer.case_id and o.through = 'own'
    and exists (select 1 from part_wrap n where n.org_id = p_org and n.part_key_id = o.part_key_id
      and n.through = 'transfer' and n.through_id = p_transfer);
  update part_wrap set through = 'own' where org_id = p_org and case_id = offer.case_id and through = 'transfer'
    and through_id = p_transfer;
  return offer.case_id;
end $$;

-- Whoever says no gives back the keys that came with the question: only those of one's own unit, and only while
-- the question is there to be answered.
create function let_go_keys(p_org uuid, p_through uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not (referral_received(p_org, p_through) or transfer_received(p_org, p_through)) then return; end if;
  delete from part_wrap where org_id = p_org and through_id = p_through and through in ('referral', 'transfer')
    and unit_id = any (actor_units());
end $$;

alter function let_go_keys(uuid, uuid) owner to setu_definer;

revoke all on function let_go_keys(uuid, uuid) from public;

grant execute on function let_go_keys(uuid, uuid) to setu_app;

-- Whoever answers an offered case tells the one who offered it, as with a referral.
create or replace function sent_to_us(p_account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from referral r where r.sender_account = p_account and r.to_unit = any (actor_units()))
    or exists (select 1 from case_transfer t where t.sender_account = p_account and t.to_unit = any (actor_units()));
end $$;

grant select, update on due_item to setu_definer;

create policy due_item_definer on due_item for select to setu_definer using (true);

create policy due_item_definer_update on due_item for update to setu_definer using (true) with check (true);

grant select, update on case_task to setu_definer;

create policy case_task_definer on case_task for select to setu_definer using (true);

create policy case_task_definer_update on case_task for update to setu_definer using (true) with check (true);

grant update on referral to setu_definer;

create policy referral_definer_update on referral for update to setu_definer using (true) with check (true);

-- What was left behind before today: keys of answers that were no, and promises of cases that changed hands.
delete from part_wrap w using case_transfer t
  where t.org_id = w.org_id and t.id = w.through_id and w.through = 'transfer' and t.state in ('declined', 'recalled');

delete from part_wrap w using referral r
  where r.org_id = w.org_id and r.id = w.through_id and w.through = 'referral'
    and r.state in ('declined', 'notReached', 'expired', 'recalled', 'withdrawnBySurvivor');

update due_item d set holder_org = c.owner_org, unit_id = c.owner_unit, account_id = null
  from case_file c, case_transfer t
  where c.org_id = d.org_id and c.id = d.case_id and t.org_id = c.org_id and t.case_id = c.id and t.state = 'accepted'
    and d.done_at is null and d.cancelled_at is null and d.unit_id = t.from_unit and t.from_unit <> c.owner_unit;
