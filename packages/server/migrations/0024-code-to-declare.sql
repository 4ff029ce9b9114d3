-- Whoever is asked whether they know anyone in a case is told its code, by which colleagues speak of it, and
-- nothing else of it before they have answered.

create policy case_code_to_declare on case_code for select to setu_app using (
  holder_org = (select actor_org()) and exists (
    select 1 from case_assignment s
    where s.org_id = case_code.org_id and s.case_id = case_code.case_id and s.account_id = (select actor_account())
      and s.conflict = 'pending' and s.ended_at is null));
