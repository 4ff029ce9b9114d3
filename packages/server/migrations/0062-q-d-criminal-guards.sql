-- What people do is held to the table of steps; keys are renewed, and backups come back, wherever somebody stands.
create function criminal_stage_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'INSERT' then
    if not criminal_step_may(new.org_id, new.case_id, 'stage', null, new.stage) then raise exception 'no such stage' using errcode = '42501'; end if;
    if exists (select 1 from accused a where a.org_id = new.org_id and a.id = new.accused_id and a.case_id <> new.case_id) then
      raise exception 'of another case' using errcode = '42501';
    end if;
    new.outcome := null;
    new.report_kind := null;
    new.sentence := '{}';
    new.months := null;
    new.fine := null;
    new.compensation := null;
  else
    if (new.org_id, new.id, new.case_id, new.accused_id, new.law, new.section) <> (old.org_id, old.id, old.case_id, old.accused_id, old.law, old.section)
      or not criminal_step_may(old.org_id, old.case_id, 'stage', old.stage, new.stage) or new.stage_on < old.stage_on then
      raise exception 'no such step' using errcode = '42501';
    end if;
    new.outcome := criminal_outcome(old.outcome, new.stage);
    if new.stage <> 'finalReport' then new.report_kind := old.report_kind; end if;
    if new.stage not in ('convicted', 'convictedOnAppeal', 'convictionUpheld') then
      new.sentence := old.sentence;
      new.months := old.months;
      new.fine := old.fine;
      new.compensation := old.compensation;
    end if;
    if new.outcome is distinct from 'convicted' then
      new.sentence := '{}';
      new.months := null;
      new.fine := null;
      new.compensation := null;
    end if;
  end if;
  if new.stage_on > (now() at time zone 'Asia/Dhaka')::date then raise exception 'a day to come' using errcode = '42501'; end if;
  return new;
end $$;

create function criminal_custody_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if (new.org_id, new.id, new.case_id, new.place) <> (old.org_id, old.id, old.case_id, old.place) then
      raise exception 'not to be moved' using errcode = '42501';
    end if;
    if new.custody = old.custody and (new.custody_on, new.custody_paper) is distinct from (old.custody_on, old.custody_paper) then
      raise exception 'no step' using errcode = '42501';
    end if;
    if new.custody <> old.custody and (new.custody_on < old.custody_on
        or not criminal_step_may(old.org_id, old.case_id, 'custody', old.custody, new.custody)) then
      raise exception 'no such step' using errcode = '42501';
    end if;
    if (new.name, new.aliases, new.father, new.particulars, new.roles, new.age, new.sex, new.nationality, new.official)
        is distinct from (old.name, old.aliases, old.father, old.particulars, old.roles, old.age, old.sex, old.nationality, old.official)
      and not criminal_may(old.org_id, old.case_id, 'accused', true) then
      raise exception 'not yours to write' using errcode = '42501';
    end if;
  end if;
  if new.custody_on > (now() at time zone 'Asia/Dhaka')::date then raise exception 'a day to come' using errcode = '42501'; end if;
  return new;
end $$;

-- Whether somebody may take a step: begin where a case begins, or go where the table leads by one of their tasks.
create function criminal_step_may(p_org uuid, p_case uuid, p_about text, p_from text, p_to text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mine text[] := criminal_tasks(p_org, p_case);
begin
  if p_from is null then return exists (select 1 from criminal_stage_rule s where s.stage = p_to and s.begins); end if;
  return exists (select 1 from criminal_step_rule r
    where r.about = p_about and r.from_code = p_from and r.to_code = p_to and r.tasks && mine);
end $$;

-- How it stands once a stage is reached.
create function criminal_outcome(p_before text, p_stage text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (select coalesce(s.outcome, case when s.opens then null else p_before end) from criminal_stage_rule s where s.stage = p_stage);
end $$;

-- Each step is kept with who took it; nobody writes the history but these.
create function criminal_stage_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  before text;
begin
  if me is null then return null; end if;
  if tg_op = 'UPDATE' then
    if new.stage = old.stage then return null; end if;
    before := old.stage;
  end if;
  insert into criminal_step (org_id, id, case_id, accused_id, offence_id, about, from_code, to_code, taken_on, paper, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.case_id, new.accused_id, new.id, 'stage', before, new.stage, new.stage_on, new.paper, me[1], me[2], now());
  return null;
end $$;

create function criminal_custody_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  before text;
begin
  if me is null then return null; end if;
  if tg_op = 'UPDATE' then
    if new.custody = old.custody then return null; end if;
    before := old.custody;
  end if;
  insert into criminal_step (org_id, id, case_id, accused_id, about, from_code, to_code, taken_on, paper, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.case_id, new.id, 'custody', before, new.custody, new.custody_on, new.custody_paper, me[1], me[2], now());
  return null;
end $$;

create function criminal_matter_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or (new.matter, new.category) = (old.matter, old.category) then return null; end if;
  insert into criminal_matter (org_id, id, case_id, matter, category, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.id, new.matter, new.category, me[1], me[2], now());
  return null;
end $$;

create trigger criminal_stage_guard before insert or update on accused_offence for each row execute function criminal_stage_guard();

create trigger criminal_stage_keep after insert or update on accused_offence for each row execute function criminal_stage_keep();

create trigger criminal_custody_guard before insert or update on accused for each row execute function criminal_custody_guard();

create trigger criminal_custody_keep after insert or update on accused for each row execute function criminal_custody_keep();

create trigger criminal_matter_keep after update on criminal_case for each row execute function criminal_matter_keep();

alter function criminal_stage_guard() owner to setu_owner;

revoke all on function criminal_stage_guard() from public;

alter function criminal_custody_guard() owner to setu_owner;

revoke all on function criminal_custody_guard() from public;

alter function actor_criminal_tasks() owner to setu_definer;

revoke all on function actor_criminal_tasks() from public;

grant execute on function actor_criminal_tasks() to setu_app, setu_definer;

alter function criminal_tasks(uuid, uuid) owner to setu_definer;

revoke all on function criminal_tasks(uuid, uuid) from public;

grant execute on function criminal_tasks(uuid, uuid) to setu_app, setu_definer;

alter function criminal_may(uuid, uuid, text, boolean) owner to setu_definer;

revoke all on function criminal_may(uuid, uuid, text, boolean) from public;

grant execute on function criminal_may(uuid, uuid, text, boolean) to setu_app, setu_definer;

alter function criminal_key_mine(uuid, uuid) owner to setu_definer;

revoke all on function criminal_key_mine(uuid, uuid) from public;

grant execute on function criminal_key_mine(uuid, uuid) to setu_app;

alter function criminal_begin(jsonb) owner to setu_definer;

revoke all on function criminal_begin(jsonb) from public;

grant execute on function criminal_begin(jsonb) to setu_app;

alter function criminal_office_add(uuid, uuid, uuid, uuid, text) owner to setu_definer;

revoke all on function criminal_office_add(uuid, uuid, uuid, uuid, text) from public;

grant execute on function criminal_office_add(uuid, uuid, uuid, uuid, text) to setu_app;

alter function criminal_office_end(uuid, uuid, uuid) owner to setu_definer;

revoke all on function criminal_office_end(uuid, uuid, uuid) from public;

grant execute on function criminal_office_end(uuid, uuid, uuid) to setu_app;

alter function criminal_step_may(uuid, uuid, text, text, text) owner to setu_definer;

revoke all on function criminal_step_may(uuid, uuid, text, text, text) from public;

grant execute on function criminal_step_may(uuid, uuid, text, text, text) to setu_app;

alter function criminal_outcome(text, text) owner to setu_definer;

revoke all on function criminal_outcome(text, text) from public;

grant execute on function criminal_outcome(text, text) to setu_app;

alter function criminal_stage_keep() owner to setu_definer;

revoke all on function criminal_stage_keep() from public;

alter function criminal_custody_keep() owner to setu_definer;

revoke all on function criminal_custody_keep() from public;

alter function criminal_matter_keep() owner to setu_definer;

revoke all on function criminal_matter_keep() from public;
