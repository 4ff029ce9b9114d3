import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import type { Calendar } from '../directory/calendar.ts'
import { plainDate } from '../plain-date.ts'
import { alertRules } from './alert-rules.ts'
import {
  type AssistanceFacts,
  assistanceNext,
  assistanceOver,
  assistanceStages,
  assistanceSteps,
  doubtsOf,
} from './assistance.ts'
import { plannedAlerts } from './criminal-alerts.ts'
import { officeTasks } from './criminal-offices.ts'
import { dualCriminality } from './dual-criminality.ts'
import type { LawOffence, LawText } from './law.ts'
import { builtInLaws } from './laws/index.ts'

const offence: LawOffence = {
  section: '6',
  title: { en: 'Trafficking', bn: 'পাচার' },
  category: 'trafficking',
  acts: ['recruitment', 'transfer'],
  means: ['force'],
  purposes: ['forcedLabour'],
  meansNeededFor: null,
  penalty: null,
  procedure: null,
  iccs: null,
  mark: 'unverified',
  source: 'made up',
}

const law = (
  jurisdiction: string,
  offences: readonly LawOffence[],
  more: Partial<LawText> = {},
): LawText => ({
  jurisdiction,
  code: 'ACT',
  edition: '1',
  title: { en: 'Act', bn: 'আইন' },
  scope: 'trafficking',
  validFrom: '2010-01-01',
  validTo: null,
  status: 'inForce',
  currency: 'XXX',
  note: null,
  definition: null,
  offences,
  limits: [],
  mark: 'unverified',
  source: 'made up',
  ...more,
})

const ours = law('BD', [offence])
const against = (theirs: Partial<LawOffence>, more: Partial<LawText> = {}) =>
  dualCriminality(
    { law: ours, offence },
    { laws: [ours, law('IN', [{ ...offence, ...theirs }], more)], country: 'IN', day: '2020-05-01' },
  )

describe('whether an offence is one over there', () => {
  test('it is where the same acts, means and purposes are named, or more of them', () => {
    expect(against({}).found).toBe('alike')
    expect(against({ acts: ['recruitment', 'transfer', 'receipt'] }).found).toBe('alike')
  })

  test('it is in part where some are named, and those that are not are said', () => {
    expect(against({ acts: ['recruitment'], means: [] })).toMatchObject({
      found: 'partly',
      lacking: ['transfer', 'force'],
    })
  })

  test('it is not where no purpose or no act is shared', () => {
    expect(against({ purposes: ['organs'] }).found).toBe('notFound')
    expect(against({ acts: ['receipt'] }).found).toBe('notFound')
    expect(against({ category: 'smuggling' }).found).toBe('notKnown')
  })

  test('what nobody has read is not known, and neither is a law that did not hold on the day or of which that is not known', () => {
    expect(against({ acts: [], purposes: [] }).found).toBe('notKnown')
    expect(against({}, { validFrom: null }).found).toBe('notKnown')
    expect(against({}, { validFrom: '2021-01-01' }).found).toBe('notKnown')
    expect(against({}, { validTo: '2019-12-31' }).found).toBe('notKnown')
    const nothing = { ...offence, acts: [], purposes: [] }
    expect(
      dualCriminality({ law: ours, offence: nothing }, { laws: [ours], country: 'BD', day: '2020-01-01' })
        .found,
    ).toBe('notKnown')
  })

  test('an offence that names no elements has those of the definition of its law', () => {
    const definition = {
      ...offence,
      covers: null,
      childUnder: null,
      childNeedsMeans: null,
      consentIrrelevant: null,
    }
    expect(against({ acts: [], means: [], purposes: [] }, { definition }).found).toBe('alike')
  })

  test('of the laws that Setu brings, an offence answers to itself in its own country', () => {
    for (const one of builtInLaws.filter(({ validFrom }) => validFrom !== null))
      for (const theirs of one.offences.filter(({ acts, purposes }) => acts.length + purposes.length > 0)) {
        const { found } = dualCriminality(
          { law: one, offence: theirs },
          { laws: builtInLaws, country: one.jurisdiction, day: String(one.validFrom) },
        )
        expect(found, `${one.code} ${String(theirs.section)}`).toBe('alike')
      }
  })
})

describe('silence of another country', () => {
  const calendar = (institution: 'executive' | 'court'): Calendar => ({
    jurisdiction: 'BD',
    institution,
    version: 't',
    weekend: [5, 6],
    holidays: [],
  })
  const limits = {
    investigation: null,
    extension: null,
    extensionRequest: null,
    trial: null,
    overrunReport: null,
    appeal: null,
  }
  const told = (requests: readonly AssistanceFacts[]) =>
    plannedAlerts(
      {
        investigations: [],
        finalReports: [],
        accused: [],
        hearings: [],
        overrunTold: [],
        investigatorMoved: [],
        over: plainDate('2024-01-01'),
        requests,
      },
      {
        limits,
        rules: alertRules,
        calendars: { executive: calendar('executive'), court: calendar('court') },
      },
    ).map(({ subject, mark, on }) => `${subject} ${mark} ${on}`)
  const [march, may] = [plainDate('2024-03-01'), plainDate('2024-05-31')]

  test('is told 60, 120 and 180 days after it was asked, also when the case at home is over, until it says anything', () => {
    expect(told([{ country: 'IN', sent: march, answered: null }])).toEqual([
      'IN 60 2024-04-30',
      'IN 120 2024-06-29',
      'IN 180 2024-08-28',
    ])
    expect(told([{ country: 'IN', sent: march, answered: may }])).toEqual(['IN 60 2024-04-30'])
  })

  test('is told once for all that was sent there on one day, and apart for each country and day', () => {
    const two = [
      { country: 'IN', sent: march, answered: may },
      { country: 'IN', sent: march, answered: null },
    ]
    expect(told(two)).toHaveLength(3)
    expect(told([...two, { country: 'NP', sent: march, answered: null }])).toHaveLength(6)
    expect(told([...two, { country: 'IN', sent: may, answered: null }])).toHaveLength(6)
  })
})

describe('a request to another country', () => {
  test('ends nowhere but where nothing more is expected, and only the authority speaks with the other country', () => {
    for (const stage of codesOf(assistanceStages)) {
      const ways = assistanceNext(stage, codesOf(officeTasks))
      expect(ways.length === 0, stage).toBe(assistanceOver(stage))
    }
    for (const { from, to, by } of assistanceSteps)
      if (from !== 'proposed') expect(by, `${from} > ${to}`).toEqual(['centralAuthority'])
    expect(assistanceNext('sent', ['monitoring', 'legalAid', 'court'])).toEqual([])
  })

  test('is told what is open about its basis', () => {
    expect(doubtsOf('untoc', 'IR')).toEqual(['notParty'])
    expect(doubtsOf('untoc', 'IN')).toEqual([])
    expect(doubtsOf('saarcAssistance', 'MY')).toEqual(['notParty', 'forceNotKnown'])
    expect(doubtsOf('saarcTrafficking', 'IN')).toEqual(['womenAndChildren'])
    expect(doubtsOf('bimstecAssistance', 'PK')).toContain('notParty')
    expect(doubtsOf('bilateralTreaty', 'IN')).toEqual(['partyNotKnown'])
    expect(doubtsOf('reciprocity', 'AE')).toEqual([])
  })
})
