-- Money: the lines that it is paid from, what was asked for, approved and paid for a survivor or a case, and compensation.
-- Payments hang on the case and go with it; lines name no survivor.

create table budget_line (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  code text not null check (length(code) <= 40),
  name_en text not null check (length(name_en) <= 120),
  name_bn text not null check (length(name_bn) <= 120),
  donor text check (length(donor) <= 120),
  closed_on date,
  primary key (org_id, id),
  unique (id),
  foreign key (org_id) references organisation (id)
);

create unique index budget_line_code on budget_line (org_id, code) where closed_on is null;

create table payment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn', 'paid', 'receipted', 'unreceipted')),
  kind text check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  amount bigint check (amount >= 0 and amount <= 100000000000),
  currency text check (currency ~ '^[A-Za-z0-9_.-]{1,60}$'),
  line uuid,
  needed_for bytea,
  reverses uuid,
  why_reversed text check (why_reversed ~ '^[A-Za-z0-9_.-]{1,60}$'),
  why_refused text check (why_refused ~ '^[A-Za-z0-9_.-]{1,60}$'),
  paid_on date,
  paid_by text check (paid_by ~ '^[A-Za-z0-9_.-]{1,60}$'),
  receipt_kind text check (receipt_kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  receipt uuid,
  receipt_number bytea,
  why_no_receipt text check (why_no_receipt ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (line) references budget_line (id),
  foreign key (org_id, reverses) references payment (org_id, id) on delete cascade,
  foreign key (org_id, receipt) references case_document (org_id, id)
);

create index payment_case on payment (org_id, case_id);

create index payment_line on payment (line);

create index payment_receipt on payment (org_id, receipt);

create unique index payment_taken_back_once on payment (org_id, reverses) where state not in ('refused', 'withdrawn');

insert into record_state (record, state, begins, amends) values
  ('payment', 'asked', true, false),
  ('payment', 'approved', false, false),
  ('payment', 'refused', false, false),
  ('payment', 'withdrawn', false, false),
  ('payment', 'paid', false, false),
  ('payment', 'receipted', false, false),
  ('payment', 'unreceipted', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('payment', 'asked', 'approved', '{supervise}', '{asked}'),
  ('payment', 'asked', 'refused', '{supervise}', '{asked}'),
  ('payment', 'asked', 'withdrawn', '{own,supervise}', '{}'),
  ('payment', 'approved', 'paid', '{own,supervise}', '{}'),
  ('payment', 'approved', 'withdrawn', '{own,supervise}', '{}'),
  ('payment', 'paid', 'receipted', '{own,supervise}', '{}'),
  ('payment', 'paid', 'unreceipted', '{supervise}', '{paid}');

create table compensation (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('claimed', 'ordered', 'rejected', 'partlyPaid', 'paid', 'overturned', 'setAside', 'dropped')),
  source text check (source ~ '^[A-Za-z0-9_.-]{1,60}$'),
  claimed bigint check (claimed >= 0 and claimed <= 100000000000),
  currency text check (currency ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  amount bigint check (amount >= 0 and amount <= 100000000000),
  decided_on date,
  received bigint check (received >= 0 and received <= 100000000000),
  received_on date,
  all_received_on date,
  paper uuid,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, paper) references case_document (org_id, id)
);

create index compensation_case on compensation (org_id, case_id);

create index compensation_paper on compensation (org_id, paper);

insert into record_state (record, state, begins, amends) values
  ('compensation', 'claimed', true, true),
  ('compensation', 'ordered', false, false),
  ('compensation', 'rejected', false, false),
  ('compensation', 'partlyPaid', false, false),
  ('compensation', 'paid', false, false),
  ('compensation', 'overturned', false, false),
  ('compensation', 'setAside', false, false),
  ('compensation', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('compensation', 'claimed', 'ordered', '{own,supervise}', '{}'),
  ('compensation', 'claimed', 'rejected', '{own,supervise}', '{}'),
  ('compensation', 'claimed', 'dropped', '{own,supervise}', '{}'),
  ('compensation', 'ordered', 'partlyPaid', '{own,supervise}', '{}'),
  ('compensation', 'ordered', 'paid', '{own,supervise}', '{}'),
  ('compensation', 'partlyPaid', 'paid', '{own,supervise}', '{}'),
  ('compensation', 'ordered', 'overturned', '{own,supervise}', '{}'),
  ('compensation', 'ordered', 'setAside', '{supervise}', '{ordered}'),
  ('compensation', 'partlyPaid', 'setAside', '{supervise}', '{partlyPaid}'),
  ('compensation', 'paid', 'setAside', '{supervise}', '{paid}');

alter table budget_line owner to setu_owner;

alter table budget_line enable row level security;

alter table budget_line force row level security;

grant select, insert, update (version, closed_on) on budget_line to setu_app;

create policy budget_line_read on budget_line for select to setu_app using (org_id = (select actor_org()));

create policy budget_line_add on budget_line for insert to setu_app with check (org_id = (select actor_org())
  and closed_on is null and ((select actor_has('supervisor')) or (select actor_has('programmeManager'))));

create policy budget_line_close on budget_line for update to setu_app using (org_id = (select actor_org())
  and closed_on is null and ((select actor_has('supervisor')) or (select actor_has('programmeManager'))))
  with check (org_id = (select actor_org()));

grant select on budget_line to setu_backup;

create policy budget_line_backup on budget_line for select to setu_backup using (true);

do $$
declare
  one record;
  held text;
begin
  for one in select * from (values
    ('payment', 'payment', array['needed_for', 'receipt_number']),
    ('compensation', 'compensation', array['words'])
  ) as t (at, record, sealed) loop
    execute format('alter table %I owner to setu_owner', one.at);
    execute format('alter table %I enable row level security', one.at);
    execute format('alter table %I force row level security', one.at);
    execute format('grant select, insert, update on %I to setu_app', one.at);
    execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, ''narrative'', false)
      and case_relation(org_id, case_id) in (''own'', ''supervise''))', one.at || '_read', one.at);
    execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, ''narrative'', true))',
      one.at || '_add', one.at);
    execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, ''narrative'', true))
      with check (case_may(org_id, case_id, ''narrative'', true))', one.at || '_change', one.at);
    execute format('grant select on %I to setu_backup', one.at);
    execute format('create policy %I on %I for select to setu_backup using (true)', one.at || '_backup', one.at);
    select string_agg(format('%I', s), ', ') into held from unnest(one.sealed) s;
    execute format('grant select, update (%s) on %I to setu_definer', held, one.at);
    execute format('create policy %I on %I for select to setu_definer using (true)', one.at || '_definer_find', one.at);
    execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', one.at || '_reseal', one.at);
    execute format('create trigger record_state_guard before insert or update on %I for each row
      execute function record_state_guard(%L)', one.at, one.record);
    execute format('create trigger record_step_keep after insert or update on %I for each row
      execute function record_step_keep(%L)', one.at, one.record);
  end loop;
end $$;

-- What was asked for is what is approved and paid; nothing of it is changed by a step. What was paid is taken back once, by
-- a counter entry of the same amount, currency, line and kind.
create function payment_holds() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
declare taken payment;
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'INSERT' then
    if new.reverses is null then return new; end if;
    select * into taken from payment p where p.org_id = new.org_id and p.case_id = new.case_id and p.id = new.reverses;
    if not found or taken.state not in ('paid', 'receipted', 'unreceipted') or taken.reverses is not null
      or (taken.kind, taken.amount, taken.currency, taken.line) is distinct from (new.kind, new.amount, new.currency, new.line) then
      raise exception 'no such payment' using errcode = '42501';
    end if;
    return new;
  end if;
  if (new.kind, new.amount, new.currency, new.reverses) is distinct from (old.kind, old.amount, old.currency, old.reverses)
    or (old.state <> 'asked' and new.line is distinct from old.line)
    or (old.state not in ('asked', 'approved') and (new.paid_on, new.paid_by) is distinct from (old.paid_on, old.paid_by))
    or (new.state = 'approved' and new.amount is null) then
    raise exception 'money is not changed' using errcode = '42501';
  end if;
  return new;
end $$;

alter function payment_holds() owner to setu_owner;

revoke all on function payment_holds() from public;

create trigger payment_holds before insert or update on payment for each row execute function payment_holds();

create function compensation_holds() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if (old.state <> 'claimed' and (new.source, new.claimed, new.currency, new.amount, new.decided_on)
      is distinct from (old.source, old.claimed, old.currency, old.amount, old.decided_on))
    or (old.state not in ('claimed', 'ordered') and (new.received, new.received_on) is distinct from (old.received, old.received_on)) then
    raise exception 'money is not changed' using errcode = '42501';
  end if;
  return new;
end $$;

alter function compensation_holds() owner to setu_owner;

revoke all on function compensation_holds() from public;

create trigger compensation_holds before update on compensation for each row execute function compensation_holds();

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''payment'', ''needed_for''), (''payment'', ''receipt_number''), (''compensation'', ''words''))
      t (at, held) $f$', known);
end $$;
