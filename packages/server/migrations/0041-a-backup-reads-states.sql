-- The backup reads every table, also those that each node fills anew: what a row of the past meant can be read in it.
grant select on record_state, record_step_rule to setu_backup;

create policy record_state_backup on record_state for select to setu_backup using (true);

create policy record_step_rule_backup on record_step_rule for select to setu_backup using (true);
