-- The embedded database's clock tells thousandths of a second apart, and a failure within the same one was not counted.

create or replace function sign_in_failed(p_name_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare later integer := 0;
begin
  delete from sign_in_failure where at < now() - interval '1 day';
  loop
    insert into sign_in_failure (name_hash, at) values (p_name_hash, clock_timestamp() + later * interval '1 microsecond')
      on conflict do nothing;
    exit when found;
    later := later + 1;
  end loop;
end $$;
