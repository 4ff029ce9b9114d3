-- What a query meets row by row is asked of short lists, made once a query, as far as lists can answer it. Each
-- list grows with what one person has on their desk, never with what the node has: its rows are found by index.

create index referral_open_in on referral (to_unit, sent_at desc, id desc)
  where state in ('draft', 'consentChecked', 'sent', 'acknowledged', 'accepted', 'serviceStarted');

create index referral_open_out on referral (from_unit, sent_at desc, id desc)
  where state in ('draft', 'consentChecked', 'sent', 'acknowledged', 'accepted', 'serviceStarted');

create index referral_ended_in on referral (to_unit, ended_at) where state in ('completed', 'partlyCompleted');

create index referral_box_in on referral (to_unit, sent_at desc, id desc);

create index referral_box_out on referral (from_unit, sent_at desc, id desc);

create index due_item_nobodys on due_item (unit_id, due_at) where account_id is null and done_at is null and cancelled_at is null;

create index case_file_holder on case_file (owner_org);

create index case_assignment_pending on case_assignment (account_id) where conflict = 'pending' and ended_at is null;

create index case_file_state on case_file (owner_unit, state, changed_at desc, id desc);

-- The referrals through which somebody is named in a case: what actor_named() says of one case, of all at once.
create function actor_named_all() returns table (org_id uuid, case_id uuid, referral_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  today date := (now() at time zone 'Asia/Dhaka')::date;
  earliest timestamptz := now() - make_interval(days => (select d.days from access_days d where d.name = 'namedAfterCompletion'));
begin
  return query
    select r.org_id, r.case_id, r.id
    from unit_member m
    cross join lateral (
      select o.org_id, o.case_id, o.id, o.to_unit, o.purpose, o.worker_account from referral o
        where o.to_org = m.org_id and o.to_unit = m.unit_id and o.state in ('accepted', 'serviceStarted')
      union all
      select o.org_id, o.case_id, o.id, o.to_unit, o.purpose, o.worker_account from referral o
        where o.to_org = m.org_id and o.to_unit = m.unit_id and o.state in ('completed', 'partlyCompleted') and o.ended_at > earliest
    ) r
    where m.org_id = me[1] and m.account_id = me[2] and (m.focal or r.worker_account = me[2])
      and exists (select 1 from consent k
        where k.org_id = r.org_id and k.case_id = r.case_id and k.recipient_unit = r.to_unit and k.purpose = r.purpose
          and k.state = 'given' and k.withdrawn_at is null and k.valid_until >= today offset 0);
end $$;

-- What referral_received() says of one referral, of all at once.
create function actor_received() returns table (org_id uuid, referral_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  ours uuid[] := actor_units();
begin
  return query
    select r.org_id, r.referral_id from (
      select o.org_id, o.case_id, o.id as referral_id from referral o
        where o.to_unit = any (ours) and o.state in ('sent', 'acknowledged')
      union all
      select n.org_id, n.case_id, n.referral_id from actor_named_all() n
    ) r
    where not exists (select 1 from case_assignment a where a.account_id = me[2]
      and a.conflict in ('knowsSurvivor', 'knowsAccused', 'ownInterest') and a.org_id = r.org_id and a.case_id = r.case_id);
end $$;

-- Whether one's organisation owns any case: where it owns none, nobody of it works on, supervises or guards one.
-- The first owner from one's own on, in the index's order: asked as "exists", the whole table might be looked through.
create function actor_owns() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare ours uuid := actor_org();
begin
  return coalesce(
    (select c.owner_org = ours from case_file c where c.owner_org >= ours order by c.owner_org limit 1), false);
end $$;

-- The caseload looks each case up by its assignment: joined, all cases of the node might be read for a handful.
create or replace function actor_cases() returns table (org_id uuid, case_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  earliest date := (now() at time zone 'Asia/Dhaka')::date - (select d.days from access_days d where d.name = 'ownAfterClosure');
begin
  return query
    select a.org_id, a.case_id from case_assignment a
    cross join lateral (select 1 from case_file c
      where c.org_id = a.org_id and c.id = a.case_id and c.owner_org = me[1] and c.owner_org = a.account_org
        and (c.closed_on is null or c.closed_on > earliest) offset 0) c
    where a.account_id = me[2] and a.conflict = 'none' and a.ended_at is null
    union
    select n.org_id, n.case_id from actor_named_all() n;
end $$;

alter function actor_named_all() owner to setu_definer;

revoke all on function actor_named_all() from public;

grant execute on function actor_named_all() to setu_definer;

alter function actor_received() owner to setu_definer;

revoke all on function actor_received() from public;

grant execute on function actor_received() to setu_app, setu_definer;

alter function actor_owns() owner to setu_definer;

revoke all on function actor_owns() from public;

grant execute on function actor_owns() to setu_app, setu_definer;

alter policy referral_read on referral using (
  (to_unit = any ((select actor_units())::uuid[]) and (org_id, id) in (select m.org_id, m.referral_id from actor_received() m))
  or ((select actor_owns()) and case_relation(org_id, case_id) in ('own', 'supervise', 'dataProtection')));

alter policy due_item_read on due_item using (
  (case_id is null or case_id <> all ((select actor_conflicts())::uuid[]))
  and (unit_id = any ((select actor_supervised())::uuid[])
    or (case_id is null and account_id = (select actor_account()))
    or ((select actor_owns()) and case_relation(org_id, case_id) in ('own', 'supervise'))
    or (about_id is not null and (org_id, about_id) in (select m.org_id, m.referral_id from actor_received() m))
    or (about_id is not null and transfer_received(org_id, about_id))));
