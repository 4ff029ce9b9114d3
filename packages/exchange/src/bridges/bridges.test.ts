import { type CaseRecordName, caseRecords, fieldsOf } from '@setu/records'
import { checkFor } from '@setu/records/check'
import { caseStates, codesOf, type Part, plainDate } from '@setu/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/seed.ts'
import type { CaseContent, RecordValues } from '../htcds/mapping/content.ts'
import { readBridgeFile, writeBridgeFile } from './bridge-files.ts'
import { type BridgeMapping, faultsOfMapping, parseMapping } from './mapping.ts'
import { primeroMapping } from './primero-mapping-table.ts'
import { readFromBridge } from './read-bridge.ts'
import { referralPlatformMapping } from './referral-platform-mapping-table.ts'
import { type LostValue, partsOfMapping, writeForBridge } from './write-bridge.ts'

const today = plainDate('2026-11-22')
const ids = { reference: 'K7M-2QX', from: 'Alo' }
const everything: readonly Part[] = [
  'identity',
  'contact',
  'facts',
  'protection',
  'health',
  'legal',
  'narrative',
]
const mappings = [primeroMapping, referralPlatformMapping]

const someText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() === text && text.isWellFormed())

function anyOf(record: CaseRecordName, key: string): fc.Arbitrary<unknown> {
  const field = fieldsOf(caseRecords[record]).find(([name]) => name === key)?.[1]
  if (field === undefined) throw new RangeError(key)
  const countries = fc.constantFrom('BD', 'IN', 'MM', 'NZ', 'SA')
  const date = fc.constantFrom('1999', '2004-03', '2001-05-17', '2019-12-31')
  switch (field.kind) {
    case 'code':
      return fc.constantFrom(...codesOf(field.from))
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...codesOf(field.from)), { minLength: 1, maxLength: 4 })
    case 'countries':
      return fc.uniqueArray(countries, { minLength: 1, maxLength: 3 })
    case 'country':
      return countries
    case 'language':
      return fc.constantFrom('bn', 'rhg', 'ctg', 'ne', 'hi')
    case 'place':
      return fc.constantFrom('BD3026', 'BD4065')
    case 'partialDate':
      return date
    case 'day':
      return fc.constantFrom('2001-05-17')
    case 'phone':
      return fc.constantFrom('+8801710000001', '01710000001')
    case 'email':
      return fc.constantFrom('a@example.org')
    case 'yesNo':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: field.least, max: Math.min(field.most, field.least + 30) })
    default:
      return someText
  }
}

/** A case with something, or nothing, in every field that may be told. */
const anyCase: fc.Arbitrary<CaseContent> = fc
  .record({
    state: fc.constantFrom(...codesOf(caseStates)),
    records: fc.record(
      Object.fromEntries(
        (['personIdentity', 'personContact', 'caseFacts', 'traffickingEvent', 'caseNarrative'] as const).map(
          (name) => [
            name,
            fc.record(
              Object.fromEntries(
                fieldsOf(caseRecords[name]).map(([key]) => [key, fc.option(anyOf(name, key))] as const),
              ),
            ),
          ],
        ),
      ),
    ),
  })
  .map(({ state, records }) => ({
    state,
    imported: false,
    comments: [],
    records: Object.fromEntries(Object.entries(records).map(([name, values]) => [name, [values]])),
  }))

async function fileOf(
  mapping: BridgeMapping,
  format: 'json' | 'csv',
  contents: readonly CaseContent[],
  granted = everything,
) {
  const rows = contents.map((content, at) =>
    writeForBridge(mapping, content, { ids: { ...ids, reference: `${ids.reference}${at}` }, granted, today }),
  )
  async function* values() {
    for (const row of rows) yield row.values
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeBridgeFile(mapping, format, values())) chunks.push(chunk)
  return { rows, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

const wasLost = (lost: readonly LostValue[], record: string | null, field: string) =>
  lost.some((one) => one.record === record && (one.field === field || one.field === null))

const plain = (value: unknown) => (Array.isArray(value) ? new Set<unknown>(value) : value)

describe.each(mappings)('cases for $system', (mapping) => {
  test('the mapping that comes along can be used', () => {
    expect(faultsOfMapping(mapping)).toEqual([])
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  })

  test.each(['json', 'csv'] as const)(
    'come back from %s the same but for what is listed as lost',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 3 }), async (contents) => {
          const { rows, bytes } = await fileOf(mapping, format, contents)
          const file = readBridgeFile(bytes, mapping)
          expect(file.problems).toEqual([])
          const { cases, problems } = readFromBridge(mapping, file.rows, { today })
          expect(problems.filter(({ weight }) => weight !== 'warning')).toEqual([])
          expect(cases).toHaveLength(contents.length)
          for (const [at, content] of contents.entries()) {
            const lost = rows[at]?.lost ?? []
            const back = cases[at]?.content
            for (const [record, [values = {}] = []] of Object.entries(content.records)) {
              const again: RecordValues =
                Object.entries(back?.records ?? {}).find(([name]) => name === record)?.[1]?.[0] ?? {}
              for (const [key, value] of Object.entries(values)) {
                if (value === null) continue
                const gone = wasLost(lost, record, key)
                if (record === 'caseFacts' && key === 'ageBand') continue
                if (gone) expect([record, key, plain(again[key])]).not.toEqual([record, key, plain(value)])
                else expect([record, key, plain(again[key])]).toEqual([record, key, plain(value)])
              }
            }
            if (!wasLost(lost, null, 'state')) expect(back?.state).toBe(content.state)
          }
        }),
        runs(150),
      )
    },
  )

  test('tell of no part that was not granted, and of nothing that stays with the agency', () => {
    fc.assert(
      fc.property(anyCase, fc.subarray([...everything]), (content, granted) => {
        const row = writeForBridge(mapping, content, { ids, granted, today })
        for (const { record, field } of row.written) {
          const { part, fields } = caseRecords[record]
          expect(granted).toContain(part)
          expect(part).not.toBe('narrative')
          expect(Object.entries(fields).find(([key]) => key === field)?.[1].reach).not.toBe('agency')
        }
        const ours = new Set([
          mapping.reference,
          mapping.from,
          mapping.state.to,
          ...Object.keys(mapping.fixed),
        ])
        const told = [...row.values.keys()].filter((name) => !ours.has(name))
        expect(new Set(told)).toEqual(new Set(row.written.map(({ to }) => to)))
      }),
      runs(200),
    )
  })

  test('every value that may be told is either written whole or listed as lost', () => {
    fc.assert(
      fc.property(anyCase, (content) => {
        const row = writeForBridge(mapping, content, { ids, granted: everything, today })
        for (const [record, [values = {}] = []] of Object.entries(content.records)) {
          for (const [field, value] of Object.entries(values)) {
            if (value === null) continue
            const written = row.written.some((one) => one.record === record && one.field === field)
            expect([record, field, written || wasLost(row.lost, record, field)]).toEqual([
              record,
              field,
              true,
            ])
          }
        }
      }),
      runs(200),
    )
  })

  test('the same file twice holds the same cases under the same names', async () => {
    const [content] = fc.sample(anyCase, { numRuns: 1, seed: 7 })
    if (content === undefined) throw new Error('one case')
    const { bytes } = await fileOf(mapping, 'csv', [content])
    const once = () => readFromBridge(mapping, readBridgeFile(bytes, mapping).rows, { today }).cases[0]
    expect(once()?.content.records.caseOrigin?.[0]?.['sourceCase']).toBe(
      `${mapping.system}/${ids.reference}0`,
    )
    expect(once()).toEqual(once())
  })
})

describe('what is lost', () => {
  const content: CaseContent = {
    state: 'planned',
    imported: false,
    comments: [],
    records: {
      personIdentity: [{ name: 'রহিমা খাতুন', birth: '2001', father: 'Karim' }],
      personContact: [{ safeWay: 'only on Fridays', means: 'trustedPerson' }],
      caseFacts: [
        {
          sex: 'intersex',
          ageBand: '25-29',
          exploitation: ['ForcedLabour', 'SexualExploitation'],
          control: ['RestrictsMovement'],
          traffickingStatus: 'ActualVictimOfTrafficking',
          maritalStatus: 'Married',
        },
      ],
      traffickingEvent: [{ type: 'Recruitment' }, { type: 'Transit', country: 'IN' }],
    },
  }
  const lostIn = (mapping: BridgeMapping) =>
    writeForBridge(mapping, content, { ids, granted: everything, today }).lost.map(
      ({ record, field, why }) => [record, field, why],
    )

  test('is named field by field, with why', () => {
    expect(lostIn(primeroMapping)).toEqual([
      [null, 'state', 'coarser'],
      ['personIdentity', 'father', 'noField'],
      ['personIdentity', 'birth', 'precision'],
      ['personContact', 'safeWay', 'noField'],
      ['personContact', 'means', 'staysHere'],
      ['caseFacts', 'ageBand', 'noField'],
      ['caseFacts', 'sex', 'noCode'],
      ['caseFacts', 'maritalStatus', 'staysHere'],
      ['caseFacts', 'traffickingStatus', 'coarser'],
      ['caseFacts', 'control', 'noField'],
      ['caseFacts', 'exploitation', 'other'],
      ['traffickingEvent', null, 'noField'],
    ])
    expect(lostIn(referralPlatformMapping)).toEqual(
      expect.arrayContaining([
        ['caseFacts', 'control', 'coarser'],
        ['caseFacts', 'sex', 'noField'],
        ['traffickingEvent', 'type', 'onlyFirst'],
        ['traffickingEvent', 'country', 'onlyFirst'],
      ]),
    )
  })

  test('no day is made up of a year, and no age', () => {
    const { values } = writeForBridge(primeroMapping, content, { ids, granted: everything, today })
    expect([values.has('date_of_birth'), values.has('age')]).toEqual([false, false])
    expect(values.get('protection_concerns')).toEqual(['trafficked_smuggled', 'other', 'sexually_exploited'])
  })
})

describe('a file of Primero', () => {
  const flat = {
    id: 'b3222e84-a5d7-4692-a643-1ab3d41f17d6',
    age: 16,
    sex: 'female',
    name: 'Salma',
    nationality: ['bangladesh', 'atlantis'],
    status: 'open',
    registration_date: '2019-05-10',
    consent_for_services: true,
    services_section: [{ service_type: 'food_service' }],
    date_of_birth: null,
  }
  const { id, ...data } = flat
  const read = (json: unknown) => {
    const file = readBridgeFile(new TextEncoder().encode(JSON.stringify(json)), primeroMapping)
    return { file, ...readFromBridge(primeroMapping, file.rows, { today }) }
  }

  test('is read as the API gives it, as a bulk export gives it, and as a single case', () => {
    const forms = [{ data: [flat], metadata: { total: 1 } }, [{ id, data }], { data: flat }, [flat]]
    for (const form of forms) {
      const { cases, file } = read(form)
      expect(file.problems.map(({ code, field }) => [code, field])).toEqual([
        ['bridge.not-flat', 'services_section'],
      ])
      expect(cases[0]?.content).toEqual({
        state: 'intake',
        imported: true,
        comments: [],
        records: {
          personIdentity: [{ name: 'Salma' }],
          caseFacts: [{ ageBand: '15-17', sex: 'female', citizenship: ['BD'] }],
          caseOrigin: [{ fileConsent: true, sourceCase: `primero/${id}` }],
        },
      })
    }
  })

  test('tells which of its fields nothing here holds, and which of its values', () => {
    const { columns, problems } = read([flat])
    expect(columns.filter(({ known }) => !known)).toEqual([
      { name: 'registration_date', known: false, filled: 1 },
    ])
    expect(problems.map(({ code, field, row }) => [code, field, row])).toEqual([
      ['bridge.value-left-out', 'nationality', 1],
    ])
  })

  test('is refused whole when it is something else, and case by case when one has no number', () => {
    for (const other of [5, 'x', [], [1], { data: [] }, null]) {
      expect(read(other).file.problems.map(({ weight }) => weight)).toEqual(['refusal'])
    }
    const { problems } = read([
      { name: 'Salma' },
      flat,
      flat,
      { ...flat, id: '7', telephone_current: 'her uncle' },
    ])
    expect(problems.filter(({ weight }) => weight === 'error').map(({ code, row }) => [code, row])).toEqual([
      ['bridge.no-id', 1],
      ['bridge.id-twice', 3],
      ['phone.invalid', 4],
    ])
  })

  test('whatever bytes it is, reading ends with cases or with reasons', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const { rows, problems } = readBridgeFile(bytes, primeroMapping)
          const read = readFromBridge(primeroMapping, rows, { today })
          expect(rows.length + problems.length).toBeGreaterThan(0)
          for (const { content } of read.cases) {
            for (const [name, list = []] of Object.entries(content.records)) {
              const record = Object.values(caseRecords).find((one) => one.name === name)
              for (const values of list)
                if (record) expect(checkFor(record).partial().safeParse(values).success).toBe(true)
            }
          }
        },
      ),
      runs(300),
    )
  })
})

describe('a mapping that somebody brings', () => {
  const [first] = primeroMapping.fields
  const withField = (field: object) =>
    faultsOfMapping({ ...primeroMapping, fields: [...primeroMapping.fields, field] }).map(
      ({ fault }) => fault,
    )

  test('never lets out what stays with the agency or what nobody outside is told', () => {
    expect(withField({ record: 'caseFacts', field: 'education', to: 'x', by: 'code' })).toEqual([
      'never-leaves',
    ])
    expect(withField({ record: 'caseNarrative', field: 'ownWords', to: 'x', by: 'text' })).toEqual([
      'never-leaves',
    ])
    expect(withField({ record: 'caseNarrative', field: 'ownWords', to: 'x', by: 'text', way: 'in' })).toEqual(
      [],
    )
  })

  test('names only fields, ways and codes that there are', () => {
    expect(withField({ ...first, field: 'nobody' })).toEqual(['field-unknown'])
    expect(withField({ ...first, to: 'x', by: 'eval' })).toEqual(['transform'])
    expect(withField({ ...first, to: '=1+1' })).toEqual(['name'])
    expect(withField({ record: 'caseFacts', field: 'sex', to: 'x', by: 'day' })).toEqual(['transform'])
    expect(
      withField({ record: 'caseFacts', field: 'sex', to: 'x', by: 'code', values: { nobody: 'y' } }),
    ).toEqual(['values'])
    expect(withField({ ...first })).toEqual(['said-twice'])
    expect(withField({ record: 'constructor', field: 'name', to: 'x', by: 'text' })).toEqual([
      'field-unknown',
    ])
    expect(faultsOfMapping(null)).toEqual([{ at: '', fault: 'shape' }])
    expect(faultsOfMapping({ ...primeroMapping, purposes: ['statistics'] })).toEqual([
      { at: 'purposes', fault: 'purpose' },
    ])
  })

  test('uses no part but those that may leave', () => {
    for (const mapping of mappings) expect(partsOfMapping(mapping)).not.toContain('narrative')
    expect(partsOfMapping(primeroMapping)).toEqual(['identity', 'contact', 'facts'])
  })
})
