-- Law is laid down by prosecutors of a prosecution office, a ministry or the national authority: a role is given by each
-- organisation to its own people, and law holds for everybody. What held before is replaced by putting another into force, never by itself.

create function actor_lays_law() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return me is not null and actor_has('prosecutor')
    and exists (select 1 from organisation o where o.id = me[1] and o.type in ('prosecution', 'ministry', 'nationalAuthority'));
end $$;

create function law_text_replace() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.standing = 'inForce' and old.standing = 'proposed' then
    update law_text set standing = 'replaced', version = version + 1
      where (jurisdiction, code, edition) = (new.jurisdiction, new.code, new.edition) and standing = 'inForce' and id <> new.id;
  end if;
  return new;
end $$;

alter function actor_lays_law() owner to setu_definer;

revoke all on function actor_lays_law() from public;

grant execute on function actor_lays_law() to setu_app;

alter function law_text_replace() owner to setu_definer;

revoke all on function law_text_replace() from public;

grant select, update (standing, version) on law_text to setu_definer;

create policy law_text_definer on law_text for select to setu_definer using (true);

create policy law_text_definer_replace on law_text for update to setu_definer using (standing = 'inForce') with check (standing = 'replaced');

create trigger law_text_replace before update on law_text for each row execute function law_text_replace();

drop policy law_text_draft on law_text;

create policy law_text_draft on law_text for insert to setu_app
  with check (standing = 'draft' and (select actor_lays_law()) and drafted_by = (select actor_account())
    and drafted_org = (select actor_org()));

drop policy law_text_own on law_text;

create policy law_text_own on law_text for update to setu_app
  using (standing = 'draft' and drafted_by = (select actor_account()) and (select actor_lays_law()))
  with check (standing in ('draft', 'proposed') and drafted_by = (select actor_account()));

drop policy law_text_answer on law_text;

create policy law_text_answer on law_text for update to setu_app
  using (standing = 'proposed' and drafted_by <> (select actor_account()) and (select actor_lays_law()))
  with check (standing in ('inForce', 'declined') and answered_by = (select actor_account()) and answered_org = (select actor_org()));
