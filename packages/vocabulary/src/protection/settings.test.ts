import { expect, test } from 'vitest'
import {
  laidDown,
  type SettingSet,
  settingFault,
  settingIn,
  settingsChanged,
  settingsOf,
} from './settings.ts'
import { settingSets } from './settings-table.ts'

const setOf = (kind: string): SettingSet => {
  const found = settingSets.find((set) => set.kind === kind)
  if (found === undefined) throw new TypeError(kind)
  return found
}

test('what Setu begins with stands at each setting and lies between its bounds', () => {
  for (const set of settingSets)
    for (const setting of settingsOf(set)) {
      const value = settingIn(set.first, setting.at)
      expect([set.kind, setting.at, value === undefined, settingFault(setting, value)]).toEqual([
        set.kind,
        setting.at,
        false,
        null,
      ])
    }
})

test('each setting is named once in its set, in both languages', () => {
  for (const set of settingSets) {
    const all = settingsOf(set)
    expect(new Set(all.map(({ at }) => at)).size).toBe(all.length)
    for (const { label } of all)
      expect(label.en !== '' && label.bn !== '' && label.en !== label.bn).toBe(true)
  }
})

test('what is laid down anew stands in its place, and all else stays', () => {
  const set = setOf('childRules')
  const at = 'gates.stayLonger:determination.afterDays'
  const done = laidDown(set, set.first, { [at]: 60 })
  if ('faults' in done) throw new TypeError('refused')
  expect(settingIn(done.rules, at)).toBe(60)
  expect(settingsChanged(set, set.first, done.rules).map((setting) => setting.at)).toEqual([at])
  expect(settingIn(set.first, at)).toBe(90)
  expect(done.rules['gates']).toHaveLength(5)
  const clocks = setOf('caseClocks')
  const later = laidDown(
    clocks,
    { ...clocks.first, another: 1 },
    { 'reassessRisk.high': { amount: 3, unit: 'calendarDays' } },
  )
  expect(later).toMatchObject({
    rules: { another: 1, reassessRisk: { high: { amount: 3 }, low: { amount: 30 } } },
  })
})

test('what cannot be is refused by the name of its setting, and nothing of it is laid down', () => {
  const refused = (kind: string, given: Readonly<Record<string, unknown>>) => {
    const set = setOf(kind)
    const done = laidDown(set, set.first, given)
    return 'faults' in done ? done.faults.map(({ field, problem }) => `${field} ${problem}`) : []
  }
  expect(refused('tellingRules', { least: 4, roundedTo: 10 })).toEqual(['least out-of-range'])
  expect(refused('tellingRules', { leastBetween: '10' })).toEqual(['leastBetween out-of-range'])
  expect(refused('caseClocks', { version: '1' })).toEqual(['values not-a-choice'])
  expect(refused('caseClocks', { __proto__x: 1 })).toEqual(['values not-a-choice'])
  expect(refused('caseClocks', { consentLasts: { amount: 3, unit: 'hours' } })).toEqual([
    'consentLasts not-a-choice',
  ])
  expect(refused('caseClocks', { consentLasts: { amount: 0, unit: 'calendarMonths' } })).toEqual([
    'consentLasts out-of-range',
  ])
  expect(
    refused('caseClocks', { consentLasts: { amount: 3, unit: 'calendarMonths', more: 1 } }),
  ).toHaveLength(1)
  expect(refused('childRules', { doubtIsChild: 'no' })).toEqual(['doubtIsChild not-a-choice'])
  const days = (amount: number) => ({ amount, unit: 'calendarDays' })
  expect(refused('tipRules', { keepWithoutCase: days(1), keepScreeningWithoutCase: days(731) })).toEqual([
    'keepWithoutCase out-of-range',
    'keepScreeningWithoutCase out-of-range',
  ])
  expect(refused('tipRules', { numbers: [] })).toEqual(['numbers out-of-range'])
  expect(refused('caseClocks', { 'reassessRisk.imminent': days(8), reflect: days(29) })).toHaveLength(2)
  expect(refused('caseClocks', { consentLasts: { amount: 13, unit: 'calendarMonths' } })).toHaveLength(1)
  expect(refused('caseClocks', { 'reassessRisk.imminent': { amount: 168, unit: 'hours' } })).toEqual([])
  const line = { number: '109', name: { en: 'Help', bn: 'সহায়তা' } }
  expect(refused('tipRules', { numbers: [line] })).toEqual([])
  for (const wrong of [
    { ...line, number: '1 09' },
    { ...line, number: '<b>' },
    { ...line, name: { en: 'Help' } },
    { ...line, name: { en: 'Help', bn: ' ' } },
    { ...line, to: 'x' },
  ])
    expect(refused('tipRules', { numbers: [wrong] })).toEqual(['numbers out-of-range'])
})

test('the order in which a value names its parts changes nothing', () => {
  const set = setOf('tipRules')
  const turned = { ...set.first, triage: { unit: 'hours', amount: 24 } }
  expect(settingsChanged(set, set.first, turned)).toEqual([])
})
