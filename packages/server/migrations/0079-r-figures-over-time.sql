-- Figures, mended: whoever is tried again counts for as long as that lasts; a case is disposed of when nothing is open in it, against
-- the convicted either; and a sentence is read as it was passed up to the day that is counted, not as it stands today.

-- To what a step sentenced, where it did.
alter table criminal_step add column sentence text[] check (cardinality(sentence) <= 7),
  add column months integer check (months between 0 and 1200);

do $$
declare
  was text;
  becomes text;
begin
  was := pg_get_functiondef('criminal_stage_keep()'::regprocedure);
  becomes := replace(replace(was, 'report_kind, place, account_org', 'report_kind, sentence, months, place, account_org'),
    'then new.report_kind end,', 'then new.report_kind end,
      case when new.stage in (''convicted'', ''convictedOnAppeal'', ''convictionUpheld'') then new.sentence end,
      case when new.stage in (''convicted'', ''convictedOnAppeal'', ''convictionUpheld'') then new.months end,');
  if becomes = was then raise exception 'criminal_stage_keep is not as it was'; end if;
  execute becomes;
end $$;

-- Of steps taken before, what is held today is known since the last conviction; what an appeal had wiped out is not known any more.
update criminal_step s set sentence = f.sentence, months = f.months
  from accused_offence f where f.org_id = s.org_id and f.id = s.offence_id and f.outcome = 'convicted' and cardinality(f.sentence) > 0
    and s.about = 'stage' and s.to_code in ('convicted', 'convictedOnAppeal', 'convictionUpheld')
    and not exists (select 1 from criminal_step l where l.offence_id = s.offence_id and l.about = 'stage'
      and l.to_code in ('convicted', 'convictedOnAppeal') and (l.taken_on, l.at, l.place, l.id) > (s.taken_on, s.at, s.place, s.id));

-- The figures of some cases from one day to another. Where somebody stood is read from the last step up to a day; what counts
-- for a person is the gravest outcome once nothing is open, and a conviction at once. Days are those from one step to another;
-- whoever has not come so far is counted for as long as it lasts: until their case ended in another way, and nothing of it is open again.
create or replace function criminal_figures_of(p_unit uuid, p_tasks text[], p_from date, p_to date) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gravest text[] := '{convicted,acquitted,discharged,withdrawn,disposedOtherwise,abated,closedByReport}';
  upto date := least(p_to, (now() at time zone 'Asia/Dhaka')::date);
begin
  return (
    with held as materialized (
      select c.org_id, c.id, c.jurisdiction, c.matter, c.category, c.transnational, c.reported_on from criminal_case c
      where c.reported_on <= upto and (p_unit is null or (c.org_id, c.id) in (select o.org_id, o.case_id from criminal_office o
        where o.unit_id = p_unit and o.task = any (p_tasks) and (o.until_on is null or o.until_on >= p_from)))),
    rule as (
      select r.stage, r.investigated, not r.investigated and r.stage not in ('finalReport', 'judicialInquiry', 'closedByReport') as court,
        case when r.outcome is not null then array_position(gravest, r.outcome) when r.opens then 0 end as place from criminal_stage_rule r),
    stepped as (
      select s.org_id, s.offence_id, s.to_code, s.taken_on, r.investigated, r.court, r.place,
        case when s.sentence && '{suspended}' then 3 when s.sentence && '{death,life}' or s.months >= 12 then 1 when s.months < 12 then 2
          when s.sentence && '{fine}' then 4 when s.sentence is not null or r.place = 1 then 5 end as penalty,
        row_number() over (partition by s.offence_id order by s.taken_on, s.at, s.place, s.id) * 16 as turn
      from criminal_step s join rule r on r.stage = s.to_code
      where s.about = 'stage' and s.taken_on <= upto and (p_unit is null or (s.org_id, s.case_id) in (select c.org_id, c.id from held c))),
    -- The last step before a day is the one with the greatest turn; what it says stands in the rest of the number.
    passed as (
      select s.org_id, s.offence_id, bool_or(s.taken_on < p_from) as there_then,
        max(s.turn + s.investigated::integer + 2 * s.court::integer) filter (where s.taken_on < p_from) % 16 as stood_then,
        max(s.turn + s.place) filter (where s.taken_on < p_from) % 16 as place_then, max(s.turn + s.place) % 16 as place_now,
        min(s.taken_on) as began_on, min(s.taken_on) filter (where s.court) as court_on,
        min(s.taken_on) filter (where s.to_code in ('chargeSheeted', 'finalReport')) as report_on,
        min(s.taken_on) filter (where s.to_code in ('chargeSheeted', 'cognizance')) as sent_on,
        min(s.taken_on) filter (where s.to_code in ('chargeFramed', 'discharged')) as charge_on,
        min(s.taken_on) filter (where s.to_code = 'chargeFramed') as framed_on,
        min(s.taken_on) filter (where s.to_code in ('convicted', 'acquitted')) as judged_on,
        max(s.taken_on) filter (where s.place > 0) as ended_on, max(s.turn + s.penalty) % 16 as penalty
      from stepped s group by s.offence_id, s.org_id),
    stood as (
      select f.org_id, f.case_id, f.accused_id, bool_or(l.there_then) as there_then, min(l.began_on) as began_on, min(l.court_on) as court_on,
        coalesce(bool_or(l.stood_then % 2 = 1), false) as investigated_then,
        coalesce(bool_or(l.stood_then >= 2 and coalesce(l.place_then, 0) = 0), false) as prosecuted_then,
        min(l.place_then) filter (where l.place_then > 0) as least_then, bool_or(l.there_then and coalesce(l.place_then, 0) = 0) as open_then,
        min(l.place_now) filter (where l.place_now > 0) as least_now, bool_or(coalesce(l.place_now, 0) = 0) as open_now,
        min(l.report_on) as report_on, min(l.sent_on) as sent_on, min(l.charge_on) as charge_on, min(l.framed_on) as framed_on,
        min(l.judged_on) as judged_on, case when not bool_or(coalesce(l.place_now, 0) = 0) then max(l.ended_on) end as ended_on,
        min(l.penalty) filter (where l.place_now = 1) as penalty
      from passed l join accused_offence f on f.org_id = l.org_id and f.id = l.offence_id group by f.org_id, f.case_id, f.accused_id),
    person as materialized (
      select p.*, case when p.least_now = 1 or not p.open_now then p.least_now end as outcome_now,
        case when p.there_then and (p.least_then = 1 or not p.open_then) then p.least_then end as outcome_then from stood p),
    told as materialized (
      select p.*, case when p.outcome_now is distinct from p.outcome_then then p.outcome_now end as reached, a.sex, a.age, a.nationality, a.official
      from person p join accused a on a.org_id = p.org_id and a.id = p.accused_id),
    filed as (
      select c.org_id, c.id, c.jurisdiction, c.matter, c.category, c.transnational, c.reported_on,
        count(*) filter (where p.began_on >= p_from) as opened, count(*) filter (where p.investigated_then) as continued,
        count(*) filter (where p.there_then) as known_then, count(*) filter (where p.court_on >= p_from) as sent, min(p.court_on) as sent_on,
        count(*) filter (where p.prosecuted_then) as tried, count(*) filter (where p.reached = 1) as convicted,
        count(*) filter (where p.reached = 2) as acquitted, count(*) filter (where p.reached = 3) as discharged,
        count(*) filter (where p.reached between 4 and 6) as otherwise, count(*) filter (where p.reached = 7) as closed,
        count(*) filter (where p.reached = 1 and p.penalty = 1) as long, count(*) filter (where p.reached = 1 and p.penalty = 2) as short,
        count(*) filter (where p.reached = 1 and p.penalty = 3) as suspended,
        count(*) filter (where p.reached = 1 and p.penalty = 4) as fined,
        count(*) filter (where p.reached = 1 and p.penalty = 5) as unsaid,
        count(*) filter (where p.court_on >= p_from and p.official) as officials_sent,
        count(*) filter (where p.reached = 1 and p.official) as officials_convicted,
        coalesce(bool_and(not p.open_now) and bool_or(p.outcome_now < 7), false) as disposed_now,
        coalesce(bool_and(not p.open_then) filter (where p.there_then) and bool_or(p.outcome_then < 7), false) as disposed_then,
        coalesce(bool_or(p.outcome_now = 1), false) as won
      from held c left join told p on p.org_id = c.org_id and p.case_id = c.id
      group by c.org_id, c.id, c.jurisdiction, c.matter, c.category, c.transnational, c.reported_on),
    counted as (
      select m.measure, f.jurisdiction, f.matter, f.category, f.transnational, count(*) filter (where m.file) as files, sum(m.persons) as persons
      from filed f cross join lateral (values
        ('investigationsOpened', f.reported_on >= p_from, f.opened),
        ('investigationsContinued', f.reported_on < p_from and (f.continued > 0 or f.known_then = 0), f.continued),
        ('prosecutionsOpened', f.sent_on >= p_from, f.sent), ('prosecutionsContinued', f.tried > 0, f.tried),
        ('convicted', f.convicted > 0, f.convicted), ('acquitted', f.acquitted > 0, f.acquitted),
        ('discharged', f.discharged > 0, f.discharged), ('endedOtherwise', f.otherwise > 0, f.otherwise),
        ('closedOnReport', f.closed > 0, f.closed), ('disposed', f.disposed_now and not f.disposed_then, 0),
        ('disposedWithConviction', f.disposed_now and not f.disposed_then and f.won, 0),
        ('sentencedYearOrMore', f.long > 0, f.long), ('sentencedUnderYear', f.short > 0, f.short),
        ('sentenceSuspended', f.suspended > 0, f.suspended), ('finedOnly', f.fined > 0, f.fined), ('sentenceNotSaid', f.unsaid > 0, f.unsaid),
        ('officialsProsecuted', f.officials_sent > 0, f.officials_sent),
        ('officialsConvicted', f.officials_convicted > 0, f.officials_convicted)) as m (measure, file, persons)
      where m.file or m.persons > 0 group by 1, 2, 3, 4, 5),
    grouped as (
      select m.measure, c.jurisdiction, c.matter, c.category, p.sex, p.age, p.nationality, count(*) as persons
      from told p join held c on c.org_id = p.org_id and c.id = p.case_id
      cross join lateral (values ('formalContact', p.began_on >= p_from), ('prosecuted', p.court_on >= p_from), ('convicted', p.reached = 1)) as m (measure, counts)
      where m.counts group by 1, 2, 3, 4, 5, 6, 7),
    lasted as (
      select w.span, greatest(coalesce(case when w.until >= w.since then w.until end, p.ended_on, upto) - w.since, 0) as days,
        coalesce(w.until >= w.since, false) as there
      from told p cross join lateral (values ('report', p.began_on, p.report_on), ('charge', p.sent_on, p.charge_on),
        ('trial', p.framed_on, p.judged_on), ('whole', p.began_on, p.judged_on)) as w (span, since, until)
      where w.since is not null)
    select jsonb_build_object(
      'until', upto,
      'cells', (select coalesce(jsonb_agg(jsonb_build_object('measure', c.measure, 'jurisdiction', c.jurisdiction, 'matter', c.matter,
          'category', c.category, 'transnational', c.transnational, 'cases', c.files, 'persons', c.persons)
          order by c.measure, c.jurisdiction, c.matter, c.category, c.transnational), '[]'::jsonb) from counted c),
      'people', (select coalesce(jsonb_agg(jsonb_build_object('measure', g.measure, 'jurisdiction', g.jurisdiction, 'matter', g.matter,
          'category', g.category, 'sex', g.sex, 'age', g.age, 'nationality', g.nationality, 'persons', g.persons)
          order by g.measure, g.jurisdiction, g.matter, g.category, g.sex, g.age, g.nationality), '[]'::jsonb) from grouped g),
      'waits', (select coalesce(jsonb_agg(jsonb_build_object('span', d.span, 'days', d.days, 'ended', d.ended, 'left', d.gone)
          order by d.span, d.days), '[]'::jsonb)
        from (select l.span, l.days, count(*) filter (where l.there) as ended, count(*) filter (where not l.there) as gone
          from lasted l group by l.span, l.days) d)));
end $$;
