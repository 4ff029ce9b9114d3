-- What a survivor reads in her own window of what is done for her: her plan and its goals, what was found to be needed,
-- what was given, who was asked to help, and what is looked at when. Each answers about the case of her session alone.

create function own_plan()
returns table (kind text, id uuid, state text, day date, ends text, service text, giver text, agreement text,
  individual text[], household text[], community text[], helps text[])
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select x.* from (
      select 'plan', p.id, p.state, p.answered_on, null::text, null::text, null::text, p.agreement,
          null::text[], null::text[], null::text[], null::text[]
        from service_plan p where p.org_id = me[1] and p.case_id = me[2] and p.state in ('agreed', 'approved')
      union all
      select 'goal', g.id, g.state, null::date, g.planned_end::text, g.service, g.giver, null, null, null, null, null
        from support_plan g where g.org_id = me[1] and g.case_id = me[2] and g.state in ('agreed', 'reached', 'notReached')
      union all
      select 'service', s.id, null, s.delivered_on, null, s.service, s.giver, null, null, null, null, null
        from service_delivered s where s.org_id = me[1] and s.case_id = me[2]
      union all
      (select 'needs', n.id, n.state, n.assessed_on, null, null, null, null, n.individual, n.household, n.community, n.services
        from needs_assessment n where n.org_id = me[1] and n.case_id = me[2] and n.state = 'made'
        order by n.assessed_on desc nulls last, n.id limit 1)
    ) x (kind, id, state, day, ends, service, giver, agreement, individual, household, community, helps)
    order by x.day desc nulls last, x.id limit 400;
end $$;

-- Their words, as they lie there. What the office says to itself about a plan is not among them.
create function own_plan_sealed() returns table (place text, id uuid, version integer, field text, sealed bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select 'service_plan', p.id, p.version, f.name, f.value from service_plan p
      cross join lateral (values ('wishes', p.wishes), ('changes', p.changes)) f (name, value)
      where p.org_id = me[1] and p.case_id = me[2] and p.state in ('agreed', 'approved') and f.value is not null
    union all
    select 'support_plan', g.id, g.version, f.name, f.value from support_plan g
      cross join lateral (values ('objectives', g.objectives), ('actions', g.actions)) f (name, value)
      where g.org_id = me[1] and g.case_id = me[2] and g.state in ('agreed', 'reached', 'notReached') and f.value is not null
    union all
    select 'service_delivered', s.id, s.version, 'words', s.words from service_delivered s
      where s.org_id = me[1] and s.case_id = me[2] and s.words is not null
    union all
    select 'needs_assessment', n.id, n.version, f.name, f.value from needs_assessment n
      cross join lateral (values ('individual_words', n.individual_words), ('strengths', n.strengths),
        ('household_words', n.household_words), ('community_words', n.community_words)) f (name, value)
      where n.org_id = me[1] and n.case_id = me[2] and n.state = 'made' and f.value is not null;
end $$;

-- Who was asked to help. An organisation is named by its name alone.
create function own_referrals()
returns table (id uuid, service text, state text, sent_at timestamptz, answered_at timestamptz, ended_at timestamptz,
  office_en text, office_bn text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select r.id, r.service, r.state, r.sent_at, r.answered_at, r.ended_at, o.name_en, o.name_bn
    from referral r join organisation o on o.id = r.to_org
    where r.org_id = me[1] and r.case_id = me[2] and r.state not in ('draft', 'consentChecked')
    order by r.sent_at desc nulls last, r.id limit 200;
end $$;

-- What is looked at when. Of the place where somebody stays only that it is looked at, and only where nobody near her may
-- be a suspect.
create function own_next() returns table (kind text, id uuid, day date, free_to_leave boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select x.* from (
      select 'followUp', f.id, f.due_on, null::boolean from follow_up f
        where f.org_id = me[1] and f.case_id = me[2] and f.state = 'planned' and f.due_on is not null
      union all
      select 'planReview', p.id, p.review_on, null from service_plan p
        where p.org_id = me[1] and p.case_id = me[2] and p.state in ('agreed', 'approved') and p.review_on is not null
      union all
      select 'stayReview', s.id, s.review_on, s.free_to_leave from shelter_stay s
        where s.org_id = me[1] and s.case_id = me[2] and s.state = 'admitted' and s.review_on is not null
          and exists (select 1 from case_slot k where k.org_id = me[1] and k.id = me[3] and k.near_suspect = 'no')
    ) x (kind, id, day, free_to_leave)
    where x.day >= (now() at time zone 'Asia/Dhaka')::date order by x.day, x.id limit 60;
end $$;

do $$
declare one text;
begin
  foreach one in array array['own_plan()', 'own_plan_sealed()', 'own_referrals()', 'own_next()'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_survivor', one);
  end loop;
end $$;
