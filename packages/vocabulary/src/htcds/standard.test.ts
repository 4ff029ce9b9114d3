import { describe, expect, test } from 'vitest'
import { reference, referenceRows, unavailable } from '../../test/reference.ts'
import { entryOf, fromHtcds } from '../codes.ts'
import { caseStateFromHtcds, caseStates } from '../protection/case-states.ts'
import { htcdsFields } from './fields-table.ts'
import { type HtcdsPicklist, htcdsPicklists } from './picklists-table.ts'
import { htcdsField, listForPicklist } from './standard.ts'

const picklists = Object.keys(htcdsPicklists) as HtcdsPicklist[]

describe('HTCDS 2.0', () => {
  test('has 84 fields, 40 of them core and 3 given up', () => {
    expect(htcdsFields).toHaveLength(84)
    expect(new Set(htcdsFields.map(({ name }) => name)).size).toBe(84)
    expect(htcdsFields.filter(({ core }) => core)).toHaveLength(40)
    expect(htcdsFields.filter(({ deprecated }) => deprecated)).toHaveLength(3)
  })

  test('has 21 fields with closed lists, 182 codes in all', () => {
    const closed = htcdsFields.flatMap((field) => ('picklist' in field ? [field.picklist] : []))
    expect(closed).toHaveLength(21)
    expect(closed.reduce((sum, list) => sum + htcdsPicklists[list].length, 0)).toBe(182)
  })

  test('keeps the standard’s misspelling, which files depend on', () => {
    expect(htcdsPicklists.vic_RelationshipToTrafficker.map(({ code }) => code)).toContain('Unaquainted')
  })

  test('answers for a field by name, and for no other name', () => {
    expect(htcdsField('prs_Gender')).toMatchObject({ label: 'Gender', picklist: 'prs_Gender', core: true })
    expect(htcdsField('prs_gender')).toBeNull()
  })

  test.each(picklists)('every code of %s has a word of ours', (picklist) => {
    for (const { code } of htcdsPicklists[picklist]) {
      const ours = fromHtcds(listForPicklist[picklist], code)
      if (picklist === 'org_Type') expect(ours).not.toBeNull()
      else expect(ours).toBe(code)
    }
  })

  test.each(picklists)('no word of ours becomes a code that %s does not have', (picklist) => {
    const codes: readonly string[] = htcdsPicklists[picklist].map(({ code }) => code)
    for (const { htcds } of listForPicklist[picklist].entries) expect(codes).toContain(htcds)
  })

  test('a case state goes out as one of the four, and each of the four comes in', () => {
    const codes: readonly string[] = htcdsPicklists.cas_Status.map(({ code }) => code)
    for (const { htcds } of caseStates.entries) expect(codes).toContain(htcds)
    expect(Object.keys(caseStateFromHtcds)).toEqual(codes)
    for (const [htcds, state] of Object.entries(caseStateFromHtcds)) {
      expect(entryOf(caseStates, state).htcds).toBe(htcds)
    }
  })
})

describe.skipIf(unavailable)(`HTCDS 2.0 as published${unavailable}`, () => {
  interface PublishedField {
    readonly section: string
    readonly status: string
    readonly core: boolean
    readonly fullName: string
    readonly label: string
    readonly type: string
    readonly multiple: boolean
    readonly codeSystem: string
    readonly values: readonly { readonly code: string; readonly label: string }[]
  }

  function published(): PublishedField[] {
    const { fields } = JSON.parse(reference('htcds/htcds-v2.0-fields.json')) as { fields: PublishedField[] }
    return fields.filter(({ fullName }) => fullName !== '')
  }

  test('has the same fields, in the same order, with the same labels and types', () => {
    const theirs = published().map((field) => ({
      name: field.fullName,
      label: field.label.trim(),
      group: field.section,
      type: field.type || 'unstated',
      multiple: field.multiple,
      core: field.core,
      deprecated: field.status === 'DEPRECATED',
    }))
    const ours = htcdsFields.map(({ name, label, group, type, multiple, core, deprecated }) => ({
      name,
      label,
      group,
      type,
      multiple,
      core,
      deprecated,
    }))
    expect(ours).toEqual(theirs)
  })

  test('has the same codes under the same labels', () => {
    const theirs = referenceRows('htcds/htcds-v2.0-codelists.csv').map(
      (row) => `${row['field']} ${row['code']} ${row['label']}`,
    )
    const ours = htcdsFields.flatMap((field) =>
      'picklist' in field
        ? htcdsPicklists[field.picklist].map(({ code, label }) => `${field.name} ${code} ${label}`)
        : [],
    )
    expect(ours).toEqual(theirs)
  })

  test('names an outside code system for the same fields', () => {
    const theirs = published().filter(({ codeSystem }) => codeSystem !== '')
    expect(htcdsFields.flatMap((field) => ('system' in field ? [field.name] : []))).toEqual(
      theirs.map(({ fullName }) => fullName),
    )
  })
})
