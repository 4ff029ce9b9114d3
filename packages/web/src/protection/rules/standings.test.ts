import { expect, test } from 'vitest'
import { standingsIn } from './standings.ts'

const rule = (relation: string, work: string) => ({
  relation,
  work,
  part: 'status' as const,
  read: true,
  write: false,
  consent: false,
})

test('those nearest to a case are told first, and those to whom the table gives nothing are told too', () => {
  const standings = standingsIn({ items: [rule('named', 'police'), rule('named', 'care'), rule('own', '')] })
  expect(standings.map(({ relation, work, rows }) => [relation, work, rows.length])).toEqual([
    ['own', '', 1],
    ['office', '', 0],
    ['offered', '', 0],
    ['named', 'care', 1],
    ['named', 'police', 1],
    ['technicalAdministrator', '', 0],
    ['stranger', '', 0],
  ])
})
