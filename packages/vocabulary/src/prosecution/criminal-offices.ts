import { type CodeOf, defineCodes } from '../codes.ts'
import type { Role } from '../directory/roles.ts'

/** What an office does in a criminal case. It says what the office may see and write there. */
export const officeTasks = defineCodes('setu:criminal-office', '2026-11', [
  { code: 'investigation', en: 'Investigation', bn: 'তদন্ত' },
  { code: 'prosecution', en: 'Prosecution', bn: 'প্রসিকিউশন' },
  { code: 'court', en: 'Court desk', bn: 'আদালত শাখা' },
  { code: 'monitoring', en: 'Monitoring cell', bn: 'মনিটরিং সেল' },
  { code: 'legalAid', en: 'Legal aid for a survivor', bn: 'সারভাইভারের আইনি সহায়তা' },
  {
    code: 'centralAuthority',
    en: 'Central authority for requests abroad',
    bn: 'বিদেশে অনুরোধের কেন্দ্রীয় কর্তৃপক্ষ',
  },
])

/** What an office does in a criminal case. */
export type OfficeTask = CodeOf<typeof officeTasks>

/** The parts of a criminal case that are opened apart. */
export const criminalParts = ['status', 'accused', 'hearings', 'orders'] as const

/** A part of a criminal case. */
export type CriminalPart = (typeof criminalParts)[number]

/** Which kinds of organisation may take on a task, and with which role somebody of the office works on it. */
export const officeFits: Readonly<
  Record<OfficeTask, { readonly types: readonly string[]; readonly roles: readonly Role[] }>
> = {
  investigation: {
    types: ['policeUnit', 'borderGuard', 'coastGuard'],
    roles: ['policeInvestigator', 'supervisor'],
  },
  prosecution: { types: ['prosecution'], roles: ['prosecutor', 'supervisor'] },
  court: { types: ['court'], roles: ['courtOfficer'] },
  monitoring: { types: ['policeUnit'], roles: ['policeInvestigator', 'supervisor'] },
  legalAid: { types: ['legalAid'], roles: ['caseworker'] },
  centralAuthority: { types: ['ministry', 'nationalAuthority'], roles: ['prosecutor'] },
}

/** What each task lets an office read. */
export const officeReads: Readonly<Record<OfficeTask, readonly CriminalPart[]>> = {
  investigation: ['status', 'accused', 'hearings', 'orders'],
  prosecution: ['status', 'accused', 'hearings', 'orders'],
  court: ['status', 'accused', 'hearings', 'orders'],
  monitoring: ['status', 'hearings'],
  legalAid: ['status', 'hearings', 'orders'],
  centralAuthority: ['status', 'accused'],
}
