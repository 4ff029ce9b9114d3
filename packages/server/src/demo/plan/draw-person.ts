import type { CaseOpen } from '@setu/records/api'
import {
  type AgeBand,
  addDays,
  ageBands,
  type EducationLevel,
  entryOf,
  type MaritalStatus,
  type PlainDate,
  type TraffickingStatus,
  type Words,
} from '@setu/vocabulary'
import type { Draws } from '../draws.ts'
import { drawName } from '../names-table.ts'
import type { Leg, Profile } from '../profiles-table.ts'
import { safeties, safeWays, wishes } from '../words-table.ts'

/** Someone who does not exist, with what was done to them. */
export interface DrawnPerson {
  readonly child: boolean
  readonly woman: boolean
  readonly age: AgeBand
  readonly language: string
  readonly values: Required<Pick<CaseOpen, 'identity' | 'contact' | 'facts' | 'narrative'>>
  readonly legs: readonly (
    | Leg
    | { readonly country: string; readonly town: string; readonly kind: 'Recruitment' }
  )[]
  /** In the language of whoever writes the file. */
  say(words: Words): string
}

const childBands: ReadonlySet<AgeBand> = new Set(['0-4', '5-9', '10-14', '15-17', 'childUnknown', 'unknown'])

function yearsOf(draws: Draws, band: AgeBand): number {
  const { youngest, oldest } = entryOf(ageBands, band)
  return draws.between(youngest ?? 14, oldest ?? (youngest ?? 14) + 5)
}

function marriedLife(
  draws: Draws,
  years: number,
  woman: boolean,
): { marital: MaritalStatus; children: number } {
  if (years < 18) return { marital: 'Single', children: 0 }
  const marital = draws.weighed<MaritalStatus>(
    woman
      ? [
          ['Married', 3],
          ['Single', 3],
          ['Divorced', 2],
          ['Separated', 2],
          ['Widowed', 1],
        ]
      : [
          ['Married', 5],
          ['Single', 5],
        ],
  )
  return { marital, children: marital === 'Single' ? 0 : draws.between(0, 3) }
}

function schooling(draws: Draws, years: number): EducationLevel {
  if (years < 6) return 'EarlyChildhoodEducation'
  if (years < 13) return 'PrimaryEducation'
  return draws.weighed<EducationLevel>([
    ['PrimaryEducation', 6],
    ['LowerSecondaryEducation', 5],
    ['UpperSecondaryEducation', 2],
    ['ShortCycleTertiaryEducation', years < 18 ? 0 : 1],
  ])
}

/** Numbers that ring nowhere: no network in Bangladesh begins with ten. */
function mobile(draws: Draws): string {
  return `+8801000${String(200_000 + draws.below(700_000))}`
}

interface Setting {
  readonly profile: Profile
  readonly homeDistrict: string
  readonly foundDistrict: string | null
  readonly opened: PlainDate
  readonly bangla: boolean
  readonly age: AgeBand | undefined
}

export function drawPerson(
  draws: Draws,
  { profile, homeDistrict, foundDistrict, opened, bangla, age }: Setting,
): DrawnPerson {
  const custom = draws.weighed(profile.customs)
  const band = age ?? draws.weighed(profile.ages)
  const child = childBands.has(band)
  const years = yearsOf(draws, band)
  const { marital, children } = marriedLife(draws, years, profile.woman)
  const name = drawName(draws, custom, profile.woman)
  const say = (words: Words): string => words[bangla ? 'bn' : 'en']
  const fromCamp = custom === 'rohingya'
  const abroad = profile.nationality === 'undetermined'
  const known = draws.percent(70)
  const language = fromCamp ? 'rhg' : (profile.language ?? 'bn')
  const way = draws.weighed(profile.ways)
  return {
    child,
    woman: profile.woman,
    age: band,
    language,
    say,
    legs: [{ country: 'BD', town: homeDistrict, kind: 'Recruitment' }, ...way],
    values: {
      identity: {
        name: name.bn,
        nameInOtherScript: name.en,
        father: drawName(draws, custom, false).bn,
        mother: drawName(draws, custom, true).bn,
        ...(marital === 'Married' ? { spouse: drawName(draws, custom, !profile.woman).bn } : {}),
        birth: birthOf(draws, opened, years),
        ...(draws.percent(55) && !fromCamp
          ? { identityNumber: `0000${String(100_000 + draws.below(900_000))}` }
          : {}),
      },
      contact: {
        safeWay: say(draws.pick(safeWays)),
        ...(draws.percent(75) && !child ? { mobile: mobile(draws) } : {}),
        mayLeaveMessage: draws.percent(20),
        means: child
          ? 'trustedPerson'
          : draws.pick(['ownPhone', 'sharedPhone', 'inPerson', 'trustedPerson'] as const),
      },
      facts: {
        ageBand: band,
        ageCertainty: draws.weighed([
          ['stated', 5],
          ['documented', 3],
          ['estimated', 2],
        ]),
        sex: profile.woman ? 'female' : 'male',
        gender: profile.woman ? 'Feminine' : 'Masculine',
        nationalityStatus: fromCamp ? 'stateless' : (profile.nationality ?? 'national'),
        ...(fromCamp || abroad ? {} : { citizenship: ['BD'] }),
        language,
        homeDistrict,
        ...(foundDistrict === null ? {} : { foundDistrict }),
        maritalStatus: marital,
        children,
        education: schooling(draws, years),
        traffickingStatus: draws.weighed<TraffickingStatus>([
          ['ActualVictimOfTrafficking', 6],
          ['PossibleVictimOfTrafficking', 4],
          ['NotAVictimOfTrafficking', abroad ? 0 : 1],
        ]),
        decidedBy: draws.pick(['NGO', 'NonPoliceGovernmentalOrganization', 'Police'] as const),
        relationship: draws.weighed(profile.relationship),
        ageThen: Math.max(4, years - draws.between(0, 2)),
        recruitment: [draws.weighed(profile.recruitment)],
        ...(profile.apps !== undefined && known ? { recruitmentApps: [draws.pick(profile.apps)] } : {}),
        control: draws.some(profile.control, draws.between(1, 3)),
        exploitation: [
          ...profile.exploitation,
          ...(profile.also !== undefined && draws.percent(35) ? [profile.also] : []),
        ],
        ...(profile.industry === undefined ? {} : { industry: profile.industry }),
        ...(profile.sexExploitation === undefined ? {} : { sexExploitation: [...profile.sexExploitation] }),
      },
      narrative: { ownWords: say(draws.pick(wishes)), safetyNow: say(draws.pick(safeties)) },
    },
  }
}

/** Half the people know the year only. */
function birthOf(draws: Draws, opened: PlainDate, years: number): string {
  const day = addDays(opened, -years * 365 - draws.below(300))
  return draws.percent(50) ? day.slice(0, 4) : day
}
