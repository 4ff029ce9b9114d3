import type { HtcdsFieldName } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { csvRow } from '../../test/csv.ts'
import { reference, unavailable } from '../../test/reference.ts'
import { parseLanguage } from './languages.ts'
import type { HtcdsProblemCode } from './problems.ts'
import { type HtcdsReadOptions, readHtcds } from './read-htcds.ts'
import type { HtcdsValue } from './row.ts'

const understood: readonly [HtcdsFieldName, string, HtcdsValue, HtcdsProblemCode | null][] = [
  ['prs_Birthdate', '2008-02-29', '2008-02-29', null],
  ['prs_Birthdate', '2008', '2008', null],
  ['prs_Birthdate', '2008-02', '2008-02', null],
  ['prs_Birthdate', '২০০৮-০২-২৯', '2008-02-29', 'date.rewritten'],
  ['prs_Birthdate', '2008/2/9', '2008-02-09', 'date.rewritten'],
  ['prs_Birthdate', '29.02.2008', '2008-02-29', 'date.rewritten'],
  ['prs_Birthdate', '02/29/2008', '2008-02-29', 'date.rewritten'],
  ['prs_Birthdate', '05/05/2008', '2008-05-05', 'date.rewritten'],
  ['prs_Birthdate', '9 February 2008', '2008-02-09', 'date.rewritten'],
  ['prs_Birthdate', 'Feb 2008', '2008-02', 'date.rewritten'],
  ['cas_IncomingReferralDate', '2026-03-01T09:00:00.000+06:00', '2026-03-01', 'date.rewritten'],
  ['spl_PlannedEndDate', '2099-01-01', '2099-01-01', null],
  ['prs_NumberOfChildren', '০৩', '3', null],
  ['prs_NumberOfChildren', '2.0', '2', null],
  ['hte_Longitude', '-090.4100', '-90.41', null],
  ['hte_Latitude', '+23.8', '23.8', null],
  ['hte_Latitude', '-0.0', '0', null],
  ['con_Consent', 'Yes', 'true', null],
  ['con_Consent', 'হ্যাঁ', 'true', null],
  ['con_Consent', '0', 'false', null],
  ['prs_MobilePhone', '+8801712345678', '+8801712345678', null],
  ['prs_MobilePhone', '+880 (1712) 345-678', '+8801712345678', 'phone.rewritten'],
  ['prs_MobilePhone', '008801712345678', '+8801712345678', 'phone.rewritten'],
  ['prs_HomePhone', '01712345678', '01712345678', 'phone.national'],
  ['org_Phone', '10921', '10921', 'phone.national'],
  ['prs_Email', 'rahima@example.org', 'rahima@example.org', null],
  ['prs_MailingCountry', 'BGD', 'BD', 'country.rewritten'],
  ['hte_Country', "Côte d'Ivoire", 'CI', 'country.rewritten'],
  ['prs_Citizenship', 'BD', ['BD'], null],
  ['prs_Citizenship', 'Bangladesh; IN', ['BD', 'IN'], 'country.rewritten'],
  ['prs_Citizenship', 'BD IN NP', ['BD', 'IN', 'NP'], null],
  ['prs_Citizenship', 'Congo, Democratic Republic of the, India', ['CD', 'IN'], 'country.rewritten'],
  ['prs_PrimaryLanguage', 'ben', 'ben', null],
  ['prs_PrimaryLanguage', 'bn', 'ben', 'language.rewritten'],
  ['prs_PrimaryLanguage', 'Rohingya', 'rhg', 'language.rewritten'],
  ['prs_SecondaryLanguage', 'bur', 'mya', 'language.rewritten'],
  ['prs_Gender', 'Not Specified/Unknown\u00a0', 'NonSpecifiedUnknown', 'code.by-label'],
  [
    'prs_HighestLevelOfEducation',
    "Bachelor's or equivalent level",
    'BachelorsOrEquivalentLevel',
    'code.by-label',
  ],
  ['vic_RelationshipToTrafficker', 'Unaquainted', 'Unaquainted', null],
  ['vic_MethodsOfControl', 'DebtBondage;TakesEarnings;', ['DebtBondage', 'TakesEarnings'], null],
  ['vic_MethodsOfControl', 'Debt bondage; Other', ['DebtBondage', 'Other'], 'code.by-label'],
  ['vic_MethodsOfControl', 'Other;Other', ['Other'], 'code.repeated'],
  ['vic_TypeOfExploitation', 'forcedlabour', ['ForcedLabour'], 'code.by-label'],
  [
    'vic_ForcedLabourIndustry',
    'Public administration and defence; compulsory social security',
    'O_PublicAdministrationAndDefence',
    'code.by-label',
  ],
]

describe('a value', () => {
  test.each(understood)('of %s, %j, comes to %j', async (field, text, value, note) => {
    const options = { today: '2026-11-22' } as HtcdsReadOptions
    const reading = await readHtcds(csvRow({ [field]: text, cas_CaseOwner: 'Worker' }), options)
    expect(reading.problems).toEqual([])
    expect(reading.rows[0]?.values).toEqual({ [field]: value, cas_CaseOwner: 'Worker' })
    expect(Object.keys(reading.columns[0]?.notes ?? {})).toEqual(note === null ? [] : [note])
  })

  test('of 03/04/2001 is read when the caller says how its people write days', async () => {
    const file = csvRow({ prs_Birthdate: '03/04/2001' })
    const readAs = async (slashedDays: 'day-first' | 'month-first') => {
      return (await readHtcds(file, { slashedDays })).rows[0]?.values.prs_Birthdate
    }
    expect(await readAs('day-first')).toBe('2001-04-03')
    expect(await readAs('month-first')).toBe('2001-03-04')
  })

  test('of a birth this year lies in the future only by what is known of it', async () => {
    const options = { today: '2026-11-22' } as HtcdsReadOptions
    const problems = async (text: string) =>
      (await readHtcds(csvRow({ prs_Birthdate: text }), options)).problems.length
    expect(await Promise.all(['2026', '2026-11', '2026-11-22', '2026-12', '2027'].map(problems))).toEqual([
      0, 0, 0, 1, 1,
    ])
  })

  test('of a website outside the list is kept with a warning, since the standard lets anybody add one', async () => {
    const reading = await readHtcds(csvRow({ vic_RecruitmentWebsitesAndApps: 'Facebook; imo ;WeChat' }))
    expect(reading.rows[0]?.values.vic_RecruitmentWebsitesAndApps).toEqual(['Facebook', 'imo', 'WeChat'])
    expect(reading.problems).toMatchObject([{ code: 'code.added', weight: 'warning' }])
  })
})

describe('a language', () => {
  test('is known by two letters, three letters or its name, and nothing else is one', () => {
    expect(['hi', 'hin', 'Hindi', 'HINDI', 'ger', 'rhg', 'und'].map(parseLanguage)).toEqual([
      'hin',
      'hin',
      'hin',
      'hin',
      'deu',
      'rhg',
      'und',
    ])
    expect(['', 'x', 'qq', 'qqq', 'Klingonese'].map(parseLanguage)).toEqual([null, null, null, null, null])
  })

  test.skipIf(unavailable)(`of ISO 639-2 is known under every code it has${unavailable}`, () => {
    const list = JSON.parse(new TextDecoder().decode(reference('iso/iso_639-2.json'))) as {
      '639-2': { alpha_2?: string; alpha_3: string; bibliographic?: string }[]
    }
    const languages = list['639-2'].filter(({ alpha_3: code }) => code.length === 3)
    expect(languages).toHaveLength(486)
    for (const { alpha_2: two, alpha_3: three, bibliographic: library } of languages) {
      expect([three, two ?? three, library ?? three].map(parseLanguage)).toEqual([three, three, three])
    }
  })
})
