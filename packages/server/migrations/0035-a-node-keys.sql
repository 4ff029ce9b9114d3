-- The names of the keys that anything here is or was wrapped under by the node itself. A key is in use, or closed:
-- what stands under it is being wrapped anew under another; or dropped, when nothing stands under it any more.

create table node_key (
  id text primary key check (length(id) <= 40),
  made_at timestamptz not null,
  closed_at timestamptz,
  dropped_at timestamptz,
  check (dropped_at is null or closed_at is not null)
);

alter table node_key owner to setu_owner;

alter table node_key enable row level security;

alter table node_key force row level security;

-- People of the demonstration have a slot under the node's key; it says which, like everything else does.

alter table account_slot add column node_key_id text;

update account_slot set node_key_id = (select value #>> '{}' from node_fact where name = 'nodeKey') where kind = 'demo';

insert into node_key (id, made_at)
select k.id, coalesce((select min(a.made_at) from account a), now()) from (
  select value #>> '{}' as id from node_fact where name = 'nodeKey'
  union select node_key_id from unit_key union select node_key_id from index_key
  union select node_key_id from totp_factor union select node_key_id from log_key) k
where k.id is not null;

delete from node_fact where name = 'nodeKey';

grant select, insert, update on node_key to setu_definer;

create policy node_key_definer on node_key for all to setu_definer using (true) with check (true);

grant select, update (wrapped, node_key_id) on log_key to setu_definer;

create policy log_key_definer on log_key for all to setu_definer using (true) with check (true);

grant select, update (wrapped_private, node_key_id) on unit_key to setu_definer;

create policy unit_key_wrap_anew on unit_key for all to setu_definer using (true) with check (true);

grant select, update (wrapped, node_key_id) on index_key to setu_definer;

create policy index_key_wrap_anew on index_key for all to setu_definer using (true) with check (true);

-- Nothing is written under a key that is closed, whichever process wraps it: one that has not heard of the new key
-- is refused. The row is held until the transaction is over, so that whoever closes a key waits for what is on its
-- way. An owner who puts a backup back writes what there was.
create function node_key_guard() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_setting('role') = 'none' then return null; end if;
  insert into node_key (id, made_at)
    select new.node_key_id, now() where not exists (select 1 from node_key) on conflict do nothing;
  perform 1 from node_key k where k.id = new.node_key_id and k.closed_at is null for share;
  if not found then raise exception 'this node key is not in use' using errcode = '55000'; end if;
  return null;
end $$;

create trigger totp_factor_node_key after insert or update of node_key_id on totp_factor
  for each row when (new.node_key_id is not null) execute function node_key_guard();

create trigger log_key_node_key after insert or update of node_key_id on log_key
  for each row when (new.node_key_id is not null) execute function node_key_guard();

create trigger unit_key_node_key after insert or update of node_key_id on unit_key
  for each row when (new.node_key_id is not null) execute function node_key_guard();

create trigger index_key_node_key after insert or update of node_key_id on index_key
  for each row when (new.node_key_id is not null) execute function node_key_guard();

create trigger account_slot_node_key after insert or update of node_key_id on account_slot
  for each row when (new.node_key_id is not null) execute function node_key_guard();

-- How much stands under a key.
create function node_key_standing(p_key text) returns table (kind text, many bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query
    select s.kind, s.many from (
      select 'totp' as kind, count(*) as many from totp_factor t where t.node_key_id = p_key
      union all select 'log', count(*) from log_key l where l.node_key_id = p_key
      union all select 'unit', count(*) from unit_key u where u.node_key_id = p_key
      union all select 'index', count(*) from index_key i where i.node_key_id = p_key
      union all select 'demo', count(*) from account_slot d where d.node_key_id = p_key) s
    where s.many > 0;
end $$;

-- What stands under a key, a slice at a time: while some key is closed and not yet dropped, and never else.
create function node_key_rows(p_key text, p_after text, p_most integer)
  returns table (at text, kind text, org_id uuid, id uuid, pending boolean, wrapped bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select 1 from node_key k where k.closed_at is not null and k.dropped_at is null) then return; end if;
  return query
    select r.at, r.kind, r.org_id, r.id, r.pending, r.wrapped from (
      select concat_ws('|', 'totp', t.org_id, t.account_id, t.pending) as at, 'totp' as kind, t.org_id,
        t.account_id as id, t.pending, t.wrapped from totp_factor t where t.node_key_id = p_key
      union all select 'log', 'log', null::uuid, null::uuid, null::boolean, l.wrapped from log_key l
        where l.node_key_id = p_key
      union all select concat_ws('|', 'unit', u.org_id, u.unit_id), 'unit', u.org_id, u.unit_id, null::boolean,
        u.wrapped_private from unit_key u where u.node_key_id = p_key
      union all select concat_ws('|', 'index', i.org_id), 'index', i.org_id, i.org_id, null::boolean, i.wrapped
        from index_key i where i.node_key_id = p_key
      union all select concat_ws('|', 'demo', d.org_id, d.account_id), 'demo', d.org_id, d.account_id, null::boolean,
        d.wrapped from account_slot d where d.node_key_id = p_key and d.kind = 'demo') r
    where r.at collate "C" > p_after collate "C" order by r.at collate "C" limit p_most;
end $$;

-- Takes one thing from a closed key to one in use, unless somebody changed it meanwhile.
create function node_key_move(p_kind text, p_org uuid, p_id uuid, p_pending boolean, p_from text, p_to text,
  p_was bytea, p_wrapped bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select 1 from node_key k where k.id = p_from and k.closed_at is not null and k.dropped_at is null) then
    return false;
  end if;
  if p_kind = 'totp' then
    update totp_factor t set wrapped = p_wrapped, node_key_id = p_to where t.org_id = p_org and t.account_id = p_id
      and t.pending = p_pending and t.node_key_id = p_from and t.wrapped = p_was;
  elsif p_kind = 'log' then
    update log_key l set wrapped = p_wrapped, node_key_id = p_to where l.node_key_id = p_from and l.wrapped = p_was;
  elsif p_kind = 'unit' then
    update unit_key u set wrapped_private = p_wrapped, node_key_id = p_to where u.org_id = p_org and u.unit_id = p_id
      and u.node_key_id = p_from and u.wrapped_private = p_was;
  elsif p_kind = 'index' then
    update index_key i set wrapped = p_wrapped, node_key_id = p_to where i.org_id = p_org
      and i.node_key_id = p_from and i.wrapped = p_was;
  elsif p_kind = 'demo' then
    update account_slot d set wrapped = p_wrapped, node_key_id = p_to where d.org_id = p_org and d.account_id = p_id
      and d.kind = 'demo' and d.node_key_id = p_from and d.wrapped = p_was;
  end if;
  return found;
end $$;

grant select, insert (id, made_at), update (closed_at, dropped_at) on node_key to setu_setup;

create policy node_key_see on node_key for select to setu_setup using (true);

create policy node_key_begin on node_key for insert to setu_setup with check (closed_at is null);

-- A key that was dropped stays so, and none is dropped that anything stands under.
create policy node_key_end on node_key for update to setu_setup using (dropped_at is null)
  with check (closed_at is not null and (dropped_at is null or not exists (select 1 from node_key_standing(id))));

grant select on node_key to setu_backup;

create policy node_key_backup on node_key for select to setu_backup using (true);

alter function node_key_guard() owner to setu_definer;

revoke all on function node_key_guard() from public;

alter function node_key_standing(text) owner to setu_definer;

revoke all on function node_key_standing(text) from public;

grant execute on function node_key_standing(text) to setu_setup;

alter function node_key_rows(text, text, integer) owner to setu_definer;

revoke all on function node_key_rows(text, text, integer) from public;

grant execute on function node_key_rows(text, text, integer) to setu_setup;

alter function node_key_move(text, uuid, uuid, boolean, text, text, bytea, bytea) owner to setu_definer;

revoke all on function node_key_move(text, uuid, uuid, boolean, text, text, bytea, bytea) from public;

grant execute on function node_key_move(text, uuid, uuid, boolean, text, text, bytea, bytea) to setu_setup;
