-- What the log says of people goes after its time, with the salt that binds it; its leaves stay, so that the log goes on
-- verifying and nobody can guess what stood there. Never before seven years, whatever the rules say: the policies see to it.
grant select, delete on audit_event to setu_definer;

grant delete on audit_item to setu_definer;

create policy audit_event_definer_old on audit_event for select to setu_definer using (at < now() - interval '7 years');

create policy audit_event_definer_forget on audit_event for delete to setu_definer using (at < now() - interval '7 years');

create policy audit_item_definer_forget on audit_item for delete to setu_definer using (at < now() - interval '7 years');

grant select, update (salt) on log_leaf to setu_definer;

create policy log_leaf_definer_old on log_leaf for select to setu_definer using (sealed_at < now() - interval '7 years');

create policy log_leaf_definer_forget on log_leaf for update to setu_definer using (sealed_at < now() - interval '7 years') with check (salt is null);

-- Forgets some entries whose time is over: sealed long ago, and of no case that is still kept or was erased a short while
-- ago. Asked by the clock; answers how many.
create function log_forget(p_most integer) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  rules jsonb := (select r.rules from rule_set r where r.kind = 'retentionRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1);
  oldest timestamptz := now() - make_interval(years => greatest(7, coalesce((rules ->> 'logYears')::integer, 10)));
  erased timestamptz := now() - make_interval(years => greatest(0, coalesce((rules ->> 'logAfterErasure')::integer, 2)));
  entries uuid[];
begin
  select coalesce(array_agg(o.id), '{}') into entries from (
    select e.id from audit_event e
    where e.at < oldest
      and exists (select 1 from log_leaf l where l.event_id = e.id and l.sealed_at < oldest)
      and not exists (select 1 from audit_item i where i.event_id = e.id and (
        i.at >= oldest
        or exists (select 1 from case_file c where c.org_id = i.org_id and c.id = i.case_id)
        or exists (select 1 from tombstone t where t.org_id = i.org_id and t.case_id = i.case_id and t.at >= erased)))
    order by e.at, e.id limit p_most) o;
  update log_leaf set salt = null where event_id = any (entries);
  delete from audit_item where event_id = any (entries);
  delete from audit_event where id = any (entries);
  return cardinality(entries);
end $$;

alter function log_forget(integer) owner to setu_definer;

revoke all on function log_forget(integer) from public;

grant execute on function log_forget(integer) to setu_clock;
