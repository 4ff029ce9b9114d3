-- Who gives emergency access proves with a second factor that it is they, for that very request: for whom, which parts,
-- why and how long. A device left open, or a script with somebody's session, gives nothing.

alter table session add column proved_for bytea;

-- What a request is, in 32 bytes: whoever changes any of it has asked for something else.
create function emergency_mark(p_org uuid, p_id uuid, p_version integer, p_account uuid, p_parts text[], p_reason text, p_hours integer)
returns bytea
language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
  select sha256(convert_to(concat_ws('|', 'emergency', p_org, p_id, p_version, p_account, array_to_string(p_parts, ','), p_reason,
    p_hours), 'UTF8'))
$$;

-- In the transaction in which a proof was used up in a whole session: what it was made for.
create function session_proved_for(p_mark bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  update session s set proved_for = p_mark
    where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3] and s.proved_at = now();
end $$;

-- Good once, within five minutes. In the demonstration, where nobody has a factor, one has said lately that it is they.
create function proof_spend(p_mark bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  spent integer;
begin
  if me is null or not actor_proved_lately() then return false; end if;
  if not factor_there(me[1], me[2]) then return true; end if;
  update session s set proved_for = null
    where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3] and s.proved_for = p_mark;
  get diagnostics spent = row_count;
  return spent > 0;
end $$;

create or replace function emergency_answer(p_org uuid, p_id uuid, p_version integer, p_yes boolean, p_code text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  told uuid[];
begin
  if me is null then return null; end if;
  select g.* into asked from emergency_access g where g.org_id = p_org and g.id = p_id for update;
  if not found then return 'gone'; end if;
  if asked.account_id = me[2] then return 'own'; end if;
  if not (asked.to_unit = any (actor_on_call())) then return 'gone'; end if;
  if asked.state <> 'waiting' or asked.version <> p_version then return 'stale'; end if;
  if not p_yes then
    update emergency_access set state = 'declined', answered_at = now(), answered_by = me[2], version = version + 1
      where org_id = p_org and id = p_id;
    perform emergency_tell(array[asked.account_id], 'emergencyDeclined', jsonb_build_object('emergency', p_id));
    return 'declined';
  end if;
  if asked.case_id is null or case_conflict(asked.case_org, asked.case_id) or not exists (select 1 from case_file c
      where c.org_id = asked.case_org and c.id = asked.case_id and c.owner_unit = asked.to_unit) then return 'unknown'; end if;
  if not proof_spend(emergency_mark(p_org, p_id, p_version, asked.account_id, asked.parts, asked.reason, asked.hours))
    then return 'unproved'; end if;
  update emergency_access set state = 'granted', answered_at = now(), answered_by = me[2],
      until = now() + make_interval(hours => asked.hours), version = version + 1
    where org_id = p_org and id = p_id;
  insert into case_code (org_id, case_id, holder_org, code, made_at)
    values (asked.case_org, asked.case_id, asked.org_id, p_code, now()) on conflict do nothing;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, record_id, about)
    values (asked.case_org, gen_random_uuid(), asked.case_id, 'emergencyAccess', 'status', (now() at time zone 'Asia/Dhaka')::date,
      now(), me[2], me[1], p_id, jsonb_build_object('toOrg', asked.org_id));
  select coalesce(array_agg(distinct t.account), '{}') into told from (
    select s.account_id as account from case_assignment s
      where s.org_id = asked.case_org and s.case_id = asked.case_id and s.ended_at is null and s.conflict = 'none'
    union select m.account_id from unit_member m where m.org_id = asked.to_org and m.unit_id = asked.to_unit and m.supervises
    union select unnest(emergency_guards(array[asked.to_org, asked.org_id]))) t
    where t.account <> asked.account_id;
  perform emergency_tell(told, 'emergencyGranted',
    jsonb_build_object('emergency', p_id, 'org', asked.case_org, 'case', asked.case_id));
  perform emergency_tell(array[asked.account_id], 'emergencyGiven',
    jsonb_build_object('emergency', p_id, 'org', asked.case_org, 'case', asked.case_id));
  return 'granted';
end $$;

-- What whoever may answer a request proves for.
create function emergency_proof(p_org uuid, p_id uuid) returns bytea
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return (select emergency_mark(g.org_id, g.id, g.version, g.account_id, g.parts, g.reason, g.hours) from emergency_access g
    where g.org_id = p_org and g.id = p_id and g.state = 'waiting' and g.account_id <> me[2] and g.to_unit = any (actor_on_call()));
end $$;

-- Somebody's session gave access without such a proof, which no screen of ours does: whoever guards the data is told, once.
create function emergency_unproved(p_org uuid, p_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
begin
  select g.to_org, g.org_id into asked from emergency_access g
    where g.org_id = p_org and g.id = p_id and g.account_id <> me[2] and g.to_unit = any (actor_on_call());
  if not found or exists (select 1 from notice n where n.kind = 'emergencyUnproved' and n.about ->> 'emergency' = p_id::text) then
    return;
  end if;
  perform emergency_tell(emergency_guards(array[asked.to_org, asked.org_id]), 'emergencyUnproved', jsonb_build_object('emergency', p_id));
end $$;

revoke all on function emergency_mark(uuid, uuid, integer, uuid, text[], text, integer) from public;

grant execute on function emergency_mark(uuid, uuid, integer, uuid, text[], text, integer) to setu_definer;

alter function emergency_proof(uuid, uuid) owner to setu_definer;

revoke all on function emergency_proof(uuid, uuid) from public;

grant execute on function emergency_proof(uuid, uuid) to setu_app;

alter function session_proved_for(bytea) owner to setu_definer;

revoke all on function session_proved_for(bytea) from public;

grant execute on function session_proved_for(bytea) to setu_signin;

alter function proof_spend(bytea) owner to setu_definer;

revoke all on function proof_spend(bytea) from public;

grant execute on function proof_spend(bytea) to setu_definer;

alter function emergency_unproved(uuid, uuid) owner to setu_definer;

revoke all on function emergency_unproved(uuid, uuid) from public;

grant execute on function emergency_unproved(uuid, uuid) to setu_app;
