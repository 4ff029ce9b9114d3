-- Figures of criminal cases for a year: how many cases and how many persons, of one office or of the country, and never which.
-- Everything is reckoned from the steps as they lie in time, so that any year can be counted at any later time; a year that is
-- over can be kept as it was counted, once, by whoever answers for it.

-- Which units count for the country.
create table figures_cell (
  org_id uuid not null,
  unit_id uuid primary key,
  made_by uuid not null,
  made_at timestamptz not null,
  foreign key (org_id, unit_id) references unit (org_id, id)
);

-- A year as it was counted; without a unit, of the country.
create table criminal_year (
  org_id uuid not null,
  id uuid not null,
  unit_id uuid,
  from_on date not null,
  to_on date not null,
  formula text not null check (length(formula) between 1 and 20),
  figures jsonb not null,
  frozen_by uuid not null,
  frozen_at timestamptz not null,
  primary key (org_id, id),
  constraint criminal_year_over check (to_on > from_on)
);

create unique index criminal_year_once on criminal_year ((coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)), from_on, to_on);

create index criminal_step_offence on criminal_step (offence_id, taken_on) where about = 'stage';

alter table figures_cell owner to setu_owner;

alter table figures_cell enable row level security;

alter table figures_cell force row level security;

alter table criminal_year owner to setu_owner;

alter table criminal_year enable row level security;

alter table criminal_year force row level security;

grant select on figures_cell, criminal_year to setu_backup;

create policy figures_cell_backup on figures_cell for select to setu_backup using (true);

create policy criminal_year_backup on criminal_year for select to setu_backup using (true);

grant select on figures_cell, criminal_step, criminal_year to setu_definer;

create policy figures_cell_definer on figures_cell for select to setu_definer using (true);

create policy criminal_step_definer on criminal_step for select to setu_definer using (true);

create policy criminal_year_definer on criminal_year for select to setu_definer using (true);

grant insert on criminal_year to setu_definer;

create policy criminal_year_definer_keep on criminal_year for insert to setu_definer with check (frozen_by is not null);

-- Whether somebody is told the figures of an office, or those of the country.
create function figures_may(p_unit uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null then return false; end if;
  if p_unit is not null then return p_unit = any (actor_units()) and cardinality(actor_criminal_tasks()) > 0; end if;
  return (actor_has('policeInvestigator') or actor_has('prosecutor') or actor_has('supervisor') or actor_has('analyst'))
    and exists (select 1 from figures_cell f where f.unit_id = any (actor_units()));
end $$;

-- Whether somebody answers for those figures: who supervises the office, or the cell of the country.
create function figures_answers(p_unit uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return coalesce(figures_may(p_unit), false) and (p_unit = any (actor_supervised())
    or (p_unit is null and exists (select 1 from figures_cell f where f.unit_id = any (actor_supervised()))));
end $$;

-- The figures of some cases from one day to another. Where somebody stood is read from the last step up to a day; what counts
-- for a person is the gravest outcome once nothing is open, and a conviction at once. Days are those from one step to another;
-- whoever has not come so far is counted for as long as it lasts, and until their case ended in another way.
create function criminal_figures_of(p_unit uuid, p_tasks text[], p_from date, p_to date) returns jsonb
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
        row_number() over (partition by s.offence_id order by s.taken_on, s.at, s.id) * 16 as turn
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
        min(s.taken_on) filter (where s.place > 0) as ended_on
      from stepped s group by s.offence_id, s.org_id),
    stood as (
      select f.org_id, f.case_id, f.accused_id, bool_or(l.there_then) as there_then, min(l.began_on) as began_on, min(l.court_on) as court_on,
        coalesce(bool_or(l.stood_then % 2 = 1), false) as investigated_then,
        coalesce(bool_or(l.stood_then >= 2 and coalesce(l.place_then, 0) = 0), false) as prosecuted_then,
        min(l.place_then) filter (where l.place_then > 0) as least_then, bool_or(l.there_then and coalesce(l.place_then, 0) = 0) as open_then,
        min(l.place_now) filter (where l.place_now > 0) as least_now, bool_or(coalesce(l.place_now, 0) = 0) as open_now,
        min(l.report_on) as report_on, min(l.sent_on) as sent_on, min(l.charge_on) as charge_on, min(l.framed_on) as framed_on,
        min(l.judged_on) as judged_on, case when bool_and(l.ended_on is not null) then max(l.ended_on) end as ended_on,
        min(case when f.outcome is distinct from 'convicted' then null when f.sentence && '{suspended}' then 3
          when f.sentence && '{death,life}' or f.months >= 12 then 1 when f.months < 12 then 2 when f.sentence && '{fine}' then 4 end) as sentence
      from passed l join accused_offence f on f.org_id = l.org_id and f.id = l.offence_id group by f.org_id, f.case_id, f.accused_id),
    person as materialized (
      select p.*, case when p.least_now = 1 or not p.open_now then p.least_now end as outcome_now,
        case when p.there_then and (p.least_then = 1 or not p.open_then) then p.least_then end as outcome_then from stood p),
    told as materialized (
      select p.*, case when p.outcome_now is distinct from p.outcome_then then p.outcome_now end as reached, a.sex, a.age, a.nationality, a.official,
        coalesce(p.sentence, 5) as penalty
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
        coalesce(bool_and(p.outcome_now is not null) and bool_or(p.outcome_now < 7), false) as disposed_now,
        coalesce(bool_and(p.outcome_then is not null) filter (where p.there_then) and bool_or(p.outcome_then < 7), false) as disposed_then,
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

-- The same for whoever is told of them; nothing for everybody else.
create function criminal_figures(p_unit uuid, p_from date, p_to date) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(figures_may(p_unit), false) then return null; end if;
  return criminal_figures_of(p_unit, actor_criminal_tasks(), p_from, p_to);
end $$;

-- Keeps a year that is over as it is counted now.
create function criminal_year_freeze(p_id uuid, p_unit uuid, p_from date, p_to date, p_formula text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if not coalesce(figures_answers(p_unit), false) then return null; end if;
  if p_to >= (now() at time zone 'Asia/Dhaka')::date then return 'not-over'; end if;
  perform pg_advisory_xact_lock(hashtextextended('criminal year ' || coalesce(p_unit::text, ''), 7306));
  if exists (select 1 from criminal_year y where y.unit_id is not distinct from p_unit and y.from_on = p_from and y.to_on = p_to) then return 'there'; end if;
  insert into criminal_year (org_id, id, unit_id, from_on, to_on, formula, figures, frozen_by, frozen_at)
    values (me[1], p_id, p_unit, p_from, p_to, p_formula, criminal_figures_of(p_unit, actor_criminal_tasks(), p_from, p_to), me[2], now());
  return 'frozen';
end $$;

do $$
declare one text;
begin
  foreach one in array array['figures_may(uuid)', 'figures_answers(uuid)', 'criminal_figures_of(uuid, text[], date, date)',
      'criminal_figures(uuid, date, date)', 'criminal_year_freeze(uuid, uuid, date, date, text)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
  end loop;
  foreach one in array array['figures_may(uuid)', 'figures_answers(uuid)', 'criminal_figures(uuid, date, date)',
      'criminal_year_freeze(uuid, uuid, date, date, text)'] loop
    execute format('grant execute on function %s to setu_app', one);
  end loop;
end $$;

grant select on criminal_year to setu_app;

create policy criminal_year_read on criminal_year for select to setu_app using (figures_may(unit_id));

grant select, insert, delete on figures_cell to setu_app;

create policy figures_cell_read on figures_cell for select to setu_app using ((select actor_account()) is not null);

create policy figures_cell_lay_down on figures_cell for insert to setu_app with check (
  made_by = (select actor_account()) and (select actor_has('technicalAdministrator'))
  and exists (select 1 from organisation o where o.id = figures_cell.org_id and o.type in ('policeUnit', 'prosecution', 'ministry', 'nationalAuthority')));

create policy figures_cell_take_away on figures_cell for delete to setu_app using ((select actor_has('technicalAdministrator')));

-- Steps of one day come in the order in which they were written, also where one transaction wrote several.
do $$
declare
  one text;
  was text;
  becomes text;
begin
  foreach one in array array['criminal_stage_keep()', 'criminal_custody_keep()'] loop
    was := pg_get_functiondef(one::regprocedure);
    becomes := replace(was, 'me[2], now())', 'me[2], clock_timestamp())');
    if becomes = was then raise exception '% is not as it was', one; end if;
    execute becomes;
  end loop;
end $$;
