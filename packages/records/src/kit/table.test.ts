import { defineCodes } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { defineRecord, type Fields, fieldsOf, sealedFields } from './record.ts'
import { columnName, columnsOf, draftTable } from './table.ts'

const label = { en: 'Label', bn: 'লেবেল' }
const common = { reach: 'agency', label } as const
const from = defineCodes('test:colour', '1', [{ code: 'red', en: 'Red', bn: 'লাল' }])

const fields = {
  words: { kind: 'text', most: 200, ...common },
  safePhone: { kind: 'phone', ...common },
  email: { kind: 'email', ...common },
  birth: { kind: 'partialDate', ...common },
  colour: { kind: 'code', from, required: true, ...common },
  language: { kind: 'language', ...common },
  country: { kind: 'country', ...common },
  place: { kind: 'place', ...common },
  colours: { kind: 'codes', from, ...common },
  countries: { kind: 'countries', ...common },
  day: { kind: 'day', ...common },
  moment: { kind: 'moment', ...common },
  count: { kind: 'number', least: 1, most: 9, ...common },
  height: { kind: 'number', least: 0, most: 3, decimals: true, ...common },
  well: { kind: 'yesNo', ...common },
  organisation: { kind: 'link', to: 'organisation', ...common },
  secretCount: { kind: 'number', least: 1, most: 9, reach: 'sealed', label },
  secretWords: { kind: 'text', most: 9, reach: 'sealed', label },
} as const satisfies Fields

const recordOf = (of: 'case' | 'organisation' | 'node') =>
  defineRecord({
    name: 'sample',
    table: 'sample_row',
    of,
    part: 'facts',
    many: true,
    label,
    list: [],
    sections: { all: { label, asks: Object.keys(fields) as (keyof typeof fields)[] } },
    fields,
  })

describe('the table of a record', () => {
  test('says first whose file a row is in, which row, and which version', () => {
    const frame = (of: Parameters<typeof recordOf>[0]) =>
      columnsOf(recordOf(of)).slice(0, -Object.keys(fields).length)
    const always = { nullable: false }
    const ids = (...names: readonly string[]) => names.map((name) => ({ name, type: 'uuid', ...always }))
    const version = { name: 'version', type: 'integer', ...always }
    expect(frame('case')).toEqual([...ids('org_id', 'id', 'case_id'), version])
    expect(frame('organisation')).toEqual([...ids('org_id', 'id'), version])
    expect(frame('node')).toEqual([...ids('id'), version])
  })

  test('keeps each kind of value as what it is, and anything sealed as bytes', () => {
    const kept = columnsOf(recordOf('node')).slice(2)
    expect(kept.map(({ name, type }) => [name, type])).toEqual([
      ['words', 'text'],
      ['safe_phone', 'text'],
      ['email', 'text'],
      ['birth', 'text'],
      ['colour', 'text'],
      ['language', 'text'],
      ['country', 'text'],
      ['place', 'text'],
      ['colours', 'text[]'],
      ['countries', 'text[]'],
      ['day', 'date'],
      ['moment', 'timestamptz'],
      ['count', 'integer'],
      ['height', 'numeric'],
      ['well', 'boolean'],
      ['organisation', 'uuid'],
      ['secret_count', 'bytea'],
      ['secret_words', 'bytea'],
    ])
    expect(kept.filter(({ nullable }) => !nullable).map(({ name }) => name)).toEqual(['colour'])
  })

  test('names its columns as the database does', () => {
    expect(columnName('nameInOtherScript')).toBe('name_in_other_script')
  })

  test('is drafted whole, with the bounds that its fields declare', () => {
    const lines = draftTable(recordOf('case')).split('\n')
    expect(lines[0]).toBe('create table sample_row (')
    for (const line of [
      '  "org_id" uuid not null,',
      '  "words" text check (length(words) <= 200),',
      '  "safe_phone" text,',
      `  "colour" text not null check (colour ~ '^[A-Za-z0-9_.-]{1,60}$'),`,
      '  "count" integer check (count >= 1 and count <= 9),',
      '  "height" numeric check (height >= 0 and height <= 3),',
      '  "secret_count" bytea,',
      '  "secret_words" bytea,',
    ])
      expect(lines).toContain(line)
    expect(lines.slice(-3)).toEqual([
      '  primary key (org_id, id),',
      '  foreign key (org_id, case_id) references case_file (org_id, id)',
      ')',
    ])
    expect(draftTable(recordOf('organisation')).split('\n').slice(-2)).toEqual([
      '  primary key (org_id, id)',
      ')',
    ])
    expect(draftTable(recordOf('node')).split('\n').slice(-2)).toEqual(['  primary key (id)', ')'])
  })
})

test('the fields of a record come in their order, and the sealed ones are known', () => {
  expect(fieldsOf(recordOf('case')).map(([key]) => key)).toEqual(Object.keys(fields))
  expect(sealedFields(recordOf('case'))).toEqual(['secretCount', 'secretWords'])
})
