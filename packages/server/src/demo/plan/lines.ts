import { drawsFrom } from '../draws.ts'

/** The lines of every organisation of the programme: two missions, and what is spent on cases whoever pays for it. */
export const lineSeeds = [
  { code: 'DK-LIV', nameEn: 'Livelihood grants', nameBn: 'জীবিকা অনুদান', donor: 'Mission of Denmark (demo)' },
  {
    code: 'NO-CARE',
    nameEn: 'Care and emergency',
    nameBn: 'সেবা ও জরুরি সহায়তা',
    donor: 'Mission of Norway (demo)',
  },
  { code: 'GEN', nameEn: 'General costs of cases', nameBn: 'কেসের সাধারণ খরচ', donor: null },
] as const

/** The id of a line of an organisation: the same wherever the demonstration is loaded. */
export function lineId(org: string, code: (typeof lineSeeds)[number]['code']): string {
  return drawsFrom(`line ${org} ${code}`).id()
}
