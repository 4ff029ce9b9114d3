-- Criminal cases, mended: death during an appeal leaves what was decided; every office may end its own task, and who ended it is
-- kept; an offence may stand under a law that is not known here, by name; a report of the police stands until the case goes on;
-- codes cannot be taken for those of survivors; an offence lies before its report.

insert into criminal_stage_rule (stage, begins, investigated, outcome, opens) values ('appealAbated', false, false, null, false);

delete from criminal_step_rule where about = 'stage' and to_code = 'abated'
  and from_code in ('convictionAppealed', 'acquittalAppealed', 'dischargeChallenged');

insert into criminal_step_rule (about, from_code, to_code, tasks) values
  ('stage', 'convictionAppealed', 'appealAbated', '{prosecution}'),
  ('stage', 'acquittalAppealed', 'appealAbated', '{prosecution}'),
  ('stage', 'dischargeChallenged', 'appealAbated', '{prosecution}'),
  ('stage', 'retrialOrdered', 'abated', '{prosecution}'),
  ('stage', 'chargeSheeted', 'abated', '{prosecution}'),
  ('stage', 'judicialInquiry', 'abated', '{prosecution}');

-- What had been decided before such a death comes back; a sentence that was wiped out is to be written again.
update accused_offence f set stage = 'appealAbated', outcome = case s.from_code when 'convictionAppealed' then 'convicted'
    when 'acquittalAppealed' then 'acquitted' else 'discharged' end
  from criminal_step s where s.org_id = f.org_id and s.offence_id = f.id and f.stage = 'abated' and s.to_code = 'abated'
    and s.from_code in ('convictionAppealed', 'acquittalAppealed', 'dischargeChallenged');

update criminal_step set to_code = 'appealAbated' where about = 'stage' and to_code = 'abated'
  and from_code in ('convictionAppealed', 'acquittalAppealed', 'dischargeChallenged');

alter table accused_offence add column other_law text check (length(other_law) between 2 and 120);

alter table accused_offence add constraint accused_offence_other_law check ((law = 'OTHER') = (other_law is not null));

drop index accused_offence_once;

create unique index accused_offence_once on accused_offence (accused_id, law, section, (coalesce(other_law, '')));

alter table criminal_step add column report_kind text check (report_kind ~ '^[A-Za-z0-9_.-]{1,60}$');

alter table criminal_case add constraint criminal_case_offence_first check (offence_on <= reported_on) not valid;

alter table criminal_case drop constraint criminal_case_code_check;

update criminal_case set code = 'CC-' || code where code not like 'CC-%';

alter table criminal_case add constraint criminal_case_code_check check (length(code) = 10 and code like 'CC-%');

alter table criminal_office add column ended_org uuid, add column ended_by uuid;

alter table criminal_office add constraint criminal_office_ended check (until_on is not null or ended_by is null);

grant update (ended_org, ended_by) on criminal_office to setu_definer;

-- Functions that change in one place each; all else of them stays as it was.
do $$
declare
  was text;
  becomes text;
begin
  was := pg_get_functiondef('criminal_begin(jsonb)'::regprocedure);
  becomes := replace(was, 'insert into criminal_case (', 'if exists (select 1 from criminal_case c where c.code = p_case ->> ''code'') then return ''code-taken''; end if;
  insert into criminal_case (');
  if becomes = was then raise exception 'criminal_begin is not as it was'; end if;
  execute becomes;

  was := pg_get_functiondef('criminal_office_end(uuid, uuid, uuid)'::regprocedure);
  becomes := replace(was, 'if not coalesce(criminal_may(p_org, p_case, ''offices'', true), false) then return null; end if;',
    'if cardinality(criminal_tasks(p_org, p_case)) = 0 then return null; end if;');
  if becomes = was then raise exception 'criminal_office_end is not as it was'; end if;
  was := becomes;
  becomes := replace(was, 'if not (held.unit_id = any (actor_units()) or (held.added_org = me[1] and held.task not in (''investigation'', ''prosecution''))) then',
    'if not ((held.unit_id = any (actor_units()) and held.task = any (actor_criminal_tasks()))
      or (held.added_org = me[1] and held.task not in (''investigation'', ''prosecution'') and criminal_may(p_org, p_case, ''offices'', true))) then');
  if becomes = was then raise exception 'criminal_office_end is not as it was'; end if;
  was := becomes;
  becomes := replace(was, 'set until_on = (now() at time zone ''Asia/Dhaka'')::date where', 'set until_on = (now() at time zone ''Asia/Dhaka'')::date, ended_org = me[1], ended_by = me[2] where');
  if becomes = was then raise exception 'criminal_office_end is not as it was'; end if;
  execute becomes;

  was := pg_get_functiondef('criminal_stage_guard()'::regprocedure);
  becomes := replace(was, '(new.org_id, new.id, new.case_id, new.accused_id, new.law, new.section) <> (old.org_id, old.id, old.case_id, old.accused_id, old.law, old.section)',
    '(new.org_id, new.id, new.case_id, new.accused_id, new.law, new.other_law, new.section) is distinct from (old.org_id, old.id, old.case_id, old.accused_id, old.law, old.other_law, old.section)');
  if becomes = was then raise exception 'criminal_stage_guard is not as it was'; end if;
  was := becomes;
  becomes := replace(was, 'if new.stage <> ''finalReport'' then new.report_kind := old.report_kind; end if;',
    'if new.stage in (''furtherInvestigation'', ''chargeSheeted'', ''cognizance'') then new.report_kind := null;
    elsif new.stage <> ''finalReport'' then new.report_kind := old.report_kind; end if;');
  if becomes = was then raise exception 'criminal_stage_guard is not as it was'; end if;
  execute becomes;

  was := pg_get_functiondef('criminal_stage_keep()'::regprocedure);
  becomes := replace(replace(was, 'taken_on, paper, account_org', 'taken_on, paper, report_kind, account_org'),
    'new.stage_on, new.paper, me[1]', 'new.stage_on, new.paper, case when new.stage = ''finalReport'' then new.report_kind end, me[1]');
  if becomes = was then raise exception 'criminal_stage_keep is not as it was'; end if;
  execute becomes;
end $$;
