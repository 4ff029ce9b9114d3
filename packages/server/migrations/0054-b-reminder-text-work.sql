-- What is done about automatic reminders: chosen and ended by those who may, and handed over by the clock.

-- Why nobody may be sent a text in this case, whatever was chosen.
create function text_hold(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return case
    when not exists (select 1 from case_file c where c.org_id = p_org and c.id = p_case and c.closed_on is null) then 'closed'
    when exists (select 1 from case_slot s where s.org_id = p_org and s.case_id = p_case and s.frozen_at is not null)
      then 'windowFrozen'
    when slot_for_child(p_org, p_case) and (
        exists (select 1 from case_slot s where s.org_id = p_org and s.case_id = p_case and s.near_suspect <> 'no')
        or exists (select 1 from guardian g where g.org_id = p_org and g.case_id = p_case and g.state = 'suspect'))
      then 'nearSuspect'
    when exists (select 1 from person_contact p where p.org_id = p_org and p.case_id = p_case and p.may_leave_message = false)
      then 'noMessages'
  end;
end $$;

-- The same, and what keeps a text that was chosen from going out today.
create function text_hindrance(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return coalesce(text_hold(p_org, p_case), case
    when not exists (select 1 from reminder_key k where k.seals) then 'gatewayOff'
    when exists (select 1 from text_choice c join reminder_key k on k.id = c.key_id
        where c.org_id = p_org and c.case_id = p_case and c.number is not null and not k.used) then 'otherKey'
    when not exists (select 1 from safety_plan p where p.org_id = p_org and p.case_id = p_case and p.state = 'inForce'
        and 'ownMessage' = any (p.channels)) then 'notAgreed'
  end);
end $$;

-- What hinders it, for those who work on the case or supervise it.
create function text_standing(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null or not coalesce(case_relation(p_org, p_case) in ('own', 'supervise'), false) then return null; end if;
  return text_hindrance(p_org, p_case);
end $$;

-- Puts a choice down in the place of one before; `null` where it may be.
create function text_put(p_org uuid, p_case uuid, p_id uuid, p_key text, p_number bytea, p_wording text, p_language text, p_by uuid[])
returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare hold text;
begin
  perform 1 from case_file c where c.org_id = p_org and c.id = p_case for no key update;
  hold := text_hold(p_org, p_case);
  if hold is not null then return hold; end if;
  if not exists (select 1 from reminder_key k where k.id = p_key and k.seals) then return 'gatewayOff'; end if;
  delete from text_choice c where c.org_id = p_org and c.case_id = p_case;
  insert into text_choice (org_id, id, case_id, key_id, number, wording, language, chosen_at, account_org, account_id)
    values (p_org, p_id, p_case, p_key, p_number, p_wording, p_language, now(), p_by[1], p_by[2]);
  return null;
end $$;

-- Ends it: the number is gone, and what waits to go out goes no more. `false` where there was none.
create function text_end(p_org uuid, p_case uuid, p_by text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare ended boolean;
begin
  update text_choice c set number = null, stopped_at = now(), stopped_by = p_by
    where c.org_id = p_org and c.case_id = p_case and c.number is not null;
  ended := found;
  update reminder_text t set state = 'unsent', because = case p_by when 'closing' then 'closed' else 'stopped' end, ended_at = now()
    where t.org_id = p_org and t.case_id = p_case and t.state = 'waiting';
  return ended;
end $$;

create function text_choose(p_org uuid, p_case uuid, p_id uuid, p_key text, p_number bytea, p_wording text, p_language text)
returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return null; end if;
  if case_relation(p_org, p_case) is distinct from 'own' then return 'gone'; end if;
  return coalesce(text_put(p_org, p_case, p_id, p_key, p_number, p_wording, p_language, me), 'done');
end $$;

create function text_stop(p_org uuid, p_case uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null then return null; end if;
  if not coalesce(case_relation(p_org, p_case) in ('own', 'supervise'), false) then return 'gone'; end if;
  perform 1 from case_file c where c.org_id = p_org and c.id = p_case for no key update;
  return case when text_end(p_org, p_case, 'caseworker') then 'ended' else 'none' end;
end $$;

-- What she reads of it in her own window, and the public half to which her number is sealed.
create function own_texts()
returns table (wording text, language text, chosen_at timestamptz, hindrance text, key_id text, public_key bytea, rules jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select c.wording, c.language, c.chosen_at, text_hindrance(me[1], me[2]), k.id, k.public_key,
      (select r.rules from rule_set r where r.kind = 'textRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
        order by r.valid_from desc, r.made_at desc limit 1)
    from (select me[1] as org) x
    left join text_choice c on c.org_id = me[1] and c.case_id = me[2] and c.number is not null
    left join lateral (select r.id, r.public_key from reminder_key r where r.seals order by r.made_at desc limit 1) k on true;
end $$;

-- Five times a day and no more: each is told to those who work on her case.
create function own_text_choose(p_id uuid, p_key text, p_number bytea, p_wording text, p_language text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  refused text;
begin
  if me is null then return 'gone'; end if;
  if (select count(*) from case_event e where e.org_id = me[1] and e.case_id = me[2] and e.kind = 'textsChosen'
      and e.account_id is null and e.recorded_at > now() - interval '1 day') >= 5 then return 'later'; end if;
  refused := text_put(me[1], me[2], p_id, p_key, p_number, p_wording, p_language, null);
  if refused is not null then return refused; end if;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at)
    values (me[1], gen_random_uuid(), me[2], 'textsChosen', 'narrative', (now() at time zone 'Asia/Dhaka')::date, now());
  perform slot_tell_team(me[1], me[2], 'textsChosen');
  return 'done';
end $$;

create function own_text_stop() returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return 'gone'; end if;
  perform 1 from case_file c where c.org_id = me[1] and c.id = me[2] for no key update;
  if not text_end(me[1], me[2], 'survivor') then return 'done'; end if;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at)
    values (me[1], gen_random_uuid(), me[2], 'textsStopped', 'narrative', (now() at time zone 'Asia/Dhaka')::date, now());
  perform slot_tell_team(me[1], me[2], 'textsStopped');
  return 'done';
end $$;

-- A closed case keeps no number.
create function text_choice_closing() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform text_end(new.org_id, new.id, 'closing');
  return null;
end $$;

-- What goes out today: where a person was promised to remind by a message, the survivor agreed to the day, and chose texts.
create function texts_plan(p_now timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date := (p_now at time zone 'Asia/Dhaka')::date;
  many integer;
begin
  insert into reminder_text (org_id, id, case_id, about_id, due_id, on_day, state, tries, next_at)
  select a.org_id, gen_random_uuid(), a.case_id, a.id, d.id, today, 'waiting', 0, p_now
    from due_item d
    join appointment a on a.org_id = d.org_id and a.id = d.about_id and a.case_id = d.case_id
    join text_choice c on c.org_id = a.org_id and c.case_id = a.case_id and c.number is not null
    where d.kind = 'remindSurvivor' and d.done_at is null and d.cancelled_at is null
      and d.due_at > p_now and d.due_at < p_now + interval '1 day' and (d.due_at at time zone 'Asia/Dhaka')::date = today
      and a.state = 'agreed' and a.channel = 'ownMessage' and text_hindrance(a.org_id, a.case_id) is null
    on conflict (org_id, about_id) do nothing;
  get diagnostics many = row_count;
  return many;
end $$;

-- Takes the next text to hand over, and marks that it is being handed over before anybody is asked to take it.
create function text_take(p_now timestamptz)
returns table (org uuid, id uuid, choice uuid, key_id text, number bytea, wording text, language text, tries integer)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  one record;
  chosen record;
  why text;
begin
  for one in select t.* from reminder_text t where t.state = 'waiting' and t.next_at <= p_now
      order by t.next_at, t.id limit 20 for update skip locked loop
    select c.id, c.key_id, c.number, c.wording, c.language into chosen from text_choice c
      where c.org_id = one.org_id and c.case_id = one.case_id and c.number is not null for share;
    why := case when not found then 'stopped'
      when not exists (select 1 from due_item d join appointment a on a.org_id = d.org_id and a.id = d.about_id
          where d.org_id = one.org_id and d.id = one.due_id and d.done_at is null and d.cancelled_at is null
            and a.state = 'agreed' and a.channel = 'ownMessage') then 'over'
      else text_hindrance(one.org_id, one.case_id) end;
    if why is not null then
      update reminder_text t set state = 'unsent', because = why, ended_at = p_now where t.org_id = one.org_id and t.id = one.id;
      if why not in ('over', 'stopped') then perform slot_tell_team(one.org_id, one.case_id, 'textNotSent'); end if;
      continue;
    end if;
    update reminder_text t set state = 'handing', began_at = p_now, tries = t.tries + 1, wording = chosen.wording, language = chosen.language
      where t.org_id = one.org_id and t.id = one.id;
    return query select one.org_id, one.id, chosen.id, chosen.key_id, chosen.number, chosen.wording, chosen.language, one.tries + 1;
    return;
  end loop;
end $$;

-- How the handing over went. What is not handed over stays with the person who was to remind, who is told.
create function text_handed(p_org uuid, p_id uuid, p_state text, p_because text, p_now timestamptz, p_next timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare file uuid;
begin
  update reminder_text t set state = p_state, because = p_because, next_at = coalesce(p_next, t.next_at),
      ended_at = case when p_state = 'waiting' then null else p_now end
    where t.org_id = p_org and t.id = p_id and t.state = 'handing' and p_state in ('waiting', 'handed', 'unknown', 'unsent')
    returning t.case_id into file;
  if file is null then return false; end if;
  if p_state = 'handed' then
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at)
      values (p_org, gen_random_uuid(), file, 'textHanded', 'narrative', (p_now at time zone 'Asia/Dhaka')::date, p_now);
  elsif p_state <> 'waiting' then
    perform slot_tell_team(p_org, file, 'textNotSent');
  end if;
  return true;
end $$;

-- What was being handed over when a process died: nobody knows, so nobody sends it again.
create function texts_cut_off(p_before timestamptz, p_now timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  one record;
  many integer := 0;
begin
  for one in update reminder_text t set state = 'unknown', because = 'cutOff', ended_at = p_now
      where t.state = 'handing' and t.began_at < p_before returning t.org_id, t.case_id loop
    perform slot_tell_team(one.org_id, one.case_id, 'textNotSent');
    many := many + 1;
  end loop;
  return many;
end $$;

-- The hours of a day are over. What waits goes no more, and a person still has the evening; where a text was handed over,
-- the promise to remind ends as kept, with the moment at which it was.
create function texts_day_over(p_day date, p_now timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  one record;
  many integer;
begin
  for one in update reminder_text t set state = 'unsent', because = 'tooLate', ended_at = p_now
      where t.state = 'waiting' and t.on_day <= p_day returning t.org_id, t.case_id loop
    perform slot_tell_team(one.org_id, one.case_id, 'textNotSent');
  end loop;
  update due_item d set done_at = t.ended_at from reminder_text t
    where t.state = 'handed' and t.on_day <= p_day and t.on_day > p_day - 7 and d.org_id = t.org_id and d.id = t.due_id
      and d.done_at is null and d.cancelled_at is null;
  get diagnostics many = row_count;
  return many;
end $$;

-- How the texts of the last days went, in numbers, and how many numbers stand under keys that are not at hand.
create function texts_lately() returns table (state text, many bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select t.state, count(*) from reminder_text t where t.on_day > (now() at time zone 'Asia/Dhaka')::date - 7 group by t.state
    union all select 'otherKey', count(*) from text_choice c join reminder_key k on k.id = c.key_id
      where c.number is not null and not k.used;
end $$;

do $$
declare one record;
begin
  for one in select * from (values
    ('text_hold(uuid, uuid)', null),
    ('text_hindrance(uuid, uuid)', null),
    ('text_put(uuid, uuid, uuid, text, bytea, text, text, uuid[])', null),
    ('text_end(uuid, uuid, text)', null),
    ('text_choice_closing()', null),
    ('text_standing(uuid, uuid)', 'setu_app'),
    ('text_choose(uuid, uuid, uuid, text, bytea, text, text)', 'setu_app'),
    ('text_stop(uuid, uuid)', 'setu_app'),
    ('own_texts()', 'setu_survivor'),
    ('own_text_choose(uuid, text, bytea, text, text)', 'setu_survivor'),
    ('own_text_stop()', 'setu_survivor'),
    ('texts_plan(timestamptz)', 'setu_notify'),
    ('text_take(timestamptz)', 'setu_notify'),
    ('text_handed(uuid, uuid, text, text, timestamptz, timestamptz)', 'setu_notify'),
    ('texts_cut_off(timestamptz, timestamptz)', 'setu_notify'),
    ('texts_day_over(date, timestamptz)', 'setu_notify'),
    ('texts_lately()', 'setu_setup')
  ) as t (name, caller) loop
    execute format('alter function %s owner to setu_definer', one.name);
    execute format('revoke all on function %s from public', one.name);
    execute format('grant execute on function %s to %I', one.name, coalesce(one.caller, 'setu_definer'));
  end loop;
end $$;

create trigger text_choice_closing after update of closed_on on case_file for each row
  when (new.closed_on is not null and old.closed_on is null) execute function text_choice_closing();
