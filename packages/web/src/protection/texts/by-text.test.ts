import type { CaseView, TextsView } from '@setu/records/api'
import { expect, test } from 'vitest'
import { reminderOf, remindsItself } from './by-text.tsx'

const today = '2026-11-23'
const kept: CaseView['records'][number] = {
  record: 'appointment',
  id: '7d4f0f5e-0000-4000-8000-000000000001',
  version: 2,
  state: 'agreed',
  values: { at: '2026-11-24T04:30:00.000Z', channel: 'ownMessage' },
  unopened: [],
} as unknown as CaseView['records'][number]
const chosen = {
  wording: 'asAgreed',
  language: 'bn',
  chosen: '2026-11-01T04:00:00.000Z',
  by: null,
  herself: true,
  stopped: null,
  stoppedBy: null,
} as const
const texts: TextsView = {
  offers: ['asAgreed'],
  from: 10,
  until: 18,
  mayChoose: true,
  hindrance: null,
  choice: chosen,
  texts: [],
}
const on = (values: object) => ({ ...kept, values: { ...kept.values, ...values } })

test('a text goes out the day before a day that was agreed on', () => {
  expect(reminderOf(texts, kept, today)).toEqual({ kind: 'goes' })
  expect(remindsItself(reminderOf(texts, kept, today))).toBe(true)
})

test('a person reminds where no text was chosen, or nothing may go out, or somebody has reminded', () => {
  const stopped = { ...chosen, stopped: '2026-11-02T04:00:00.000Z' }
  for (const reminder of [
    reminderOf(null, kept, today),
    reminderOf({ ...texts, choice: null }, kept, today),
    reminderOf({ ...texts, choice: stopped }, kept, today),
    reminderOf({ ...texts, hindrance: 'windowFrozen' }, kept, today),
    reminderOf(texts, { ...kept, state: 'proposed' }, today),
    reminderOf(texts, on({ channel: 'safeWay' }), today),
    reminderOf(texts, on({ remindedOn: today }), today),
  ]) {
    expect(reminder).toEqual({ kind: 'none' })
    expect(remindsItself(reminder)).toBe(false)
  }
})

test('no text goes out on the day itself, as people in Bangladesh live it', () => {
  expect(reminderOf(texts, on({ at: '2026-11-23T12:00:00.000Z' }), today)).toEqual({ kind: 'none' })
  expect(reminderOf(texts, on({ at: '2026-11-23T19:00:00.000Z' }), today)).toEqual({ kind: 'goes' })
})

test('a text that did not go out, or of which nobody knows, leaves it to a person', () => {
  const told = (state: TextsView['texts'][number]['state']) =>
    reminderOf({ ...texts, texts: [{ about: kept.id, state, because: null, at: null }] }, kept, today)
  expect(['handed', 'waiting', 'handing'].every((state) => remindsItself(told(state as 'handed')))).toBe(true)
  expect(['unsent', 'unknown'].some((state) => remindsItself(told(state as 'unsent')))).toBe(false)
})
