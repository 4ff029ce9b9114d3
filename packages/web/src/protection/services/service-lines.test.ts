import type { OwnServiceView } from '@setu/records/api'
import { expect, test } from 'vitest'
import { serviceLines } from './service-lines.ts'

const session = (happenedOn: string, more: Partial<OwnServiceView> = {}): OwnServiceView => ({
  id: happenedOn,
  version: 1,
  referral: 'one',
  service: 'psychosocial',
  office: { en: 'Lapwing', bn: 'হট্টিটি' },
  happenedOn,
  outcome: 'given',
  why: null,
  sessions: null,
  nextOn: null,
  mine: false,
  ...more,
})

test('what an office gave is counted by referral, without what was written in error', () => {
  const items = [
    session('2026-03-20', { outcome: 'missed', why: 'ill', nextOn: '2026-03-27' }),
    session('2026-03-06', { sessions: 3 }),
    session('2026-03-13'),
    session('2026-03-14', { outcome: 'inError' }),
    session('2026-02-01', { referral: 'two', service: 'legalAid', outcome: 'stopped', why: 'survivorsWish' }),
  ]
  expect(serviceLines(items)).toEqual([
    {
      service: 'psychosocial',
      office: { en: 'Lapwing', bn: 'হট্টিটি' },
      given: 4,
      missed: 1,
      stopped: false,
      last: '2026-03-13',
      next: '2026-03-27',
    },
    expect.objectContaining({ service: 'legalAid', given: 0, stopped: true, last: null, next: null }),
  ])
})
