import { randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '@setu/vocabulary'
import { seedRules } from '../src/commands/seed-rules.ts'
import { type BeginnersKeys, type Beginning, setUp } from '../src/directory/index.ts'
import {
  asActor,
  type Engine,
  type Node,
  nodeKeyFrom,
  openSession,
  passOf,
  pgliteEngine,
  type Work,
} from '../src/platform/index.ts'
import { embeddedGround } from './embedded-ground.ts'
import { freshPostgres } from './fresh-postgres.ts'
import { originalOf, templateOf, worldsAreCopied } from './world-copies.ts'

export { testPostgres } from './fresh-postgres.ts'

/** Argon2 made cheap: the tests are about who may, not about guessing. */
const quickCost = { memory: 64, passes: 1, parallelism: 1 }

export interface Opened {
  readonly node: Node
  /** A connection past all policies, as an intruder with the disk has one: for looking, never for doing. */
  readonly owner: Engine
  /** What a command needs to work on the same database: the node key's bytes, and the owner's address on a server. */
  readonly secret: Uint8Array
  readonly url: string | null
  close(): Promise<void>
}

/** Where worlds are copied, an embedded database without a folder would be the slow one; nobody asks which it was. */
const onPostgres = (kind: 'pglite' | 'postgres', folder: string | null): boolean =>
  kind === 'postgres' || (worldsAreCopied() && folder === null)

/** A node on an empty, migrated database of either kind; the embedded one in memory, or in a folder where one is named. */
export async function openNode(
  kind: 'pglite' | 'postgres',
  folder: string | null = null,
  { template, secret = randomBytes(32) }: { readonly template?: string; readonly secret?: Buffer } = {},
): Promise<Opened> {
  const made = onPostgres(kind, folder) ? await freshPostgres(await templateOf(template)) : null
  const engine = made?.engine ?? (await pgliteEngine(folder, await embeddedGround()))
  const node: Node = {
    name: 'test',
    engine,
    nodeKey: nodeKeyFrom(secret),
    clock: () => new Date(),
    demo: false,
    version: '0.0.0-test',
    passwordCost: quickCost,
  }
  return {
    node,
    owner: made?.owner ?? engine,
    secret,
    url: made?.url ?? null,
    close: () => (made === null ? engine.close() : made.drop()),
  }
}

/** One person of the small world: act as them with `as`, or come in over HTTP with the cookie. */
export interface Person {
  readonly account: string
  readonly org: string
  readonly unit: string
  readonly cookie: string
  as<Result>(run: (work: Work) => Promise<Result>): Promise<Result>
}

export interface World extends Opened {
  /** The private half of everybody's own key, as their password would open it. */
  readonly keys: BeginnersKeys
  readonly people: Readonly<Record<PersonName, Person>>
}

const cast = {
  /** Two caseworkers and a supervisor of one NGO's unit; a caseworker of its other unit. */
  asha: { org: 'ngo', unit: 'ngoJashore', roles: ['caseworker'], supervises: false, focal: true },
  bina: { org: 'ngo', unit: 'ngoJashore', roles: ['caseworker'], supervises: false, focal: false },
  farida: { org: 'ngo', unit: 'ngoJashore', roles: ['supervisor'], supervises: true, focal: false },
  mina: { org: 'ngo', unit: 'ngoKhulna', roles: ['caseworker'], supervises: false, focal: false },
  admin: {
    org: 'ngo',
    unit: 'ngoJashore',
    roles: ['technicalAdministrator'],
    supervises: false,
    focal: false,
  },
  guard: { org: 'ngo', unit: 'ngoKhulna', roles: ['dataProtectionOfficer'], supervises: false, focal: false },
  /** A second NGO, police, social services, legal aid. */
  nadia: { org: 'otherNgo', unit: 'otherNgoUnit', roles: ['caseworker'], supervises: false, focal: true },
  inspector: {
    org: 'police',
    unit: 'policeDesk',
    roles: ['policeInvestigator'],
    supervises: false,
    focal: true,
  },
  constable: {
    org: 'police',
    unit: 'policeDesk',
    roles: ['policeInvestigator'],
    supervises: false,
    focal: false,
  },
  officer: { org: 'dss', unit: 'dssOffice', roles: ['caseworker'], supervises: false, focal: true },
  lawyer: { org: 'legal', unit: 'legalDesk', roles: ['caseworker'], supervises: false, focal: true },
} as const satisfies Record<
  string,
  { org: string; unit: string; roles: readonly Role[]; supervises: boolean; focal: boolean }
>

export type PersonName = keyof typeof cast

const organisations = {
  ngo: 'ngo',
  otherNgo: 'ngo',
  police: 'policeUnit',
  dss: 'socialServices',
  legal: 'legalAid',
} as const

function beginningOf(ids: { id: (name: string) => string }): Beginning {
  const units = new Map(Object.values(cast).map(({ org, unit }) => [unit, org]))
  return {
    organisations: Object.entries(organisations).map(([name, type]) => ({
      id: ids.id(name),
      nameEn: name,
      nameBn: `${name} সংস্থা`,
      type,
    })),
    units: [...units].map(([name, org]) => ({
      org: ids.id(org),
      id: ids.id(name),
      nameEn: name,
      nameBn: `${name} ইউনিট`,
    })),
    accounts: Object.entries(cast).map(([name, { org, unit, roles, supervises, focal }]) => ({
      org: ids.id(org),
      id: ids.id(name),
      signInName: name,
      name,
      postEn: 'Post',
      postBn: 'পদ',
      language: 'en',
      roles: [...roles],
      units: [{ id: ids.id(unit), supervises, focal }],
      password: `${name} walks by the river`,
    })),
  }
}

/** Who else is there from the beginning; the small world's own are known by their names. */
type Others = (id: IdOf) => Beginning

interface Furnished {
  readonly opened: Opened
  readonly keys: BeginnersKeys
}

type IdOf = (name: string) => string

const idsIn =
  (known: Map<string, string>): IdOf =>
  (name) => {
    const before = known.get(name) ?? randomUUID()
    known.set(name, before)
    return before
  }

async function furnish(opened: Opened, id: IdOf, others: Others): Promise<Furnished> {
  await seedRules(opened.node.engine)
  const [residents, guests] = [beginningOf({ id }), others(id)]
  const keys = await setUp(opened.node, {
    organisations: [...residents.organisations, ...guests.organisations],
    units: [...residents.units, ...guests.units],
    accounts: [...residents.accounts, ...guests.accounts],
  })
  return { opened, keys }
}

/** The same people with the same keys in a database of their own. */
async function copied(others: Others): Promise<Furnished & { readonly ids: Map<string, string> }> {
  const who = others((name) => name).accounts.map(({ signInName }) => signInName)
  const original = await originalOf(who.join(), async () => {
    const ids = new Map<string, string>()
    const { opened, keys } = await furnish(await openNode('postgres'), idsIn(ids), others)
    await opened.node.engine.close()
    await opened.owner.close()
    const database = new URL(opened.url ?? '').pathname.slice(1)
    return { database, secret: Buffer.from(opened.secret), keys, ids }
  })
  const { database, secret, keys, ids } = original
  others(idsIn(ids))
  return { opened: await openNode('postgres', null, { template: database, secret }), keys, ids }
}

/** A small world of four organisations on an empty database: people, units, keys, no cases. */
export async function openWorld(
  kind: 'pglite' | 'postgres',
  folder: string | null = null,
  others: Others = () => ({ organisations: [], units: [], accounts: [] }),
): Promise<World> {
  const fresh = async () => {
    const ids = new Map<string, string>()
    return { ...(await furnish(await openNode(kind, folder), idsIn(ids), others)), ids }
  }
  const { opened, keys, ids } = await (onPostgres(kind, folder) && worldsAreCopied()
    ? copied(others)
    : fresh())
  const id = idsIn(ids)
  const people = await Promise.all(
    Object.entries(cast).map(async ([name, { org, unit }]) => {
      const cookie = await openSession(opened.node, {
        org: id(org),
        account: id(name),
        device: 'test',
        memberKey: keys.get(id(name)),
      })
      const person: Person = {
        account: id(name),
        org: id(org),
        unit: id(unit),
        cookie,
        as: (run) => asActor(opened.node, passOf(cookie), (work) => run(work)),
      }
      return [name, person] as const
    }),
  )
  return { ...opened, keys, people: Object.fromEntries(people) as Record<PersonName, Person> }
}
