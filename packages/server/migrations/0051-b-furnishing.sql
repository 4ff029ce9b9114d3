-- What every table of a record with states is given alike, in one place: who owns it, who may read and write it, what a
-- backup and a renewal of keys reach, and the triggers that hold it to its states. For migrations; nobody who serves calls it.
-- `p_within`: its rows stay with those who work on the case, whoever else may read the part. `p_sealed`: its sealed columns.
create function record_table_furnish(p_table text, p_record text, p_part text, p_within boolean, p_sealed text[]) returns void
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
declare
  held text;
  known text;
begin
  if not exists (select 1 from record_state s where s.record = p_record and s.begins) then
    raise exception 'no states of % are known', p_record;
  end if;
  execute format('create index %I on %I (org_id, case_id)', p_table || '_case', p_table);
  execute format('alter table %I owner to setu_owner', p_table);
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  execute format('grant select, insert, update on %I to setu_app', p_table);
  execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, %L, false)%s)', p_table || '_read', p_table, p_part,
    case when p_within then ' and case_relation(org_id, case_id) in (''own'', ''supervise'')' else '' end);
  execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, %L, true))', p_table || '_add', p_table, p_part);
  execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, %L, true)) with check (case_may(org_id, case_id, %L, true))',
    p_table || '_change', p_table, p_part, p_part);
  execute format('grant select on %I to setu_backup', p_table);
  execute format('create policy %I on %I for select to setu_backup using (true)', p_table || '_backup', p_table);
  execute format('create trigger record_state_guard before insert or update on %I for each row execute function record_state_guard(%L)', p_table, p_record);
  execute format('create trigger record_step_keep after insert or update on %I for each row execute function record_step_keep(%L)', p_table, p_record);
  if coalesce(cardinality(p_sealed), 0) = 0 then return; end if;
  select string_agg(format('%I', s), ', ') into held from unnest(p_sealed) s;
  execute format('grant select, update (%s) on %I to setu_definer', held, p_table);
  execute format('create policy %I on %I for select to setu_definer using (true)', p_table || '_definer_find', p_table);
  execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', p_table || '_reseal', p_table);
  select string_agg(format('(%L, %L)', s.at, s.held), ', ' order by s.n) into known
    from (select c.at, c.held, row_number() over () as n from case_sealed() c
      union all select p_table, u.held, 100000 + u.n from unnest(p_sealed) with ordinality u (held, n)) s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s) t (at, held) $f$', known);
end $$;

alter function record_table_furnish(text, text, text, boolean, text[]) owner to setu_owner;

revoke all on function record_table_furnish(text, text, text, boolean, text[]) from public;

-- What stands in the way of erasing a case: its time is not over, where that is the reason; or somebody holds it back.
create function erasure_hindered(p_org uuid, p_case uuid, p_reason text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if p_reason = 'retentionOver' and not exists (select 1 from case_kept_until(p_org, p_case, retention_rules()) d
      where d.kept_until < (now() at time zone 'Asia/Dhaka')::date) then return 'early'; end if;
  if case_held(p_org, p_case) then return 'held'; end if;
  return null;
end $$;

alter function erasure_hindered(uuid, uuid, text) owner to setu_definer;

revoke all on function erasure_hindered(uuid, uuid, text) from public;

grant execute on function erasure_hindered(uuid, uuid, text) to setu_definer;

-- Both acts ask the one function what hinders; the next reason to hold back is added there.
create or replace function erasure_ask(p_org uuid, p_case uuid, p_id uuid, p_reason text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  guards uuid[];
  hindered text;
begin
  if me is null then return null; end if;
  if not (case_relation(p_org, p_case) in ('own', 'supervise')) then return 'gone'; end if;
  select c.owner_org, c.closed_on, k.code into asked from case_file c
    left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
    where c.org_id = p_org and c.id = p_case for share of c;
  if exists (select 1 from case_erasure e where e.org_id = p_org and e.case_id = p_case and e.state = 'waiting') then
    return 'waits';
  end if;
  hindered := erasure_hindered(p_org, p_case, p_reason);
  if hindered is not null then return hindered; end if;
  select coalesce(array_agg(g), '{}') into guards from unnest(emergency_guards(array[asked.owner_org])) g where g <> me[2];
  if cardinality(guards) = 0 then return 'nobody'; end if;
  insert into case_erasure (org_id, id, case_id, owner_org, code, reason, state, asked_org, asked_by, asked_at)
    values (p_org, p_id, p_case, asked.owner_org, coalesce(asked.code, '-'), p_reason, 'waiting', me[1], me[2], now());
  perform emergency_tell(guards, 'erasureAsked', jsonb_build_object('erasure', p_id));
  return 'asked';
end $$;

create or replace function erasure_answer(p_org uuid, p_id uuid, p_version integer, p_yes boolean) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  told record;
  hindered text;
begin
  if me is null then return null; end if;
  if not actor_has('dataProtectionOfficer') then return 'gone'; end if;
  select e.* into asked from case_erasure e where e.org_id = p_org and e.id = p_id;
  if not found or asked.owner_org <> me[1] then return 'gone'; end if;
  if asked.asked_by = me[2] then return 'own'; end if;
  if asked.state <> 'waiting' or asked.version <> p_version then return 'stale'; end if;
  perform 1 from case_erasure e where e.org_id = p_org and e.id = p_id and e.state = 'waiting' for update;
  if not found then return 'stale'; end if;
  if not p_yes then
    update case_erasure set state = 'declined', answered_by = me[2], answered_at = now(), version = version + 1
      where org_id = p_org and id = p_id and state = 'waiting';
    perform emergency_tell(array[asked.asked_by], 'erasureDeclined',
      jsonb_build_object('org', p_org, 'case', asked.case_id, 'code', asked.code));
    return 'declined';
  end if;
  perform 1 from case_file c where c.org_id = p_org and c.id = asked.case_id and c.owner_org = me[1] for update;
  if not found or case_conflict(p_org, asked.case_id) then return 'moved'; end if;
  hindered := erasure_hindered(p_org, asked.case_id, null);
  if hindered is not null then return hindered; end if;
  for told in
    select array_agg(distinct t.account) as accounts, t.code from (
      select s.account_id as account, asked.code from case_assignment s
        where s.org_id = p_org and s.case_id = asked.case_id and s.ended_at is null
      union all
      select asked.asked_by, asked.code
      union all
      select coalesce(x.worker, m.account_id), coalesce(k.code, x.code) from (
          select r.to_org, r.to_unit, r.worker_account as worker, r.code from referral r
            where r.org_id = p_org and r.case_id = asked.case_id and r.state not in ('declined', 'recalled', 'expired', 'notReached')
          union all
          select t.to_org, t.to_unit, null, t.code from case_transfer t
            where t.org_id = p_org and t.case_id = asked.case_id and t.state = 'offered') x
        left join unit_member m on x.worker is null and m.org_id = x.to_org and m.unit_id = x.to_unit and m.focal
        left join case_code k on k.org_id = p_org and k.case_id = asked.case_id and k.holder_org = x.to_org) t
    where t.account is not null group by t.code
  loop
    perform case_wipe_tell(told.accounts, told.code);
  end loop;
  perform pg_advisory_xact_lock(7305);
  insert into tombstone (place, id, org_id, case_id, erasure_id, reason, asked_by, approved_by, at)
    select coalesce(max(t.place), 0) + 1, gen_random_uuid(), p_org, asked.case_id, p_id, asked.reason, asked.asked_by, me[2], now()
    from tombstone t;
  update case_erasure set state = 'erased', answered_by = me[2], answered_at = now(), version = version + 1
    where org_id = p_org and id = p_id and state = 'waiting';
  perform case_wipe(p_org, asked.case_id, asked.reason <> 'openedByMistake');
  return 'erased';
end $$;
