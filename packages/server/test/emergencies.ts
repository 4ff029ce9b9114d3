import { randomUUID } from 'node:crypto'
import type { Engine } from '../src/platform/index.ts'
import { wordsOf, wordsPlace } from '../src/protection/emergencies/emergency-store.ts'
import { rowsOf } from './client.ts'
import type { Person } from './world.ts'

interface Given {
  readonly org: string
  readonly id: string
  readonly by: Person
}

/** A question that waits for an answer, written beneath the application. */
export async function askedEmergency(
  owner: Engine,
  by: Person,
  { org, id }: Omit<Given, 'by'>,
): Promise<string> {
  const emergency = randomUUID()
  const sealed = await by.as(({ vault }) =>
    vault.seal(wordsOf({ org: by.org, id: emergency }), wordsPlace(emergency), {
      words: 'Two men at her door.',
    }),
  )
  await rowsOf(
    owner,
    `insert into emergency_access (org_id, id, account_id, unit_id, to_org, to_unit, code, case_org, case_id, parts, reason,
       words, hours, state, asked_at)
     select $1, $2, $3, $4, c.owner_org, c.owner_unit, 'x', c.org_id, c.id, '{identity}', 'dangerToLife', $7, 1, 'waiting', now()
     from case_file c where c.org_id = $5 and c.id = $6`,
    [by.org, emergency, by.account, by.unit, org, id, sealed['words']],
  )
  await by.as(({ vault }) => vault.ask({ org: by.org, id: emergency }))
  return emergency
}

/** An emergency access that is under way, written beneath the application; its keys are not wrapped. */
export async function giveEmergency(
  owner: Engine,
  to: Person,
  { org, id, by }: Given,
  parts: readonly string[],
): Promise<string> {
  const emergency = randomUUID()
  await rowsOf(
    owner,
    `insert into emergency_access (org_id, id, account_id, unit_id, to_org, to_unit, code, case_org, case_id, parts, reason,
       words, hours, state, asked_at, answered_at, answered_by, until)
     select $1, $2, $3, $4, c.owner_org, c.owner_unit, 'x', c.org_id, c.id, $5, 'dangerToLife', '\\x00', 1, 'granted', now(), now(), $6,
       now() + interval '1 hour'
     from case_file c where c.org_id = $7 and c.id = $8`,
    [to.org, emergency, to.account, to.unit, [...parts], by.account, org, id],
  )
  return emergency
}
