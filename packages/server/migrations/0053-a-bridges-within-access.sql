-- A file leaves only for an office of the organisation it is said to go to, and only with what an office of that work may
-- read of a case that is referred to it.
drop policy bridge_sending_add on bridge_sending;

create policy bridge_sending_add on bridge_sending for insert to setu_app
  with check (account_id = (select actor_account()) and account_org = (select actor_org())
    and recipient_org <> (select actor_org()) and case_relation(org_id, case_id) in ('own', 'supervise')
    and exists (select 1 from unit u where u.id = bridge_sending.recipient_unit and u.org_id = bridge_sending.recipient_org)
    and not exists (select 1 from unnest(parts) p where not exists (
      select 1 from organisation o join access_rule a on a.relation = 'named' and a.work = o.work
      where o.id = bridge_sending.recipient_org and a.part = p and a.may_read and a.consent))
    and not exists (select 1 from unnest(parts) p where not exists (
      select 1 from consent k where k.org_id = bridge_sending.org_id and k.case_id = bridge_sending.case_id
        and k.recipient_unit = bridge_sending.recipient_unit and k.purpose = bridge_sending.purpose
        and k.state = 'given' and k.withdrawn_at is null and k.valid_until >= (now() at time zone 'Asia/Dhaka')::date
        and p = any (k.parts))));
