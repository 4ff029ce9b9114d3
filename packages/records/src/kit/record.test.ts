import { describe, expect, test } from 'vitest'
import { caseRecords, recordTypes } from '../catalogue.ts'
import { checkFor } from './check.ts'
import { dictionary, publishedColumns, sharedColumns } from './columns.ts'
import { questionsIn, unanswered } from './question.ts'
import { defineRecord, sealedFields } from './record.ts'
import { columnsOf, draftTable } from './table.ts'

const label = { en: 'Label', bn: 'লেবেল' }

describe('a declaration', () => {
  test('that asks no section for a field fails at load, naming it', () => {
    expect(() =>
      defineRecord({
        name: 'x',
        table: 'x',
        of: 'case',
        part: 'facts',
        many: false,
        label,
        list: [],
        sections: {},
        fields: { lost: { kind: 'yesNo', reach: 'agency', label } },
      }),
    ).toThrow('x: no section asks lost')
  })

  test('that asks a field twice fails at load, naming it', () => {
    expect(() =>
      defineRecord({
        name: 'x',
        table: 'x',
        of: 'case',
        part: 'facts',
        many: false,
        label,
        list: [],
        sections: { a: { label, asks: ['twice'] }, b: { label, asks: ['twice'] } },
        fields: { twice: { kind: 'yesNo', reach: 'agency', label } },
      }),
    ).toThrow('x: twice is asked twice')
  })

  test('in which a sealed value would survive erasure fails at load', () => {
    expect(() =>
      defineRecord({
        name: 'x',
        table: 'x',
        of: 'case',
        part: 'facts',
        many: false,
        label,
        list: [],
        sections: { a: { label, asks: ['kept'] } },
        fields: { kept: { kind: 'text', most: 10, reach: 'sealed', erasure: 'keep', label } },
      }),
    ).toThrow('x: kept is sealed and cannot survive erasure')
  })

  test('that seals a field of a record without a key fails at load', () => {
    expect(() =>
      defineRecord({
        name: 'x',
        table: 'x',
        of: 'organisation',
        part: null,
        many: false,
        label,
        list: [],
        sections: { a: { label, asks: ['secret'] } },
        fields: { secret: { kind: 'text', most: 10, reach: 'sealed', label } },
      }),
    ).toThrow('x: secret is sealed')
  })
})

describe.each(recordTypes.map((record) => [record.name, record] as const))('%s', (_name, record) => {
  test('has a label in both languages for itself, each section and each field', () => {
    const labels = [
      record.label,
      ...Object.values(record.sections).map((section) => section.label),
      ...Object.values(record.fields).map((field) => field.label),
    ]
    for (const { en, bn } of labels) {
      expect(en).toMatch(/[A-Za-z]/)
      expect(bn).toMatch(/[ঀ-৿]/)
    }
  })

  test('never publishes or shares what is sealed as a plain column', () => {
    const sealed = sealedFields(record)
    expect(publishedColumns(record).filter((key) => sealed.includes(key))).toEqual([])
    for (const column of columnsOf(record)) {
      if (sealed.some((key) => key.toLowerCase() === column.name.replaceAll('_', '')))
        expect(column.type).toBe('bytea')
    }
  })

  test('drafts a table with every column', () => {
    const draft = draftTable(record)
    for (const { name } of columnsOf(record)) expect(draft).toContain(`"${name}"`)
  })

  test('refuses a field that is not declared', () => {
    const result = checkFor(record).safeParse({ shoeSize: 38 })
    expect(result.success).toBe(false)
    expect(JSON.stringify(result.error?.issues)).toContain('shoeSize')
  })
})

describe('the check of a value', () => {
  const identity = checkFor(caseRecords.personIdentity)

  test.each([
    ['a NUL', { name: 'a\u0000b' }],
    ['half of a pair', { name: 'a\ud800b' }],
    ['too long', { name: 'x'.repeat(201) }],
    ['a day that does not exist', { birth: '2007-02-29' }],
  ])('refuses %s', (_kind, values) => {
    expect(identity.safeParse(values).success).toBe(false)
  })

  test.each([
    { birth: '2008-02-29' },
    { birth: '2008' },
    { birth: '2008-02' },
    { name: 'রহিমা 🌾' },
    { name: null },
  ])('accepts %j', (values) => {
    expect(identity.safeParse(values).success).toBe(true)
  })

  test('refuses a code said twice, or one that the list does not have', () => {
    const facts = checkFor(caseRecords.caseFacts)
    expect(facts.safeParse({ exploitation: ['ForcedLabour', 'ForcedLabour'] }).success).toBe(false)
    expect(facts.safeParse({ sex: 'unheard-of' }).success).toBe(false)
  })
})

test('the questions of a form are the fields of its sections, and what is required is asked for', () => {
  expect(questionsIn(caseRecords.personIdentity, 'names').map(({ key }) => key)).toEqual([
    'name',
    'nameInOtherScript',
    'alsoKnownAs',
  ])
  expect(questionsIn(caseRecords.personIdentity, 'no such section')).toEqual([])
  const { organisation } = Object.fromEntries(recordTypes.map((record) => [record.name, record]))
  if (!organisation) throw new Error('no organisation')
  expect(unanswered(organisation, { nameEn: 'One' })).toEqual(['nameBn', 'type', 'active'])
})

test('the dictionary has a row for every field, with its reach and what erasure does', () => {
  const rows = dictionary(recordTypes)
  expect(rows.length).toBe(recordTypes.reduce((sum, record) => sum + Object.keys(record.fields).length, 0))
  expect(rows.find(({ record, field }) => record === 'personIdentity' && field === 'birth')).toMatchObject({
    reach: 'sealed',
    erasure: 'remove',
    htcds: 'prs_Birthdate',
  })
  expect(sharedColumns(caseRecords.caseFacts)).not.toContain('maritalStatus')
})
