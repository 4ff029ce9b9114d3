-- Whoever answers a referral tells its sender. That they may was asked of every referral of every sender, each
-- under its own policy; now it is one look-up of what was sent to one's own units.

create index referral_sender on referral (sender_account, to_unit);

create function sent_to_us(p_account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return exists (select 1 from referral r where r.sender_account = p_account and r.to_unit = any (actor_units()));
end $$;

alter function sent_to_us(uuid) owner to setu_definer;

revoke all on function sent_to_us(uuid) from public;

grant execute on function sent_to_us(uuid) to setu_app;

alter policy notice_add on notice with check (org_id = (select actor_org()) or sent_to_us(account_id));
