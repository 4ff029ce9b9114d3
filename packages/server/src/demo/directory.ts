import { isCode, type OrganisationType, type Role, roles } from '@setu/vocabulary'
import type { Beginning } from '../directory/index.ts'
import type { Draws } from './draws.ts'
import { ngoKeys, type OrganisationSeed, organisationSeeds, type UnitSeed } from './organisations-table.ts'
import {
  caseworker,
  type Job,
  jobs,
  type NamedPerson,
  namedPeople,
  staffNames,
  supervisor,
} from './people-table.ts'

/** A unit as the stories need it. */
export interface DemoUnit {
  readonly key: string
  readonly org: string
  readonly unit: string
  readonly district: string | null
  readonly type: OrganisationType
}

/** Somebody who does things in the stories. */
export interface DemoPerson {
  readonly key: string
  readonly org: string
  readonly account: string
  readonly name: string
}

/** The directory of the demonstration: what is written down of it, and how the stories find their way in it. */
export interface DemoDirectory {
  readonly beginning: Beginning
  readonly unitKeys: readonly string[]
  unit(key: string): DemoUnit
  person(key: string): DemoPerson
  /** Who answers for a unit. */
  focalOf(unit: string): DemoPerson
  /** Everyone in a unit who works cases. */
  caseworkersOf(unit: string): readonly DemoPerson[]
  supervisorOf(unit: string): DemoPerson
}

interface Somebody extends Omit<NamedPerson, 'name'> {
  readonly name: string | null
}

function jobIn({ key }: OrganisationSeed): Job {
  if (ngoKeys.includes(key)) return caseworker
  const found = Object.entries(jobs).find(([prefix]) => key === prefix || key.startsWith(`${prefix}-`))
  if (!found) throw new TypeError(`nobody works in ${key}`)
  return found[1]
}

/** The people of an organisation: those with a name of their own, then whoever answers for each unit. */
function peopleOf(seed: OrganisationSeed): Somebody[] {
  const named = namedPeople.filter(({ unit }) => seed.units.some(({ key }) => key === unit))
  const others = seed.units
    .filter(({ key }) => !named.some(({ unit, focal, job }) => unit === key && focal && !job.supervises))
    .filter(({ key }) => !named.some(({ unit, job }) => unit === key && job.roles.includes('caseworker')))
    .map(({ key }) => ({
      key,
      name: null,
      unit: key,
      job: jobIn(seed),
      focal: true,
      language: 'bn' as const,
    }))
  const ngo = ngoKeys.includes(seed.key)
  if (!ngo || named.some(({ job }) => job === supervisor)) return [...named, ...others]
  const [first, ...also] = seed.units.map(({ key }) => key)
  if (first === undefined) throw new TypeError(`${seed.key} has no unit`)
  const head = {
    key: `${seed.key}.head`,
    name: null,
    unit: first,
    also,
    job: supervisor,
    focal: true,
    language: 'bn' as const,
  }
  return [...named, ...others, head]
}

/** A name for each who has none of their own; nobody is called like somebody else. */
function nameGiver(draws: Draws): () => string {
  const taken = new Set(namedPeople.map(({ name }) => name))
  return () => {
    for (;;) {
      const first = draws.pick(draws.percent(55) ? staffNames.women : staffNames.men)
      const name = `${first} ${draws.pick(staffNames.second)}`
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}

function signInNameOf({ key, name }: { readonly key: string; readonly name: string }): string {
  return key.includes('.') ? name.toLowerCase().replaceAll(' ', '.') : key
}

/** The sign-in names of those as whom a newcomer may come in, in the order in which they are shown. */
export const entryNames: readonly (readonly [signInName: string, role: Role])[] = roles.entries.flatMap(
  ({ code }) =>
    namedPeople.flatMap(({ key, entry }) =>
      entry === code && isCode(roles, code) ? [[key, code] as const] : [],
    ),
)

export function makeDirectory(seed: Draws): DemoDirectory {
  const idOf = (kind: string, key: string): string => seed.stream(`${kind} ${key}`).id()
  const giveName = nameGiver(seed.stream('staff'))
  const units = new Map<string, DemoUnit & { readonly seed: UnitSeed }>()
  for (const { key: org, type, units: own } of organisationSeeds) {
    for (const unit of own) {
      units.set(unit.key, {
        key: unit.key,
        org: idOf('organisation', org),
        unit: idOf('unit', unit.key),
        district: unit.district,
        type,
        seed: unit,
      })
    }
  }
  const everybody = organisationSeeds.flatMap((organisation) =>
    peopleOf(organisation).map((one) => ({ ...one, name: one.name ?? giveName() })),
  )

  function unit(key: string) {
    const found = units.get(key)
    if (!found) throw new TypeError(`no such unit: ${key}`)
    return found
  }

  const made = new Map(
    everybody.map((one) => [
      one.key,
      {
        key: one.key,
        org: unit(one.unit).org,
        account: idOf('account', one.key),
        name: one.name,
        units: [one.unit, ...(one.also ?? [])],
        job: one.job,
        focal: one.focal,
      },
    ]),
  )
  const inUnit = (key: string) => [...made.values()].filter(({ units: own }) => own.includes(key))

  function found<Item>(item: Item | undefined, what: string): Item {
    if (item === undefined) throw new TypeError(`nobody here: ${what}`)
    return item
  }

  const accounts: Beginning['accounts'] = everybody.map((one) => {
    const person = found(made.get(one.key), one.key)
    return {
      org: person.org,
      id: person.account,
      signInName: signInNameOf(one),
      name: one.name,
      postEn: one.job.post.en,
      postBn: one.job.post.bn,
      language: one.language,
      roles: one.job.roles,
      units: person.units.map((key) => ({
        id: unit(key).unit,
        supervises: one.job.supervises === true,
        onCall: one.job.supervises === true,
        focal: one.focal,
      })),
      password: null,
    }
  })

  return {
    beginning: {
      organisations: organisationSeeds.map(({ key, type, name, units: [first] }, place) => ({
        id: idOf('organisation', key),
        nameEn: name.en,
        nameBn: name.bn,
        type,
        district: first?.district ?? null,
        phone: `+8801000${String(100_000 + place)}`,
      })),
      units: [...units.values()].map(({ org, unit: id, district, seed: { name } }) => ({
        org,
        id,
        nameEn: name.en,
        nameBn: name.bn,
        district,
      })),
      accounts,
    },
    unitKeys: [...units.keys()],
    unit,
    person: (key) => found(made.get(key), key),
    focalOf: (key) =>
      found(
        inUnit(key).find(({ focal, job }) => focal && job !== supervisor),
        key,
      ),
    caseworkersOf: (key) => inUnit(key).filter(({ job }) => job.roles.includes('caseworker')),
    supervisorOf: (key) =>
      found(
        inUnit(key).find(({ job }) => job.supervises),
        key,
      ),
  }
}
