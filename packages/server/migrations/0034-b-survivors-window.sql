-- What a survivor does in her own window: functions that answer about the case of her session, and about no other.

-- Whose session it is: the home of her case, the case, her slot, the session.
create function own_self() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return (select array[c.org_id, c.case_id, c.id, s.id]
    from slot_session s join case_slot c on c.org_id = s.org_id and c.id = s.slot_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and slot_opens(c.org_id, c.id));
end $$;

create function own_case() returns table (org_id uuid, case_id uuid, slot_id uuid, session_id uuid, sealed_key bytea, public_key bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query select me[1], me[2], me[3], me[4], s.sealed_key, c.public_key
    from slot_session s join case_slot c on c.org_id = s.org_id and c.id = s.slot_id where s.id = me[4];
end $$;

-- What a receipt and a PIN lead to, where they lead anywhere today.
create function own_find(p_look_up bytea) returns table (org_id uuid, case_id uuid, slot_id uuid, wrapped bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select s.org_id, s.case_id, s.id, s.wrapped_private from case_slot s
    where s.look_up = p_look_up and slot_opens(s.org_id, s.id);
end $$;

-- Whoever comes in anew ends whatever was still open: there is one window at a time.
create function own_begin(p_look_up bytea, p_handle_hash bytea, p_id uuid, p_sealed bytea, p_idle_minutes integer, p_minutes integer) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare slot record;
begin
  select s.org_id, s.id into slot from case_slot s where s.look_up = p_look_up and slot_opens(s.org_id, s.id);
  if not found then return; end if;
  delete from slot_session s where s.ends_at < now() - interval '1 day';
  update slot_session s set ended_at = now() where s.org_id = slot.org_id and s.slot_id = slot.id and s.ended_at is null;
  insert into slot_session (handle_hash, org_id, id, slot_id, sealed_key, began_at, idle_until, ends_at)
    values (p_handle_hash, slot.org_id, p_id, slot.id, p_sealed, now(), now() + make_interval(mins => p_idle_minutes),
      now() + make_interval(mins => p_minutes));
end $$;

create function own_seen(p_idle_minutes integer) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  update slot_session s set idle_until = now() + make_interval(mins => p_idle_minutes) where s.id = me[4];
end $$;

create function own_end() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  update slot_session s set ended_at = now() where s.id = me[4];
end $$;

-- Who looked: offices and kinds of reason, never a name; her own visits are among them.
create function own_looked(p_at timestamptz, p_event uuid, p_most integer)
returns table (at timestamptz, event uuid, part text, did text, reason text, relation text, office_en text, office_bn text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select i.at, i.event_id, i.part, i.did, i.reason, i.relation, o.name_en, o.name_bn
    from audit_item i left join organisation o on o.id = i.account_org_id
    where i.case_id = me[2] and i.org_id = me[1] and (p_at is null or (i.at, i.event_id) < (p_at, p_event))
    order by i.at desc, i.event_id desc limit least(p_most, 200);
end $$;

-- What she agreed to. An organisation is named by its name alone: what a desk of it is called may say too much.
create function own_agreed()
returns table (id uuid, version integer, purpose text, parts text[], state text, given_on date, valid_until date,
  withdrawn_at timestamptz, in_words boolean, office_en text, office_bn text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select k.id, k.version, k.purpose, k.parts,
      case when k.state = 'given' and k.valid_until < (now() at time zone 'Asia/Dhaka')::date then 'expired' else k.state end,
      k.given_on, k.valid_until, k.withdrawn_at, k.recipient_words is not null, o.name_en, o.name_bn
    from consent k left join unit u on u.id = k.recipient_unit left join organisation o on o.id = u.org_id
    where k.org_id = me[1] and k.case_id = me[2]
    order by k.recorded_at desc, k.id;
end $$;

-- Sealed values of one part, as they lie there, and the keys that her slot opens them with.
create function own_sealed(p_part text) returns table (place text, id uuid, version integer, field text, sealed bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select 'person_identity', p.id, p.version, f.name, f.value from person_identity p
      cross join lateral (values ('name', p.name), ('first_name', p.first_name), ('middle_name', p.middle_name),
        ('second_name', p.second_name), ('name_in_other_script', p.name_in_other_script), ('also_known_as', p.also_known_as),
        ('father', p.father), ('mother', p.mother), ('spouse', p.spouse), ('birth', p.birth), ('identity_number', p.identity_number)) f (name, value)
      where p_part = 'identity' and p.org_id = me[1] and p.case_id = me[2] and f.value is not null
    union all
    select 'person_contact', p.id, p.version, f.name, f.value from person_contact p
      cross join lateral (values ('safe_way', p.safe_way), ('mobile', p.mobile), ('home_phone', p.home_phone), ('email', p.email),
        ('street', p.street), ('city', p.city)) f (name, value)
      where p_part = 'contact' and p.org_id = me[1] and p.case_id = me[2] and f.value is not null
    union all
    select 'case_narrative', p.id, p.version, 'own_words', p.own_words from case_narrative p
      where p_part = 'narrative' and p.org_id = me[1] and p.case_id = me[2] and p.own_words is not null;
end $$;

create function own_wraps(p_part text) returns table (part_key_id uuid, wrapped bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query select w.part_key_id, w.wrapped from slot_wrap w
    where w.org_id = me[1] and w.slot_id = me[3] and w.part = p_part;
end $$;

-- She changes her mind: what a caseworker's withdrawal does, with nobody of the staff there.
create function own_withdraw(p_consent uuid, p_version integer) returns table (outcome text, parts text[])
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  today date := (now() at time zone 'Asia/Dhaka')::date;
  ended record;
  letter record;
  still boolean := false;
  recalled integer := 0;
begin
  if me is null then return; end if;
  perform 1 from case_file c where c.org_id = me[1] and c.id = me[2] for no key update;
  select k.* into ended from consent k where k.org_id = me[1] and k.case_id = me[2] and k.id = p_consent for update;
  if not found then return query select 'gone', array[]::text[]; return; end if;
  if ended.state = 'withdrawn' then return query select 'done', array[]::text[]; return; end if;
  if ended.version <> p_version or ended.state <> 'given' then return query select 'stale', array[]::text[]; return; end if;
  update consent k set state = 'withdrawn', withdrawn_at = now(), version = k.version + 1 where k.org_id = me[1] and k.id = p_consent;
  if ended.recipient_unit is not null then
    perform 1 from referral r where r.org_id = me[1] and r.case_id = me[2] and r.to_unit = ended.recipient_unit order by r.id for no key update;
    still := exists (select 1 from consent k where k.org_id = me[1] and k.case_id = me[2] and k.state = 'given' and k.withdrawn_at is null
      and k.purpose = ended.purpose and k.recipient_unit = ended.recipient_unit and k.valid_until >= today);
    for letter in select r.* from referral r where r.org_id = me[1] and r.case_id = me[2] and r.purpose = ended.purpose
        and r.to_unit = ended.recipient_unit order by r.id loop
      delete from part_wrap w where w.org_id = me[1] and w.through_id = letter.id and w.through <> 'own';
      continue when still;
      insert into notice (org_id, id, account_id, kind, about, made_at)
      select m.org_id, gen_random_uuid(), m.account_id, 'referralWithdrawn', jsonb_build_object('code', letter.code), now()
        from unit_member m where m.unit_id = letter.to_unit and m.focal;
      continue when letter.state not in ('draft', 'consentChecked', 'sent', 'acknowledged', 'accepted', 'serviceStarted');
      update due_item d set cancelled_at = now() where d.about_id = letter.id and d.done_at is null and d.cancelled_at is null;
      insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id, about)
        values (me[1], gen_random_uuid(), me[2], 'referralWithdrawn', 'status', today, now(), letter.id,
          jsonb_build_object('code', letter.code));
      update referral r set state = 'withdrawnBySurvivor', ended_at = now(), version = r.version + 1
        where r.org_id = me[1] and r.id = letter.id;
      recalled := recalled + 1;
    end loop;
  end if;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id, about)
    values (me[1], gen_random_uuid(), me[2], 'consentWithdrawn', 'status', today, now(), p_consent,
      jsonb_build_object('purpose', ended.purpose, 'recalled', recalled));
  perform slot_tell_team(me[1], me[2], 'windowWithdrew');
  return query select 'done', ended.parts;
end $$;

-- For a new key of each part that was withdrawn: to which public halves it goes. What others still may have, by
-- another consent that holds, is theirs under the new key too; whoever was offered the case has all of it. A unit’s
-- newest key cannot be destroyed before that is done.
create function own_receivers()
returns table (unit uuid, through text, through_id uuid, unit_generation integer, public_key bytea, service text, kind text, parts text[])
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  today date := (now() at time zone 'Asia/Dhaka')::date;
begin
  if me is null then return; end if;
  return query
    with receivers as (
      select c.owner_unit as unit, 'own' as through, c.owner_unit as through_id, null::text as service, null::text as kind, null::text[] as parts
        from case_file c where c.org_id = me[1] and c.id = me[2]
      union all
      select t.to_unit, 'transfer', t.id, null, null, null
        from case_transfer t where t.org_id = me[1] and t.case_id = me[2] and t.state = 'offered'
      union all
      select r.to_unit, 'referral', r.id, r.service, o.type,
          (select coalesce(array_agg(distinct p), '{}') from consent k cross join lateral unnest(k.parts) p
            where k.org_id = r.org_id and k.case_id = r.case_id and k.purpose = r.purpose and k.recipient_unit = r.to_unit
              and k.state = 'given' and k.withdrawn_at is null and k.valid_until >= today)
        from referral r join organisation o on o.id = r.to_org
        where r.org_id = me[1] and r.case_id = me[2] and r.state in ('sent', 'acknowledged', 'accepted', 'serviceStarted'))
    select v.unit, v.through, v.through_id, n.generation, n.public_key, v.service, v.kind, v.parts
    from receivers v cross join lateral (select k.generation, k.public_key from unit_key k
      where k.unit_id = v.unit order by k.generation desc limit 1 for key share of k) n;
end $$;

create function own_generations(p_parts text[]) returns table (part text, generation integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query select k.part, max(k.generation) from part_key k
    where k.org_id = me[1] and k.holder = 'case' and k.holder_id = me[2] and k.part = any (p_parts) group by k.part;
end $$;

-- A part's next key, which goes to nobody but those of the list above, and to her.
create function own_renew(p_id uuid, p_part text, p_generation integer, p_public bytea, p_wraps jsonb, p_slot bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  if p_generation <> (select max(k.generation) + 1 from part_key k
      where k.org_id = me[1] and k.holder = 'case' and k.holder_id = me[2] and k.part = p_part) then
    raise exception 'another key came between' using errcode = '40001';
  end if;
  insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
    values (me[1], p_id, 'case', me[2], p_part, p_generation, p_public, now());
  insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
  select me[1], p_id, r.unit, w.generation, r.through_id, r.through, me[2], p_part, decode(w.wrapped, 'hex'), now()
    from jsonb_to_recordset(p_wraps) as w (through_id uuid, generation integer, wrapped text) join own_receivers() r on r.through_id = w.through_id;
  if p_slot is not null then
    insert into slot_wrap (org_id, slot_id, part_key_id, part, wrapped, made_at) values (me[1], me[3], p_id, p_part, p_slot, now());
  end if;
end $$;

-- "This is wrong": said of one part, it becomes a task for whoever leads the case, once while it is not done.
create function own_contest(p_part text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  today date := (now() at time zone 'Asia/Dhaka')::date;
  last_day date;
  file record;
  worker uuid;
  made uuid := gen_random_uuid();
begin
  if me is null then return; end if;
  select c.owner_org, c.owner_unit into file from case_file c where c.org_id = me[1] and c.id = me[2] for no key update;
  if not exists (select 1 from case_event e where e.org_id = me[1] and e.case_id = me[2] and e.kind = 'contested'
      and e.about ->> 'part' = p_part and e.happened_on = today) then
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, about)
      values (me[1], gen_random_uuid(), me[2], 'contested', 'status', today, now(), jsonb_build_object('part', p_part));
  end if;
  if exists (select 1 from case_task t where t.org_id = me[1] and t.case_id = me[2] and t.kind = 'hearSurvivor' and t.done_on is null) then
    return;
  end if;
  select s.account_id into worker from case_assignment s
    where s.org_id = me[1] and s.case_id = me[2] and s.ended_at is null and s.conflict = 'none' order by s.lead desc, s.began_at limit 1;
  last_day := today + (select d.days from access_days d where d.name = 'hearSurvivor');
  insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on)
    select me[1], made, me[2], 1, coalesce(worker, s.issued_by), now(), 'hearSurvivor', worker, last_day
    from case_slot s where s.org_id = me[1] and s.id = me[3];
  insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (me[1], gen_random_uuid(), me[2], made, 'hearSurvivor', 'survivor', now(),
      ((last_day + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second', file.owner_org, file.owner_unit, worker);
  perform slot_tell_team(me[1], me[2], 'contested');
end $$;

-- One tap: it is shut, and stays so until her caseworker opens it with her.
create function own_freeze() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at)
    values (me[1], gen_random_uuid(), me[2], 'windowFrozen', 'status', (now() at time zone 'Asia/Dhaka')::date, now());
  perform slot_tell_team(me[1], me[2], 'windowFrozen');
  update slot_session s set ended_at = now() where s.org_id = me[1] and s.slot_id = me[3] and s.ended_at is null;
  update case_slot s set frozen_at = now(), frozen_by = 'survivor', frozen_because = 'asked' where s.org_id = me[1] and s.id = me[3];
end $$;
