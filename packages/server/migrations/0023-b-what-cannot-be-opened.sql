-- A sealed value that no key of the reader opens is not passed over in silence: the trail says so.
alter table audit_item drop constraint audit_item_did_check;

alter table audit_item add constraint audit_item_did_check check (did in ('read', 'wrote', 'shared', 'withdrew', 'unopened'));
