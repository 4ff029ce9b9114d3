-- Whoever reads criminal cases is asked for each row whether one of their offices works on its case. Asked of the offices
-- themselves, by case, a list of fifty asks fifty times; asked through the case, each row first gathered all cases of the
-- office, which for a cell that watches over a whole country took seconds.

alter policy criminal_case_read on criminal_case using (exists (select 1 from criminal_office o
  where o.org_id = criminal_case.org_id and o.case_id = criminal_case.id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy criminal_matter_read on criminal_matter using (exists (select 1 from criminal_office o
  where o.org_id = criminal_matter.org_id and o.case_id = criminal_matter.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy accused_read on accused using (exists (select 1 from criminal_office o
  where o.org_id = accused.org_id and o.case_id = accused.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy criminal_step_read on criminal_step using (exists (select 1 from criminal_office o
  where o.org_id = criminal_step.org_id and o.case_id = criminal_step.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy hearing_read on hearing using (exists (select 1 from criminal_office o
  where o.org_id = hearing.org_id and o.case_id = hearing.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy hearing_witness_read on hearing_witness using (exists (select 1 from criminal_office o
  where o.org_id = hearing_witness.org_id and o.case_id = hearing_witness.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

-- These are counted over all cases of an office at once, for which gathering them first costs less.
alter policy accused_offence_read on accused_offence using ((org_id, case_id) in (select o.org_id, o.case_id from criminal_office o
  where o.until_on is null and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));
