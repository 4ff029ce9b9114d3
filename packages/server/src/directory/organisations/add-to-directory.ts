import type { organisationAdd, unitAdd, Written } from '@setu/records/api'
import type { z } from 'zod'
import { needRole, Problem, type Work, weakPassword } from '../../platform/index.ts'
import { needDistricts } from '../known-place.ts'
import { addAccount, addOrganisation, addUnit } from '../setup.ts'

type First = NonNullable<z.infer<typeof organisationAdd>['first']>

/** Brings another agency into the directory. Its keys are made by its own people, when the first of them comes in. */
export async function bringIn(work: Work, given: z.infer<typeof organisationAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  if (given.district !== null) needDistricts([given.district], 'district')
  await addOrganisation(work.db, given)
  if (given.first) await people(work, given.id, given.first)
  return { id: given.id, version: 1 }
}

/** Gives a new agency its first unit and the person who will administer it from their first sign-in on. */
async function people(work: Work, org: string, { unit, account }: First): Promise<void> {
  if (await weakPassword(account.password, [account.name, account.signInName]))
    throw new Problem('password-weak')
  await addUnit(work.db, { org, ...unit })
  const units = [{ id: unit.id, supervises: false, focal: true }]
  const roles = ['technicalAdministrator'] as const
  const setBy = work.actor.account
  await addAccount(work.db, { org, ...account, roles, units, setBy }, work.passwordCost)
}

/** Opens a unit in one's own organisation. Its key is made by the first of its members who comes in. */
export async function openUnit(work: Work, given: z.infer<typeof unitAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  if (given.district !== null) needDistricts([given.district], 'district')
  const { org } = work.actor
  await addUnit(work.db, { org, ...given })
  return { id: given.id, version: 1 }
}
