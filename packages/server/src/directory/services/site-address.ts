import type { Written } from '@setu/records/api'
import { type Holder, needRole, Problem, type Work } from '../../platform/index.ts'
import { keepSite, offerOf, siteOf } from './service-store.ts'

interface Address {
  readonly org: string
  readonly id: string
}

/** To anyone outside the unit that runs it, a site does not exist; an administrator runs none. */
async function needOwnSite(work: Work, { org, id }: Address): Promise<void> {
  needRole(work, 'caseworker', 'supervisor')
  const offer = await offerOf(work.db, org, id)
  if (offer === null || !work.actor.units.some(({ unit }) => unit === offer.unit))
    throw new Problem('not-found')
}

function holderOf({ org, id }: Address): Holder {
  return { org, kind: 'site', id, caseId: null, part: 'site' }
}

/** Keeps where a service stands, sealed under a key of its own that the unit which runs it holds. */
export async function keepSiteAddress(work: Work, site: Address, address: string): Promise<Written> {
  await needOwnSite(work, site)
  const kept = await siteOf(work.db, site.org, site.id)
  const version = (kept?.version ?? 0) + 1
  const sealed = await work.vault.seal(
    holderOf(site),
    { table: 'service_site', row: site.id, version },
    { address },
  )
  await keepSite(work.db, { ...site, version, address: sealed['address'] ?? null })
  work.touched({ org: site.org, caseId: site.id, part: 'site', did: 'wrote', record: site.id })
  return { id: site.id, version }
}

/** Opens the address for one of the unit that runs the site; each reading is logged. */
export async function readSiteAddress(work: Work, site: Address): Promise<string | null> {
  await needOwnSite(work, site)
  work.touched({ org: site.org, caseId: site.id, part: 'site', did: 'read', record: site.id })
  const kept = await siteOf(work.db, site.org, site.id)
  if (kept === null) return null
  const at = { table: 'service_site', row: site.id, version: kept.version }
  const opened = await work.vault.open(site.org, at, { address: kept.address })
  if (!('address' in opened)) {
    const touched = {
      org: site.org,
      caseId: site.id,
      part: 'site',
      did: 'unopened',
      record: site.id,
    } as const
    throw new Problem('cannot-be-opened', { touched: [touched] })
  }
  const { address } = opened
  return typeof address === 'string' ? address : null
}
