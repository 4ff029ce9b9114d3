import { describe, expect, test } from 'vitest'
import { csvOf, csvRow } from '../../test/csv.ts'
import { reference, unavailable } from '../../test/reference.ts'
import { workbookOf } from '../../test/workbooks.ts'
import { readHtcds } from './read-htcds.ts'

const question = {
  start: '2026-03-01T09:00:00.000+06:00',
  end: '2026-03-01T09:20:00.000+06:00',
  con_Consent: 'TRUE',
  prs_First_Name: 'রহিমা',
  prs_Second_Name: 'খাতুন',
  prs_Birthdate: '2001-05-04',
  prs_Gender: 'Feminine',
  prs_Citizenship: 'BD',
  prs_Title: '',
  vic_MethodOfRecruitment: 'AtWork ThroughFriendsOrSocialEvents',
  vic_Methods_of_Control: 'DebtBondage  TakesEarnings',
  vic_ForcedLabourIndustry: 'F_Construction',
  cas_ReasonForIncomingReferral: 'Other',
  __version__: 'vSmt4GQA3C9uBMLPEVfgND',
}
const answers = {
  con_Consent: 'true',
  prs_FirstName: 'রহিমা',
  prs_SecondName: 'খাতুন',
  prs_Birthdate: '2001-05-04',
  prs_Gender: 'Feminine',
  prs_Citizenship: ['BD'],
  vic_MethodOfRecruitment: ['AtWork', 'ThroughFriendsOrSocialEvents'],
  vic_MethodsOfControl: ['DebtBondage', 'TakesEarnings'],
  vic_ForcedLabourIndustry: 'F_Construction',
  cas_ReasonForIncomingReferral: 'Other',
}

describe('what survey tools export for IOM’s form', () => {
  test('is read: misspelt names, codes between spaces, the tool’s own columns left out in silence', async () => {
    const reading = await readHtcds(csvRow(question))
    expect(reading).toMatchObject({ format: 'xlsform', version: '2.0', problems: [] })
    expect(reading.rows.map(({ values }) => values)).toEqual([answers])
    const repaired = reading.columns.filter(({ verdict }) => verdict === 'repaired')
    expect(repaired.map(({ header, rule }) => [header, rule])).toEqual([
      ['prs_First_Name', 'misspelt-name'],
      ['prs_Second_Name', 'misspelt-name'],
      ['vic_Methods_of_Control', 'misspelt-name'],
    ])
  })

  test('has what the form asks otherwise than the standard reported', async () => {
    const { disagreements } = await readHtcds(csvRow(question))
    expect(disagreements.map(({ header, kind }) => [header, kind])).toEqual([
      ['prs_First_Name', 'name-misspelt'],
      ['prs_Second_Name', 'name-misspelt'],
      ['prs_Citizenship', 'asked-otherwise'],
      ['prs_Title', 'asked-otherwise'],
      ['vic_Methods_of_Control', 'name-misspelt'],
      ['vic_Methods_of_Control', 'asked-otherwise'],
      ['vic_ForcedLabourIndustry', 'asked-otherwise'],
      ['cas_ReasonForIncomingReferral', 'asked-otherwise'],
    ])
  })

  test.each(['/', '-', ':', '.'])('may have groups before its names, with %s between', async (mark) => {
    const grouped = Object.entries(question).map(([name, cell]) => [
      `survivor${mark}part_1${mark}${name}`,
      cell,
    ])
    const reading = await readHtcds(csvRow(Object.fromEntries(grouped)))
    expect(reading.rows.map(({ values }) => values)).toEqual([answers])
    expect(reading.counts).toEqual({ errors: 0, warnings: 0 })
  })

  test('may have a column for each choice, in place of the codes or beside them', async () => {
    const choices = {
      prs_First_Name: 'Salma',
      'g/vic_Methods_of_Control/DebtBondage ': '1',
      'g/vic_Methods_of_Control/TakesEarnings': '0',
      'g/vic_Methods_of_Control/Other': 'True',
      'vic_ForcedLabourIndustry/F_Construction': '0',
    }
    const alone = await readHtcds(csvRow(choices))
    expect(alone.rows[0]?.values).toEqual({
      prs_FirstName: 'Salma',
      vic_MethodsOfControl: ['DebtBondage', 'Other'],
    })
    const beside = await readHtcds(csvRow({ ...choices, vic_Methods_of_Control: 'Other DebtBondage' }))
    expect(beside.rows[0]?.values).toMatchObject({ vic_MethodsOfControl: ['Other', 'DebtBondage'] })
    expect([alone.problems, beside.problems]).toEqual([[], []])
  })

  test('whose columns contradict each other is not believed', async () => {
    const contradiction = { vic_Methods_of_Control: 'Other', 'vic_Methods_of_Control/DebtBondage': '1' }
    expect((await readHtcds(csvRow(contradiction))).problems).toMatchObject([
      { code: 'code.columns-disagree', row: 2 },
    ])
    const mark = { prs_First_Name: 'Salma', 'vic_Methods_of_Control/DebtBondage': '2' }
    expect((await readHtcds(csvRow(mark))).problems).toMatchObject([
      { code: 'code.mark-invalid', column: 'B' },
    ])
  })

  test('may not tick two choices of which the standard takes one, the industries aside', async () => {
    const ticks = (field: string, ...codes: string[]) =>
      csvRow(Object.fromEntries(codes.map((code) => [`${field}/${code}`, '1'])))
    const statuses = await readHtcds(ticks('cas_Status', 'Active', 'Closed'))
    expect(statuses.problems).toMatchObject([{ code: 'code.several', about: { length: 2 } }])
    const industries = await readHtcds(ticks('vic_ForcedLabourIndustry', 'F_Construction', 'P_Education'))
    expect(industries.problems).toMatchObject([{ code: 'code.several-kept' }])
    expect(industries.rows[0]?.values).toEqual({
      vic_ForcedLabourIndustry: ['F_Construction', 'P_Education'],
    })
  })

  test('keeps several industries with a warning, since the form asks for them', async () => {
    const given = { ...question, vic_ForcedLabourIndustry: 'F_Construction P_Education' }
    const reading = await readHtcds(csvRow(given))
    expect(reading.rows[0]?.values.vic_ForcedLabourIndustry).toEqual(['F_Construction', 'P_Education'])
    expect(reading.problems).toMatchObject([{ code: 'code.several-kept', weight: 'warning' }])
  })

  test('keeps a reason in free words as details of the reason “Other”', async () => {
    const given = {
      ...question,
      cas_ReasonForIncomingReferral: 'Needs a doctor',
      cas_IncomingReferralDetails: 'By bus',
    }
    const reading = await readHtcds(csvRow(given))
    expect(reading.rows[0]?.values).toMatchObject({
      cas_ReasonForIncomingReferral: 'Other',
      cas_IncomingReferralDetails: 'Needs a doctor\nBy bus',
    })
    expect(reading.problems).toMatchObject([{ code: 'code.text-kept', weight: 'warning', row: 2 }])
    const label = await readHtcds(
      csvRow({ ...question, cas_ReasonForIncomingReferral: 'Additional services required' }),
    )
    expect(label.rows[0]?.values.cas_ReasonForIncomingReferral).toBe('AdditionalServicesRequired')
  })

  test('may be quoted throughout with semicolons between, as KoboToolbox writes it', async () => {
    const quoted = [Object.keys(question), Object.values(question)].map((cells) =>
      cells.map((cell) => `"${cell}"`).join(';'),
    )
    const reading = await readHtcds(new TextEncoder().encode(`${quoted.join('\n')}\n`))
    expect(reading.rows.map(({ values }) => values)).toEqual([answers])
  })

  test('may come as a workbook, or with labels for names', async () => {
    const workbook = await readHtcds(workbookOf([Object.keys(question), Object.values(question)]))
    expect(workbook.rows.map(({ values }) => values)).toEqual([answers])
    const labelled = csvOf([
      ['First Name', 'Gender', 'Methods of Control', 'Consent'],
      ['Salma', 'Non-Conforming', 'Debt bondage Threats of law enforcement', 'Yes'],
    ])
    const reading = await readHtcds(labelled)
    expect(reading.rows[0]?.values).toEqual({
      prs_FirstName: 'Salma',
      prs_Gender: 'NonConforming',
      vic_MethodsOfControl: ['DebtBondage', 'ThreatsLawEnforcement'],
      con_Consent: 'true',
    })
    expect(reading.columns.every(({ rule }) => rule === 'label-alone')).toBe(true)
  })

  test('with labels for names asks which of two “Second Name” columns is meant', async () => {
    const reading = await readHtcds(
      csvOf([
        ['First Name', 'Second Name', 'Second Name'],
        ['Salma', 'Begum', 'Begum'],
      ]),
    )
    expect(reading.problems).toMatchObject([
      { code: 'column.duplicate', column: 'C', field: 'prs_SecondName' },
    ])
  })
})

describe.skipIf(unavailable)(`IOM’s survey form as published${unavailable}`, () => {
  test('every question of it is a column we know, and every choice a code we take', async () => {
    const form = new TextDecoder().decode(reference('htcds/htcds_xlsform.xml'))
    const controls = [...form.matchAll(/<(input|select1?) ref="\/data\/([^"]+)">(.*?)<\/\1>/gs)]
    expect(controls).toHaveLength(31)
    const cells = controls.map(([, , name = '', body = '']) => {
      const codes = [...body.matchAll(/<value>(.*?)<\/value>/g)].map(([, code = '']) => code)
      return [name, codes] as const
    })
    for (let at = 0; at < Math.max(...cells.map(([, codes]) => codes.length)); at += 1) {
      const row = Object.fromEntries(cells.map(([name, codes]) => [name, codes[at] ?? '']))
      const reading = await readHtcds(csvRow(row))
      expect([at, reading.problems]).toEqual([at, []])
      expect(reading.columns.every(({ field }) => field !== null)).toBe(true)
      expect(Object.keys(reading.rows[0]?.values ?? {})).toHaveLength(
        Object.values(row).filter(Boolean).length,
      )
    }
  })
})
