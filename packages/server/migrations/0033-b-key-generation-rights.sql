-- Who renews the key of a unit, and how what is wrapped to it gets from one generation to the next.

grant select, update, delete on unit_key to setu_definer;

create policy unit_key_definer on unit_key for select to setu_definer using (true);

create policy unit_key_definer_change on unit_key for update to setu_definer using (true) with check (true);

create policy unit_key_definer_end on unit_key for delete to setu_definer using (true);

grant delete on unit_wrap to setu_definer;

create policy unit_wrap_definer_end on unit_wrap for delete to setu_definer using (true);

grant select on look_up_wrap to setu_definer;

create policy look_up_wrap_definer on look_up_wrap for select to setu_definer using (true);

-- The newest key of a unit, for whoever wraps something to it. It cannot be destroyed before they are done.
create function unit_key_newest(p_unit uuid) returns table (generation integer, public_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_account() is null then return; end if;
  for tried in 1..3 loop
    return query select k.generation, k.public_key from unit_key k
      where k.unit_id = p_unit order by k.generation desc limit 1 for key share of k;
    if found then return; end if;
  end loop;
end $$;

-- The public halves of colleagues, for whoever wraps to them. They cannot take a new pair before that is done.
create function member_public_keys(p_accounts uuid[]) returns table (account uuid, public_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select k.account_id, k.public_key from account_key k
    where k.org_id = actor_org() and k.account_id = any (p_accounts) order by k.account_id for key share of k;
end $$;

-- Whether whoever asks holds the newest key of a unit, and so may let a colleague in.
create or replace function holds_unit(p_unit uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from unit_wrap w
    where w.org_id = me[1] and w.unit_id = p_unit and w.account_id = me[2]
      and w.generation = (select max(k.generation) from unit_key k where k.org_id = me[1] and k.unit_id = p_unit));
end $$;

-- The first key of a unit is for its first member; the next one for a holder, once the one before has gone.
create function unit_may_have(p_unit uuid, p_generation integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  there integer[] := (select array_agg(k.generation) from unit_key k where k.org_id = me[1] and k.unit_id = p_unit);
begin
  if me is null then return false; end if;
  if p_generation = 1 then return there is null or there = '{1}'; end if;
  return there = array[p_generation - 1] and holds_unit(p_unit);
end $$;

-- A colleague who holds a generation is handed the next by whoever has that.
create function unit_hands_on(p_unit uuid, p_account uuid, p_generation integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from unit_wrap w where w.org_id = me[1] and w.unit_id = p_unit and w.account_id = me[2]
      and w.generation = p_generation)
    and exists (select 1 from unit_wrap w where w.org_id = me[1] and w.unit_id = p_unit and w.account_id = p_account
      and w.generation = p_generation - 1);
end $$;

-- What is still wrapped to the key before, a slice of it, whichever case it is of: bytes that a holder of that key
-- opens and wraps anew. Two who do so at once do not do the same.
create function unit_wraps_former(p_unit uuid, p_most integer)
returns table (org_id uuid, part_key_id uuid, through_id uuid, generation integer, wrapped bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare newest integer := (select max(k.generation) from unit_key k where k.unit_id = p_unit);
begin
  if not coalesce(p_unit = any (actor_units()), false) or not holds_unit(p_unit) then return; end if;
  return query select w.org_id, w.part_key_id, w.through_id, w.unit_generation, w.wrapped from part_wrap w
    where w.unit_id = p_unit and w.unit_generation < newest limit p_most for update of w skip locked;
end $$;

create function unit_wraps_renewed(p_unit uuid, p_generation integer, p_orgs uuid[], p_keys uuid[], p_throughs uuid[], p_wrapped text[])
returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare done integer;
begin
  if not coalesce(p_unit = any (actor_units()), false) or not holds_unit(p_unit)
    or p_generation is distinct from (select max(k.generation) from unit_key k where k.unit_id = p_unit) then return null; end if;
  update part_wrap w set wrapped = decode(t.wrapped, 'hex'), unit_generation = p_generation
    from unnest(p_orgs, p_keys, p_throughs, p_wrapped) as t (org_id, part_key_id, through_id, wrapped)
    where w.org_id = t.org_id and w.part_key_id = t.part_key_id and w.unit_id = p_unit and w.through_id = t.through_id
      and w.unit_generation < p_generation;
  get diagnostics done = row_count;
  return done;
end $$;

-- How much is still wrapped to the key before; counted no further than anybody needs to know.
create function unit_wraps_left(p_unit uuid) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare newest integer := (select max(k.generation) from unit_key k where k.unit_id = p_unit);
begin
  if not coalesce(p_unit = any (actor_units()), false) then return null; end if;
  return (select count(*) from (select 1 from part_wrap w
    where w.unit_id = p_unit and w.unit_generation < newest limit 100000) s);
end $$;

-- The key before is destroyed once nothing is wrapped to it, nobody wraps to it just now, the node does not keep it for
-- those who have not come in since, and all who hold it and still may hold the new one.
create function unit_key_retire(p_unit uuid, p_roles text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  newest integer := (select max(k.generation) from unit_key k where k.org_id = me[1] and k.unit_id = p_unit);
  older integer := (select count(*) from unit_key k where k.org_id = me[1] and k.unit_id = p_unit and k.generation < newest);
  free integer;
begin
  if not coalesce(p_unit = any (actor_units()), false) or not holds_unit(p_unit) or older = 0 then return false; end if;
  select count(*) into free from (select 1 from unit_key k
    where k.org_id = me[1] and k.unit_id = p_unit and k.generation < newest for update of k skip locked) s;
  if free <> older then return false; end if;
  if exists (select 1 from part_wrap w where w.unit_id = p_unit and w.unit_generation < newest)
    or exists (select 1 from look_up_wrap w where w.org_id = me[1] and w.unit_id = p_unit and w.generation < newest)
    or exists (select 1 from unit_key k where k.org_id = me[1] and k.unit_id = p_unit and k.generation < newest
      and k.wrapped_private is not null)
    or exists (select 1 from unit_wrap w join account a on a.org_id = w.org_id and a.id = w.account_id and a.disabled_at is null
      where w.org_id = me[1] and w.unit_id = p_unit and w.generation < newest
        and exists (select 1 from account_role r where r.org_id = w.org_id and r.account_id = w.account_id and r.role = any (p_roles))
        and not exists (select 1 from unit_wrap n where n.org_id = w.org_id and n.unit_id = w.unit_id
          and n.account_id = w.account_id and n.generation = newest))
    then return false; end if;
  delete from unit_wrap w where w.org_id = me[1] and w.unit_id = p_unit and w.generation < newest;
  delete from unit_key k where k.org_id = me[1] and k.unit_id = p_unit and k.generation < newest;
  insert into key_event (org_id, id, kind, unit_id, generation, account_id, at)
    values (me[1], gen_random_uuid(), 'renewalDone', p_unit, newest, me[2], now());
  return true;
end $$;

-- Whoever leaves a unit, or had their password set by somebody else, goes on knowing its key; so it is due to be renewed.
create function unit_key_due() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update unit_key k set due_since = now(), due_why = case when exists (select 1 from unit_member m
      where m.org_id = old.org_id and m.unit_id = old.unit_id and m.account_id = old.account_id) then 'passwordSet' else 'left' end
    where k.org_id = old.org_id and k.unit_id = old.unit_id and k.generation = old.generation and k.due_since is null
      and not exists (select 1 from unit_key n where n.org_id = k.org_id and n.unit_id = k.unit_id and n.generation > k.generation);
  return null;
end $$;

create trigger unit_key_due after delete on unit_wrap for each row execute function unit_key_due();

create function unit_key_due_closed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update unit_key k set due_since = now(), due_why = 'closed'
    from unit_wrap w
    where w.org_id = new.org_id and w.account_id = new.id and k.org_id = w.org_id and k.unit_id = w.unit_id
      and k.generation = w.generation and k.due_since is null
      and not exists (select 1 from unit_key n where n.org_id = k.org_id and n.unit_id = k.unit_id and n.generation > k.generation);
  return null;
end $$;

create trigger unit_key_due_closed after update of disabled_at on account for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function unit_key_due_closed();

alter policy unit_key_make on unit_key with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[])
  and wrapped_private is null and due_since is null and unit_may_have(unit_id, generation));

alter policy unit_key_let_go on unit_key with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[])
  and wrapped_private is null and generation = 1);

alter policy unit_wrap_add on unit_wrap with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[])
  and (account_id = (select actor_account()) or (admitted_by = (select actor_account()) and holds_unit(unit_id))
    or unit_hands_on(unit_id, account_id, generation)));

grant update (wrapped, generation) on look_up_wrap to setu_app;

create policy look_up_wrap_renew on look_up_wrap for update to setu_app
  using (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[]) and holds_unit(unit_id))
  with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[]) and holds_unit(unit_id));

-- A member takes a new pair, and what is sealed to them goes over to it in one transaction.

grant update (public_key, made_at) on account_key to setu_app;

create policy account_key_renew on account_key for update to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()))
  with check (org_id = (select actor_org()) and account_id = (select actor_account()));

grant update (wrapped) on unit_wrap to setu_app;

create policy unit_wrap_renew on unit_wrap for update to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()))
  with check (org_id = (select actor_org()) and account_id = (select actor_account()));

alter policy account_slot_own on account_slot
  using (org_id = (select actor_org()) and account_id = (select actor_account()));

alter policy account_slot_change on account_slot
  using (org_id = (select actor_org()) and account_id = (select actor_account()))
  with check (org_id = (select actor_org()) and account_id = (select actor_account()));

-- The member's key under the cookie of the session that is there, once it is a new one.
create function actor_keep_key(p_sealed bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  update session s set sealed_key = p_sealed where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3];
end $$;

-- Whoever signs in while the pair is made anew waits for that, and does not go on with the old one.
create or replace function sign_in_slot(p_org uuid, p_account uuid, p_kind text) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform 1 from account_key k where k.org_id = p_org and k.account_id = p_account for key share of k;
  return (select s.wrapped from account_slot s
    where s.org_id = p_org and s.account_id = p_account and s.kind = p_kind);
end $$;

alter function unit_key_newest(uuid) owner to setu_definer;

revoke all on function unit_key_newest(uuid) from public;

grant execute on function unit_key_newest(uuid) to setu_app;

alter function member_public_keys(uuid[]) owner to setu_definer;

revoke all on function member_public_keys(uuid[]) from public;

grant execute on function member_public_keys(uuid[]) to setu_app;

alter function unit_may_have(uuid, integer) owner to setu_definer;

revoke all on function unit_may_have(uuid, integer) from public;

grant execute on function unit_may_have(uuid, integer) to setu_app;

alter function unit_hands_on(uuid, uuid, integer) owner to setu_definer;

revoke all on function unit_hands_on(uuid, uuid, integer) from public;

grant execute on function unit_hands_on(uuid, uuid, integer) to setu_app;

alter function unit_wraps_former(uuid, integer) owner to setu_definer;

revoke all on function unit_wraps_former(uuid, integer) from public;

grant execute on function unit_wraps_former(uuid, integer) to setu_app;

alter function unit_wraps_renewed(uuid, integer, uuid[], uuid[], uuid[], text[]) owner to setu_definer;

revoke all on function unit_wraps_renewed(uuid, integer, uuid[], uuid[], uuid[], text[]) from public;

grant execute on function unit_wraps_renewed(uuid, integer, uuid[], uuid[], uuid[], text[]) to setu_app;

alter function unit_wraps_left(uuid) owner to setu_definer;

revoke all on function unit_wraps_left(uuid) from public;

grant execute on function unit_wraps_left(uuid) to setu_app;

alter function unit_key_retire(uuid, text[]) owner to setu_definer;

revoke all on function unit_key_retire(uuid, text[]) from public;

grant execute on function unit_key_retire(uuid, text[]) to setu_app;

alter function unit_key_due() owner to setu_definer;

revoke all on function unit_key_due() from public;

alter function unit_key_due_closed() owner to setu_definer;

revoke all on function unit_key_due_closed() from public;

alter function actor_keep_key(bytea) owner to setu_definer;

revoke all on function actor_keep_key(bytea) from public;

grant execute on function actor_keep_key(bytea) to setu_app;
