-- The day on which a survivor is asked again, since the first of what they agreed to is about to end; none, where nothing
-- that is asked again holds. A yes that names no office and has ended goes on asking until it is answered anew.
create function consent_asked_again(p_org uuid, p_case uuid, p_today date, p_ask jsonb) returns date
language sql stable set search_path = pg_catalog, public, pg_temp
as $$
  select min(case when k.valid_until - coalesce((p_ask ->> 'daysBefore')::integer, 0) > k.given_on
      then k.valid_until - coalesce((p_ask ->> 'daysBefore')::integer, 0) else k.valid_until end)
    from consent k
    where k.org_id = p_org and k.case_id = p_case and k.state = 'given' and k.withdrawn_at is null
      and not coalesce(p_ask -> 'notFor' ? k.purpose, false)
      and (k.valid_until >= p_today or (k.recipient_unit is null and k.recipient_words is null))
$$;

alter function consent_asked_again(uuid, uuid, date, jsonb) owner to setu_owner;

revoke all on function consent_asked_again(uuid, uuid, date, jsonb) from public;

grant execute on function consent_asked_again(uuid, uuid, date, jsonb) to setu_app, setu_definer;

-- She took an answer back in her own window: what was promised of it moves to the next that ends, or is promised no more.
create function own_asked_again() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  promised record;
  next_day date;
begin
  if me is null then return; end if;
  for promised in
    select d.*, s.rules -> 'askAgain' as ask from due_item d
      left join rule_set s on s.kind = 'caseClocks' and s.version = d.rule_version
      where d.org_id = me[1] and d.case_id = me[2] and d.about_id is null and d.kind = 'renewConsent'
        and d.done_at is null and d.cancelled_at is null for update of d
  loop
    next_day := consent_asked_again(me[1], me[2], (now() at time zone 'Asia/Dhaka')::date, promised.ask);
    continue when next_day = (promised.due_at at time zone 'Asia/Dhaka')::date;
    update due_item set cancelled_at = now() where org_id = promised.org_id and id = promised.id;
    continue when next_day is null;
    insert into due_item (org_id, id, case_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (promised.org_id, gen_random_uuid(), promised.case_id, promised.kind, promised.rule_version, now(),
        ((next_day + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second', promised.holder_org, promised.unit_id, promised.account_id);
  end loop;
end $$;

alter function own_asked_again() owner to setu_definer;

revoke all on function own_asked_again() from public;

grant execute on function own_asked_again() to setu_survivor;
