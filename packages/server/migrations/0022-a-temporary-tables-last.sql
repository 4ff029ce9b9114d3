-- A temporary table is looked for first of all unless the path says otherwise: whoever may make one could stand it in
-- the place of a table that these functions read. Named last, it is looked for last.

alter function case_is_new(uuid, uuid) set search_path = pg_catalog, public, pg_temp;

alter function sign_in_find(text) set search_path = pg_catalog, public, pg_temp;

alter function sign_in_failures(bytea) set search_path = pg_catalog, public, pg_temp;

alter function sign_in_failed(bytea) set search_path = pg_catalog, public, pg_temp;

alter function session_open(bytea, uuid, uuid, uuid, text, integer, integer) set search_path = pg_catalog, public, pg_temp;

alter function session_seen(integer) set search_path = pg_catalog, public, pg_temp;

alter function session_end(uuid) set search_path = pg_catalog, public, pg_temp;

alter function account_sessions_end(uuid) set search_path = pg_catalog, public, pg_temp;

alter function session_list() set search_path = pg_catalog, public, pg_temp;

alter function node_is_empty() set search_path = pg_catalog, public, pg_temp;

alter function nobody_came_yet(uuid) set search_path = pg_catalog, public, pg_temp;

alter function sent_to_us(uuid) set search_path = pg_catalog, public, pg_temp;
