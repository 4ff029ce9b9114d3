-- Each quarter those who answer for an organisation and for each of its units look over who has access, line by line,
-- each with a name and a day. Nobody answers for themselves; what is late goes to whoever guards the data.

create table access_review (
  org_id uuid not null references organisation (id),
  id uuid not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  unit_id uuid,
  account_id uuid not null,
  due_at timestamptz not null,
  opened_at timestamptz not null,
  done_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, unit_id) references unit (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create unique index access_review_once on access_review (org_id, quarter, coalesce(unit_id, org_id));

create table access_review_line (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  review_id uuid not null,
  account_id uuid not null,
  roles text[] not null,
  units uuid[] not null,
  last_seen timestamptz,
  factors text[] not null,
  outside integer not null check (outside >= 0),
  answer text check (answer in ('kept', 'changed', 'ended')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  unique (org_id, review_id, account_id),
  foreign key (org_id, review_id) references access_review (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id),
  constraint review_by_another check (answered_by is distinct from account_id),
  constraint review_with_name check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);

alter table access_review owner to setu_owner;

alter table access_review enable row level security;

alter table access_review force row level security;

alter table access_review_line owner to setu_owner;

alter table access_review_line enable row level security;

alter table access_review_line force row level security;

grant select on access_review, access_review_line to setu_backup;

create policy access_review_backup on access_review for select to setu_backup using (true);

create policy access_review_line_backup on access_review_line for select to setu_backup using (true);

grant select, insert, update on access_review to setu_definer;

create policy access_review_definer on access_review for select to setu_definer using (true);

create policy access_review_definer_begin on access_review for insert to setu_definer with check (done_at is null);

create policy access_review_definer_end on access_review for update to setu_definer using (done_at is null) with check (done_at is not null);

grant select, insert on access_review_line to setu_definer;

create policy access_review_line_definer on access_review_line for select to setu_definer using (true);

create policy access_review_line_definer_begin on access_review_line for insert to setu_definer with check (answer is null);

create policy due_item_definer_review on due_item for insert to setu_definer with check (kind = 'reviewAccess');

grant select on unit to setu_definer;

create policy unit_definer_review on unit for select to setu_definer using (true);

-- Begins the reviews of a quarter that are not there yet: one of each organisation, one of each unit with a supervisor.
create function reviews_begin(p_quarter text, p_from timestamptz, p_to timestamptz, p_due timestamptz, p_rule text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  begun integer := 0;
  next record;
  review uuid;
begin
  for next in
    select o.id as org, null::uuid as unit, l.account_id as lead, coalesce(l.unit_id, f.id) as seat
      from organisation o
      cross join lateral (select r.account_id, (select m.unit_id from unit_member m where m.org_id = o.id and m.account_id = r.account_id
          order by m.since, m.unit_id limit 1) as unit_id
        from account_role r join account a on a.org_id = r.org_id and a.id = r.account_id and a.disabled_at is null
        where r.org_id = o.id and r.role = 'technicalAdministrator' order by a.made_at, a.id limit 1) l
      left join lateral (select u.id from unit u where u.org_id = o.id order by u.id limit 1) f on true
      where o.active
    union all
    select u.org_id, u.id, l.account_id, u.id from unit u
      cross join lateral (select m.account_id from unit_member m
        join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
        join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
        where m.org_id = u.org_id and m.unit_id = u.id and m.supervises order by m.since, m.account_id limit 1) l
      where u.active
  loop
    continue when next.seat is null or exists (select 1 from access_review r
      where r.org_id = next.org and r.quarter = p_quarter and r.unit_id is not distinct from next.unit);
    continue when not exists (select 1 from account a where a.org_id = next.org and a.made_at < p_to and a.disabled_at is null
      and a.id <> next.lead and (next.unit is null or exists (select 1 from unit_member m
        where m.org_id = a.org_id and m.account_id = a.id and m.unit_id = next.unit)));
    review := gen_random_uuid();
    insert into access_review (org_id, id, quarter, unit_id, account_id, due_at, opened_at)
      values (next.org, review, p_quarter, next.unit, next.lead, p_due, now());
    insert into access_review_line (org_id, id, review_id, account_id, roles, units, last_seen, factors, outside)
      select a.org_id, gen_random_uuid(), review, a.id,
        array(select r.role from account_role r where r.org_id = a.org_id and r.account_id = a.id order by 1),
        array(select m.unit_id from unit_member m where m.org_id = a.org_id and m.account_id = a.id order by 1),
        (select max(s.seen_at) from session s where s.account_id = a.id),
        array(select 'app' from totp_factor t where t.org_id = a.org_id and t.account_id = a.id and not t.pending
          union select 'recovery' from recovery_code k where k.org_id = a.org_id and k.account_id = a.id and k.used_at is null order by 1),
        (select count(distinct (i.org_id, i.case_id)) from audit_item i where i.account_id = a.id and i.did = 'read'
          and i.relation in ('supervise', 'emergency', 'dataProtection') and i.at >= p_from and i.at < p_to)
      from account a where a.org_id = next.org and a.disabled_at is null and a.made_at < p_to
        and (next.unit is null or (a.id <> next.lead and exists (select 1 from unit_member m
          where m.org_id = a.org_id and m.account_id = a.id and m.unit_id = next.unit)));
    insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (next.org, gen_random_uuid(), review, 'reviewAccess', p_rule, now(), p_due, next.org, next.seat, next.lead);
    perform emergency_tell(array[next.lead], 'reviewBegun', jsonb_build_object('review', review));
    begun := begun + 1;
  end loop;
  return begun;
end $$;

-- Whether a line of a review is one's own to answer: never the one about oneself.
create function review_mine(p_org uuid, p_review uuid, p_account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return p_org = actor_org() and p_account is distinct from actor_account() and exists (select 1 from access_review r
    where r.org_id = p_org and r.id = p_review and r.done_at is null and (actor_has('dataProtectionOfficer')
      or (r.unit_id is null and actor_has('technicalAdministrator')) or r.unit_id = any (actor_supervised())));
end $$;

-- Ends a review in which every line has an answer. Whoever changes accounts is told what is to be changed.
create function review_answered(p_org uuid, p_review uuid, p_answer text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare told uuid[];
begin
  if not review_mine(p_org, p_review, null) then return null; end if;
  if p_answer <> 'kept' then
    select coalesce(array_agg(r.account_id), '{}') into told from account_role r
      where r.org_id = p_org and r.role = 'technicalAdministrator' and r.account_id <> actor_account();
    perform emergency_tell(told, 'reviewToChange', jsonb_build_object('review', p_review));
  end if;
  if exists (select 1 from access_review_line l where l.org_id = p_org and l.review_id = p_review and l.answer is null) then return false; end if;
  update access_review set done_at = now() where org_id = p_org and id = p_review and done_at is null;
  update due_item set done_at = now() where org_id = p_org and about_id = p_review and done_at is null;
  return true;
end $$;

grant select on access_review to setu_app;

create policy access_review_read on access_review for select to setu_app using (
  org_id = (select actor_org()) and ((select actor_has('dataProtectionOfficer')) or (select actor_has('technicalAdministrator'))
    or unit_id = any ((select actor_supervised())::uuid[])));

grant select, update (version, answer, answered_by, answered_at) on access_review_line to setu_app;

create policy access_review_line_read on access_review_line for select to setu_app using (
  exists (select 1 from access_review r where r.org_id = access_review_line.org_id and r.id = review_id));

create policy access_review_line_answer on access_review_line for update to setu_app using (review_mine(org_id, review_id, account_id))
  with check (answer is not null and answered_by = (select actor_account()));

alter function reviews_begin(text, timestamptz, timestamptz, timestamptz, text) owner to setu_definer;

revoke all on function reviews_begin(text, timestamptz, timestamptz, timestamptz, text) from public;

grant execute on function reviews_begin(text, timestamptz, timestamptz, timestamptz, text) to setu_clock;

alter function review_mine(uuid, uuid, uuid) owner to setu_definer;

revoke all on function review_mine(uuid, uuid, uuid) from public;

grant execute on function review_mine(uuid, uuid, uuid) to setu_app, setu_definer;

alter function review_answered(uuid, uuid, text) owner to setu_definer;

revoke all on function review_answered(uuid, uuid, text) from public;

grant execute on function review_answered(uuid, uuid, text) to setu_app;
