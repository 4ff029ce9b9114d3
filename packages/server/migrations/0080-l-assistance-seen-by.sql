-- What a state asks of another is not yet known to anybody it concerns: only those who propose and send it see it.

drop policy assistance_request_read on assistance_request;

create policy assistance_request_read on assistance_request for select to setu_app using (
  criminal_tasks(org_id, case_id) && '{investigation,prosecution,centralAuthority}'::text[]);

drop policy assistance_step_read on assistance_step;

create policy assistance_step_read on assistance_step for select to setu_app using (
  criminal_tasks(org_id, case_id) && '{investigation,prosecution,centralAuthority}'::text[]);

-- So are the alerts about it; the monitoring cell hears of a silence only when nobody else answered.

create policy criminal_alert_abroad on criminal_alert as restrictive for select to setu_app using (
  kind <> 'assistanceUnanswered' or criminal_tasks(org_id, case_id) && '{investigation,prosecution,centralAuthority}'::text[]
  or (escalated_at is not null and 'monitoring' = any (criminal_tasks(org_id, case_id))));
