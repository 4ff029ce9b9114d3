-- What a survivor reads of her plan in her own window, and beside it: the sessions that other offices gave, what was decided about
-- her help at meetings, and how it stands that she is not punished for what she was made to do. Of decisions and claims neither a
-- name nor a word is told, and of a claim nothing at all where somebody near her may be a suspect.
create or replace function own_plan()
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
      select 'session', s.id, s.outcome, s.happened_on, s.next_on::text, r.service, null, null, null, null, null, null
        from own_service s join referral r on r.org_id = s.org_id and r.id = s.referral_id
        where s.org_id = me[1] and s.case_id = me[2] and s.outcome <> 'inError'
      union all
      select 'decision', d.id, d.state, coalesce(d.done_on, c.held_on), case when d.state = 'decided' then d.due_on::text end, null, null,
          null, null, null, null, null
        from conference_decision d join case_conference c on c.org_id = d.org_id and c.id = d.conference
        where d.org_id = me[1] and d.case_id = me[2] and c.state = 'held'
      union all
      select 'claim', n.id, n.state, coalesce(n.decided_on, n.supported_on, n.raised_on), null, null, null, null, null, null, null, null
        from non_punishment_claim n where n.org_id = me[1] and n.case_id = me[2] and n.state <> 'withdrawn'
          and exists (select 1 from case_slot k where k.org_id = me[1] and k.id = me[3] and k.near_suspect = 'no')
      union all
      (select 'needs', n.id, n.state, n.assessed_on, null, null, null, null, n.individual, n.household, n.community, n.services
        from needs_assessment n where n.org_id = me[1] and n.case_id = me[2] and n.state = 'made'
        order by n.assessed_on desc nulls last, n.id limit 1)
    ) x (kind, id, state, day, ends, service, giver, agreement, individual, household, community, helps)
    order by x.day desc nulls last, x.id limit 400;
end $$;
