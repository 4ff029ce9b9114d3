-- Tables of quarters in a row move in steps, so that no two of them, however far apart, can be subtracted to a small number: what a
-- number stands for differs from all that it ever stood for by whole steps, none of them smaller than may be told.
drop function oversight_next(integer[], integer[], boolean[], integer);

drop function oversight_step(integer[], integer[], integer);

-- To what the tables of a row are rounded, and in which steps they move. Rounding stays as it began, and each step is a whole number
-- of it: otherwise a number that stands still, rounded in one way after another, would be known in the end. A step becomes longer
-- where the rules ask for more people, and never shorter.
create function oversight_pace(p_least integer, p_rounded integer, p_least_then integer, p_rounded_then integer, p_step_then integer)
returns table (rounded integer, step integer)
language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
  select u.unit, (ceil(greatest(p_least, p_least_then)::numeric / b.base) * b.base)::integer
  from (select coalesce(p_rounded_then, p_rounded)) u (unit)
  cross join lateral (select coalesce(p_step_then, u.unit)) b (base)
$$;

-- A table after some time, of which the first row is all together. p_then is what the one before stood for, with nobody in a row that
-- was not there yet. A row that was told by itself before, or that came later, moves by itself (p_alone): where somebody leaves the
-- others, or joins them, the rest must not show. Those that have always been among the others move by whole steps together. All
-- together moves by whole steps, too, and is never fewer than the rows.
create function oversight_next(p_now integer[], p_then integer[], p_alone boolean[], p_step integer) returns integer[]
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  height integer := array_length(p_now, 1);
  become integer[] := p_then;
  behind integer;
  part integer;
begin
  for c in 1..array_length(p_now, 2) loop
    behind := 0;
    for r in 1..height loop
      become[r][c] := p_then[r][c] + (p_now[r][c] - p_then[r][c]) / p_step * p_step;
      if r > 1 and not p_alone[r] then behind := behind + p_now[r][c] - become[r][c]; end if;
    end loop;
    behind := behind / p_step * p_step;
    for r in 2..height loop
      continue when p_alone[r];
      part := p_now[r][c] - become[r][c];
      part := case when behind > 0 then least(greatest(part, 0), behind) else greatest(least(part, 0), behind) end;
      become[r][c] := become[r][c] + part;
      behind := behind - part;
    end loop;
    become[1][c] := greatest(become[1][c], (select coalesce(sum(x), 0) from unnest(become[2:height][c:c]) x)::integer);
  end loop;
  return become;
end $$;

-- As before, but whoever has nobody is no row among the others: where it is known that one of them is empty, it hides nobody.
create or replace function oversight_tellable(p_counts integer[], p_least integer)
returns table (of_all integer, of_each integer, told boolean[])
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  height integer := coalesce(array_length(p_counts, 1), 0);
  columns integer := coalesce(array_length(p_counts, 2), 0) - 1;
  near integer[];
  poor integer[];
  sums integer[];
  peopled boolean[];
  able boolean[];
  joined integer;
  small integer;
  smallest integer;
  rows_told integer;
  most integer := -1;
  worth integer;
  good boolean;
begin
  of_all := 0;
  of_each := 0;
  told := array_fill(false, array[greatest(height, 1)]);
  if height = 0 or p_counts[1][1] < p_least then return next; return; end if;
  near := array_fill(0, array[height, columns]);
  poor := array_fill(0, array[height]);
  for r in 1..height loop
    peopled[r] := exists (select 1 from unnest(p_counts[r:r][1:columns + 1]) x where x <> 0);
    for i in 1..columns loop
      if p_counts[r][i + 1] < p_least or p_counts[r][1] - p_counts[r][i + 1] < p_least then poor[r] := poor[r] | (1 << (i - 1)); end if;
      for j in 1..columns loop
        if i <> j and abs(p_counts[r][i + 1] - p_counts[r][j + 1]) < p_least then near[r][i] := near[r][i] | (1 << (j - 1)); end if;
      end loop;
    end loop;
  end loop;
  for mask in 0..(1 << columns) - 1 loop
    good := (poor[1] & mask) = 0;
    worth := 0;
    for i in 1..columns loop
      continue when mask & (1 << (i - 1)) = 0;
      worth := worth + 1;
      good := good and (near[1][i] & mask) = 0;
    end loop;
    if good and worth > most then
      of_all := mask;
      most := worth;
    end if;
  end loop;
  most := 0;
  for mask in 0..(1 << columns) - 1 loop
    continue when (mask & of_all) <> mask;
    able := array_fill(false, array[height]);
    sums := array_fill(0, array[columns + 1]);
    joined := 0;
    small := 0;
    rows_told := 0;
    for r in 2..height loop
      good := p_counts[r][1] >= p_least and (poor[r] & mask) = 0;
      for i in 1..columns loop
        good := good and (mask & (1 << (i - 1)) = 0 or (near[r][i] & mask) = 0);
      end loop;
      able[r] := good;
      if good then
        rows_told := rows_told + 1;
      elsif peopled[r] then
        small := small + 1;
        for i in 1..columns + 1 loop sums[i] := sums[i] + p_counts[r][i]; end loop;
      end if;
    end loop;
    while small > 0 and rows_told > 0 loop
      good := small + joined > 1 and sums[1] >= p_least
        and case when joined = 0 then sums[1] <= (small - 1) * (p_least - 1) else sums[1] >= (joined + 1) * p_least - 1 end;
      for i in 1..columns loop
        continue when mask & (1 << (i - 1)) = 0;
        good := good and sums[i + 1] >= p_least and sums[1] - sums[i + 1] >= p_least;
        for j in 1..columns loop
          good := good and (i = j or mask & (1 << (j - 1)) = 0 or abs(sums[i + 1] - sums[j + 1]) >= p_least);
        end loop;
      end loop;
      exit when good;
      smallest := null;
      for r in 2..height loop
        if able[r] and (smallest is null or p_counts[r][1] < p_counts[smallest][1]) then smallest := r; end if;
      end loop;
      able[smallest] := false;
      rows_told := rows_told - 1;
      joined := joined + 1;
      for i in 1..columns + 1 loop sums[i] := sums[i] + p_counts[smallest][i]; end loop;
    end loop;
    worth := 1;
    for i in 1..columns loop
      if mask & (1 << (i - 1)) <> 0 then worth := worth + 1; end if;
    end loop;
    if rows_told * worth > most then
      most := rows_told * worth;
      of_each := mask;
      told := able;
    end if;
  end loop;
  return next;
end $$;

-- The table of the quarter that ended last, made when it is asked for first. What it stands for is kept with its step, and with which
-- rows move by themselves.
create or replace function oversight_release(p_by text, p_scope uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  ended date := (date_trunc('quarter', now() at time zone 'Asia/Dhaka'))::date - 1;
  of_whom text := coalesce(p_scope::text, 'node');
  release uuid;
  earlier told_release;
  rules jsonb;
  at_least integer;
  pace record;
  keys text[];
  counts integer[];
  everything jsonb[];
  known integer[] := '{}';
  alone boolean[];
  line integer[];
  may record;
  mask integer;
  nobody integer[] := array_fill(0, array[9]);
  sums integer[] := nobody;
  listed integer := 0;
  made jsonb := '[]';
  stood jsonb;
begin
  select t.id into release from told_release t where t.scope = of_whom and t.by = p_by and t.until_on = ended;
  if release is not null then return release; end if;
  select r.rules into rules from rule_set r where r.kind = 'tellingRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1;
  at_least := greatest(coalesce((rules ->> case when p_scope is null or p_by = 'organisation' then 'leastBetween' else 'least' end)::integer, 10), 5);
  select t.* into earlier from told_release t where t.scope = of_whom and t.by = p_by and t.until_on < ended order by t.until_on desc limit 1;
  select * into pace from oversight_pace(at_least, greatest(coalesce((rules ->> 'roundedTo')::integer, 5), 5), earlier.told_from, earlier.rounded,
    (earlier.stands ->> 'step')::integer);
  stood := jsonb_build_object('step', pace.step, 'all', to_jsonb(nobody), 'rows', '{}'::jsonb, 'alone', '[]'::jsonb);
  with t as (select * from oversight_table(p_by, null, p_scope, null, null, ((ended + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second')),
    -- A row that was there and is no more counts nobody, as long as what was told of it has not moved there.
    gone as (select e.key from jsonb_each(coalesce(earlier.stands -> 'rows', '{}')) e where not exists (select 1 from t where t.key = e.key)
      and exists (select 1 from jsonb_array_elements_text(e.value) v where v <> '0')),
    every as (select t.key, array[t.cases] || t.reached || t.overdue as n, coalesce(t.waits, '[]'::jsonb) as w from t
      union all select g.key, nobody, '[]'::jsonb from gone g
      union all select null, nobody, '[]'::jsonb where not exists (select 1 from t where t.key is null) and exists (select 1 from gone))
  select array_agg(e.key order by e.key nulls first), array_agg(e.n order by e.key nulls first), array_agg(e.w order by e.key nulls first)
    into keys, counts, everything from every e;
  if keys is null then
    made := '[{"place": "total", "key": null, "cases": null, "reached": null, "overdue": null, "waits": []}]';
  else
    alone := array_fill(false, array[cardinality(keys)]);
    if earlier.id is not null then
      for r in 1..cardinality(keys) loop
        line := array(select v::integer from jsonb_array_elements_text(coalesce(
          case when r = 1 then earlier.stands -> 'all' else earlier.stands -> 'rows' -> keys[r] end, to_jsonb(nobody))) with ordinality o (v, at) order by at);
        known := known || array[line];
        alone[r] := r > 1 and (earlier.stands -> 'rows' -> keys[r] is null
          or coalesce(coalesce(earlier.stands -> 'alone', earlier.stands -> 'told') ? keys[r], false));
      end loop;
      counts := oversight_next(counts, known, alone, pace.step);
    end if;
    select * into may from oversight_tellable(counts, at_least);
    for r in 1..cardinality(keys) loop
      line := array(select unnest(counts[r:r][1:9]));
      if r = 1 then
        stood := jsonb_set(stood, array['all'], to_jsonb(line));
      else
        stood := jsonb_set(stood, array['rows', keys[r]], to_jsonb(line));
        if may.told[r] or alone[r] then stood := jsonb_set(stood, array['alone'], (stood -> 'alone') || to_jsonb(keys[r])); end if;
      end if;
      if r > 1 and not may.told[r] then
        listed := listed + (line <> nobody)::integer;
        for i in 1..9 loop sums[i] := sums[i] + line[i]; end loop;
        continue;
      end if;
      mask := case when r = 1 then may.of_all else may.of_each end;
      made := made || jsonb_build_array(oversight_line(case when r = 1 then 'total' else 'row' end, keys[r], line, mask,
        (select coalesce(jsonb_agg(jsonb_build_object('step', w -> 'step', 'began', null, 'reached', null, 'waiting', null,
            'longest', null, 'q1', null,
            'median', (round((w ->> 'median')::numeric / 7) * 7)::integer, 'q3', null) order by w -> 'step'), '[]'::jsonb)
          from jsonb_array_elements(everything[r]) w where mask & (1 << ((w ->> 'step')::integer - 1)) <> 0
            and (w ->> 'reached')::integer >= 4 * at_least), at_least, pace.rounded));
    end loop;
    if listed > 0 and true = any (may.told) then
      made := made || jsonb_build_array(oversight_line('others', null, sums, may.of_each, '[]'::jsonb, at_least, pace.rounded));
    end if;
  end if;
  insert into told_release (id, scope, by, until_on, told_from, rounded, lines, stands, made_at)
    values (gen_random_uuid(), of_whom, p_by, ended, at_least, pace.rounded, made, stood, now())
    on conflict (scope, by, until_on) do nothing returning id into release;
  if release is null then raise exception 'the same was told at the same moment' using errcode = '40001'; end if;
  return release;
end $$;

do $$
declare one text;
begin
  foreach one in array array['oversight_next(integer[], integer[], boolean[], integer)',
      'oversight_pace(integer, integer, integer, integer, integer)'] loop
    execute format('alter function %s owner to setu_owner', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_definer', one);
  end loop;
end $$;
