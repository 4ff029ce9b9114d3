-- Roles of the database. Run once in a cluster by someone who may create roles; running it again is harmless.
-- setu_owner owns the tables, setu_definer owns the few functions that look behind the policies, and each
-- kind of work has a role of its own. None of them signs in and none bypasses row-level security.
do $$
declare wanted text;
begin
  foreach wanted in array array['setu_owner', 'setu_definer', 'setu_app', 'setu_signin', 'setu_clock', 'setu_notify', 'setu_backup', 'setu_setup', 'setu_jobs', 'setu_sealer', 'setu_survivor'] loop
    begin
      execute format('create role %I nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;
