-- Furnishing a table said anew what is sealed, and without its schema said it where no table of ours is looked for.
create or replace function record_table_furnish(p_table text, p_record text, p_part text, p_within boolean, p_sealed text[]) returns void
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
declare
  held text;
  known text;
begin
  if not exists (select 1 from record_state s where s.record = p_record and s.begins) then
    raise exception 'no states of % are known', p_record;
  end if;
  execute format('create index %I on %I (org_id, case_id)', p_table || '_case', p_table);
  execute format('alter table %I owner to setu_owner', p_table);
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  execute format('grant select, insert, update on %I to setu_app', p_table);
  execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, %L, false)%s)', p_table || '_read', p_table, p_part,
    case when p_within then ' and case_relation(org_id, case_id) in (''own'', ''supervise'')' else '' end);
  execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, %L, true))', p_table || '_add', p_table, p_part);
  execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, %L, true)) with check (case_may(org_id, case_id, %L, true))',
    p_table || '_change', p_table, p_part, p_part);
  execute format('grant select on %I to setu_backup', p_table);
  execute format('create policy %I on %I for select to setu_backup using (true)', p_table || '_backup', p_table);
  execute format('create trigger record_state_guard before insert or update on %I for each row execute function record_state_guard(%L)', p_table, p_record);
  execute format('create trigger record_step_keep after insert or update on %I for each row execute function record_step_keep(%L)', p_table, p_record);
  if coalesce(cardinality(p_sealed), 0) = 0 then return; end if;
  select string_agg(format('%I', s), ', ') into held from unnest(p_sealed) s;
  execute format('grant select, update (%s) on %I to setu_definer', held, p_table);
  execute format('create policy %I on %I for select to setu_definer using (true)', p_table || '_definer_find', p_table);
  execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', p_table || '_reseal', p_table);
  select string_agg(format('(%L, %L)', s.at, s.held), ', ' order by s.n) into known
    from (select c.at, c.held, row_number() over () as n from case_sealed() c
      union all select p_table, u.held, 100000 + u.n from unnest(p_sealed) with ordinality u (held, n)) s;
  execute format('create or replace function public.case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s) t (at, held) $f$', known);
end $$;
