-- A register that everybody reads, and administrators keep.

grant select, insert on court to setu_app;

create policy court_read on court for select to setu_app using ((select actor_account()) is not null);

create policy court_add on court for insert to setu_app with check (
  made_org = (select actor_org()) and made_by = (select actor_account()) and (select actor_has('technicalAdministrator')));

grant insert on court to setu_setup;

create policy court_setup on court for insert to setu_setup with check (made_by is null);

-- One's offices are found by one's units; all else of a case, and the offices beside one's own, through them.

grant select on criminal_office to setu_app;

create policy criminal_office_own on criminal_office for select to setu_app using (
  until_on is null and unit_id = any ((select actor_units())::uuid[]) and task = any ((select actor_criminal_tasks())::text[]));

create policy criminal_office_beside on criminal_office for select to setu_app using (criminal_may(org_id, case_id, 'status', false));

grant select, update on criminal_case to setu_app;

create policy criminal_case_read on criminal_case for select to setu_app using ((org_id, id) in (
  select o.org_id, o.case_id from criminal_office o where o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

create policy criminal_case_change on criminal_case for update to setu_app using (criminal_may(org_id, id, 'status', true))
  with check (criminal_may(org_id, id, 'status', true));

grant select on criminal_matter to setu_app;

create policy criminal_matter_read on criminal_matter for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = criminal_matter.org_id and c.id = criminal_matter.case_id));

grant select, insert, update on accused to setu_app;

create policy accused_read on accused for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = accused.org_id and c.id = accused.case_id));

create policy accused_add on accused for insert to setu_app with check (criminal_may(org_id, case_id, 'accused', true));

create policy accused_change on accused for update to setu_app using (criminal_may(org_id, case_id, 'custody', true))
  with check (criminal_may(org_id, case_id, 'custody', true));

grant select, insert, update on accused_offence to setu_app;

create policy accused_offence_read on accused_offence for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = accused_offence.org_id and c.id = accused_offence.case_id));

create policy accused_offence_add on accused_offence for insert to setu_app with check (criminal_may(org_id, case_id, 'accused', true));

create policy accused_offence_step on accused_offence for update to setu_app using (criminal_may(org_id, case_id, 'custody', true))
  with check (criminal_may(org_id, case_id, 'custody', true));

grant select on criminal_step to setu_app;

create policy criminal_step_read on criminal_step for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = criminal_step.org_id and c.id = criminal_step.case_id));

grant select, insert, update on hearing to setu_app;

create policy hearing_read on hearing for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = hearing.org_id and c.id = hearing.case_id));

create policy hearing_add on hearing for insert to setu_app with check (criminal_may(org_id, case_id, 'hearings', true)
  and account_id = (select actor_account()) and account_org = (select actor_org()));

create policy hearing_change on hearing for update to setu_app using (criminal_may(org_id, case_id, 'hearings', true))
  with check (criminal_may(org_id, case_id, 'hearings', true) and account_id = (select actor_account()) and account_org = (select actor_org()));

grant select, insert, delete on hearing_witness to setu_app;

create policy hearing_witness_read on hearing_witness for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = hearing_witness.org_id and c.id = hearing_witness.case_id));

create policy hearing_witness_add on hearing_witness for insert to setu_app with check (
  criminal_may(org_id, case_id, 'hearings', true) and exists (select 1 from hearing h
    where h.org_id = hearing_witness.org_id and h.id = hearing_witness.hearing_id and h.case_id = hearing_witness.case_id));

create policy hearing_witness_anew on hearing_witness for delete to setu_app using (criminal_may(org_id, case_id, 'hearings', true));

-- The keys of names and of orders: for the offices that may read them, whoever else sits in the same organisation.

create policy part_key_criminal on part_key for select to setu_app using (holder = 'criminalCase' and criminal_may(org_id, holder_id, part, false));

create policy part_key_criminal_only on part_key as restrictive for select to setu_app using (
  holder <> 'criminalCase' or criminal_may(org_id, holder_id, part, false));

create policy part_key_criminal_made on part_key as restrictive for insert to setu_app with check (
  holder <> 'criminalCase' or criminal_may(org_id, holder_id, part, false));

create policy part_wrap_criminal_only on part_wrap as restrictive for select to setu_app using (
  part <> all ('{accused,orders}') or criminal_key_mine(org_id, part_key_id));

create policy part_wrap_criminal_add on part_wrap for insert to setu_app with check (
  case_id is null and part in ('accused', 'orders') and criminal_key_mine(org_id, part_key_id));

create policy part_wrap_criminal_made on part_wrap as restrictive for insert to setu_app with check (
  part <> all ('{accused,orders}') or criminal_key_mine(org_id, part_key_id));
