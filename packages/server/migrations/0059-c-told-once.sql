-- What was told of a quarter is told again as it was, and a later quarter differs from it by nothing or by as many people as may
-- be told: so that two tellings cannot be subtracted to a small number. Nothing here is changed once it was written.
create table told_release (
  id uuid primary key,
  scope text not null check (length(scope) between 1 and 40),
  by text not null check (by in ('organisation', 'district', 'year')),
  until_on date not null,
  told_from integer not null,
  rounded integer not null,
  -- As it is told, all rows of it.
  lines jsonb not null,
  -- What the told numbers stand for, before they were rounded. Read by no one but the functions below.
  stands jsonb not null,
  made_at timestamptz not null,
  unique (scope, by, until_on)
);

-- Who was told which table, when for the first time.
create table told_to (
  release_id uuid not null references told_release (id),
  org_id uuid not null,
  account_id uuid not null,
  first_at timestamptz not null,
  primary key (release_id, org_id, account_id)
);

do $$
declare one text;
begin
  foreach one in array array['told_release', 'told_to'] loop
    execute format('alter table %I owner to setu_owner', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('grant select on %I to setu_backup', one);
    execute format('create policy %I on %I for select to setu_backup using (true)', one || '_backup', one);
    execute format('grant select, insert on %I to setu_definer', one);
    execute format('create policy %I on %I for select to setu_definer using (true)', one || '_definer', one);
    execute format('create policy %I on %I for insert to setu_definer with check (true)', one || '_definer_add', one);
  end loop;
end $$;

-- A line of counts after some time: each moves to what it is now when at least p_least people lie between, and as many between its
-- move and that of every other that moves; else it stays as it was told.
create function oversight_step(p_now integer[], p_then integer[], p_least integer) returns integer[]
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  become integer[] := p_then;
  moved integer[] := '{}';
  apart integer;
  good boolean;
begin
  for i in 1..cardinality(p_now) loop
    good := abs(p_now[i] - p_then[i]) >= p_least;
    for m in 1..cardinality(moved) loop
      apart := abs((p_now[i] - p_then[i]) - (p_now[moved[m]] - p_then[moved[m]]));
      good := good and (apart = 0 or apart >= p_least);
    end loop;
    continue when not good;
    become[i] := p_now[i];
    moved := moved || i;
  end loop;
  return become;
end $$;

-- A table after some time, of which the first row is all together. p_then is what the one before stood for, with -1 where a row was
-- not there; p_told which of its rows were told by themselves. Rows that are told with others only move with them. All together is
-- as many as there are now, where neither the told rows nor what was told of all before comes too near to it.
create function oversight_next(p_now integer[], p_then integer[], p_told boolean[], p_least integer) returns integer[]
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  height integer := array_length(p_now, 1);
  width integer := array_length(p_now, 2);
  become integer[] := p_now;
  line integer[];
  few_now integer[] := array_fill(0, array[width]);
  few_then integer[] := array_fill(0, array[width]);
  few integer[] := '{}';
  may record;
  candidate integer;
  found boolean;
begin
  for r in 2..height loop
    continue when p_then[r][1] < 0;
    line := oversight_step(array(select unnest(p_now[r:r][1:width])), array(select unnest(p_then[r:r][1:width])), p_least);
    for c in 1..width loop become[r][c] := line[c]; end loop;
  end loop;
  for c in 1..width loop become[1][c] := (select coalesce(sum(x), 0) from unnest(become[2:height][c:c]) x); end loop;
  select * into may from oversight_tellable(become, p_least);
  for r in 2..height loop
    continue when may.told[r] or p_told[r] or p_then[r][1] < 0;
    few := few || r;
    for c in 1..width loop
      few_now[c] := few_now[c] + p_now[r][c];
      few_then[c] := few_then[c] + become[r][c];
    end loop;
  end loop;
  line := oversight_step(few_now, few_then, p_least);
  for c in 1..width loop
    continue when line[c] = few_then[c];
    for f in 1..cardinality(few) loop become[few[f]][c] := p_now[few[f]][c]; end loop;
  end loop;
  for c in 1..width loop become[1][c] := (select coalesce(sum(x), 0) from unnest(become[2:height][c:c]) x); end loop;
  if p_then[1][1] < 0 then return become; end if;
  line := oversight_step(array(select unnest(p_now[1:1][1:width])), array(select unnest(p_then[1:1][1:width])), p_least);
  for c in 1..width loop
    found := false;
    foreach candidate in array array[line[c], become[1][c], p_then[1][c]] loop
      exit when found;
      found := (candidate = p_then[1][c] or abs(candidate - p_then[1][c]) >= p_least)
        and (candidate = become[1][c] or abs(candidate - become[1][c]) >= p_least);
      if found then become[1][c] := candidate; end if;
    end loop;
    if not found then become[1][c] := 0; end if;
  end loop;
  return become;
end $$;

-- A line as it is told: rounded, and only the columns that may be.
create function oversight_line(p_place text, p_key text, p_counts integer[], p_mask integer, p_waits jsonb, p_least integer, p_unit integer) returns jsonb
language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object('place', p_place, 'key', p_key, 'waits', p_waits,
    'cases', case when p_counts[1] >= p_least or p_place = 'others' then (round(p_counts[1]::numeric / p_unit) * p_unit)::integer end,
    'reached', (select jsonb_agg(case when p_mask & (1 << (i - 1)) <> 0 then (round(p_counts[i + 1]::numeric / p_unit) * p_unit)::integer end order by i)
      from generate_series(1, 7) i),
    'overdue', case when p_mask & 128 <> 0 then (round(p_counts[9]::numeric / p_unit) * p_unit)::integer end)
$$;

-- The table of the quarter that ended last, made when it is asked for first.
create function oversight_release(p_by text, p_scope uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  ended date := (date_trunc('quarter', now() at time zone 'Asia/Dhaka'))::date - 1;
  of_whom text := coalesce(p_scope::text, 'node');
  release uuid;
  earlier told_release;
  rules jsonb;
  at_least integer;
  unit_of integer;
  keys text[];
  counts integer[];
  everything jsonb[];
  known integer[] := '{}';
  told_then boolean[] := '{}';
  line integer[];
  may record;
  mask integer;
  sums integer[] := array_fill(0, array[9]);
  listed integer := 0;
  made jsonb := '[]';
  stood jsonb := '{}';
begin
  select t.id into release from told_release t where t.scope = of_whom and t.by = p_by and t.until_on = ended;
  if release is not null then return release; end if;
  select r.rules into rules from rule_set r where r.kind = 'tellingRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1;
  at_least := greatest(coalesce((rules ->> case when p_scope is null or p_by = 'organisation' then 'leastBetween' else 'least' end)::integer, 10), 5);
  unit_of := greatest(coalesce((rules ->> 'roundedTo')::integer, 5), 5);
  select t.* into earlier from told_release t where t.scope = of_whom and t.by = p_by and t.until_on < ended order by t.until_on desc limit 1;
  with t as (select * from oversight_table(p_by, null, p_scope, null, null, ((ended + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second')),
    -- A row that was there and is no more counts nobody, as long as what was told of it has not moved there.
    gone as (select e.key from jsonb_each(coalesce(earlier.stands -> 'rows', '{}')) e where not exists (select 1 from t where t.key = e.key)
      and exists (select 1 from jsonb_array_elements_text(e.value) v where v <> '0')),
    every as (select t.key, array[t.cases] || t.reached || t.overdue as n, coalesce(t.waits, '[]'::jsonb) as w from t
      union all select g.key, array_fill(0, array[9]), '[]'::jsonb from gone g
      union all select null, array_fill(0, array[9]), '[]'::jsonb where not exists (select 1 from t where t.key is null) and exists (select 1 from gone))
  select array_agg(e.key order by e.key nulls first), array_agg(e.n order by e.key nulls first), array_agg(e.w order by e.key nulls first)
    into keys, counts, everything from every e;
  if keys is null then
    made := '[{"place": "total", "key": null, "cases": null, "reached": null, "overdue": null, "waits": []}]';
  else
    if earlier.id is not null then
      for r in 1..cardinality(keys) loop
        line := array(select v::integer from jsonb_array_elements_text(coalesce(
          case when r = 1 then earlier.stands -> 'all' else earlier.stands -> 'rows' -> keys[r] end, '[-1, -1, -1, -1, -1, -1, -1, -1, -1]'::jsonb))
          with ordinality o (v, at) order by at);
        known := known || array[line];
        told_then := told_then || coalesce(earlier.stands -> 'told' ? keys[r], false);
      end loop;
      counts := oversight_next(counts, known, told_then, at_least);
    end if;
    select * into may from oversight_tellable(counts, at_least);
    for r in 1..cardinality(keys) loop
      line := array(select unnest(counts[r:r][1:9]));
      if r = 1 then
        stood := jsonb_build_object('all', to_jsonb(line), 'rows', '{}'::jsonb, 'told', '[]'::jsonb);
      else
        stood := jsonb_set(stood, array['rows', keys[r]], to_jsonb(line));
        if may.told[r] then stood := jsonb_set(stood, array['told'], (stood -> 'told') || to_jsonb(keys[r])); end if;
      end if;
      if r > 1 and not may.told[r] then
        listed := listed + 1;
        for i in 1..9 loop sums[i] := sums[i] + line[i]; end loop;
        continue;
      end if;
      mask := case when r = 1 then may.of_all else may.of_each end;
      made := made || jsonb_build_array(oversight_line(case when r = 1 then 'total' else 'row' end, keys[r], line, mask,
        (select coalesce(jsonb_agg(jsonb_build_object('step', w -> 'step', 'began', null, 'reached', null, 'waiting', null,
            'longest', null, 'q1', null,
            'median', (round((w ->> 'median')::numeric / 7) * 7)::integer, 'q3', null) order by w -> 'step'), '[]'::jsonb)
          from jsonb_array_elements(everything[r]) w where mask & (1 << ((w ->> 'step')::integer - 1)) <> 0
            and (w ->> 'reached')::integer >= 4 * at_least), at_least, unit_of));
    end loop;
    if listed > 0 and listed < cardinality(keys) - 1 then
      made := made || jsonb_build_array(oversight_line('others', null, sums, may.of_each, '[]'::jsonb, at_least, unit_of));
    end if;
  end if;
  insert into told_release (id, scope, by, until_on, told_from, rounded, lines, stands, made_at)
    values (gen_random_uuid(), of_whom, p_by, ended, at_least, unit_of, made, stood, now())
    on conflict (scope, by, until_on) do nothing returning id into release;
  if release is null then raise exception 'the same was told at the same moment' using errcode = '40001'; end if;
  return release;
end $$;

drop function oversight_told(text);

-- What may be told, and that it was: of the whole node to a ministry, a national authority and their like, of its district to a
-- committee, and of the own organisation to who manages or analyses its programme.
create function oversight_told(p_by text)
returns table (place text, key text, name_en text, name_bn text, cases integer, reached integer[], overdue integer, waits jsonb,
  until_on date, told_from integer, rounded integer, told_on date)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  mine organisation;
  nation boolean;
  secretary boolean;
  made uuid;
  release told_release;
begin
  if me is null or p_by not in ('organisation', 'district', 'year') then return; end if;
  select * into mine from organisation o where o.id = me[1];
  secretary := actor_has('committeeSecretary') and mine.type like 'committee%' and mine.type <> 'committeeNational';
  if not (actor_has('analyst') or actor_has('programmeManager') or actor_has('committeeSecretary')) then return; end if;
  if secretary and p_by <> 'district' then return; end if;
  nation := mine.type in ('womenAndChildrenMinistry', 'ministry', 'nationalAuthority', 'taskForce', 'committeeNational') or secretary;
  made := oversight_release(p_by, case when nation then null else me[1] end);
  select t.* into release from told_release t where t.id = made;
  insert into told_to (release_id, org_id, account_id, first_at) values (release.id, me[1], me[2], now()) on conflict do nothing;
  return query
    select l.place, l.key, o.name_en, o.name_bn,
      case when not (secretary and l.place = 'total') then l.cases end,
      case when not (secretary and l.place = 'total') then l.reached end,
      case when not (secretary and l.place = 'total') then l.overdue end,
      case when secretary and l.place = 'total' then '[]'::jsonb else l.waits end,
      release.until_on, release.told_from, release.rounded, (release.made_at at time zone 'Asia/Dhaka')::date
    from jsonb_array_elements(release.lines) with ordinality x (line, at)
    cross join lateral jsonb_to_record(x.line) as l (place text, key text, cases integer, reached integer[], overdue integer, waits jsonb)
    left join organisation o on p_by = 'organisation' and o.id::text = l.key
    where not secretary or l.place = 'total' or (l.place = 'row' and l.key = mine.district)
    order by x.at;
end $$;

do $$
declare one text;
begin
  foreach one in array array['oversight_release(text, uuid)', 'oversight_told(text)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
  end loop;
  grant execute on function oversight_told(text) to setu_app;
  foreach one in array array['oversight_step(integer[], integer[], integer)', 'oversight_next(integer[], integer[], boolean[], integer)',
      'oversight_line(text, text, integer[], integer, jsonb, integer, integer)'] loop
    execute format('alter function %s owner to setu_owner', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_definer', one);
  end loop;
end $$;
