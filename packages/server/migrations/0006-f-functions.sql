-- Functions: owned by setu_definer, which signs in nowhere, and callable by just those who need them.

alter function actor_self() owner to setu_definer;

revoke all on function actor_self() from public;

grant execute on function actor_self() to setu_definer;

alter function actor_session() owner to setu_definer;

revoke all on function actor_session() from public;

grant execute on function actor_session() to setu_app, setu_definer, setu_signin;

alter function actor_account() owner to setu_definer;

revoke all on function actor_account() from public;

grant execute on function actor_account() to setu_app, setu_definer, setu_signin;

alter function actor_org() owner to setu_definer;

revoke all on function actor_org() from public;

grant execute on function actor_org() to setu_app, setu_definer;

alter function actor_units() owner to setu_definer;

revoke all on function actor_units() from public;

grant execute on function actor_units() to setu_app, setu_definer;

alter function actor_supervised() owner to setu_definer;

revoke all on function actor_supervised() from public;

grant execute on function actor_supervised() to setu_app, setu_definer;

alter function actor_has(text) owner to setu_definer;

revoke all on function actor_has(text) from public;

grant execute on function actor_has(text) to setu_app, setu_definer;

alter function actor_conflicts() owner to setu_definer;

revoke all on function actor_conflicts() from public;

grant execute on function actor_conflicts() to setu_app, setu_definer;

alter function case_conflict(uuid, uuid) owner to setu_definer;

revoke all on function case_conflict(uuid, uuid) from public;

grant execute on function case_conflict(uuid, uuid) to setu_definer;

alter function tracing_agreed(uuid, uuid) owner to setu_definer;

revoke all on function tracing_agreed(uuid, uuid) from public;

grant execute on function tracing_agreed(uuid, uuid) to setu_definer;

alter function work_of(uuid, text) owner to setu_definer;

revoke all on function work_of(uuid, text) from public;

grant execute on function work_of(uuid, text) to setu_app, setu_definer;

alter function consent_lives(uuid, uuid, uuid, text, text) owner to setu_definer;

revoke all on function consent_lives(uuid, uuid, uuid, text, text) from public;

grant execute on function consent_lives(uuid, uuid, uuid, text, text) to setu_app, setu_definer;

alter function actor_named(uuid, uuid) owner to setu_definer;

revoke all on function actor_named(uuid, uuid) from public;

grant execute on function actor_named(uuid, uuid) to setu_app, setu_definer;

alter function case_relation(uuid, uuid) owner to setu_definer;

revoke all on function case_relation(uuid, uuid) from public;

grant execute on function case_relation(uuid, uuid) to setu_app, setu_definer;

alter function case_may(uuid, uuid, text, boolean) owner to setu_definer;

revoke all on function case_may(uuid, uuid, text, boolean) from public;

grant execute on function case_may(uuid, uuid, text, boolean) to setu_app, setu_definer;

alter function actor_cases() owner to setu_definer;

revoke all on function actor_cases() from public;

grant execute on function actor_cases() to setu_app, setu_definer;

alter function referral_received(uuid, uuid) owner to setu_definer;

revoke all on function referral_received(uuid, uuid) from public;

grant execute on function referral_received(uuid, uuid) to setu_app, setu_definer;

alter function transfer_received(uuid, uuid) owner to setu_definer;

revoke all on function transfer_received(uuid, uuid) from public;

grant execute on function transfer_received(uuid, uuid) to setu_app, setu_definer;

alter function may_own_cases(uuid) owner to setu_definer;

revoke all on function may_own_cases(uuid) from public;

grant execute on function may_own_cases(uuid) to setu_app, setu_definer;

alter function office_counts() owner to setu_definer;

revoke all on function office_counts() from public;

grant execute on function office_counts() to setu_app, setu_definer;

alter function transfer_take(uuid, uuid, uuid) owner to setu_definer;

revoke all on function transfer_take(uuid, uuid, uuid) from public;

grant execute on function transfer_take(uuid, uuid, uuid) to setu_app, setu_definer;

alter function case_is_new(uuid, uuid) owner to setu_definer;

revoke all on function case_is_new(uuid, uuid) from public;

grant execute on function case_is_new(uuid, uuid) to setu_app, setu_definer;

alter function sign_in_find(text) owner to setu_definer;

revoke all on function sign_in_find(text) from public;

grant execute on function sign_in_find(text) to setu_signin;

alter function sign_in_failures(bytea) owner to setu_definer;

revoke all on function sign_in_failures(bytea) from public;

grant execute on function sign_in_failures(bytea) to setu_signin;

alter function sign_in_failed(bytea) owner to setu_definer;

revoke all on function sign_in_failed(bytea) from public;

grant execute on function sign_in_failed(bytea) to setu_signin;

alter function session_open(bytea, uuid, uuid, uuid, text, integer, integer) owner to setu_definer;

revoke all on function session_open(bytea, uuid, uuid, uuid, text, integer, integer) from public;

grant execute on function session_open(bytea, uuid, uuid, uuid, text, integer, integer) to setu_signin;

alter function session_seen(integer) owner to setu_definer;

revoke all on function session_seen(integer) from public;

grant execute on function session_seen(integer) to setu_app, setu_definer;

alter function session_end(uuid) owner to setu_definer;

revoke all on function session_end(uuid) from public;

grant execute on function session_end(uuid) to setu_app, setu_definer;

alter function account_sessions_end(uuid) owner to setu_definer;

revoke all on function account_sessions_end(uuid) from public;

grant execute on function account_sessions_end(uuid) to setu_app, setu_definer;

alter function session_list() owner to setu_definer;

revoke all on function session_list() from public;

grant execute on function session_list() to setu_app, setu_definer;

alter function node_is_empty() owner to setu_definer;

revoke all on function node_is_empty() from public;

grant execute on function node_is_empty() to setu_signin, setu_setup;

alter function notify_unit(uuid, text, jsonb) owner to setu_definer;

revoke all on function notify_unit(uuid, text, jsonb) from public;

grant execute on function notify_unit(uuid, text, jsonb) to setu_app;
