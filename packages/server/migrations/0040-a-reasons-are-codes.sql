-- A reason is one of a list. Words of somebody's own would stand in clear here, beside what is sealed.
alter table case_check add constraint case_check_reason_is_a_code
  check (reason ~ '^[A-Za-z0-9_.-]{1,60}$') not valid;

alter table case_event add constraint case_event_reason_is_a_code
  check (about ->> 'reason' is null or about ->> 'reason' ~ '^[A-Za-z0-9_.-]{1,60}$') not valid;
