import { randomUUID } from 'node:crypto'
import type { Role, ServiceType } from '@setu/vocabulary'
import { type Beginning, setUp } from '../src/directory/index.ts'
import { offerService } from '../src/directory/services/offer-service.ts'
import { asActor, openSession, passOf } from '../src/platform/index.ts'
import type { Opened, Person } from './world.ts'

/** Five agencies of one district under the names that people there would use; everybody is made up. */
const agencies = {
  ngo: {
    type: 'ngo',
    nameEn: 'Jashore Asha Sangstha',
    nameBn: 'যশোর আশা সংস্থা',
    unitEn: 'Jashore team',
    unitBn: 'যশোর দল',
    offers: ['psychosocial', 'shelter'],
  },
  police: {
    type: 'policeUnit',
    nameEn: 'Jashore Police',
    nameBn: 'যশোর পুলিশ',
    unitEn: 'Trafficking desk',
    unitBn: 'পাচার প্রতিরোধ ডেস্ক',
    offers: ['policeLiaison'],
  },
  border: {
    type: 'borderGuard',
    nameEn: 'Jashore Border Guard',
    nameBn: 'যশোর সীমান্তরক্ষী',
    unitEn: 'Border post',
    unitBn: 'সীমান্ত চৌকি',
    offers: [],
  },
  social: {
    type: 'socialServices',
    nameEn: 'Jashore Social Services',
    nameBn: 'যশোর সমাজসেবা কার্যালয়',
    unitEn: 'Sadar office',
    unitBn: 'সদর কার্যালয়',
    offers: ['materialSupport', 'medical', 'shelter'],
  },
  prosecution: {
    type: 'prosecution',
    nameEn: 'Jashore Prosecution',
    nameBn: 'যশোর প্রসিকিউশন',
    unitEn: 'Tribunal desk',
    unitBn: 'ট্রাইব্যুনাল ডেস্ক',
    offers: [],
  },
} as const satisfies Record<string, { offers: readonly ServiceType[] } & Readonly<Record<string, unknown>>>

interface Someone {
  readonly of: keyof typeof agencies
  readonly name: string
  readonly roles: readonly Role[]
  readonly focal?: true
  readonly onCall?: true
}

const people = {
  asha: { of: 'ngo', name: 'Asha Khatun', roles: ['caseworker'], focal: true },
  bina: { of: 'ngo', name: 'Bina Rani Das', roles: ['caseworker'] },
  farida: { of: 'ngo', name: 'Farida Begum', roles: ['supervisor'], onCall: true },
  kamal: { of: 'ngo', name: 'Kamal Hossain', roles: ['technicalAdministrator'] },
  nasrin: { of: 'ngo', name: 'Nasrin Sultana', roles: ['dataProtectionOfficer'] },
  rafiq: { of: 'police', name: 'Rafiq Ahmed', roles: ['policeInvestigator'], focal: true },
  laila: { of: 'police', name: 'Laila Akter', roles: ['technicalAdministrator'] },
  tariq: { of: 'border', name: 'Tariq Aziz', roles: ['policeInvestigator'], focal: true },
  dilip: { of: 'prosecution', name: 'Dilip Roy', roles: ['prosecutor'], focal: true },
  parveen: { of: 'prosecution', name: 'Parveen Haque', roles: ['prosecutor'] },
  salma: { of: 'social', name: 'Salma Akter', roles: ['caseworker', 'supervisor'], focal: true },
} as const satisfies Record<string, Someone>

export type Name = keyof typeof people

export interface Programme {
  readonly people: Readonly<Record<Name, Person>>
  /** A fresh session of somebody, as whoever signs in has one. */
  session(name: Name): Promise<string>
}

const everybody: readonly (readonly [Name, Someone])[] = Object.entries(people).map(([name, someone]) => [
  name as Name,
  someone,
])

/** Whoever of each agency may say which services it offers. */
const offering = {
  ngo: 'farida',
  police: 'laila',
  border: 'tariq',
  prosecution: 'dilip',
  social: 'salma',
} as const

const district = 'BD4041'

function beginningOf(id: (name: string) => string): Beginning {
  return {
    organisations: Object.entries(agencies).map(([name, { type, nameEn, nameBn }]) => ({
      id: id(name),
      type,
      nameEn,
      nameBn,
      district,
    })),
    units: Object.entries(agencies).map(([name, { unitEn, unitBn }]) => ({
      org: id(name),
      id: id(`${name} unit`),
      nameEn: unitEn,
      nameBn: unitBn,
      district,
    })),
    accounts: everybody.map(([signInName, { of, name, roles, focal = false, onCall = false }]) => ({
      org: id(of),
      id: id(signInName),
      signInName,
      name,
      postEn: '',
      postBn: '',
      language: 'bn',
      roles,
      units: [{ id: id(`${of} unit`), supervises: roles.includes('supervisor'), focal, onCall }],
      password: `${signInName} walks by the river`,
    })),
  }
}

async function offerServices({ people }: Programme): Promise<void> {
  for (const [agency, { offers }] of Object.entries(agencies)) {
    const { unit, as } = people[offering[agency as keyof typeof offering]]
    for (const service of offers) {
      await as((work) =>
        offerService(work, {
          command: randomUUID(),
          id: randomUUID(),
          unit,
          service,
          takes: ['women', 'girls'],
          districts: [district],
          places: 10,
          free: 4,
        }),
      )
    }
  }
}

/** Five agencies at work: people, teams and the services they offer, on a node that has only its rules. */
export async function openProgramme({ node }: Opened): Promise<Programme> {
  const ids = new Map<string, string>()
  const id = (name: string): string => {
    const known = ids.get(name) ?? randomUUID()
    ids.set(name, known)
    return known
  }
  const keys = await setUp(node, beginningOf(id))
  const session = (name: Name): Promise<string> =>
    openSession(node, {
      org: id(people[name].of),
      account: id(name),
      device: 'test',
      memberKey: keys.get(id(name)),
    })
  const persons = await Promise.all(
    everybody.map(async ([name, { of }]) => {
      const cookie = await session(name)
      const person: Person = {
        account: id(name),
        org: id(of),
        unit: id(`${of} unit`),
        cookie,
        as: (run) => asActor(node, passOf(cookie), (work) => run(work)),
      }
      return [name, person] as const
    }),
  )
  const programme: Programme = { people: Object.fromEntries(persons) as Record<Name, Person>, session }
  await offerServices(programme)
  return programme
}
