import type { Role } from '@setu/vocabulary'
import type { Beginning } from '../src/directory/index.ts'
import { asActor, openSession, passOf } from '../src/platform/index.ts'
import { type Opened, openWorld, type Person, type PersonName } from './world.ts'

interface Guest {
  readonly org: string
  readonly type?: string
  readonly unit: string
  readonly roles: readonly Role[]
  readonly supervises?: true
  readonly focal?: true
}

/** Those whom the small world lacks: every other role, every other kind of work, and administrators elsewhere. */
const guests = {
  /** Of the NGO whose cases they are, in no unit that has any. */
  manager: { org: 'ngo', unit: 'ngoDhaka', roles: ['programmeManager'] },
  trainer: { org: 'ngo', unit: 'ngoDhaka', roles: ['trainer'] },
  analyst: { org: 'ngo', unit: 'ngoDhaka', roles: ['analyst'] },
  chief: { org: 'ngo', unit: 'ngoDhaka', roles: ['supervisor'], supervises: true, focal: true },
  leaver: { org: 'ngo', unit: 'ngoJashore', roles: ['caseworker'] },
  /** Other organisations. */
  tutor: {
    org: 'training',
    type: 'trainingProvider',
    unit: 'trainingHall',
    roles: ['caseworker', 'trainer'],
    focal: true,
  },
  consul: { org: 'mission', type: 'consulate', unit: 'missionDesk', roles: ['consularOfficer'], focal: true },
  prosecutor: { org: 'court', type: 'prosecution', unit: 'courtDesk', roles: ['prosecutor'], focal: true },
  bench: { org: 'tribunal', type: 'court', unit: 'tribunalDesk', roles: ['courtOfficer'], focal: true },
  secretary: {
    org: 'committee',
    type: 'committeeDistrict',
    unit: 'committeeDesk',
    roles: ['committeeSecretary'],
  },
  policeAdmin: { org: 'police', unit: 'policeDesk', roles: ['technicalAdministrator'] },
  otherAdmin: { org: 'otherNgo', unit: 'otherNgoUnit', roles: ['technicalAdministrator'] },
  otherChief: { org: 'otherNgo', unit: 'otherNgoUnit', roles: ['supervisor'], supervises: true },
  otherGuard: { org: 'otherNgo', unit: 'otherNgoUnit', roles: ['dataProtectionOfficer'] },
} as const satisfies Record<string, Guest>

export type GuestName = keyof typeof guests
export type AnyName = PersonName | GuestName

export interface WideWorld extends Opened {
  readonly people: Readonly<Record<AnyName, Person>>
  /** Someone else's session, or another one of the same person. */
  session(name: AnyName): Promise<Person>
}

/** What of the small world guests join. */
const homes: readonly string[] = ['ngo', 'ngoJashore', 'police', 'policeDesk', 'otherNgo', 'otherNgoUnit']

function beginningOf(all: readonly (readonly [string, Guest])[], id: (name: string) => string): Beginning {
  const fresh = (name: string): boolean => !homes.includes(name)
  const organisations = new Map(all.flatMap(([, { org, type }]) => (type === undefined ? [] : [[org, type]])))
  const units = new Map(all.filter(([, { unit }]) => fresh(unit)).map(([, { org, unit }]) => [unit, org]))
  return {
    organisations: [...organisations].map(([name, type]) => ({
      id: id(name),
      nameEn: name,
      nameBn: `${name} সংস্থা`,
      type,
    })),
    units: [...units].map(([name, org]) => ({
      org: id(org),
      id: id(name),
      nameEn: name,
      nameBn: `${name} ইউনিট`,
    })),
    accounts: all.map(([name, { org, unit, roles, supervises = false, focal = false }]) => ({
      org: id(org),
      id: id(name),
      signInName: name.toLowerCase(),
      name,
      postEn: 'Post',
      postBn: 'পদ',
      language: 'en',
      roles: [...roles],
      units: [{ id: id(unit), supervises, focal }],
      password: null,
    })),
  }
}

/** The small world with everybody else in it: one person for every role, every kind of work, every kind of outsider. */
export async function openWideWorld(
  kind: 'pglite' | 'postgres',
  folder: string | null = null,
): Promise<WideWorld> {
  const all: readonly (readonly [string, Guest])[] = Object.entries(guests)
  let id = (name: string): string => name
  const world = await openWorld(kind, folder, (known) => {
    id = known
    return beginningOf(all, known)
  })

  async function comeIn(person: Pick<Person, 'org' | 'account' | 'unit'>): Promise<Person> {
    const { org, account, unit } = person
    const cookie = await openSession(world.node, {
      org,
      account,
      device: 'test',
      memberKey: world.keys.get(account),
    })
    return { org, account, unit, cookie, as: (run) => asActor(world.node, passOf(cookie), run) }
  }
  const more = await Promise.all(
    all.map(
      async ([name, { org, unit }]) =>
        [name, await comeIn({ org: id(org), account: id(name), unit: id(unit) })] as const,
    ),
  )
  const people = { ...world.people, ...Object.fromEntries(more) } as Record<AnyName, Person>
  return { ...world, people, session: (name) => comeIn(people[name]) }
}
