-- The clock tells those who answer for the node when nobody outside confirms the log any more, once a day each.

grant select (name, seen_at, trouble) on log_witness to setu_clock;

create policy log_witness_clock on log_witness for select to setu_clock using (true);

grant select (made_at) on log_checkpoint to setu_clock;

create policy log_checkpoint_clock on log_checkpoint for select to setu_clock using (true);

grant select (account_id, kind, made_at) on notice to setu_clock;

create policy notice_clock_told on notice for select to setu_clock using (kind in ('logUnwitnessed', 'logDisputed'));
