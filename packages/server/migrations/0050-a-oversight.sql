-- How far the work with survivors has come, in numbers. Who supervises sees those of the own units as they are. Everybody
-- else sees none of fewer than the rules say, nor any two whose difference would be one: it is decided here, so that no
-- number that may not be told ever leaves the database. Nothing of a single case is given out by any of these functions.

grant select on identification to setu_definer;

create policy identification_definer on identification for select to setu_definer using (true);

-- Case by case, for the functions below only: where it is worked, when it was opened, and on which day it reached each of
-- the seven steps (presumed, identified, consented, plan agreed, services begun, reintegration begun, closed).
create function oversight_cases(p_units uuid[], p_org uuid, p_until timestamptz)
returns table (org uuid, unit uuid, district text, opened date, steps date[], overdue boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  last_day date := (p_until at time zone 'Asia/Dhaka')::date;
  apart uuid[] := actor_conflicts();
begin
  return query
    select c.owner_org, c.owner_unit, u.district, c.opened_on,
      array[i.presumed_on, i.identified_on, s.given_on, p.agreed_on, least(d.delivered_on, b.begun_on), r.begun_on,
        case when c.closed_on <= last_day then c.closed_on end],
      exists (select 1 from due_item w where w.org_id = c.org_id and w.case_id = c.id and w.began_at <= p_until and w.due_at < p_until
        and (w.done_at is null or w.done_at > p_until) and (w.cancelled_at is null or w.cancelled_at > p_until))
    from case_file c
    join unit u on u.org_id = c.owner_org and u.id = c.owner_unit
    left join lateral (select x.presumed_on,
        case when x.state = 'identified' and x.decided_on <= last_day then x.decided_on end as identified_on
      from identification x where x.org_id = c.org_id and x.case_id = c.id and x.presumed_on <= last_day) i on true
    left join lateral (select min(x.given_on) as given_on from consent x where x.org_id = c.org_id and x.case_id = c.id
      and x.purpose = 'services' and x.state in ('given', 'withdrawn', 'expired') and x.recorded_at <= p_until) s on true
    left join lateral (select (min(x.at) at time zone 'Asia/Dhaka')::date as agreed_on from record_step x where x.org_id = c.org_id
      and x.case_id = c.id and x.record = 'servicePlan' and x.to_state in ('agreed', 'approved') and x.at <= p_until) p on true
    left join lateral (select min(x.delivered_on) as delivered_on from service_delivered x
      where x.org_id = c.org_id and x.case_id = c.id and x.delivered_on <= last_day) d on true
    left join lateral (select min(x.happened_on) as begun_on from case_event x where x.org_id = c.org_id and x.case_id = c.id
      and x.kind = 'serviceStarted' and x.recorded_at <= p_until) b on true
    left join lateral (select min(x.begun_on) as begun_on from reintegration x where x.org_id = c.org_id and x.case_id = c.id
      and x.state in ('begun', 'settled', 'broken') and x.begun_on <= last_day) r on true
    where (p_units is null or c.owner_unit = any (p_units)) and (p_org is null or c.owner_org = p_org)
      and c.opened_on <= last_day and c.id <> all (apart)
      and exists (select 1 from case_event x where x.org_id = c.org_id and x.case_id = c.id and x.recorded_at <= p_until);
end $$;

-- The same counted: in all (no key), and by whatever is asked for. Of each step: how many reached it, how many wait for it, how
-- long the longest, and after how many days a quarter, half and three quarters had reached it, those who wait counted for as
-- long as they have waited (the estimate of Kaplan and Meier). A step is counted from the one that it follows.
create function oversight_table(p_by text, p_units uuid[], p_org uuid, p_from date, p_to date, p_until timestamptz)
returns table (key text, cases integer, reached integer[], overdue integer, waits jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare last_day date := (p_until at time zone 'Asia/Dhaka')::date;
begin
  return query
    with held as materialized (
      select case p_by when 'unit' then f.unit::text when 'organisation' then f.org::text
          when 'year' then extract(year from f.opened)::integer::text else coalesce(f.district, '') end as k,
        f.opened, f.steps, f.overdue
      from oversight_cases(p_units, p_org, p_until) f
      where (p_from is null or f.opened >= p_from) and (p_to is null or f.opened <= p_to)),
    both_ways as (select null::text as k, h.opened, h.steps, h.overdue from held h union all select h.* from held h),
    counted as (
      select b.k, count(*)::integer as n, array[count(b.steps[1]), count(b.steps[2]), count(b.steps[3]), count(b.steps[4]),
          count(b.steps[5]), count(b.steps[6]), count(b.steps[7])]::integer[] as r, (count(*) filter (where b.overdue))::integer as o
      from both_ways b group by b.k),
    lived as (
      select b.k, p.step, greatest(coalesce(b.steps[p.step], b.steps[7], last_day) - f.day, 0) as days,
        b.steps[p.step] is not null as there, b.steps[p.step] is null and b.steps[7] is null as waiting
      from both_ways b
      cross join (values (1, 0), (2, 1), (3, 0), (4, 3), (5, 4), (6, 5), (7, 0)) as p (step, since)
      cross join lateral (select case p.since when 0 then b.opened else b.steps[p.since] end as day) f
      where f.day is not null),
    at_day as (
      select l.k, l.step, l.days, count(*) filter (where l.there) as ends,
        sum(count(*)) over (partition by l.k, l.step order by l.days desc) as at_risk
      from lived l group by l.k, l.step, l.days),
    lasting as (
      select a.k, a.step, a.days, case when bool_or(a.ends = a.at_risk) over w then 0
          else exp(sum(ln(case when a.ends = a.at_risk then 1 else 1 - a.ends::double precision / a.at_risk::double precision end)) over w) end as left_over
      from at_day a window w as (partition by a.k, a.step order by a.days)),
    quarters as (
      select l.k, l.step, min(l.days) filter (where l.left_over <= 0.75 + 1e-9) as q1,
        min(l.days) filter (where l.left_over <= 0.5 + 1e-9) as q2, min(l.days) filter (where l.left_over <= 0.25 + 1e-9) as q3
      from lasting l group by l.k, l.step),
    said as (
      select l.k, jsonb_agg(jsonb_build_object('step', l.step, 'began', l.began, 'reached', l.there, 'waiting', l.waiting,
          'longest', l.longest, 'q1', q.q1, 'median', q.q2, 'q3', q.q3) order by l.step) as w
      from (select v.k, v.step, count(*) as began, count(*) filter (where v.there) as there, count(*) filter (where v.waiting) as waiting,
          max(v.days) filter (where v.waiting) as longest from lived v group by v.k, v.step) l
      join quarters q on q.k is not distinct from l.k and q.step = l.step group by l.k)
    select c.k, c.n, c.r, c.o, s.w from counted c left join said s on s.k is not distinct from c.k;
end $$;

-- Those of one's own units, as they are.
create function oversight_own(p_by text, p_from date, p_to date)
returns table (key text, name_en text, name_bn text, cases integer, reached integer[], overdue integer, waits jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare ours uuid[] := actor_supervised();
begin
  if actor_self() is null or cardinality(ours) = 0 or p_by not in ('unit', 'district', 'year') then return; end if;
  return query
    select t.key, u.name_en, u.name_bn, t.cases, t.reached, t.overdue, t.waits
    from oversight_table(p_by, ours, actor_org(), p_from, p_to, now()) t
    left join unit u on p_by = 'unit' and u.id::text = t.key order by t.key nulls first;
end $$;

-- Which columns of a table may be told, and of which of its rows. Each row is a count of people in its first place and then of
-- those among them of whom something holds; the first row is all of them. A row may be told when all its told numbers are at
-- least p_least and no two of them are nearer to each other than that, since of those who reached one step the others are
-- known by subtraction. Rows that may not are told together, as one, for which the same holds: then every told number is a sum of
-- groups of at least p_least, and so is every difference. Where the others are so few that from knowing each to be small each
-- could be reckoned, one that may be told joins them. Answers the columns told of all together and of each row as bits, and
-- which rows are told.
create function oversight_tellable(p_counts integer[], p_least integer)
returns table (of_all integer, of_each integer, told boolean[])
language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
  height integer := coalesce(array_length(p_counts, 1), 0);
  columns integer := coalesce(array_length(p_counts, 2), 0) - 1;
  near integer[];
  poor integer[];
  sums integer[];
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
      else
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

-- What may be told: of the whole node to a ministry, a national authority and their like, of its district to a committee, and of
-- the own organisation to who manages or analyses its programme. As it stood when the last quarter ended, so that nobody
-- watches a single case arrive; without a filter; and rounded, so that tables, quarters and districts that lie across one
-- another cannot be subtracted either.
create function oversight_told(p_by text)
returns table (place text, key text, name_en text, name_bn text, cases integer, reached integer[], overdue integer, waits jsonb,
  until_on date, told_from integer, rounded integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  mine organisation;
  rules jsonb;
  at_least integer;
  unit_of integer;
  ended date := (date_trunc('quarter', now() at time zone 'Asia/Dhaka'))::date - 1;
  nation boolean;
  secretary boolean;
  keys text[];
  counts integer[];
  everything jsonb[];
  may record;
  wanted boolean;
  mask integer;
  sums integer[];
  listed integer := 0;
begin
  if me is null or p_by not in ('organisation', 'district', 'year') then return; end if;
  select * into mine from organisation o where o.id = me[1];
  secretary := actor_has('committeeSecretary') and mine.type like 'committee%' and mine.type <> 'committeeNational';
  if not (actor_has('analyst') or actor_has('programmeManager') or actor_has('committeeSecretary')) then return; end if;
  if secretary and p_by <> 'district' then return; end if;
  nation := mine.type in ('womenAndChildrenMinistry', 'ministry', 'nationalAuthority', 'taskForce', 'committeeNational') or secretary;
  select r.rules into rules from rule_set r where r.kind = 'tellingRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1;
  at_least := greatest(coalesce((rules ->> case p_by when 'organisation' then 'leastBetween' else 'least' end)::integer, 10), 5);
  unit_of := greatest(coalesce((rules ->> 'roundedTo')::integer, 5), 5);
  with t as (select * from oversight_table(p_by, null, case when nation then null else me[1] end, null, null,
      ((ended + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second'))
  select array_agg(t.key order by t.key nulls first), array_agg(array[t.cases] || t.reached || t.overdue order by t.key nulls first),
      array_agg(coalesce(t.waits, '[]'::jsonb) order by t.key nulls first) into keys, counts, everything from t;
  if keys is null then
    return query select 'total'::text, null::text, null::text, null::text, null::integer, null::integer[], null::integer, '[]'::jsonb, ended, at_least, unit_of;
    return;
  end if;
  select * into may from oversight_tellable(counts, at_least);
  sums := array_fill(0, array[9]);
  for r in 1..cardinality(keys) loop
    if r = 1 and secretary then
      return query select 'total'::text, null::text, null::text, null::text, null::integer, null::integer[], null::integer, '[]'::jsonb, ended, at_least, unit_of;
      continue;
    end if;
    mask := case when r = 1 then may.of_all else may.of_each end;
    if r > 1 and not may.told[r] then
      listed := listed + 1;
      for i in 1..9 loop sums[i] := sums[i] + counts[r][i]; end loop;
      continue;
    end if;
    continue when secretary and r > 1 and keys[r] is distinct from mine.district;
    return query select case when r = 1 then 'total' else 'row' end, keys[r], o.name_en, o.name_bn,
        case when counts[r][1] >= at_least then (round(counts[r][1]::numeric / unit_of) * unit_of)::integer end,
        (select array_agg(case when mask & (1 << (i - 1)) <> 0 then (round(counts[r][i + 1]::numeric / unit_of) * unit_of)::integer end order by i)
          from generate_series(1, 7) i),
        case when mask & 128 <> 0 then (round(counts[r][9]::numeric / unit_of) * unit_of)::integer end,
        (select coalesce(jsonb_agg(jsonb_build_object('step', w -> 'step', 'began', null, 'reached', null, 'waiting', null,
            'longest', null, 'q1', w -> 'q1', 'median', w -> 'median', 'q3', w -> 'q3') order by w -> 'step'), '[]'::jsonb)
          from jsonb_array_elements(everything[r]) w where mask & (1 << ((w ->> 'step')::integer - 1)) <> 0
            and (w ->> 'reached')::integer >= at_least and (w ->> 'began')::integer >= at_least),
        ended, at_least, unit_of
      from (select 1) one left join organisation o on p_by = 'organisation' and o.id::text = keys[r];
  end loop;
  wanted := not secretary and listed > 0 and listed < cardinality(keys) - 1;
  if wanted then
    return query select 'others'::text, null::text, null::text, null::text, (round(sums[1]::numeric / unit_of) * unit_of)::integer,
      (select array_agg(case when may.of_each & (1 << (i - 1)) <> 0 then (round(sums[i + 1]::numeric / unit_of) * unit_of)::integer end order by i)
        from generate_series(1, 7) i),
      case when may.of_each & 128 <> 0 then (round(sums[9]::numeric / unit_of) * unit_of)::integer end, '[]'::jsonb, ended, at_least, unit_of;
  end if;
end $$;

do $$
declare one text;
begin
  foreach one in array array['oversight_cases(uuid[], uuid, timestamptz)',
      'oversight_table(text, uuid[], uuid, date, date, timestamptz)', 'oversight_own(text, date, date)', 'oversight_told(text)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
  end loop;
  foreach one in array array['oversight_own(text, date, date)', 'oversight_told(text)'] loop
    execute format('grant execute on function %s to setu_app', one);
  end loop;
end $$;

alter function oversight_tellable(integer[], integer) owner to setu_owner;

revoke all on function oversight_tellable(integer[], integer) from public;

grant execute on function oversight_tellable(integer[], integer) to setu_definer;
