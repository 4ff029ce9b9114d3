import type { ServiceView, serviceAdd, serviceQuery, WhoFor } from '@setu/records/api'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/index.ts'

const mostShown = 500

interface Row {
  readonly org: string
  readonly id: string
  readonly version: number
  readonly service: string
  readonly women: boolean
  readonly men: boolean
  readonly girls: boolean
  readonly boys: boolean
  readonly free: number | null
  readonly places: number | null
  readonly freeFor: ServiceView['freeFor'] | null
  readonly active: boolean
  readonly unit: ServiceView['unit']
  readonly organisation: ServiceView['organisation']
  readonly districts: string[] | null
}

function takesOf(row: Row): WhoFor[] {
  const all: readonly WhoFor[] = ['women', 'men', 'girls', 'boys']
  return all.filter((who) => row[who])
}

function viewOf(row: Row): ServiceView {
  const { org, id, version, unit, organisation, service, free, places, active } = row
  return {
    org,
    id,
    version,
    unit,
    organisation,
    service,
    takes: takesOf(row),
    districts: row.districts ?? [],
    free,
    places,
    freeFor: row.freeFor ?? [],
    active,
  }
}

/**
 * The services that are offered now, best first: a place free now, then no word about places, then full; in
 * each, those who serve the district first, and then by name. Homes that count their places are asked how many
 * are free for whom. How many places there are in all is told to
 * the organisation itself; where a shelter stands is told to nobody here.
 */
export async function servicesFor(
  db: Db,
  {
    service = null,
    district = null,
    takes = null,
  }: { [Key in keyof z.infer<typeof serviceQuery>]: z.infer<typeof serviceQuery>[Key] | null },
): Promise<ServiceView[]> {
  const { rows } = await sql<Row>`
    with counted as (
      select f.offer_id, sum(f.free) filter (where f.for_whom = coalesce(${takes}::text, f.for_whom))::int as free,
        json_agg(json_build_object('who', f.for_whom, 'free', f.free)
          order by array_position(array['women', 'men', 'girls', 'boys'], f.for_whom)) as each
      from shelter_free() f group by f.offer_id)
    select o.org_id as org, o.id, o.version, o.service, o.women, o.men, o.girls, o.boys, o.active,
      case when n.offer_id is null then o.free else coalesce(n.free, 0) end as free, n.each as "freeFor",
      case when o.org_id = (select actor_org()) then o.places end as places,
      json_build_object('id', u.id, 'name', json_build_object('en', u.name_en, 'bn', u.name_bn)) as unit,
      json_build_object('id', g.id, 'name', json_build_object('en', g.name_en, 'bn', g.name_bn),
        'type', g.type, 'work', g.work) as organisation,
      (select array_agg(s.district order by s.district collate "C") from service_area s
        where s.org_id = o.org_id and s.offer_id = o.id) as districts
    from service_offer o
    join unit u on u.org_id = o.org_id and u.id = o.unit
    join organisation g on g.id = o.org_id
    left join counted n on n.offer_id = o.id
    where o.active and u.active and g.active
      and (${service}::text is null or o.service = ${service}::text)
      and case ${takes ?? ''}::text when 'women' then o.women when 'men' then o.men
        when 'girls' then o.girls when 'boys' then o.boys else true end
    order by case when coalesce(n.free, o.free) > 0 then 0 when coalesce(n.free, o.free) is null then 1 else 2 end,
      case when exists (select 1 from service_area s where s.org_id = o.org_id and s.offer_id = o.id
          and s.district = ${district}::text) then 0
        when u.district = ${district}::text then 0 else 1 end,
      lower(g.name_en) collate "C", lower(u.name_en) collate "C", o.service collate "C", o.id
    limit ${mostShown}`.execute(db)
  return rows.map(viewOf)
}

/** What a change of a service begins from. */
export interface Offer {
  readonly unit: string
  readonly version: number
  readonly free: number | null
  readonly places: number | null
}

export async function offerOf(db: Db, org: string, id: string): Promise<Offer | null> {
  const { rows } = await sql<Offer>`
    select unit, version, free, places from service_offer where org_id = ${org} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function insertOffer(db: Db, org: string, given: z.infer<typeof serviceAdd>): Promise<void> {
  const takes = (who: WhoFor): boolean => given.takes.includes(who)
  await sql`
    insert into service_offer (org_id, id, version, unit, service, women, men, girls, boys, places, free, active)
    values (${org}, ${given.id}, 1, ${given.unit}, ${given.service}, ${takes('women')}, ${takes('men')},
      ${takes('girls')}, ${takes('boys')}, ${given.places}, ${given.free}, true)`.execute(db)
  await sql`
    insert into service_area (org_id, offer_id, district)
    select ${org}::uuid, ${given.id}::uuid, d from unnest(${[...new Set(given.districts)]}::text[]) d`.execute(
    db,
  )
}

interface Capacity {
  readonly base: number
  readonly free: number | null
  readonly places: number | null
}

/** Sets what is free now; `null` when the service is no longer the version that was changed. */
export async function setCapacity(
  db: Db,
  org: string,
  id: string,
  { base, free, places }: Capacity,
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    update service_offer set free = ${free}, places = ${places}, version = version + 1
    where org_id = ${org} and id = ${id} and version = ${base} returning version`.execute(db)
  return rows[0]?.version ?? null
}

/** The sealed address of a service's site; a service has one, under the service's own id. */
export async function siteOf(
  db: Db,
  org: string,
  id: string,
): Promise<{ version: number; address: Buffer | null } | null> {
  const { rows } = await sql<{ version: number; address: Buffer | null }>`
    select version, address from service_site where org_id = ${org} and id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

interface SealedSite {
  readonly org: string
  readonly id: string
  readonly version: number
  readonly address: Buffer | null
}

export async function keepSite(db: Db, { org, id, version, address }: SealedSite): Promise<void> {
  if (version === 1) {
    await sql`
      insert into service_site (org_id, id, version, offer_id, address)
      values (${org}, ${id}, 1, ${id}, ${address})`.execute(db)
    return
  }
  await sql`
    update service_site set version = ${version}, address = ${address}
    where org_id = ${org} and id = ${id}`.execute(db)
}
