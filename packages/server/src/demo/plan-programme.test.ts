import { codesOf, declineReasons, referralStates, roles } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { namedPeople } from './people-table.ts'
import { planProgramme } from './plan-programme.ts'

const now = new Date('2026-03-11T06:00:00Z')
const { directory, stories } = planProgramme(now)
const acts = stories.flatMap(({ turns }) => turns.flatMap((turn) => turn.acts))

/** Organisations that do this work in truth, and must never be taken for ours. */
const real =
  /\b(BRAC|IOM|UNODC|UNHCR|UNICEF|ILO|BNWLA|ASK|Justice\s*(&|and)\s*Care|Rights Jessore|Winrock|Caritas|YPSA|OKUP|WARBE|Save the Children|Jagorani|Rupantar|Prottyashi)\b/i

describe('the plan of the demonstration', () => {
  test('is the same whenever it is drawn for the same moment', () => {
    expect(JSON.stringify(planProgramme(now).stories)).toBe(JSON.stringify(stories))
  })

  test('has about three hundred cases and four hundred referrals, on every path and in every state', () => {
    const ends = stories.flatMap(({ referralEnds }) => referralEnds)
    expect(stories).toHaveLength(300)
    expect(ends.length).toBeGreaterThan(370)
    expect(ends.length).toBeLessThan(430)
    expect(new Set(stories.map(({ path }) => path)).size).toBe(9)
    const wanted = codesOf(referralStates).filter((state) => state !== 'draft' && state !== 'consentChecked')
    expect([...new Set(ends)].toSorted()).toEqual([...wanted].toSorted())
  })

  test('declines for every reason there is', () => {
    const given = acts.flatMap((act) => (act.act === 'step' && act.declineReason ? [act.declineReason] : []))
    expect([...new Set(given)].toSorted()).toEqual([...codesOf(declineReasons)].toSorted())
  })

  test('spreads over three years, in order, and never into the time to come', () => {
    const years = new Set<number>()
    for (const { key, turns } of stories) {
      const moments = turns.map(({ at }) => at.getTime())
      expect(moments, key).toEqual(moments.toSorted((one, other) => one - other))
      expect(moments.at(-1) ?? 0, key).toBeLessThan(now.getTime())
      expect(turns[0]?.acts[0]?.act, key).toBe('open')
      years.add(Math.floor((now.getTime() - (moments[0] ?? 0)) / (365 * 86_400_000)))
    }
    expect([...years].toSorted((a, b) => a - b)).toEqual([0, 1, 2])
  })

  test('asks a guardian wherever the survivor is a child', () => {
    for (const act of acts) {
      if (act.act !== 'open') continue
      const child = ['0-4', '5-9', '10-14', '15-17', 'childUnknown', 'unknown'].includes(
        String(act.values.facts?.['ageBand']),
      )
      expect(act.values.consents?.guardianAgreed).toBe(child ? true : null)
    }
  })

  test('names nobody who works in truth, and nobody of its staff twice', () => {
    const { organisations, units, accounts } = directory.beginning
    for (const { nameEn, nameBn } of organisations) {
      expect(nameEn).toMatch(/\(fictitious\)$/)
      expect(nameBn).toMatch(/\(কল্পিত\)$/)
    }
    const names = [...organisations, ...units].map(({ nameEn }) => nameEn)
    expect([...names, ...accounts.map(({ name }) => name)].filter((name) => real.test(name))).toEqual([])
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length)
    expect(new Set(accounts.map(({ signInName }) => signInName)).size).toBe(accounts.length)
  })

  test('calls no survivor like someone of the staff, and gives out no number that rings', () => {
    const staff = new Set(directory.beginning.accounts.map(({ name }) => name))
    for (const act of acts) {
      if (act.act !== 'open') continue
      expect(staff).not.toContain(act.values.identity?.['nameInOtherScript'])
      expect(act.values.contact?.['mobile'] ?? '+8801000').toMatch(/^\+8801000/)
    }
    for (const { phone } of directory.beginning.organisations) expect(phone).toMatch(/^\+8801000/)
  })

  test('lets a newcomer in under every role', () => {
    const entries = namedPeople.flatMap(({ entry }) => entry ?? [])
    expect([...new Set(entries)].toSorted()).toEqual([...codesOf(roles)].toSorted())
  })
})
