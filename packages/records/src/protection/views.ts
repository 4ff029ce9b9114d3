import { z } from 'zod'
import { day, id } from '../kit/check.ts'
import { bilingual } from '../platform/api.ts'
import { recordView } from './case-record.ts'
import {
  caseSummary,
  consentView,
  dueView,
  eventList,
  eventView,
  moment,
  part,
  person,
  referralView,
  requirement,
  state,
  transferView,
} from './shapes.ts'

/** A case as this reader may see it. What they may not see is absent, not hidden. */
export const caseView = caseSummary.extend({
  version: z.number().int(),
  may: z.strictObject({
    read: z.array(part),
    write: z.array(part),
    refer: z.boolean(),
    assign: z.boolean(),
    transfer: z.boolean(),
  }),
  /** While one reads it by emergency access: why, until when, and which access that is. */
  emergency: z
    .strictObject({ org: id, id, version: z.number().int(), reason: z.string(), until: moment })
    .nullable(),
  closedOn: day.nullable(),
  path: z.array(z.strictObject({ to: state, missing: z.array(requirement), waivable: z.array(requirement) })),
  facts: recordView.nullable(),
  records: z.array(recordView),
  /** How it stands with reaching the person, for those who work on the case: agreed ways, tries, when contact counts as lost. */
  tracing: z
    .strictObject({
      channels: z.array(z.string()),
      missed: z.number().int(),
      tries: z.number().int(),
      needed: z.number().int(),
      over: z.number().int(),
      first: day.nullable(),
      lost: z.boolean(),
    })
    .nullable(),
  team: z.array(
    z.strictObject({
      id,
      version: z.number().int(),
      account: person,
      lead: z.boolean(),
      conflict: z.string(),
      ended: moment.nullable(),
    }),
  ),
  consents: z.array(consentView),
  rightsNotices: z.array(
    z.strictObject({
      id,
      givenOn: day,
      means: z.string(),
      language: z.string(),
      textVersion: z.string(),
      understood: z.boolean(),
    }),
  ),
  referrals: z.array(referralView),
  transfers: z.array(transferView),
  tasks: z.array(
    z.strictObject({
      id,
      version: z.number().int(),
      kind: z.string(),
      account: person.nullable(),
      dueOn: day,
      doneOn: day.nullable(),
    }),
  ),
  due: z.array(dueView),
  timeline: eventList,
  notes: z.array(
    z.strictObject({ id, kind: z.string(), part, happenedOn: day, recorded: moment, by: z.string() }),
  ),
})

export const trailItem = z.strictObject({
  at: moment,
  part,
  did: z.string(),
  reason: z.string().nullable(),
  by: z.strictObject({ person: z.string().nullable(), office: bilingual }),
  relation: z.string().nullable(),
  /** Where it stands in the sealed log; nowhere yet in its first second. */
  place: z.number().int().min(0).nullable(),
})
export const trail = z.strictObject({ items: z.array(trailItem), next: z.string().nullable() })

export const waitingView = z.strictObject({
  kind: z.enum(['referral', 'transfer', 'conflict', 'message']),
  org: id,
  id,
  code: z.string(),
  /** The case to declare on, or in which a survivor wrote; nothing else leads to a case before it is answered. */
  case: z.strictObject({ org: id, id }).nullable(),
  service: z.string().nullable(),
  urgency: z.string().nullable(),
  from: bilingual.nullable(),
  due: moment.nullable(),
  version: z.number().int(),
})

/** My day: what is due, what waits for me, what changed in my cases. */
export const myDay = z.strictObject({
  due: z.array(dueView),
  overdue: z.number().int(),
  dueToday: z.number().int(),
  waiting: z.array(waitingView),
  changed: z.array(eventView.extend({ case: z.strictObject({ org: id, id, code: z.string() }) })),
})

/** The supervisor's board: promises by who holds them, never by who closes most. */
export const board = z.strictObject({
  kinds: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      organisation: bilingual,
      unit: z.strictObject({ id, name: bilingual }),
      account: person.nullable(),
      open: z.number().int(),
      cells: z.record(z.string(), z.strictObject({ overdue: z.number().int(), soon: z.number().int() })),
    }),
  ),
  items: z.array(dueView),
  colleagues: z.array(person),
})

export const officeCounts = z.strictObject({
  counts: z.array(z.strictObject({ state: z.string(), cases: z.number().int() })),
})

/** Who may see what of a case, as the database decides it, and after how many days it ends. */
export const accessRules = z.strictObject({
  items: z.array(
    z.strictObject({
      relation: z.string(),
      work: z.string(),
      part,
      read: z.boolean(),
      write: z.boolean(),
      consent: z.boolean(),
    }),
  ),
  days: z.record(z.string(), z.number().int()),
})
