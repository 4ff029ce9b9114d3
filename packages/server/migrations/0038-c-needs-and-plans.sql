-- What is needed, what was agreed to do about it, and what was given. A support plan becomes a goal of the service
-- plan and goes through states as the plan does; what stands there already was agreed to, or reached where it ended.

create table needs_assessment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'made', 'dropped')),
  assessed_on date,
  individual text[],
  health_spoken text check (health_spoken ~ '^[A-Za-z0-9_.-]{1,60}$'),
  individual_words bytea,
  strengths bytea,
  household text[],
  household_words bytea,
  community text[],
  community_words bytea,
  services text[],
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index needs_assessment_case on needs_assessment (org_id, case_id);

insert into record_state (record, state, begins, amends) values
  ('needsAssessment', 'draft', true, true),
  ('needsAssessment', 'made', false, false),
  ('needsAssessment', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('needsAssessment', 'draft', 'made', '{own,supervise}', '{}'),
  ('needsAssessment', 'draft', 'dropped', '{own,supervise}', '{}');

create table service_plan (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'agreed', 'approved', 'declined', 'replaced', 'dropped')),
  wishes bytea,
  agreement text check (agreement ~ '^[A-Za-z0-9_.-]{1,60}$'),
  changes bytea,
  answered_on date,
  review_on date,
  sent_back_because bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index service_plan_case on service_plan (org_id, case_id);

insert into record_state (record, state, begins, amends) values
  ('servicePlan', 'draft', true, true),
  ('servicePlan', 'agreed', false, false),
  ('servicePlan', 'approved', false, false),
  ('servicePlan', 'declined', false, false),
  ('servicePlan', 'replaced', false, false),
  ('servicePlan', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('servicePlan', 'draft', 'agreed', '{own,supervise}', '{}'),
  ('servicePlan', 'draft', 'declined', '{own,supervise}', '{}'),
  ('servicePlan', 'draft', 'dropped', '{own,supervise}', '{}'),
  ('servicePlan', 'agreed', 'approved', '{supervise}', '{agreed}'),
  ('servicePlan', 'agreed', 'draft', '{supervise}', '{}'),
  ('servicePlan', 'agreed', 'replaced', '{own,supervise}', '{}'),
  ('servicePlan', 'approved', 'replaced', '{own,supervise}', '{}');

create table service_delivered (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  service text not null check (service ~ '^[A-Za-z0-9_.-]{1,60}$'),
  delivered_on date not null,
  goal uuid,
  giver text check (giver ~ '^[A-Za-z0-9_.-]{1,60}$'),
  quantity integer check (quantity >= 0 and quantity <= 100000),
  unit text check (unit ~ '^[A-Za-z0-9_.-]{1,60}$'),
  cost integer check (cost >= 0 and cost <= 100000000),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id),
  foreign key (org_id, goal) references support_plan (org_id, id)
);

create index service_delivered_case on service_delivered (org_id, case_id);

create index service_delivered_goal on service_delivered (org_id, goal);

insert into record_state (record, state, begins, amends) values
  ('supportPlan', 'proposed', true, true),
  ('supportPlan', 'agreed', false, false),
  ('supportPlan', 'reached', false, false),
  ('supportPlan', 'notReached', false, false),
  ('supportPlan', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('supportPlan', 'proposed', 'agreed', '{own,supervise}', '{}'),
  ('supportPlan', 'proposed', 'dropped', '{own,supervise}', '{}'),
  ('supportPlan', 'agreed', 'reached', '{own,supervise}', '{}'),
  ('supportPlan', 'agreed', 'notReached', '{own,supervise}', '{}');

alter table support_plan add column service text check (service ~ '^[A-Za-z0-9_.-]{1,60}$');

alter table support_plan add column giver text check (giver ~ '^[A-Za-z0-9_.-]{1,60}$');

alter table support_plan add column why_not text check (why_not ~ '^[A-Za-z0-9_.-]{1,60}$');

alter table support_plan add column state text not null default 'agreed'
  check (state in ('proposed', 'agreed', 'reached', 'notReached', 'dropped'));

update support_plan set state = 'reached' where actual_end is not null;

alter table support_plan alter column state drop default;

do $$
declare one record;
begin
  for one in select * from (values
    ('needs_assessment', 'protection'),
    ('service_plan', 'protection'),
    ('service_delivered', 'protection')
  ) as t (at, part) loop
    execute format('alter table %I owner to setu_owner', one.at);
    execute format('alter table %I enable row level security', one.at);
    execute format('alter table %I force row level security', one.at);
    execute format('grant select, insert, update on %I to setu_app', one.at);
    execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, %L, false))',
      one.at || '_read', one.at, one.part);
    execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, %L, true))',
      one.at || '_add', one.at, one.part);
    execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, %L, true))
      with check (case_may(org_id, case_id, %L, true))', one.at || '_change', one.at, one.part, one.part);
    execute format('grant select on %I to setu_backup', one.at);
    execute format('create policy %I on %I for select to setu_backup using (true)', one.at || '_backup', one.at);
    execute format('grant select, delete on %I to setu_definer', one.at);
    execute format('create policy %I on %I for select to setu_definer using (true)', one.at || '_definer_find', one.at);
    execute format('create policy %I on %I for delete to setu_definer using (true)', one.at || '_definer_erase', one.at);
  end loop;
  for one in select * from (values
    ('needs_assessment', 'needsAssessment'),
    ('service_plan', 'servicePlan'),
    ('support_plan', 'supportPlan')
  ) as t (at, record) loop
    execute format('create trigger record_state_guard before insert or update on %I for each row
      execute function record_state_guard(%L)', one.at, one.record);
    execute format('create trigger record_step_keep after insert or update on %I for each row
      execute function record_step_keep(%L)', one.at, one.record);
  end loop;
end $$;

create or replace function case_sealed() returns table (at text, held text)
language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
  select t.at, unnest(t.held) from (values
    ('person_identity', array['name', 'name_in_other_script', 'also_known_as', 'father', 'mother', 'spouse', 'birth',
      'identity_number', 'salutation', 'first_name', 'middle_name', 'second_name', 'title']),
    ('person_contact', array['safe_way', 'mobile', 'home_phone', 'email', 'street', 'city', 'state', 'postal_code',
      'country', 'latitude', 'longitude']),
    ('case_narrative', array['own_words', 'safety_now', 'vulnerability_details', 'recruitment_place',
      'exploitation_place', 'closure_reason']),
    ('case_origin', array['case_owner', 'from_organisation', 'from_caseworker', 'received_details', 'to_organisation',
      'to_caseworker', 'sent_details', 'industry_words', 'recruitment_app_words', 'exploitation_app_words']),
    ('source_organisation', array['name', 'street', 'city', 'state', 'postal_code', 'country', 'latitude',
      'longitude', 'phone']),
    ('trafficking_event', array['state', 'city', 'street', 'postal_code', 'latitude', 'longitude', 'description']),
    ('support_plan', array['objectives', 'actions']),
    ('person_mentioned', array['details', 'organisation']),
    ('case_note', array['words']),
    ('consent', array['recipient_words']),
    ('referral', array['note', 'shared_name', 'feedback']),
    ('risk_assessment', array['own_view', 'trafficker_contact_words', 'family_words', 'community_words', 'self_harm_words',
      'health_words', 'debt_words', 'documents_words', 'legal_exposure_words', 'online_exposure_words']),
    ('safety_plan', array['triggers', 'safe_people', 'safe_places', 'code_word', 'contact_channel', 'document_safety',
      'phone_safety', 'child_plan']),
    ('needs_assessment', array['individual_words', 'strengths', 'household_words', 'community_words']),
    ('service_plan', array['wishes', 'changes', 'sent_back_because']),
    ('service_delivered', array['words'])
  ) as t (at, held)
$$;

do $$
declare one record;
begin
  for one in select s.at, string_agg(format('%I', s.held), ', ') as held from case_sealed() s
      where s.at in ('needs_assessment', 'service_plan', 'service_delivered') group by s.at loop
    execute format('grant update (%s) on %I to setu_definer', one.held, one.at);
    execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', one.at || '_reseal', one.at);
  end loop;
end $$;

create or replace function case_wipe(p_org uuid, p_case uuid, p_count boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  letters uuid[];
  named text[];
begin
  select coalesce(array_agg(x.id), '{}') into letters from (
    select r.id from referral r where r.org_id = p_org and r.case_id = p_case
    union all select t.id from case_transfer t where t.org_id = p_org and t.case_id = p_case) x;
  delete from part_wrap w where w.org_id = p_org and (w.case_id = p_case or w.through_id = any (letters)
    or w.part_key_id in (select k.id from part_key k where k.org_id = p_org and k.holder_id = any (letters || p_case)));
  delete from part_key k where k.org_id = p_org and k.holder_id = any (letters || p_case);
  delete from part_wrap w using part_key k, emergency_access g
    where g.case_org = p_org and g.case_id = p_case and k.org_id = g.org_id and k.holder = 'emergency' and k.holder_id = g.id
      and w.org_id = k.org_id and w.part_key_id = k.id;
  delete from part_key k using emergency_access g
    where g.case_org = p_org and g.case_id = p_case and k.org_id = g.org_id and k.holder = 'emergency' and k.holder_id = g.id;
  if p_count then
    insert into erased_case (org_id, id, opened_in, closed_in, age_band, sex, trafficking_status, recruitment, control, exploitation)
    select p_org, gen_random_uuid(), date_trunc('month', f.opened_on)::date, date_trunc('month', f.closed_on)::date,
      a.age_band, a.sex, a.trafficking_status, a.recruitment, a.control, a.exploitation
    from case_file f left join lateral (select * from case_facts c
      where c.org_id = f.org_id and c.case_id = f.id order by c.id limit 1) a on true
    where f.org_id = p_org and f.id = p_case;
  end if;
  select coalesce(array_agg(l::text), '{}') into named from unnest(letters || p_case
    || array(select g.id from emergency_access g where g.case_org = p_org and g.case_id = p_case)) l;
  delete from notice n where n.about ->> 'case' = any (named) or n.about ->> 'referral' = any (named)
    or n.about ->> 'transfer' = any (named) or n.about ->> 'emergency' = any (named);
  delete from due_item d where d.org_id = p_org and (d.case_id = p_case or d.about_id = any (letters));
  delete from emergency_access g where g.case_org = p_org and g.case_id = p_case;
  delete from person_token x where x.org_id = p_org and x.case_id = p_case;
  delete from case_event x where x.org_id = p_org and x.case_id = p_case;
  delete from record_step x where x.org_id = p_org and x.case_id = p_case;
  delete from needs_assessment x where x.org_id = p_org and x.case_id = p_case;
  delete from service_plan x where x.org_id = p_org and x.case_id = p_case;
  delete from service_delivered x where x.org_id = p_org and x.case_id = p_case;
  delete from risk_assessment x where x.org_id = p_org and x.case_id = p_case;
  delete from safety_plan x where x.org_id = p_org and x.case_id = p_case;
  delete from case_check x where x.org_id = p_org and x.case_id = p_case;
  delete from case_task x where x.org_id = p_org and x.case_id = p_case;
  delete from case_note x where x.org_id = p_org and x.case_id = p_case;
  delete from case_transfer x where x.org_id = p_org and x.case_id = p_case;
  delete from referral x where x.org_id = p_org and x.case_id = p_case;
  delete from consent x where x.org_id = p_org and x.case_id = p_case;
  delete from rights_notice x where x.org_id = p_org and x.case_id = p_case;
  delete from person_mentioned x where x.org_id = p_org and x.case_id = p_case;
  delete from support_plan x where x.org_id = p_org and x.case_id = p_case;
  delete from trafficking_event x where x.org_id = p_org and x.case_id = p_case;
  delete from source_organisation x where x.org_id = p_org and x.case_id = p_case;
  delete from case_origin x where x.org_id = p_org and x.case_id = p_case;
  delete from case_narrative x where x.org_id = p_org and x.case_id = p_case;
  delete from case_facts x where x.org_id = p_org and x.case_id = p_case;
  delete from person_contact x where x.org_id = p_org and x.case_id = p_case;
  delete from person_identity x where x.org_id = p_org and x.case_id = p_case;
  delete from case_assignment x where x.org_id = p_org and x.case_id = p_case;
  delete from case_code x where x.org_id = p_org and x.case_id = p_case;
  delete from case_file x where x.org_id = p_org and x.id = p_case;
end $$;
