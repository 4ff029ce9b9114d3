import { type CodeOf, defineCodes } from '../codes.ts'

/** The kinds of work people sign in for. A role opens nothing by itself: the relation to a case does. */
export const roles = defineCodes('setu:role', '2026-01', [
  { code: 'caseworker', en: 'Caseworker', bn: 'কেস ওয়ার্কার' },
  { code: 'supervisor', en: 'Supervisor', bn: 'সুপারভাইজার' },
  { code: 'policeInvestigator', en: 'Police investigator', bn: 'তদন্তকারী পুলিশ কর্মকর্তা' },
  { code: 'prosecutor', en: 'Prosecutor', bn: 'প্রসিকিউটর' },
  { code: 'courtOfficer', en: 'Court officer', bn: 'আদালতের কর্মকর্তা' },
  { code: 'committeeSecretary', en: 'Committee secretary', bn: 'কমিটির সদস্য সচিব' },
  { code: 'consularOfficer', en: 'Consular officer', bn: 'কনস্যুলার কর্মকর্তা' },
  { code: 'programmeManager', en: 'Programme manager', bn: 'কর্মসূচি ব্যবস্থাপক' },
  { code: 'trainer', en: 'Trainer', bn: 'প্রশিক্ষক' },
  { code: 'analyst', en: 'Analyst', bn: 'বিশ্লেষক' },
  { code: 'technicalAdministrator', en: 'Technical administrator', bn: 'কারিগরি প্রশাসক' },
  { code: 'dataProtectionOfficer', en: 'Data-protection officer', bn: 'উপাত্ত সুরক্ষা কর্মকর্তা' },
])

/** A kind of work people sign in for. */
export type Role = CodeOf<typeof roles>

/** Those whose work never opens what is sealed, so that they are never let in to a unit's key either. */
const keyless: ReadonlySet<Role> = new Set([
  'programmeManager',
  'trainer',
  'analyst',
  'technicalAdministrator',
])

/** Whether somebody with these roles may hold the key of their unit. */
export function holdsKeys(held: readonly Role[]): boolean {
  return held.some((role) => !keyless.has(role))
}
