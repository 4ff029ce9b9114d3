-- Steps that were written in one moment come in the order in which they were written: each has its number among those of its offence.

alter table criminal_step add column place integer not null default 0;

do $$
declare
  was text;
  becomes text;
begin
  was := pg_get_functiondef('criminal_stage_keep()'::regprocedure);
  becomes := replace(replace(was, 'report_kind, account_org', 'report_kind, place, account_org'),
    'then new.report_kind end, me[1]', 'then new.report_kind end,
      (select count(*) + 1 from criminal_step s where s.org_id = new.org_id and s.offence_id = new.id and s.about = ''stage''), me[1]');
  if becomes = was then raise exception 'criminal_stage_keep is not as it was'; end if;
  execute becomes;
  was := pg_get_functiondef('criminal_figures_of(uuid, text[], date, date)'::regprocedure);
  becomes := replace(was, 'order by s.taken_on, s.at, s.id)', 'order by s.taken_on, s.at, s.place, s.id)');
  if becomes = was then raise exception 'criminal_figures_of is not as it was'; end if;
  execute becomes;
end $$;

grant select (place) on criminal_step to setu_clock;
