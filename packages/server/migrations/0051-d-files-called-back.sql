-- A file that was handed to an office cannot be called back by a machine. When a survivor takes back what let it go,
-- however she does so, somebody who works on the case has a task: to ask that office to delete what it was given.
grant select on bridge_sending to setu_definer;

create policy bridge_sending_definer on bridge_sending for select to setu_definer using (true);

create policy case_task_definer_recall on case_task for insert to setu_definer with check (kind = 'recallFile');

create policy due_item_definer_recall on due_item for insert to setu_definer with check (kind = 'recallFile');

create function consent_recalls_files() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  file record;
  worker uuid;
  sender uuid := (select b.account_id from bridge_sending b where b.org_id = new.org_id and b.case_id = new.case_id
    and b.recipient_unit = new.recipient_unit and b.purpose = new.purpose order by b.sent_at desc limit 1);
  made uuid := gen_random_uuid();
  last_day date := (now() at time zone 'Asia/Dhaka')::date + 1;
begin
  if sender is null then return null; end if;
  if exists (select 1 from case_task t where t.org_id = new.org_id and t.case_id = new.case_id and t.kind = 'recallFile' and t.done_on is null) then
    return null;
  end if;
  select c.owner_org, c.owner_unit into file from case_file c where c.org_id = new.org_id and c.id = new.case_id;
  select s.account_id into worker from case_assignment s
    where s.org_id = new.org_id and s.case_id = new.case_id and s.ended_at is null and s.conflict = 'none' order by s.lead desc, s.began_at limit 1;
  insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on)
    values (new.org_id, made, new.case_id, 1, coalesce(worker, sender), now(), 'recallFile', worker, last_day);
  insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (new.org_id, gen_random_uuid(), new.case_id, made, 'recallFile', 'bridge', now(),
      ((last_day + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second', file.owner_org, file.owner_unit, worker);
  return null;
end $$;

alter function consent_recalls_files() owner to setu_definer;

revoke all on function consent_recalls_files() from public;

create trigger consent_recalls_files after update of state on consent for each row
  when (old.state = 'given' and new.state = 'withdrawn' and new.recipient_unit is not null) execute function consent_recalls_files();
