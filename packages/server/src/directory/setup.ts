import { entryOf, isCode, type Language, organisationTypes, type Role } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  beginNodeKey,
  type Db,
  inTransaction,
  makeFirstKeys,
  makeSecret,
  type Node,
  type PasswordCost,
  Problem,
} from '../platform/index.ts'

/** What an organisation is called and does, before it has any people. */
export interface NewOrganisation {
  readonly id: string
  readonly nameEn: string
  readonly nameBn: string
  readonly type: string
  readonly district?: string | null
  readonly phone?: string | null
}

export interface NewUnit {
  readonly org: string
  readonly id: string
  readonly nameEn: string
  readonly nameBn: string
  readonly district?: string | null
}

export interface NewAccount {
  readonly org: string
  readonly id: string
  readonly signInName: string
  readonly name: string
  readonly postEn: string
  readonly postBn: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly units: readonly {
    readonly id: string
    readonly supervises: boolean
    readonly focal: boolean
    readonly onCall?: boolean | undefined
  }[]
  readonly password: string | null
  /** Who chose the password, where it was not the person: it is then good for one sign-in. */
  readonly setBy?: string
}

/** Adds an organisation with the kind of work that bounds what it may ever be sent, as its type says. */
export async function addOrganisation(db: Db, made: NewOrganisation): Promise<void> {
  if (!isCode(organisationTypes, made.type))
    throw new Problem('bad-request', { fields: [{ field: 'type', problem: 'unknown' }] })
  const { protection, work } = entryOf(organisationTypes, made.type)
  await sql`
    insert into organisation (id, name_en, name_bn, type, district, phone, owns_cases, work)
    values (${made.id}, ${made.nameEn}, ${made.nameBn}, ${made.type}, ${made.district ?? null}, ${made.phone ?? null},
      ${protection}, ${work})`.execute(db)
}

export async function addUnit(db: Db, made: NewUnit): Promise<void> {
  await sql`
    insert into unit (org_id, id, name_en, name_bn, district)
    values (${made.org}, ${made.id}, ${made.nameEn}, ${made.nameBn}, ${made.district ?? null})`.execute(db)
}

/**
 * Adds a person with their roles and units; without a password they can only come in by a demonstration link.
 * Answers what a password of their own opens their slot with.
 */
export async function addAccount(db: Db, made: NewAccount, cost: PasswordCost): Promise<Buffer | null> {
  await sql`
    insert into account (org_id, id, sign_in_name, name, post_en, post_bn, language, made_at)
    values (${made.org}, ${made.id}, ${made.signInName}, ${made.name}, ${made.postEn}, ${made.postBn}, ${made.language}, now())
  `.execute(db)
  for (const role of made.roles) {
    await sql`insert into account_role (org_id, account_id, role) values (${made.org}, ${made.id}, ${role})`.execute(
      db,
    )
  }
  for (const unit of made.units) {
    await sql`
      insert into unit_member (org_id, unit_id, account_id, supervises, focal, on_call, since)
      values (${made.org}, ${unit.id}, ${made.id}, ${unit.supervises}, ${unit.focal}, ${unit.onCall ?? false}, now())`.execute(
      db,
    )
  }
  if (made.password === null) return null
  const secret = await makeSecret(made.password, cost)
  await sql`
    insert into account_secret (org_id, account_id, verifier, salt, cost, changed_at, must_change, set_by)
    values (${made.org}, ${made.id}, ${secret.verifier}, ${secret.salt}, ${JSON.stringify(secret.cost)}::jsonb, now(),
      ${made.setBy !== undefined}, ${made.setBy ?? null})`.execute(db)
  return secret.slotKey
}

/** Who and what a node begins with. */
export interface Beginning {
  readonly organisations: readonly NewOrganisation[]
  readonly units: readonly NewUnit[]
  readonly accounts: readonly NewAccount[]
}

/** The private halves of the people who begin, for whoever sets them up to open their sessions with. */
export type BeginnersKeys = ReadonlyMap<string, Buffer>

/** Fills an empty directory on a transaction, with a key for each person and for each unit in which somebody works. */
export async function fillDirectory(db: Db, node: Node, beginning: Beginning): Promise<BeginnersKeys> {
  // Which node key belongs to this database, so that no other is taken for it.
  await beginNodeKey(db, node.nodeKey.id)
  for (const organisation of beginning.organisations) await addOrganisation(db, organisation)
  for (const unit of beginning.units) await addUnit(db, unit)
  const people = []
  for (const account of beginning.accounts) {
    const slotKey = await addAccount(db, account, node.passwordCost)
    const { org, id, roles, units } = account
    people.push({ org, account: id, roles, units: units.map((seat) => seat.id), slotKey })
  }
  const units = beginning.units.map(({ org, id }) => ({ org, unit: id }))
  return makeFirstKeys(db, { people, units }, node.demo ? node.nodeKey : null)
}

/** Fills a node's directory before anyone can sign in, with whatever else there is from the beginning: it works once. */
export async function setUp(
  node: Node,
  beginning: Beginning,
  also: (db: Db) => Promise<void> = () => Promise.resolve(),
): Promise<BeginnersKeys> {
  return inTransaction(node.engine, { role: 'setu_setup', timeoutMs: 60_000 }, async (db) => {
    const keys = await fillDirectory(db, node, beginning)
    await also(db)
    return keys
  })
}
