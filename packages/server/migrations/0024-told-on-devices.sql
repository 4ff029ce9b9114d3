-- Somebody is told on each device on which they asked for it, and drops them one by one.

alter table notice_channel add column id uuid not null default gen_random_uuid();

alter table notice_channel add column device text not null default '' check (length(device) <= 200);

alter table notice_channel drop constraint notice_channel_pkey;

alter table notice_channel add primary key (org_id, id);

create index notice_channel_account on notice_channel (org_id, account_id);

create unique index notice_channel_email on notice_channel (org_id, account_id) where channel = 'email';
