import {
  addDays,
  type CriminalOutcome,
  type CriminalStage,
  type CustodyState,
  countCriminal,
  criminalStep,
  custodySteps,
  firstStages,
  lawOf,
  mayBecome,
  outcomeAfter,
  plainDate,
  weekdayOf,
} from '@setu/vocabulary'
import { builtInLaws } from '@setu/vocabulary/laws'
import { describe, expect, test } from 'vitest'
import { planCriminalCases } from './plan-criminal-cases.ts'
import type { CriminalAct, CriminalStory } from './story.ts'

const now = new Date('2026-11-23T06:00:00Z')
const today = plainDate('2026-11-23')
const stories = planCriminalCases(now)
const acts = stories.flatMap((story) => story.acts)

type One<Kind extends CriminalAct['act']> = Extract<CriminalAct, { readonly act: Kind }>
const isOne =
  <Kind extends CriminalAct['act']>(kind: Kind) =>
  (act: CriminalAct): act is One<Kind> =>
    act.act === kind

/** Where each accused stands for each offence, told from the acts alone. */
function standings({ id, acts: own }: CriminalStory) {
  const found = new Map<
    string,
    { case: string; accused: string; stage: CriminalStage; outcome: CriminalOutcome | null }
  >()
  for (const act of own) {
    if (act.act === 'offence')
      found.set(act.id, { case: id, accused: act.accused, stage: act.stage, outcome: null })
    if (act.act !== 'stage') continue
    const before = found.get(act.offence)
    if (before === undefined) throw new Error('a step of nothing')
    expect(criminalStep(before.stage, act.to), `${before.stage} to ${act.to}`).not.toBeNull()
    found.set(act.offence, { ...before, stage: act.to, outcome: outcomeAfter(before.outcome, act.to) })
  }
  return [...found.values()]
}

const disposed = (story: CriminalStory) => standings(story).every(({ outcome }) => outcome !== null)
const reachedCourt = ({ acts: own }: CriminalStory) =>
  own.some((act) => act.act === 'stage' && act.to === 'cognizance')

describe('the criminal cases of the demonstration', () => {
  test('are a hundred and twenty, the same whenever they are drawn for the same day, ten of them in the short one', () => {
    expect(stories).toHaveLength(120)
    expect(JSON.stringify(planCriminalCases(now))).toBe(JSON.stringify(stories))
    const small = planCriminalCases(now, 'small')
    expect(small).toHaveLength(10)
    expect(JSON.stringify(small)).toBe(JSON.stringify(stories.slice(0, 10)))
  })

  test.each(['2025-06-13T20:00:00Z', '2026-01-09T06:00:00Z', '2026-03-14T06:00:00Z', '2029-08-01T00:00:00Z'])(
    'go only ways that a case may go, in order, and not into the time to come, when loaded at %s',
    (moment) => {
      const at = new Date(moment)
      const last = new Date(at.getTime() + 6 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
      for (const story of planCriminalCases(at)) {
        standings(story)
        const days = story.acts.map(({ on }) => on)
        expect(days, story.key).toEqual(days.toSorted())
        expect(String(days.at(-1)) <= last, `${story.key}: ${days.at(-1)}`).toBe(true)
        expect(story.acts[0]?.act).toBe('open')
        for (const act of story.acts)
          if (act.act === 'hearing' && act.day.standing !== 'set') expect(act.day.on <= last).toBe(true)
      }
    },
  )

  test('are written down by whose it is, once their office is there', () => {
    for (const { key, acts: own } of stories) {
      const here = new Set(['investigation'])
      const stages = new Map<string, CriminalStage>()
      for (const act of own) {
        expect(here, `${key}: ${act.act} on ${act.on}`).toContain(act.by)
        if (act.act === 'office') here.add(act.task)
        if (act.act === 'offence') {
          expect(firstStages).toContain(act.stage)
          stages.set(act.id, act.stage)
        }
        if (act.act !== 'stage') continue
        const step = criminalStep(stages.get(act.offence) ?? 'reported', act.to)
        expect(step?.by).toContain(act.by)
        stages.set(act.offence, act.to)
      }
    }
  })

  test('hold, let out and miss people only as that can happen, and never before the report', () => {
    const kinds = new Set<CustodyState>()
    for (const { acts: own, key } of stories) {
      const where = new Map<string, readonly [CustodyState, string]>()
      for (const act of own) {
        if (act.act === 'accused') where.set(act.id, [act.values.custody, act.on])
        if (act.act !== 'custody') continue
        const [before, since] = where.get(act.accused) ?? ['dead', '']
        expect(mayBecome(custodySteps, before, act.to), `${key}: ${before} to ${act.to}`).toBe(true)
        expect(act.on >= since).toBe(true)
        where.set(act.accused, [act.to, act.on])
        kinds.add(act.to)
      }
    }
    for (const kind of ['inCustody', 'onBail', 'absconding', 'escaped', 'released', 'dead'] as const)
      expect(kinds).toContain(kind)
  })

  test('end in Dhaka as they were counted to end there', () => {
    const over = stories.filter((story) => story.bench === 'dhaka' && reachedCourt(story) && disposed(story))
    const ended = (...outcomes: CriminalOutcome[]) =>
      over.filter((story) => {
        const counted = countCriminal(standings(story))
        if (counted.convicted.persons > 0) return outcomes.includes('convicted')
        if (counted.acquitted.persons > 0) return outcomes.includes('acquitted')
        return outcomes.includes('withdrawn')
      }).length / over.length
    expect(over.length).toBe(26)
    expect(ended('convicted')).toBeCloseTo(0.08, 1)
    expect(ended('acquitted')).toBeCloseTo(0.62, 1)
    expect(ended('withdrawn')).toBeCloseTo(0.3, 1)
  })

  test('have one to six accused, who stand where they stand', () => {
    const many = stories.map((story) => new Set(standings(story).map(({ accused }) => accused)).size)
    expect([Math.min(...many), Math.max(...many)]).toEqual([1, 6])
    const apart = stories.filter((story) => new Set(standings(story).map(({ stage }) => stage)).size > 1)
    expect(apart.length).toBeGreaterThan(10)
    for (const { values } of acts.filter(isOne('accused'))) {
      expect(values.name).toMatch(/\(কল্পিত\)$/)
      for (const alias of values.aliases ?? []) expect(alias).toMatch(/\(fictitious\)$/)
    }
  })

  test('are charged under the law of the day of their offence, of all three laws', () => {
    const laws = new Set<string>()
    for (const { acts: own } of stories) {
      const [opened] = own
      if (opened?.act !== 'open' || opened.facts.offenceOn === null) throw new Error('no offence')
      const on = plainDate(opened.facts.offenceOn)
      const choice = lawOf(builtInLaws, 'BD', on)
      for (const { law } of own.filter(isOne('offence'))) {
        expect(choice).toMatchObject({ found: 'one', law: { code: law } })
        laws.add(law)
      }
      expect(on <= opened.facts.reportedOn).toBe(true)
    }
    expect([...laws].toSorted()).toEqual(['HTSM-2026', 'NSND-2000', 'PSHTA-2012'])
    const charged = acts.filter(isOne('open')).map(({ facts }) => facts.offenceOn ?? '')
    expect(charged.some((day) => day.startsWith('2014'))).toBe(true)
    const fresh = charged.filter((day) => day >= '2026-01-06').length
    expect(fresh).toBeGreaterThan(2)
    expect(fresh).toBeLessThan(10)
  })

  test('stall in court: put off for reasons, without witnesses; and are set for the coming weeks', () => {
    const days = acts.filter(isOne('hearing')).map(({ day }) => day)
    const putOff = days.filter(({ standing }) => standing === 'adjourned')
    expect(putOff.length / days.length).toBeGreaterThan(0.4)
    expect(new Set(putOff.map(({ why }) => why)).size).toBeGreaterThan(7)
    for (const { why, asker, standing } of days) {
      expect(why !== null).toBe(standing === 'adjourned')
      expect(asker !== null).toBe(standing === 'adjourned')
    }
    const absent = days.flatMap(({ witnesses }) => witnesses ?? []).filter(({ day }) => day === 'summoned')
    expect(absent.length).toBeGreaterThan(100)
    const set = days.filter(({ standing }) => standing === 'set')
    expect(set.length).toBeGreaterThan(20)
    expect(set.some(({ on }) => on === today)).toBe(true)
    const short = planCriminalCases(now, 'small').flatMap((story) => story.acts.filter(isOne('hearing')))
    expect(short.some(({ day }) => day.standing === 'set' && day.on === today)).toBe(true)
    for (const { on, witnesses } of set) {
      expect(on >= today && on <= addDays(today, 42)).toBe(true)
      expect([5, 6]).not.toContain(weekdayOf(plainDate(on)))
      expect(witnesses).toEqual([])
    }
  })

  test('have final reports that are contested, time asked for, appeals that are few, and a death', () => {
    const stages = acts.filter(isOne('stage')).map(({ to }) => to)
    for (const stage of [
      'finalReport',
      'furtherInvestigation',
      'judicialInquiry',
      'abated',
      'convictionUpheld',
      'acquittedOnAppeal',
      'executed',
    ] as const)
      expect(stages).toContain(stage)
    const kinds = new Set(acts.filter(isOne('fact')).map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual([
      'compensationPaid',
      'extensionAsked',
      'extensionGiven',
      'extensionRefused',
      'investigatorMoved',
      'overrunTold',
    ])
  })
})
