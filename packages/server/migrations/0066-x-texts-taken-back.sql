-- Her no holds against a restore, against a text that still lies in a folder, and against a screen from before it.

alter table text_choice drop constraint text_choice_stopped_by_check;

alter table text_choice add constraint text_choice_stopped_by_check
  check (stopped_by in ('survivor', 'caseworker', 'closing', 'restored'));

-- Why a text that was planned may not reach her any more; `null` where it may.
create function text_refusal(p_org uuid, p_case uuid, p_due uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return case
    when not exists (select 1 from text_choice c where c.org_id = p_org and c.case_id = p_case and c.number is not null) then 'stopped'
    when not exists (select 1 from due_item d join appointment a on a.org_id = d.org_id and a.id = d.about_id
        where d.org_id = p_org and d.id = p_due and d.done_at is null and d.cancelled_at is null
          and a.state = 'agreed' and a.channel = 'ownMessage') then 'over'
    else text_hindrance(p_org, p_case) end;
end $$;

-- Whoever ends texts holds the choice and then what waits under it, so this takes them in the same order.
create or replace function text_take(p_now timestamptz)
returns table (org uuid, id uuid, choice uuid, key_id text, number bytea, wording text, language text, tries integer)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  one record;
  chosen record;
  why text;
  many integer;
begin
  for one in select t.* from reminder_text t where t.state = 'waiting' and t.next_at <= p_now
      order by t.next_at, t.id limit 20 loop
    select c.id, c.key_id, c.number, c.wording, c.language into chosen from text_choice c
      where c.org_id = one.org_id and c.case_id = one.case_id and c.number is not null for share;
    why := case when found then null else 'stopped' end;
    perform 1 from reminder_text t where t.org_id = one.org_id and t.id = one.id and t.state = 'waiting' and t.next_at <= p_now
      for update skip locked;
    if not found then continue; end if;
    why := coalesce(why, text_refusal(one.org_id, one.case_id, one.due_id));
    if why is not null then
      update reminder_text t set state = 'unsent', because = why, ended_at = p_now where t.org_id = one.org_id and t.id = one.id;
      if why not in ('over', 'stopped') then perform slot_tell_team(one.org_id, one.case_id, 'textNotSent'); end if;
      continue;
    end if;
    update reminder_text t set state = 'handing', began_at = p_now, tries = t.tries + 1, wording = chosen.wording, language = chosen.language
      where t.org_id = one.org_id and t.id = one.id returning t.tries into many;
    return query select one.org_id, one.id, chosen.id, chosen.key_id, chosen.number, chosen.wording, chosen.language, many;
    return;
  end loop;
end $$;

-- Which of the texts that still lie where they were put are to go out no more, and why. Of an erased case nothing is known
-- here: its text has no organisation, and goes no more either. One that is just being put there is left to whoever does it.
create function texts_to_take_back(p_ids uuid[], p_over date) returns table (org uuid, id uuid, why text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select f.org, f.id, f.why from (
    select t.org_id as org, l.id, case when t.id is null then 'over' when t.state = 'unsent' then t.because
        else coalesce(text_refusal(t.org_id, t.case_id, t.due_id), case when t.on_day <= p_over then 'tooLate' end) end as why
      from unnest(p_ids) as l (id) left join reminder_text t on t.id = l.id
      where t.id is null or t.state in ('handed', 'unknown', 'unsent')) f
    where f.why is not null;
end $$;

-- A text was had back: it was not sent. A promise that had ended as kept with it is a person's again.
create function text_taken_back(p_org uuid, p_id uuid, p_because text, p_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare was record;
begin
  select t.* into was from reminder_text t where t.org_id = p_org and t.id = p_id and t.state in ('handed', 'unknown') for update;
  if not found then return false; end if;
  update reminder_text t set state = 'unsent', because = p_because, ended_at = p_now where t.org_id = p_org and t.id = p_id;
  if was.state = 'unknown' then return true; end if;
  update due_item d set done_at = null
    where d.org_id = p_org and d.id = was.due_id and d.done_at = was.ended_at and d.due_at > p_now;
  if p_because not in ('over', 'stopped') then perform slot_tell_team(p_org, was.case_id, 'textNotSent'); end if;
  return true;
end $$;

drop function text_choose(uuid, uuid, uuid, text, bytea, text, text);

-- Whoever writes down what she chose says what they saw of it: what she said since is not undone by an old screen.
create function text_choose(p_org uuid, p_case uuid, p_id uuid, p_key text, p_number bytea, p_wording text, p_language text,
  p_seen timestamptz) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  stands timestamptz;
begin
  if me is null then return null; end if;
  if case_relation(p_org, p_case) is distinct from 'own' then return 'gone'; end if;
  perform 1 from case_file c where c.org_id = p_org and c.id = p_case for no key update;
  -- A screen knows a moment to the millisecond.
  select date_trunc('milliseconds', coalesce(c.stopped_at, c.chosen_at)) into stands from text_choice c
    where c.org_id = p_org and c.case_id = p_case;
  if stands is distinct from p_seen then return 'stale'; end if;
  return coalesce(text_put(p_org, p_case, p_id, p_key, p_number, p_wording, p_language, me), 'done');
end $$;

do $$
declare one record;
begin
  for one in select * from (values
    ('text_refusal(uuid, uuid, uuid)', null),
    ('text_choose(uuid, uuid, uuid, text, bytea, text, text, timestamptz)', 'setu_app'),
    ('texts_to_take_back(uuid[], date)', 'setu_notify'),
    ('text_taken_back(uuid, uuid, text, timestamptz)', 'setu_notify')
  ) as t (name, caller) loop
    execute format('alter function %s owner to setu_definer', one.name);
    execute format('revoke all on function %s from public', one.name);
    execute format('grant execute on function %s to %I', one.name, coalesce(one.caller, 'setu_definer'));
  end loop;
end $$;
