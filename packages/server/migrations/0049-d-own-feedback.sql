-- She is asked what she thinks of us, and says it herself where she has a window of her own. Whoever was to hear it is told.

grant update (version, state, heard_on, respected, helped, informed, complains, would_change) on survivor_feedback to setu_definer;

drop policy case_event_definer_own on case_event;

create policy case_event_definer_own on case_event for insert to setu_definer
  with check (kind in ('appointmentAnswered', 'messageReceived', 'feedbackGiven') and part = 'narrative' and account_id is null);

create policy case_task_definer_feedback on case_task for insert to setu_definer with check (kind = 'writeComplaint');

create policy due_item_definer_feedback on due_item for insert to setu_definer with check (kind = 'writeComplaint');

-- What she is asked, where she is asked.
create function own_feedback() returns table (id uuid, version integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select f.id, f.version from survivor_feedback f
    where f.org_id = me[1] and f.case_id = me[2] and f.state = 'invited'
    order by f.invited_on desc nulls last, f.id limit 1;
end $$;

-- Her answer, or that she gives none. A wish to complain is a task of whoever was to hear her, or of the unit.
create function own_give_feedback(p_id uuid, p_version integer, p_declines boolean, p_respected text, p_helped text,
  p_informed text, p_complains boolean, p_words bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  today date := (now() at time zone 'Asia/Dhaka')::date;
  asked record;
  file record;
  hearer uuid;
  made uuid := gen_random_uuid();
begin
  if me is null then return 'gone'; end if;
  select c.owner_org, c.owner_unit into file from case_file c where c.org_id = me[1] and c.id = me[2] for no key update;
  select f.state, f.version into asked from survivor_feedback f
    where f.org_id = me[1] and f.case_id = me[2] and f.id = p_id for update;
  if not found then return 'gone'; end if;
  if asked.state in ('answered', 'declined') then return 'done'; end if;
  if asked.state <> 'invited' or asked.version <> p_version then return 'over'; end if;
  if p_declines then
    update survivor_feedback f set state = 'declined' where f.org_id = me[1] and f.id = p_id;
  else
    update survivor_feedback f set state = 'answered', version = p_version + 1, heard_on = today, respected = p_respected,
        helped = p_helped, informed = p_informed, complains = p_complains, would_change = p_words
      where f.org_id = me[1] and f.id = p_id;
  end if;
  update due_item d set done_at = now() where d.org_id = me[1] and d.about_id = p_id and d.kind = 'hearFeedback'
    and d.done_at is null and d.cancelled_at is null;
  select d.account_id into hearer from due_item d where d.org_id = me[1] and d.about_id = p_id and d.kind = 'hearFeedback'
    order by d.began_at desc limit 1;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id)
    values (me[1], gen_random_uuid(), me[2], 'feedbackGiven', 'narrative', today, now(), p_id);
  if hearer is not null then
    perform emergency_tell(array[hearer], 'feedbackGiven', jsonb_build_object('org', me[1], 'case', me[2],
      'code', coalesce((select k.code from case_code k where k.org_id = me[1] and k.case_id = me[2] and k.holder_org = file.owner_org), '-')));
  end if;
  if p_declines or not p_complains then return 'done'; end if;
  insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on)
    select me[1], made, me[2], 1, coalesce(hearer, s.issued_by), now(), 'writeComplaint', hearer, today + 3
    from case_slot s where s.org_id = me[1] and s.id = me[3];
  insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (me[1], gen_random_uuid(), me[2], made, 'writeComplaint', 'survivor', now(),
      ((today + 4)::timestamp at time zone 'Asia/Dhaka') - interval '1 second', file.owner_org, file.owner_unit, hearer);
  return 'done';
end $$;

do $$
declare one text;
begin
  foreach one in array array['own_feedback()',
      'own_give_feedback(uuid, integer, boolean, text, text, text, boolean, bytea)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_survivor', one);
  end loop;
end $$;
