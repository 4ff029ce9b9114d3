import type { HtcdsRow } from '../src/htcds/row.ts'
import type { TestCell } from './workbooks.ts'

const names = ['রহিমা', 'Salma', 'করিম', 'Anjali', 'শাহিন']
const families = ['খাতুন', 'Begum', 'মিয়া', "D'Costa", 'আক্তার']
const cities = ['ঢাকা', 'Jashore', 'Satkhira', 'Cox’s Bazar', 'বেনাপোল']

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? ''
}

/** A made-up row of IOM's template, by the letters of its columns, and what it must come to. */
export interface FilledRow {
  readonly cells: Readonly<Record<string, TestCell>>
  readonly values: HtcdsRow['values']
}

/** How people fill the template: by the labels they see, with a choice from the list where there is one. */
export function filledRow(at: number): FilledRow {
  const year = 1980 + (at % 25)
  const known = at % 3 > 0
  return {
    cells: {
      B: `Worker ${at % 4}`,
      D: pick(names, at),
      E: pick(families, at),
      F: { xml: `<c r="$" t="b"><v>${at % 2}</v></c>` },
      G: known ? { serial: 36_526 + at } : year,
      H: pick(['Feminine', 'Masculine', 'NonSpecifiedUnknown'], at),
      I: pick(['Bangladesh', 'Nepal', 'Bolivia (Plurinational State of)'], at),
      M: `+88017${String(10_000_000 + at)}`,
      N: `Road ${at}, House 3`,
      O: pick(cities, at),
      P: 'Khulna',
      Q: 1207 + at,
      R: 'Bangladesh',
      S: pick(['Possible victim of trafficking', 'Actual victim of trafficking'], at),
      T: 'Non-police governmental organization',
      U: 'Through friends or social events',
      W: 'Debt bondage ',
      X: pick(['Forced labour', 'Forced military (by non-state actors)'], at),
      Y: 'Water supply; sewerage, waste management and remediation',
      AB: 'Follow up',
      AD: { serial: 45_000 + at },
      AF: 'Migration Or Change Of Location',
      AJ: 'Other',
      AM: at % 2 === 0 ? '=not a formula' : null,
    },
    values: {
      cas_CaseOwner: `Worker ${at % 4}`,
      prs_FirstName: pick(names, at),
      prs_SecondName: pick(families, at),
      con_Consent: at % 2 === 1 ? 'true' : 'false',
      prs_Birthdate: known ? dayFrom('2000-01-01', at) : String(year),
      prs_Gender: pick(['Feminine', 'Masculine', 'NonSpecifiedUnknown'], at),
      prs_Citizenship: [pick(['BD', 'NP', 'BO'], at)],
      prs_MobilePhone: `+88017${String(10_000_000 + at)}`,
      prs_MailingStreet: `Road ${at}, House 3`,
      prs_MailingCity: pick(cities, at),
      prs_MailingState: 'Khulna',
      prs_MailingPostalCode: String(1207 + at),
      prs_MailingCountry: 'BD',
      vic_TraffickingStatus: pick(['PossibleVictimOfTrafficking', 'ActualVictimOfTrafficking'], at),
      vic_TraffickingStatusDecisionMakingOrg: 'NonPoliceGovernmentalOrganization',
      vic_MethodOfRecruitment: ['ThroughFriendsOrSocialEvents'],
      vic_MethodsOfControl: ['DebtBondage'],
      vic_TypeOfExploitation: [pick(['ForcedLabour', 'ForcedMilitaryByNonStateActors'], at)],
      vic_ForcedLabourIndustry: 'E_WaterSupplySewerageWasteManagement',
      cas_Status: 'FollowUp',
      cas_IncomingReferralDate: dayFrom('2023-03-15', at),
      cas_ReasonForIncomingReferral: 'MigrationOrChangeOfLocation',
      cas_ReasonForOutgoingReferral: 'Other',
      ...(at % 2 === 0 ? { cas_ReasonForCaseClosure: '=not a formula' } : {}),
    },
  }
}

function dayFrom(first: string, days: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
