import {
  accusedAges,
  accusedRoles,
  codesOf,
  complainantKinds,
  courtKinds,
  criminalCategories,
  criminalMatters,
  criminalOutcomes,
  criminalStages,
  custodyStates,
  finalReportKinds,
  officeTasks,
  protectiveMeasures,
  sentenceKinds,
  sexes,
} from '@setu/vocabulary'
import { z } from 'zod'
import { country, day, id, place, storableText } from '../kit/check.ts'
import { bilingual, change, command } from '../platform/api.ts'

export const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** A number as it stands on a paper of the police or a court: signs and figures, no words about anybody. */
export const paperNumber = z.string().regex(/^[0-9A-Za-z\u0980-\u09ff][0-9A-Za-z\u0980-\u09ff ./()-]{0,39}$/)

export const stage = z.enum(codesOf(criminalStages))
const task = z.enum(codesOf(officeTasks))
const paper = paperNumber.nullable()
const jurisdiction = country

export const courtView = z.strictObject({
  id,
  jurisdiction: z.string(),
  kind: z.enum(codesOf(courtKinds)),
  name: bilingual,
  district: z.string().nullable(),
})

export const courtList = z.strictObject({ items: z.array(courtView) })

export const courtAdd = command.extend({
  id,
  jurisdiction,
  kind: z.enum(codesOf(courtKinds)),
  nameEn: storableText(200).min(2),
  nameBn: storableText(200).min(2),
  district: place.nullable(),
})

/** What a criminal case is known by and what it is about. Nobody is named in any of it. */
const facts = z.strictObject({
  matter: z.enum(codesOf(criminalMatters)),
  category: z.enum(codesOf(criminalCategories)),
  complainant: z.enum(codesOf(complainantKinds)),
  district: place.nullable(),
  /** Number and year of the FIR at the police station. */
  stationNumber: z.number().int().min(1).max(99_999).nullable(),
  stationYear: z.number().int().min(1971).max(2200).nullable(),
  grNumber: paper,
  tribunalNumber: paper,
  monitoringNumber: paper,
  court: id.nullable(),
  /** The day of the offence: it chooses the law. */
  offenceOn: day.nullable(),
  transnational: z.boolean(),
  destinations: z.array(country).max(20).refine(unique, { message: 'twice' }),
  measures: z
    .array(z.enum(codesOf(protectiveMeasures)))
    .max(20)
    .refine(unique, { message: 'twice' }),
})

/** A criminal case as an investigating office writes it down. */
export const criminalOpen = command
  .extend({ id, unit: id, jurisdiction, reportedOn: day })
  .extend(facts.shape)
export const criminalOpened = z.strictObject({ org: id, id, code: z.string(), version: z.number().int() })
export const criminalChange = change.extend(facts.shape)

export const officeAdd = command.extend({ id, unit: id, task })
export const officeEnd = command.extend({ office: id })

const accusedSaid = z.strictObject({
  name: storableText(200).min(2),
  /** Other names and other spellings, in whatever script. */
  aliases: z.array(storableText(200).min(1)).max(20),
  father: storableText(200).min(1).nullable(),
  particulars: storableText(2000).min(1).nullable(),
})

const accusedCodes = z.strictObject({
  roles: z
    .array(z.enum(codesOf(accusedRoles)))
    .max(20)
    .refine(unique, { message: 'twice' }),
  age: z.enum(codesOf(accusedAges)),
  sex: z.enum(codesOf(sexes)),
  nationality: country.nullable(),
  official: z.boolean(),
})

/**
 * Somebody accused in a case: version 0 adds them, with where they are. What is sealed and left out of a correction stays as it
 * was, so that whoever cannot open a name need not write one.
 */
export const accusedKeep = change
  .extend({ id, custody: z.enum(codesOf(custodyStates)), custodyOn: day })
  .extend(accusedCodes.shape)
  .extend(accusedSaid.partial().shape)

const lawCode = z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/)

/** The name of a law as it stands on a charge sheet, and nothing about anybody. */
const lawTitle = z.string().regex(/^[0-9A-Za-z\u0980-\u09ff][0-9A-Za-z\u0980-\u09ff ,./()-]{1,119}$/)

/** Of what an accused is accused, and how far that has come when it is written down. */
export const offenceAdd = command.extend({
  id,
  accused: id,
  /** A law that is known here, or the code for another, which is then named. */
  law: lawCode,
  otherLaw: lawTitle.nullable().optional(),
  section: z.string().regex(/^[0-9A-Za-z\u0980-\u09ff][0-9A-Za-z\u0980-\u09ff()/., -]{0,39}$/),
  stage,
  on: day,
  paper,
})

const amount = z.number().int().min(0).max(1_000_000_000_000)

export const sentence = z.strictObject({
  kinds: z
    .array(z.enum(codesOf(sentenceKinds)))
    .min(1)
    .max(7)
    .refine(unique, { message: 'twice' }),
  months: z.number().int().min(0).max(1200).nullable(),
  fine: amount.nullable(),
  compensation: amount.nullable(),
})

/** The next stage of one accused for one offence. */
export const offenceStep = change.extend({
  to: stage,
  on: day,
  paper,
  report: z.enum(codesOf(finalReportKinds)).optional(),
  sentence: sentence.optional(),
})

export const custodyStep = change.extend({ to: z.enum(codesOf(custodyStates)), on: day, paper })

export const casesQuery = z.strictObject({
  standing: z.enum(['open', 'over']).optional(),
  number: storableText(40).min(1).optional(),
  after: storableText(120).optional(),
})

const standing = z.strictObject({ stage, outcome: z.enum(codesOf(criminalOutcomes)).nullable() })

/** A criminal case in a list. */
export const criminalSummary = z.strictObject({
  org: id,
  id,
  version: z.number().int(),
  code: z.string(),
  matter: z.enum(codesOf(criminalMatters)),
  category: z.enum(codesOf(criminalCategories)),
  district: z.string().nullable(),
  stationNumber: z.number().int().nullable(),
  stationYear: z.number().int().nullable(),
  grNumber: z.string().nullable(),
  tribunalNumber: z.string().nullable(),
  court: courtView.nullable(),
  reportedOn: day,
  /** Of each accused, where they stand: by what is still open, else by the gravest outcome. */
  accused: z.array(standing.extend({ place: z.number().int() })),
  nextHearing: day.nullable(),
  lastHearing: day.nullable(),
})

const casesAndPersons = z.strictObject({ cases: z.number().int(), persons: z.number().int() })

export const criminalList = z.strictObject({ items: z.array(criminalSummary), next: z.string().nullable() })

/** Cases and persons of the offices that one belongs to, counted apart. */
export const criminalCounted = z.strictObject({
  all: casesAndPersons,
  investigated: casesAndPersons,
  prosecuted: casesAndPersons,
  convicted: casesAndPersons,
  acquitted: casesAndPersons,
  discharged: casesAndPersons,
  endedOtherwise: casesAndPersons,
  convictedOfJudged: z.number().nullable(),
  convictedOfDisposed: z.number().nullable(),
})

export const stepView = z.strictObject({
  about: z.enum(['stage', 'custody']),
  accused: id,
  offence: id.nullable(),
  from: z.string().nullable(),
  to: z.string(),
  on: day,
  paper: z.string().nullable(),
  /** What the police had found, at a final report. */
  report: z.string().nullable(),
  by: bilingual,
})

export const offenceView = z.strictObject({
  id,
  version: z.number().int(),
  law: z.string(),
  /** The name of a law that is none of those known here. */
  otherLaw: z.string().nullable(),
  section: z.string(),
  stage,
  on: day,
  paper: z.string().nullable(),
  report: z.string().nullable(),
  outcome: z.enum(codesOf(criminalOutcomes)).nullable(),
  sentence: sentence.extend({ kinds: z.array(z.enum(codesOf(sentenceKinds))) }),
})

export const accusedView = accusedCodes.extend({
  id,
  version: z.number().int(),
  place: z.number().int(),
  /** Only for offices that may read names; `null` for all others, and where no key of this reader opens them. */
  said: accusedSaid.nullable(),
  custody: z.enum(codesOf(custodyStates)),
  custodyOn: day,
  offences: z.array(offenceView),
})

export const officeView = z.strictObject({
  id,
  task,
  unit: id,
  name: bilingual,
  from: day,
  until: day.nullable(),
  /** Whose doing it was that the task ended. */
  endedBy: bilingual.nullable(),
  /** Whether one may end what it does here. */
  mayEnd: z.boolean(),
})

const writable = z.enum(['status', 'accused', 'custody', 'hearings', 'offices'])

/** A criminal case with all that this reader's office may see of it. */
export const criminalView = facts.extend({
  org: id,
  id,
  version: z.number().int(),
  code: z.string(),
  jurisdiction: z.string(),
  reportedOn: day,
  courtView: courtView.nullable(),
  /** What one's own offices do here. */
  tasks: z.array(task),
  writes: z.array(writable),
  offices: z.array(officeView),
  accused: z.array(accusedView),
  steps: z.array(stepView),
  matters: z.array(
    z.strictObject({
      matter: z.enum(codesOf(criminalMatters)),
      category: z.enum(codesOf(criminalCategories)),
      at: z.string(),
      by: bilingual,
    }),
  ),
})

/** Offices that could take on a task, by name. */
export const officeOptions = z.strictObject({
  items: z.array(z.strictObject({ unit: id, name: bilingual, tasks: z.array(task) })),
})

export const readingsQuery = z.strictObject({ after: storableText(200).optional() })

/** Who opened names of accused persons and of networks, and orders of courts, or took them out, the latest first. Names of colleagues, of others the office. */
export const criminalReadings = z.strictObject({
  items: z.array(
    z.strictObject({
      at: z.string(),
      part: z.enum(['accused', 'orders', 'network']),
      did: z.enum(['read', 'shared']),
      /** For whom a file of a network was taken out; nothing where none was. */
      file: z.enum(['others', 'own']).nullable(),
      code: z.string().nullable(),
      name: z.string().nullable(),
      office: bilingual,
      tasks: z.array(z.string()),
    }),
  ),
  next: z.string().nullable(),
})

export type CourtView = z.infer<typeof courtView>
export type CourtAdd = z.infer<typeof courtAdd>
export type CriminalOpen = z.infer<typeof criminalOpen>
export type CriminalOpened = z.infer<typeof criminalOpened>
export type CriminalChange = z.infer<typeof criminalChange>
export type OfficeAdd = z.infer<typeof officeAdd>
export type OfficeEnd = z.infer<typeof officeEnd>
export type AccusedKeep = z.infer<typeof accusedKeep>
export type OffenceAdd = z.infer<typeof offenceAdd>
export type OffenceStep = z.infer<typeof offenceStep>
export type CustodyStep = z.infer<typeof custodyStep>
export type CasesQuery = z.infer<typeof casesQuery>
export type CriminalSummary = z.infer<typeof criminalSummary>
export type CriminalList = z.infer<typeof criminalList>
export type CriminalCounted = z.infer<typeof criminalCounted>
export type OffenceView = z.infer<typeof offenceView>
export type AccusedView = z.infer<typeof accusedView>
export type CriminalView = z.infer<typeof criminalView>
export type ReadingsQuery = z.infer<typeof readingsQuery>
export type CriminalReadings = z.infer<typeof criminalReadings>
export type OfficeOptions = z.infer<typeof officeOptions>
export type Sentence = z.infer<typeof sentence>
