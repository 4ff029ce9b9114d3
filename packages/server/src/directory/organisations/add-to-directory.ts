import type { organisationAdd, unitAdd, Written } from '@setu/records/api'
import type { z } from 'zod'
import { needRole, type Work } from '../../platform/index.ts'
import { needDistricts } from '../known-place.ts'
import { addOrganisation, addUnit } from '../setup.ts'
import { hasIndexKey } from './organisation-store.ts'

/** Brings another agency into the directory, with the key of its blind index, which nobody else can read. */
export async function bringIn(work: Work, given: z.infer<typeof organisationAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  if (given.district !== null) needDistricts([given.district], 'district')
  await addOrganisation(work.db, given)
  await work.vault.makeIndexKey(given.id)
  return { id: given.id, version: 1 }
}

/** Opens a unit in one's own organisation. It has a key of its own, so that its files are not another unit's. */
export async function openUnit(work: Work, given: z.infer<typeof unitAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  if (given.district !== null) needDistricts([given.district], 'district')
  const { org } = work.actor
  await addUnit(work.db, { org, ...given })
  await work.vault.makeUnitKey(org, given.id)
  if (!(await hasIndexKey(work.db, org))) await work.vault.makeIndexKey(org)
  return { id: given.id, version: 1 }
}
