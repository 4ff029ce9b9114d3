import { type HtcdsFieldName, htcdsFields, plainDate } from '@setu/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyRow } from '../../../test/htcds-rows.ts'
import { runs } from '../../../test/seed.ts'
import type { HtcdsRow, HtcdsValue } from '../row.ts'
import type { CaseContent } from './content.ts'
import { commentField, exportIds, places } from './places.ts'
import { type CasesInFile, readCases } from './read-cases.ts'
import { writeCase } from './write-case.ts'

const today = plainDate('2026-11-22')
const org = '7d9a2b1e-0000-4000-8000-000000000001'
const ids = { org, case: '7d9a2b1e-0000-4000-8000-000000000002', person: null }

const read = (rows: readonly HtcdsRow[]) => readCases(rows, { today })

/** What becomes of one row that is kept and written out again. */
async function again(values: HtcdsRow['values'], own: HtcdsRow['ids'] = {}): Promise<HtcdsRow[]> {
  const { cases } = await read([{ row: 2, values, ids: own }])
  return cases.flatMap(({ content }) => writeCase(ids, content))
}

function refusedFields({ problems }: CasesInFile): Set<string | null> {
  return new Set(problems.filter(({ weight }) => weight === 'error').map(({ field }) => field))
}

describe('the fields of the standard', () => {
  test('are kept in one place each, and all 84 of them are kept', () => {
    const kept = [...places.map(({ htcds }) => htcds), commentField]
    expect(new Set(kept).size).toBe(kept.length)
    expect(new Set(kept)).toEqual(new Set(htcdsFields.map(({ name }) => name)))
  })

  test('that take several values are kept as several, and the others as one', () => {
    for (const { htcds, field } of places) {
      const { multiple } = htcdsFields.find(({ name }) => name === htcds) ?? { multiple: null }
      expect([htcds, field.kind === 'codes' || field.kind === 'countries']).toEqual([htcds, multiple])
    }
  })

  test('have a column of ours beside them where our codes are finer', () => {
    expect(exportIds).toEqual([
      'org',
      'case',
      'person',
      'state',
      'name',
      'comment_on',
      'left_out',
      'case_facts_recruitment_apps',
      'case_facts_control',
      'case_facts_exploitation',
      'case_facts_exploitation_apps',
    ])
  })
})

describe('a row that is kept and written out again', () => {
  test('is the same, field for field, save what the preview has refused by name', async () => {
    await fc.assert(
      fc.asyncProperty(anyRow, async ({ values }) => {
        const file = await read([{ row: 2, values }])
        const refused = refusedFields(file)
        const expected = Object.entries(values).filter(([field]) => !refused.has(field))
        const [written] = file.cases.flatMap(({ content }) => writeCase(ids, content))
        expect(written?.values).toEqual(Object.fromEntries(expected))
      }),
      runs(400),
    )
  })

  const whole: readonly [string, Partial<Record<HtcdsFieldName, HtcdsValue>>][] = [
    [
      'a language that the standard has no code for',
      { prs_PrimaryLanguage: 'rhg', prs_SecondaryLanguage: 'ben' },
    ],
    ['a family of languages', { prs_PrimaryLanguage: 'inc' }],
    ['a language outside our list', { prs_PrimaryLanguage: 'fra' }],
    ['two nationalities in their order', { prs_Citizenship: ['MM', 'BD'] }],
    ['part of a day', { prs_Birthdate: '2001', hte_Date: '2019-03', cas_IncomingReferralDate: '2024-06' }],
    ['a closing reason of 10,000 letters', { cas_ReasonForCaseClosure: 'ক'.repeat(10_000) }],
    ['a box that is not ticked', { con_Consent: 'false', vic_AgreementToManagePersonalData: 'true' }],
    [
      'names in no list, among some that are',
      { vic_RecruitmentWebsitesAndApps: ['TikTok', 'imo', 'Bigo', 'Other'] },
    ],
    ['two industries of a survey form', { vic_ForcedLabourIndustry: ['P_Education', 'F_Construction'] }],
    [
      'a number as it is dialled at home',
      { prs_MobilePhone: '01712345678', prs_HomePhone: '+8801712345678' },
    ],
    ['the place of an event, to the last digit', { hte_Latitude: '23.8103317', hte_Longitude: '-0.0000001' }],
    ['a state that nobody told', { prs_FirstName: 'Rahima' }],
    ['a text that is nothing but a blank', { prs_Title: ' ', prs_MailingStreet: '\r\n' }],
    ['several means of control', { vic_MethodsOfControl: ['Other', 'DebtBondage'] }],
  ]

  test.each(whole)('%s', async (_, values) => {
    const [written] = await again(values)
    expect(written?.values).toEqual(values)
  })

  test('gender is never read as sex, and a ticked box is never a consent', async () => {
    const { cases } = await read([{ row: 2, values: { prs_Gender: 'Feminine', con_Consent: 'true' } }])
    expect(cases[0]?.content.records).toEqual({
      caseFacts: [{ gender: 'Feminine' }],
      caseOrigin: [{ fileConsent: true }],
    })
  })

  test('a full name is put together from its parts, and the parts go out as they came', async () => {
    const values = { prs_FirstName: 'Rahima', prs_MiddleName: ' ', prs_SecondName: 'Khatun' }
    const { cases } = await read([{ row: 2, values }])
    expect(cases[0]?.content.records.personIdentity?.[0]).toMatchObject({
      name: 'Rahima Khatun',
      middleName: ' ',
    })
    expect((await again(values))[0]).toMatchObject({ values, ids: { name: 'Rahima Khatun' } })
    expect((await again({}, { name: 'রহিমা' }))[0]).toMatchObject({ values: {}, ids: { name: 'রহিমা' } })
  })

  test('a birth gives a band of ages and says nothing of how sure it is', async () => {
    const { cases } = await read([{ row: 2, values: { prs_Birthdate: '2001-05-04' } }])
    expect(cases[0]?.content.records.caseFacts).toEqual([{ ageBand: '25-29' }])
  })
})

describe('a case of ours', () => {
  const opened: CaseContent = {
    state: 'planned',
    imported: false,
    records: {
      personIdentity: [{ name: 'Rahima' }],
      caseFacts: [
        {
          control: ['RestrictsMovement', 'UsesChildren', 'DebtBondage'],
          exploitation: ['ForcedCriminality', 'DomesticServitude', 'Other'],
          recruitmentApps: ['Imo'],
          language: 'ctg',
        },
      ],
      traffickingEvent: [{}, { type: 'Recruitment', country: 'BD' }, { type: 'Transit', city: 'Benapole' }],
      supportPlan: [{ type: 'Legal' }],
      personMentioned: [{ roles: ['Smuggler'] }, { details: 'a cousin' }, { organisation: 'An agency' }],
    },
    comments: [
      { words: 'first', on: '2026-01-02' },
      { words: 'second', on: null },
    ],
  }

  test('goes out in the words of the standard, with ours beside them', () => {
    const [first] = writeCase(ids, opened)
    expect(first?.values).toMatchObject({
      cas_Status: 'Active',
      vic_MethodsOfControl: ['Other', 'DebtBondage'],
      vic_TypeOfExploitation: ['Other', 'Servitude'],
      vic_RecruitmentWebsitesAndApps: ['Other'],
      prs_PrimaryLanguage: 'ctg',
    })
    expect(first?.ids).toEqual({
      org,
      case: ids.case,
      state: 'planned',
      name: 'Rahima',
      comment_on: '2026-01-02',
      case_facts_control: 'RestrictsMovement;UsesChildren;DebtBondage',
      case_facts_exploitation: 'ForcedCriminality;DomesticServitude;Other',
      case_facts_recruitment_apps: 'Imo',
    })
  })

  test('has a row for each further event, plan, person and comment, and comes back whole', async () => {
    const rows = writeCase(ids, opened)
    expect(
      rows.map(({ values }) => [values.hte_Type, values.per_RoleDetails, values.cco_CaseComment]),
    ).toEqual([
      ['Recruitment', undefined, 'first'],
      ['Transit', 'a cousin', 'second'],
      [undefined, undefined, undefined],
    ])
    const { cases, problems } = await read(rows.map((row, at) => ({ ...row, row: at + 2 })))
    expect(problems).toEqual([])
    expect(cases).toHaveLength(1)
    const [back] = cases
    expect(back).toMatchObject({ rows: [2, 3, 4], source: { org, case: ids.case } })
    expect(back?.content).toMatchObject({ state: 'planned', comments: opened.comments })
    expect(back?.content.records.caseFacts).toEqual(opened.records.caseFacts)
    expect(back?.content.records.traffickingEvent).toEqual(opened.records.traffickingEvent?.slice(1))
    expect(back && writeCase(ids, back.content)).toEqual(rows)
  })

  test('is one case however its rows were sorted', async () => {
    const rows = writeCase(ids, opened).map((row, at) => ({ ...row, row: at + 2 }))
    const { cases, problems } = await read(rows.toReversed())
    expect(problems).toEqual([])
    expect(cases).toMatchObject([
      { rows: [2, 4, 3], content: { records: { personIdentity: [{ name: 'Rahima' }] } } },
    ])
  })

  test('whose columns somebody has changed by hand is read by the standard’s column, with a warning', async () => {
    const [row] = writeCase(ids, opened)
    const changed = { ...row?.values, vic_MethodsOfControl: ['DebtBondage'], cas_Status: 'Closed' }
    const { cases, problems } = await read([{ row: 2, values: changed, ids: row?.ids ?? {} }])
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['code.own-ignored', 'vic_MethodsOfControl'],
      ['code.own-ignored', 'cas_Status'],
    ])
    expect(cases[0]?.content).toMatchObject({
      state: 'closed',
      records: { caseFacts: [{ control: ['DebtBondage'] }] },
    })
  })

  test('that stands twice in a file is a mistake, and two alike rows of others are two cases', async () => {
    const [row] = writeCase(ids, opened)
    if (row === undefined) throw new Error('no row')
    const twice = await read([
      { ...row, row: 2 },
      { ...row, row: 3 },
    ])
    expect(twice.problems).toMatchObject([{ code: 'case.repeated', weight: 'error', row: 3 }])
    const { values } = row
    expect(
      (
        await read([
          { row: 2, values },
          { row: 3, values },
        ])
      ).cases,
    ).toHaveLength(2)
  })

  test('whose apps were changed here keeps the names that only the file knew', () => {
    const words = { caseOrigin: [{ recruitmentAppWords: 'TikTok;Bigo' }] }
    const write = (recruitmentApps: readonly string[] | null) =>
      writeCase(ids, { ...opened, comments: [], records: { ...words, caseFacts: [{ recruitmentApps }] } })[0]
    expect(write(['TikTok'])?.values.vic_RecruitmentWebsitesAndApps).toEqual(['TikTok', 'Bigo'])
    expect(write(['YouTube', 'TikTok'])).toMatchObject({
      values: { vic_RecruitmentWebsitesAndApps: ['Other', 'TikTok', 'Bigo'] },
      ids: { case_facts_recruitment_apps: 'YouTube;TikTok' },
    })
    expect(write(null)?.values.vic_RecruitmentWebsitesAndApps).toEqual(['Bigo'])
  })

  test('of which not all could be opened says so when it goes out, and when it comes in', async () => {
    const rows = writeCase({ ...ids, leftOut: ['identity', 'contact'] }, { ...opened, comments: [] })
    expect(rows[0]?.ids).toMatchObject({ left_out: 'identity;contact' })
    expect((await read(rows)).problems).toMatchObject([{ code: 'case.left-out', weight: 'warning' }])
  })

  test('keeps its state when it was imported and has moved on', () => {
    const moved: CaseContent = { state: 'followUp', imported: true, records: {}, comments: [] }
    expect(writeCase(ids, moved)[0]?.values).toEqual({ cas_Status: 'FollowUp' })
  })
})

test('any case, ours or theirs, is the same case after going out and coming back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 4 }), async (rows) => {
      const first = await read(rows.map(({ values }, at) => ({ row: at + 2, values })))
      for (const { content } of first.cases) {
        const out = writeCase(ids, content)
        const back = await read(out)
        expect(back.cases.flatMap((one) => writeCase(ids, one.content))).toEqual(out)
      }
    }),
    runs(100),
  )
})

test('what is refused is told by row and field, and never by what the cell holds', async () => {
  const values: readonly [HtcdsFieldName, HtcdsValue, string][] = [
    ['prs_FirstName', 'x'.repeat(201), 'cell.too-long'],
    ['prs_Title', 'a\u0007b', 'cell.control-characters'],
    ['prs_MobilePhone', 'her uncle', 'phone.invalid'],
    ['prs_Email', 'rahima@', 'email.invalid'],
    ['cco_CaseComment', 'x'.repeat(10_001), 'cell.too-long'],
    ['vic_RecruitmentWebsitesAndApps', ['y'.repeat(2001)], 'cell.too-long'],
  ]
  for (const [field, value, code] of values) {
    const { problems } = await read([{ row: 7, values: { [field]: value } }])
    expect(problems).toMatchObject([{ code, field, row: 7, weight: 'error' }])
  }
})
