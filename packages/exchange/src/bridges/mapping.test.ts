import { type CaseRecordName, caseRecords, fieldsOf, sealingPartOf } from '@setu/records'
import { plainDate } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { type BridgeMapping, faultsOfMapping, parseMapping } from './mapping.ts'
import { primeroMapping } from './primero-mapping-table.ts'
import { partsOfMapping, recordsFor, writeForBridge } from './write-bridge.ts'

/** Every field of words that is sealed in another part than the one its record stands in. */
const sealedApart = Object.values(caseRecords).flatMap((record) =>
  fieldsOf(record)
    .filter(([, { reach }]) => reach === 'sealed' && sealingPartOf(record) !== record.part)
    .map(([field]): [CaseRecordName, string] => [record.name, field]),
)

const withField = (record: CaseRecordName, field: string): BridgeMapping => ({
  ...primeroMapping,
  fields: [...primeroMapping.fields, { record, field, to: 'x', by: 'text' }],
})

test.each(sealedApart)(
  'the words of %s in %s go nowhere with what the rest of the record is',
  (record, field) => {
    const mapping = withField(record, field)
    if (sealingPartOf(caseRecords[record]) === 'narrative') {
      const faults = faultsOfMapping(mapping).map(({ at }) => at)
      expect(faults).toEqual([`fields.${primeroMapping.fields.length}`])
      expect(parseMapping(mapping)).toBeNull()
    }
    const part = caseRecords[record].part ?? 'narrative'
    expect(partsOfMapping(mapping)).toContain(sealingPartOf(caseRecords[record]))
    expect(recordsFor([part])).toContain(record)
    const { values, lost } = writeForBridge(
      mapping,
      { state: 'active', imported: false, comments: [], records: { [record]: [{ [field]: 'her words' }] } },
      { ids: { reference: 'K7M', from: 'Alo' }, granted: [part], today: plainDate('2026-11-22') },
    )
    expect([...values.values()]).not.toContain('her words')
    expect(lost).toContainEqual({ record, field, why: 'staysHere' })
  },
)

test('there are such words', () => {
  expect(sealedApart).toContainEqual(['shelterStay', 'elsewhere'])
  expect(sealedApart.length).toBeGreaterThan(10)
})
