/** Mistakes that somebody could make in a migration, each in one place of one function. */
export const faults = [
  {
    what: 'a consent that was withdrawn still counts',
    named: 'consent_lives',
    from: 'and k.withdrawn_at is null',
    to: '',
  },
  {
    what: 'a consent of another purpose counts',
    named: 'consent_lives',
    from: 'and k.purpose = p_purpose',
    to: '',
  },
  { what: 'police read as the service asked for reads', named: 'work_of', from: "'police', ", to: '' },
  {
    what: 'an emergency that is over still counts',
    named: 'case_relation',
    from: "and g.state = 'granted' and g.until > now()) then return 'emergency'",
    to: "and g.state = 'granted') then return 'emergency'",
  },
  {
    what: 'an emergency shows more than was asked for',
    named: 'actor_emergency',
    from: "(a.part in ('facts', 'status', 'trail') or a.part = any (g.parts))",
    to: 'true',
  },
  {
    what: 'a receiver reads whose colleague took it',
    named: 'actor_named',
    from: 'm.focal or r.worker_account = me[2]',
    to: 'true',
  },
  {
    what: 'a colleague who declared a conflict sees the referral',
    named: 'actor_received',
    from: 'where not exists (select 1 from case_assignment a where a.account_id = me[2]',
    to: 'where not exists (select 1 from case_assignment a where false',
  },
  {
    what: 'a receiver has the referral that a colleague took on their list',
    named: 'actor_named_all',
    from: 'm.focal or r.worker_account = me[2]',
    to: 'true',
  },
  {
    what: 'a service is written after its referral ended',
    named: 'service_writable',
    from: "r.state in ('accepted', 'serviceStarted')",
    to: 'true',
  },
  {
    what: 'police see what a service gave',
    named: 'service_mine',
    from: "n.work in ('care', 'legal', 'livelihood')",
    to: 'true',
  },
  {
    what: 'a referral of long ago stays on the list',
    named: 'actor_named_all',
    from: 'and o.ended_at > earliest',
    to: '',
  },
] as const
