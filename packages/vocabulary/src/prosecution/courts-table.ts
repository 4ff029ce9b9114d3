import type { Words } from '../words.ts'

/** A court that every node of a country begins with. */
export interface KnownCourt {
  readonly id: string
  readonly jurisdiction: string
  readonly kind: 'traffickingTribunal'
  readonly name: Words
  /** The P-code of the district where it sits. */
  readonly district: string
}

const tribunal = (place: number, district: string, en: string, bn: string): KnownCourt => ({
  id: `5e7c0000-0000-4000-8000-00000000000${place}`,
  jurisdiction: 'BD',
  kind: 'traffickingTribunal',
  name: {
    en: `Anti-Human Trafficking Offence Tribunal, ${en}`,
    bn: `মানব পাচার অপরাধ দমন ট্রাইব্যুনাল, ${bn}`,
  },
  district,
})

/**
 * The seven divisional tribunals that were formed in Bangladesh on 8 March 2020 (Bangladesh Pratidin, 13 June 2020).
 * Elsewhere cases lie with other courts, which an administrator adds.
 */
export const knownCourts: readonly KnownCourt[] = [
  tribunal(1, 'BD3026', 'Dhaka', 'ঢাকা'),
  tribunal(2, 'BD2015', 'Chattogram', 'চট্টগ্রাম'),
  tribunal(3, 'BD5081', 'Rajshahi', 'রাজশাহী'),
  tribunal(4, 'BD4047', 'Khulna', 'খুলনা'),
  tribunal(5, 'BD6091', 'Sylhet', 'সিলেট'),
  tribunal(6, 'BD5585', 'Rangpur', 'রংপুর'),
  tribunal(7, 'BD1006', 'Barishal', 'বরিশাল'),
]
