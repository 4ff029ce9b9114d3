import { expect, test } from 'vitest'
import { differencesOfMappings } from './compare-mappings.ts'
import type { BridgeMapping } from './mapping.ts'
import { primeroMapping } from './primero-mapping-table.ts'

const whole = { to: null, record: null, field: null }
const told = (changed: Partial<BridgeMapping>) =>
  differencesOfMappings(primeroMapping, { ...primeroMapping, ...changed })

test('two mappings that say the same differ in nothing, whatever their versions', () => {
  expect(told({ version: 'another' })).toEqual([])
})

test.each([
  [{ source: 'here' }, 'source', primeroMapping.source, 'here'],
  [{ lists: 'semicolon' }, 'lists', 'json', 'semicolon'],
  [{ reference: 'x' }, 'reference', 'other_agency_id', 'x'],
  [{ from: 'x' }, 'from', 'other_agency_name', 'x'],
  [{ ids: ['id'] }, 'ids', 'id, case_id, other_agency_id', 'id'],
  [
    { purposes: ['shareService', 'sharePolice'] },
    'purposes',
    'shareService, shareLegalAid, repatriation',
    'shareService, sharePolice',
  ],
  [{ fixed: { module_id: 'x' } }, 'fixed.module_id', 'primeromodule-cp', 'x'],
  [{ fixed: { ...primeroMapping.fixed, more: 'x' } }, 'fixed.more', null, 'x'],
  [
    { state: { to: 'status', values: { ...primeroMapping.state.values, closed: 'open' } } },
    'state.values.closed',
    'closed',
    'open',
  ],
] satisfies [Partial<BridgeMapping>, string, string | null, string][])(
  'what is said of every case is told with before and after: %j',
  (changed, at, before, after) => {
    expect(told(changed)).toEqual([{ ...whole, at, before, after }])
  },
)

test('of a field everything is told: a word for a code, a way, one that is new and one that is gone', () => {
  const [first, second, ...rest] = primeroMapping.fields
  if (first === undefined || second === undefined) throw new Error('two fields')
  expect(told({ fields: [{ ...first, way: 'in' }, second, ...rest] })).toEqual([
    { to: 'name', record: 'personIdentity', field: 'name', at: 'way', before: null, after: 'in' },
  ])
  expect(told({ fields: [{ ...first, to: 'whole' }, second, ...rest] })).toEqual([
    { to: 'name', record: 'personIdentity', field: 'name', at: 'by', before: 'text', after: null },
    { to: 'whole', record: 'personIdentity', field: 'name', at: 'by', before: null, after: 'text' },
  ])
  const sex = primeroMapping.fields.map((one) =>
    one.field === 'sex' ? { ...one, values: { ...one.values, female: 'other' } } : one,
  )
  expect(told({ fields: sex })).toEqual([
    { to: 'sex', record: 'caseFacts', field: 'sex', at: 'values.female', before: 'female', after: 'other' },
  ])
  const turned = told({ fields: [second, first, ...rest] })
  expect(turned).toMatchObject([{ ...whole, at: 'fields' }])
})
