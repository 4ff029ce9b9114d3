-- What was promised keeps the rules by which it was promised: a tip and a screening are kept for as long as was said when they came,
-- whatever is laid down later. Proof of consent is kept for two years at least, whoever lays down otherwise.

create function rule_days_then(p_kind text, p_name text, p_at timestamptz, p_else integer) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return coalesce((select (r.rules -> p_name ->> 'amount')::integer from rule_set r
    where r.kind = p_kind and r.valid_from <= (p_at at time zone 'Asia/Dhaka')::date
    order by (r.made_at <= p_at) desc, case when r.made_at <= p_at then r.valid_from end desc,
      case when r.made_at <= p_at then r.made_at end desc, r.made_at limit 1), p_else);
end $$;

alter function rule_days_then(text, text, timestamptz, integer) owner to setu_definer;

revoke all on function rule_days_then(text, text, timestamptz, integer) from public;

grant execute on function rule_days_then(text, text, timestamptz, integer) to setu_definer;

do $$
declare
  was text;
  becomes text;
begin
  was := pg_get_functiondef('tip_expire(timestamptz, integer)'::regprocedure);
  becomes := replace(was, 'make_interval(days => p_days)',
    'make_interval(days => rule_days_then(''tipRules'', ''keepWithoutCase'', t.received_at, p_days))');
  if becomes = was then raise exception 'tip_expire is not as it was'; end if;
  execute becomes;
  was := pg_get_functiondef('screening_expire(timestamptz, integer)'::regprocedure);
  becomes := replace(was, 'make_interval(days => p_days)',
    'make_interval(days => rule_days_then(''tipRules'', ''keepScreeningWithoutCase'', s.began_at, p_days))');
  if becomes = was then raise exception 'screening_expire is not as it was'; end if;
  execute becomes;
  was := pg_get_functiondef('consents_forget()'::regprocedure);
  becomes := replace(was, 'greatest(0, coalesce(', 'greatest(2, coalesce(');
  if becomes = was then raise exception 'consents_forget is not as it was'; end if;
  execute becomes;
end $$;
