-- Every table: row-level security forced, grants by hand, policies by hand. A table without a line here is
-- refused by the doctor at start-up.

revoke all on schema public from public;

grant usage on schema public to setu_owner, setu_definer, setu_app, setu_signin, setu_clock, setu_notify, setu_backup, setu_setup;

alter table organisation owner to setu_owner;

alter table organisation enable row level security;

alter table organisation force row level security;

alter table unit owner to setu_owner;

alter table unit enable row level security;

alter table unit force row level security;

alter table account owner to setu_owner;

alter table account enable row level security;

alter table account force row level security;

alter table account_secret owner to setu_owner;

alter table account_secret enable row level security;

alter table account_secret force row level security;

alter table account_role owner to setu_owner;

alter table account_role enable row level security;

alter table account_role force row level security;

alter table unit_member owner to setu_owner;

alter table unit_member enable row level security;

alter table unit_member force row level security;

alter table session owner to setu_owner;

alter table session enable row level security;

alter table session force row level security;

alter table sign_in_failure owner to setu_owner;

alter table sign_in_failure enable row level security;

alter table sign_in_failure force row level security;

alter table unit_key owner to setu_owner;

alter table unit_key enable row level security;

alter table unit_key force row level security;

alter table index_key owner to setu_owner;

alter table index_key enable row level security;

alter table index_key force row level security;

alter table part_key owner to setu_owner;

alter table part_key enable row level security;

alter table part_key force row level security;

alter table part_wrap owner to setu_owner;

alter table part_wrap enable row level security;

alter table part_wrap force row level security;

alter table audit_event owner to setu_owner;

alter table audit_event enable row level security;

alter table audit_event force row level security;

alter table audit_item owner to setu_owner;

alter table audit_item enable row level security;

alter table audit_item force row level security;

alter table command_done owner to setu_owner;

alter table command_done enable row level security;

alter table command_done force row level security;

alter table working_calendar owner to setu_owner;

alter table working_calendar enable row level security;

alter table working_calendar force row level security;

alter table rule_set owner to setu_owner;

alter table rule_set enable row level security;

alter table rule_set force row level security;

alter table node_fact owner to setu_owner;

alter table node_fact enable row level security;

alter table node_fact force row level security;

alter table boundary_set owner to setu_owner;

alter table boundary_set enable row level security;

alter table boundary_set force row level security;

alter table access_rule owner to setu_owner;

alter table access_rule enable row level security;

alter table access_rule force row level security;

alter table access_days owner to setu_owner;

alter table access_days enable row level security;

alter table access_days force row level security;

alter table case_file owner to setu_owner;

alter table case_file enable row level security;

alter table case_file force row level security;

alter table case_code owner to setu_owner;

alter table case_code enable row level security;

alter table case_code force row level security;

alter table case_assignment owner to setu_owner;

alter table case_assignment enable row level security;

alter table case_assignment force row level security;

alter table person_identity owner to setu_owner;

alter table person_identity enable row level security;

alter table person_identity force row level security;

alter table person_contact owner to setu_owner;

alter table person_contact enable row level security;

alter table person_contact force row level security;

alter table case_facts owner to setu_owner;

alter table case_facts enable row level security;

alter table case_facts force row level security;

alter table case_narrative owner to setu_owner;

alter table case_narrative enable row level security;

alter table case_narrative force row level security;

alter table case_origin owner to setu_owner;

alter table case_origin enable row level security;

alter table case_origin force row level security;

alter table source_organisation owner to setu_owner;

alter table source_organisation enable row level security;

alter table source_organisation force row level security;

alter table trafficking_event owner to setu_owner;

alter table trafficking_event enable row level security;

alter table trafficking_event force row level security;

alter table support_plan owner to setu_owner;

alter table support_plan enable row level security;

alter table support_plan force row level security;

alter table person_mentioned owner to setu_owner;

alter table person_mentioned enable row level security;

alter table person_mentioned force row level security;

alter table case_note owner to setu_owner;

alter table case_note enable row level security;

alter table case_note force row level security;

alter table rights_notice owner to setu_owner;

alter table rights_notice enable row level security;

alter table rights_notice force row level security;

alter table consent owner to setu_owner;

alter table consent enable row level security;

alter table consent force row level security;

alter table referral owner to setu_owner;

alter table referral enable row level security;

alter table referral force row level security;

alter table case_task owner to setu_owner;

alter table case_task enable row level security;

alter table case_task force row level security;

alter table case_event owner to setu_owner;

alter table case_event enable row level security;

alter table case_event force row level security;

alter table case_check owner to setu_owner;

alter table case_check enable row level security;

alter table case_check force row level security;

alter table case_transfer owner to setu_owner;

alter table case_transfer enable row level security;

alter table case_transfer force row level security;

alter table due_item owner to setu_owner;

alter table due_item enable row level security;

alter table due_item force row level security;

alter table notice owner to setu_owner;

alter table notice enable row level security;

alter table notice force row level security;

alter table notice_channel owner to setu_owner;

alter table notice_channel enable row level security;

alter table notice_channel force row level security;

alter table person_token owner to setu_owner;

alter table person_token enable row level security;

alter table person_token force row level security;

alter table service_offer owner to setu_owner;

alter table service_offer enable row level security;

alter table service_offer force row level security;

alter table service_area owner to setu_owner;

alter table service_area enable row level security;

alter table service_area force row level security;

alter table service_site owner to setu_owner;

alter table service_site enable row level security;

alter table service_site force row level security;

alter table saved_filter owner to setu_owner;

alter table saved_filter enable row level security;

alter table saved_filter force row level security;
