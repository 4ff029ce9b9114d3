import {
  codesOf,
  criminalOutcomes,
  informationCredibilities,
  networkKinds,
  networkTies,
  sourceReliabilities,
  standings,
} from '@setu/vocabulary'
import { z } from 'zod'
import { country, day, id, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

const words = (most: number) => storableText(most).trim().min(1)
const kind = z.enum(codesOf(networkKinds))
const tie = z.enum(codesOf(networkTies))
const caseRef = z.strictObject({ org: id, id })
const paper = z
  .string()
  .regex(/^[0-9A-Za-z\u0980-\u09ff][0-9A-Za-z\u0980-\u09ff ./()-]{0,39}$/)
  .nullable()

/** A network that a unit begins out of a criminal case. */
export const networkOpen = command.extend({ id, unit: id, name: words(120), case: caseRef })

export const networkOpened = z.strictObject({ org: id, id, version: z.number().int() })

/** For which criminal case somebody looks at a network: nobody looks without one. */
export const networkFor = z.strictObject({ caseOrg: id, case: id })

const nodeSaid = {
  /** What it is called, first as it is mostly said, then otherwise and in other scripts. */
  names: z.array(words(500)).max(50),
  number: words(500).nullable(),
  within: words(500).nullable(),
}

const nodeCodes = {
  kind,
  sex: z.enum(['female', 'male', 'other']).nullable(),
  birthYear: z.number().int().min(1800).max(2200).nullable(),
  country: country.nullable(),
}

const accusedRef = z.strictObject({ org: id, case: id, id })

/** Something of a network: version 0 adds it. How somebody stands is not said here: it follows from their case. */
export const nodeKeep = change
  .extend({ id, accused: accusedRef.nullable() })
  .extend(nodeCodes)
  .extend(nodeSaid)

const tieSaid = {
  role: words(500).nullable(),
  since: day.nullable(),
  until: day.nullable(),
  reliability: z.enum(codesOf(sourceReliabilities)),
  credibility: z.enum(codesOf(informationCredibilities)),
  paper,
}

/** How two things of a network belong together, and where that was learnt: version 0 adds it. */
export const tieKeep = change
  .extend({ id, tie, from: id, to: id, learnt: caseRef.nullable() })
  .extend(tieSaid)

/** Takes something out of a network, with its ties where it has any. */
export const networkRemove = change.extend({ id })

/** Keeps somebody out of files for others, or no longer; no other office is told. */
export const nodeHold = command.extend({ node: id, held: z.boolean() })

export const networkOfficeAdd = command.extend({ id, unit: id })
export const networkOfficeEnd = command.extend({ office: id })

const caseShort = caseRef.extend({ code: z.string() })

/** A network in a list, with how much it holds. */
export const networkSummary = z.strictObject({
  org: id,
  id,
  /** Null where no key of this reader opens it. */
  name: z.string().nullable(),
  office: bilingual,
  openedOn: day,
  /** The criminal case out of which it began, for whoever works on that. */
  begun: caseShort.nullable(),
  nodes: z.number().int(),
  ties: z.number().int(),
})

export const networkList = z.strictObject({ items: z.array(networkSummary) })

const nodeView = z.strictObject({
  id,
  version: z.number().int(),
  ...nodeCodes,
  names: z.array(z.string()),
  number: z.string().nullable(),
  within: z.string().nullable(),
  standing: z.enum(codesOf(standings)).nullable(),
  /** How it ended for somebody of whose accusation nothing is left. */
  ended: z.enum(codesOf(criminalOutcomes)).nullable(),
  /** Whom of a criminal case this is; null also for whoever does not work on that case. */
  accused: accusedRef.extend({ code: z.string() }).nullable(),
  /** Whether one's own office keeps them out of files. */
  held: z.boolean(),
})

const tieView = z.strictObject({
  id,
  version: z.number().int(),
  tie,
  from: id,
  to: id,
  ...tieSaid,
  role: z.string().nullable(),
  paper: z.string().nullable(),
  learnt: caseShort.nullable(),
})

const networkOfficeView = z.strictObject({
  id,
  unit: id,
  name: bilingual,
  task: z.enum(['investigation', 'prosecution']),
  from: day,
  until: day.nullable(),
  /** Whose the network is. */
  leads: z.boolean(),
  mayEnd: z.boolean(),
})

/** A whole network, as one picture shows it. */
export const networkView = z.strictObject({
  org: id,
  id,
  name: z.string().nullable(),
  /** Whether one is of the office whose network it is, which alone lets others in. */
  leads: z.boolean(),
  /** Whether an office is in it that one is not of; without one no file leaves for others. */
  beside: z.boolean(),
  most: z.number().int(),
  offices: z.array(networkOfficeView),
  nodes: z.array(nodeView),
  ties: z.array(tieView),
})

/** What was changed in a network, by which office, and what stood there before. */
export const networkHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      about: z.enum(['node', 'tie']),
      item: id,
      version: z.number().int(),
      did: z.enum(['added', 'changed', 'removed']),
      names: z.array(z.string()).nullable(),
      number: z.string().nullable(),
      role: z.string().nullable(),
      grade: z.string().nullable(),
      by: bilingual,
      at: z.string(),
    }),
  ),
  next: z.string().nullable(),
})
export const historyQuery = networkFor.extend({ after: storableText(120).optional() })

/** Which network a file is for. */
export const networkFileQuery = z.strictObject({ org: id, id })

/** `others` takes along whom a court has charged or convicted, and what hangs on them; `own` all but whom one’s own office holds back. */
export const networkExportQuery = networkFileQuery
  .extend(networkFor.shape)
  .extend({ reach: z.enum(['others', 'own']) })

/** What a file of entities holds, before anything of it is stored. */
export const networkPreview = z.strictObject({
  preview: id.nullable(),
  ready: z.boolean(),
  nodes: z.array(z.strictObject({ kind, count: z.number().int() })),
  ties: z.number().int(),
  problems: z.array(
    z.strictObject({
      line: z.number().int().nullable(),
      code: z.string(),
      property: z.string().nullable(),
      weight: z.enum(['refusal', 'error', 'warning', 'note']),
      message: bilingual,
    }),
  ),
  problemCount: z.number().int(),
})

/** Brings a file in that was looked through. */
export const networkImport = command.extend({ preview: id })
export const networkImported = z.strictObject({ nodes: z.number().int(), ties: z.number().int() })

export type NetworkOpen = z.infer<typeof networkOpen>
export type NetworkFor = z.infer<typeof networkFor>
export type NodeKeep = z.infer<typeof nodeKeep>
export type TieKeep = z.infer<typeof tieKeep>
export type NetworkRemove = z.infer<typeof networkRemove>
export type NodeHold = z.infer<typeof nodeHold>
export type NetworkOfficeAdd = z.infer<typeof networkOfficeAdd>
export type NetworkOfficeEnd = z.infer<typeof networkOfficeEnd>
export type NetworkSummary = z.infer<typeof networkSummary>
export type NetworkView = z.infer<typeof networkView>
export type NetworkNodeView = NetworkView['nodes'][number]
export type NetworkTieView = NetworkView['ties'][number]
export type NetworkHistory = z.infer<typeof networkHistory>
export type HistoryQuery = z.infer<typeof historyQuery>
export type NetworkExportQuery = z.infer<typeof networkExportQuery>
export type NetworkFileQuery = z.infer<typeof networkFileQuery>
export type NetworkPreview = z.infer<typeof networkPreview>
export type NetworkImport = z.infer<typeof networkImport>
export type NetworkImported = z.infer<typeof networkImported>
