-- Of what is told outside: a quarter of a few people is one person's day, so that no quarters are told, and half of them
-- only where four times as many reached the step as may be told, in whole weeks. Whoever is told of the cases of several
-- organisations is told of none of fewer than of organisations side by side: a district or a year may be that of one.
create or replace function oversight_told(p_by text)
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
  at_least := greatest(coalesce((rules ->> case when nation or p_by = 'organisation' then 'leastBetween' else 'least' end)::integer, 10), 5);
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
            'longest', null, 'q1', null,
            'median', (round((w ->> 'median')::numeric / 7) * 7)::integer, 'q3', null) order by w -> 'step'), '[]'::jsonb)
          from jsonb_array_elements(everything[r]) w where mask & (1 << ((w ->> 'step')::integer - 1)) <> 0
            and (w ->> 'reached')::integer >= 4 * at_least),
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

-- Nobody shields an accused alone: who raised a claim does not write down that it was accepted.
update record_step_rule set not_by = '{raised}' where record = 'nonPunishmentClaim' and to_state = 'accepted';

-- For how many days after its end a referral leaves open what was shared by it.
create function named_after_completion() returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select d.days from access_days d where d.name = 'namedAfterCompletion' and actor_self() is not null $$;

alter function named_after_completion() owner to setu_definer;

revoke all on function named_after_completion() from public;

grant execute on function named_after_completion() to setu_app;
