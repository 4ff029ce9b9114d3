-- What survivors complain of. Somebody writes it down whom it is not about; it goes to an independent person, sealed
-- to where that person sits. Whoever it is about, and whoever supervises them, cannot see that it exists: not the
-- row, not its keys, not the duty of whoever looks into it.

-- Who hears complaints, named by each organisation among its own people.
create table complaint_listener (
  org_id uuid not null,
  account_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account (org_id, id)
);

-- Whose listeners hear it where nobody of one's own may.
create table complaint_elsewhere (
  org_id uuid primary key references organisation (id),
  to_org uuid not null references organisation (id),
  made_by uuid not null,
  made_at timestamptz not null,
  check (to_org <> org_id)
);

create table complaint (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  about_account uuid,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea check (length(words) <= 32000),
  code text check (length(code) between 1 and 20),
  recorded_by uuid not null,
  recorder_unit uuid,
  recorded_at timestamptz not null,
  handler_org uuid not null,
  handler_account uuid not null,
  handler_unit uuid not null,
  state text not null check (state in ('received', 'lookedInto', 'answered', 'told')),
  looked_at timestamptz,
  outcome text check (outcome ~ '^[A-Za-z0-9_.-]{1,60}$'),
  answer bytea check (length(answer) <= 32000),
  answered_at timestamptz,
  told_on date,
  primary key (org_id, id),
  foreign key (org_id, recorded_by) references account (org_id, id),
  foreign key (org_id, about_account) references account (org_id, id),
  foreign key (handler_org, handler_account) references account (org_id, id),
  foreign key (handler_org, handler_unit) references unit (org_id, id),
  constraint complaint_by_others check (about_account is distinct from recorded_by and about_account is distinct from handler_account),
  constraint complaint_answered check (state in ('received', 'lookedInto') or (outcome is not null and answered_at is not null))
);

create index complaint_handler on complaint (handler_account);

create index complaint_recorder on complaint (recorded_by);

alter table complaint_listener owner to setu_owner;

alter table complaint_listener enable row level security;

alter table complaint_listener force row level security;

alter table complaint_elsewhere owner to setu_owner;

alter table complaint_elsewhere enable row level security;

alter table complaint_elsewhere force row level security;

alter table complaint owner to setu_owner;

alter table complaint enable row level security;

alter table complaint force row level security;

grant select on complaint, complaint_listener, complaint_elsewhere to setu_backup;

create policy complaint_backup on complaint for select to setu_backup using (true);

create policy complaint_listener_backup on complaint_listener for select to setu_backup using (true);

create policy complaint_elsewhere_backup on complaint_elsewhere for select to setu_backup using (true);

grant select on complaint_listener, complaint_elsewhere to setu_definer;

create policy complaint_listener_definer on complaint_listener for select to setu_definer using (true);

create policy complaint_elsewhere_definer on complaint_elsewhere for select to setu_definer using (true);

grant select, insert on complaint to setu_definer;

create policy complaint_definer on complaint for select to setu_definer using (true);

create policy complaint_definer_record on complaint for insert to setu_definer with check (state = 'received' and words is null);

create policy due_item_definer_complaint on due_item for insert to setu_definer with check (kind in ('lookIntoComplaint', 'answerComplaint', 'tellAnswer'));

-- Who may hear a complaint about somebody: neither they themselves nor anybody who supervises them or is supervised
-- by them. One's own organisation comes before another, and whoever sits apart before whoever sits together.
create function complaint_hearers(p_org uuid, p_about uuid, p_recorder uuid) returns table (org uuid, account uuid, unit uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select l.org_id, l.account_id, s.unit_id from complaint_listener l
    join account a on a.org_id = l.org_id and a.id = l.account_id and a.disabled_at is null
    join unit_member s on s.org_id = l.org_id and s.account_id = l.account_id
    where (l.org_id = p_org or l.org_id in (select e.to_org from complaint_elsewhere e where e.org_id = p_org))
      and l.account_id is distinct from p_about
      and not exists (select 1 from unit_member x join unit_member y on y.org_id = x.org_id and y.unit_id = x.unit_id
        where x.supervises and ((x.account_id = l.account_id and y.account_id = p_about)
          or (x.account_id = p_about and y.account_id = l.account_id)))
    order by (l.account_id = p_recorder), (l.org_id <> p_org),
      exists (select 1 from unit_member t where t.unit_id = s.unit_id and t.account_id = p_about), l.made_at, l.account_id, s.unit_id;
end $$;

-- Whether a complaint is one's own to know of: to hear it, or because one wrote it down.
create function complaint_known(p_org uuid, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from complaint c where c.org_id = p_org and c.id = p_id
    and actor_account() in (c.handler_account, c.recorded_by));
end $$;

create function complaint_key_known(p_org uuid, p_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from part_key k join complaint c on c.org_id = k.org_id and c.id = k.holder_id
    where k.org_id = p_org and k.id = p_key and k.holder = 'complaint' and actor_account() in (c.handler_account, c.recorded_by));
end $$;

-- Where whoever hears it sits: its words are sealed to there.
create function complaint_seat(p_org uuid, p_id uuid) returns table (unit uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select c.handler_unit from complaint c where c.org_id = p_org and c.id = p_id
    and actor_account() in (c.handler_account, c.recorded_by);
end $$;

-- Names for whoever hears it, who may sit in another organisation.
create function complaint_people(p_org uuid, p_id uuid) returns table (about text, recorder text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select a.name, r.name from complaint c left join account a on a.org_id = c.org_id and a.id = c.about_account
    join account r on r.org_id = c.org_id and r.id = c.recorded_by
    where c.org_id = p_org and c.id = p_id and c.handler_account = actor_account();
end $$;

-- Writing it down: by anybody whom it is not about. It goes to the first who may hear it.
create function complaint_record(p_id uuid, p_about uuid, p_kind text, p_code text, p_look timestamptz, p_rule text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  hearer record;
begin
  if me is null then return null; end if;
  if p_about = me[2] then return 'own'; end if;
  if p_about is not null and not exists (select 1 from account a where a.org_id = me[1] and a.id = p_about) then return 'unknown'; end if;
  select h.* into hearer from complaint_hearers(me[1], p_about, me[2]) h limit 1;
  if hearer.account is null then return 'nobody'; end if;
  insert into complaint (org_id, id, about_account, kind, code, recorded_by, recorder_unit, recorded_at, handler_org, handler_account,
      handler_unit, state)
    values (me[1], p_id, p_about, p_kind, p_code, me[2], (actor_units())[1], now(), hearer.org, hearer.account, hearer.unit, 'received');
  insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (me[1], gen_random_uuid(), p_id, 'lookIntoComplaint', p_rule, now(), p_look, hearer.org, hearer.unit, hearer.account);
  perform emergency_tell(array[hearer.account], 'complaintReceived', jsonb_build_object('complaint', p_id));
  return 'recorded';
end $$;

-- What comes next: an answer of whoever hears it, then the word of whoever brings it to the person.
create function complaint_next(p_org uuid, p_id uuid, p_kind text, p_due timestamptz, p_rule text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare said record;
begin
  select c.* into said from complaint c where c.org_id = p_org and c.id = p_id and c.handler_account = actor_account();
  if not found or not ((p_kind = 'answerComplaint' and said.state = 'lookedInto') or (p_kind = 'tellAnswer' and said.state = 'answered'))
    or exists (select 1 from due_item d where d.about_id = p_id and d.kind = p_kind) then return; end if;
  insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    select p_org, gen_random_uuid(), p_id, p_kind, p_rule, now(), p_due,
      case p_kind when 'tellAnswer' then said.org_id else said.handler_org end,
      case p_kind when 'tellAnswer' then coalesce(said.recorder_unit, said.handler_unit) else said.handler_unit end,
      case p_kind when 'tellAnswer' then said.recorded_by else said.handler_account end;
  if p_kind = 'tellAnswer' then
    perform emergency_tell(array[said.recorded_by], 'complaintAnswered', jsonb_build_object('complaint', p_id));
  end if;
end $$;

create function complaint_kept(p_org uuid, p_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not complaint_known(p_org, p_id) then return; end if;
  update due_item d set done_at = now() from complaint c
    where c.org_id = p_org and c.id = p_id and d.org_id = p_org and d.about_id = p_id and d.done_at is null
      and d.kind = any (case c.state when 'lookedInto' then '{lookIntoComplaint}' when 'answered' then '{lookIntoComplaint,answerComplaint}'
        when 'told' then '{lookIntoComplaint,answerComplaint,tellAnswer}' else '{}' end::text[]);
end $$;

-- Who is told when a complaint is late: others who may hear it, and nobody else.
create function complaint_deputies(p_ids uuid[]) returns table (id uuid, org uuid, account uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select distinct c.id, h.org, h.account from complaint c
    cross join lateral complaint_hearers(c.org_id, c.about_account, c.recorded_by) h
    where c.id = any (p_ids) and h.account <> c.handler_account;
end $$;
