import { randomUUID } from 'node:crypto'
import type { Role } from '@setu/vocabulary'
import { sql } from 'kysely'
import { setUp } from '../directory/index.ts'
import { inTransaction, type Node } from '../platform/index.ts'

/** Someone of the demonstration as whom a newcomer may come in by a link. */
export interface DemoEntry {
  readonly role: Role
  readonly name: string
  readonly organisation: string
  readonly org: string
  readonly account: string
}

const cast = [
  {
    org: 'ngo',
    type: 'ngo',
    nameEn: 'Jashore Asha Sangstha',
    nameBn: 'যশোর আশা সংস্থা',
    role: 'caseworker',
    name: 'Asha Khatun',
    signInName: 'asha',
  },
  {
    org: 'ngo',
    type: 'ngo',
    nameEn: 'Jashore Asha Sangstha',
    nameBn: 'যশোর আশা সংস্থা',
    role: 'supervisor',
    name: 'Farida Begum',
    signInName: 'farida',
  },
  {
    org: 'ngo',
    type: 'ngo',
    nameEn: 'Jashore Asha Sangstha',
    nameBn: 'যশোর আশা সংস্থা',
    role: 'technicalAdministrator',
    name: 'Kamal Hossain',
    signInName: 'kamal',
  },
  {
    org: 'police',
    type: 'policeUnit',
    nameEn: 'Jashore Police',
    nameBn: 'যশোর পুলিশ',
    role: 'policeInvestigator',
    name: 'Rafiq Ahmed',
    signInName: 'rafiq',
  },
  {
    org: 'social',
    type: 'socialServices',
    nameEn: 'Jashore Social Services',
    nameBn: 'যশোর সমাজসেবা',
    role: 'caseworker',
    name: 'Salma Akter',
    signInName: 'salma',
  },
] as const

/** Fills an empty node with fictitious people and organisations. */
export async function loadDemo(node: Node): Promise<void> {
  const ids = new Map<string, string>()
  const id = (name: string): string => {
    const known = ids.get(name) ?? randomUUID()
    ids.set(name, known)
    return known
  }
  const firstOf = [...Map.groupBy(cast, ({ org }) => org).values()].flatMap(([first]) =>
    first ? [first] : [],
  )
  await setUp(node, {
    organisations: firstOf.map(({ org, type, nameEn, nameBn }) => ({ id: id(org), type, nameEn, nameBn })),
    units: firstOf.map(({ org, nameEn, nameBn }) => ({
      org: id(org),
      id: id(`${org} unit`),
      nameEn,
      nameBn,
    })),
    accounts: cast.map(({ org, role, name, signInName }) => ({
      org: id(org),
      id: id(signInName),
      signInName,
      name,
      postEn: '',
      postBn: '',
      language: 'bn',
      roles: [role],
      units: [{ id: id(`${org} unit`), supervises: role === 'supervisor', focal: true }],
      password: null,
    })),
  })
}

/** One person for each role, as whom a newcomer may come in. */
export async function demoEntries(node: Node): Promise<DemoEntry[]> {
  return inTransaction(node.engine, { role: 'setu_setup' }, async (db) => {
    const { rows } = await sql<DemoEntry>`
      select r.role, a.name, o.name_en as organisation, a.org_id as org, a.id as account
      from account a join account_role r on r.org_id = a.org_id and r.account_id = a.id
      join organisation o on o.id = a.org_id
      where a.disabled_at is null order by o.name_en, r.role, a.name`.execute(db)
    return rows
  })
}
