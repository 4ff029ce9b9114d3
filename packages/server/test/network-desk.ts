import { randomUUID } from 'node:crypto'
import type { NetworkNodeView, NetworkView } from '@setu/records/api'
import { expect } from 'vitest'
import { endpoints } from '../src/endpoints.ts'
import { type Client, openClient, rowsOf } from './client.ts'
import { heldCriminalCase } from './criminal-calls.ts'
import { aPerson, aThing, aTie } from './network-calls.ts'
import { type AnyName, openWideWorld, type WideWorld } from './wide-world.ts'

type Body = Readonly<Record<string, unknown>>

/** The ids under which a desk begins its network. */
export const deskIds = () => ({
  network: randomUUID(),
  karim: randomUUID(),
  salma: randomUUID(),
  phone: randomUUID(),
  agency: randomUUID(),
})

export type NetworkDesk = Awaited<ReturnType<typeof openNetworkDesk>>

/**
 * The police's desk with a network out of a case with the number GR 211/2026: Karim is accused in it and uses a phone,
 * Salma knows him and directs an agency. Nobody else was let in.
 */
export async function openNetworkDesk(kind: 'pglite' | 'postgres', ids: ReturnType<typeof deskIds>) {
  const world: WideWorld = await openWideWorld(kind)
  const client: Client = await openClient(world.node, endpoints)
  const { network, karim, salma, phone, agency } = ids
  const held = await heldCriminalCase(world, 'cnry')
  const file = { org: held.criminalOrg, id: held.criminal }
  const cookieOf = (who: AnyName) => world.people[who].cookie
  const at = (more = '') => `/networks/${file.org}/${network}${more}`
  const forCase = () => `?caseOrg=${file.org}&case=${file.id}`
  const post = (who: AnyName, more: string, body: Body) => client.post(at(more), cookieOf(who), body)
  const get = (who: AnyName, more = '') => client.get(at(more) + forCase(), cookieOf(who))
  const read = async (who: AnyName): Promise<NetworkView> => {
    const answer = await get(who)
    expect(answer.status, answer.text).toBe(200)
    return answer.body as unknown as NetworkView
  }
  const nodeOf = async (id: string, who: AnyName = 'inspector'): Promise<NetworkNodeView> => {
    const found = (await read(who)).nodes.find((one) => one.id === id)
    if (found === undefined) throw new TypeError('no such node')
    return found
  }
  const keep = async (body: Body, who: AnyName = 'inspector') => {
    const answer = await post(who, '/nodes', body)
    expect(answer.status, answer.text).toBe(200)
  }
  const tied = async (tie: string, from: string, to: string, more: object = {}) => {
    const id = randomUUID()
    const answer = await post('inspector', '/ties', { ...aTie, id, tie, from, to, ...more })
    expect(answer.status, answer.text).toBe(200)
    return id
  }
  const exported = async (reach: 'others' | 'own', who: AnyName = 'inspector', of = network) => {
    await rowsOf(world.owner, 'update session set proved_at = now()')
    const path = `/exchange/network/export${forCase()}&org=${file.org}&id=${of}&reach=${reach}`
    return client.get(path, cookieOf(who))
  }
  const begun = (more: object = {}) => {
    const { unit } = world.people.inspector
    return { id: network, unit, name: 'CNRY River', case: file, ...more }
  }
  const begin = (who: AnyName, more: object = {}) => client.post('/networks', cookieOf(who), begun(more))
  await rowsOf(world.owner, 'update criminal_case set gr_number = $2 where id = $1', [file.id, '211/2026'])
  await begin('inspector')
  const accused = { org: file.org, case: file.id, id: held.accused }
  await keep({ ...aPerson, id: karim, names: ['CNRY Karim', 'করিম'], accused })
  await keep({ ...aPerson, id: salma, names: ['CNRY Salma'], sex: 'female', birthYear: null })
  await keep({ ...aThing, id: phone, kind: 'phone', names: [], number: '+8801700000000' })
  await keep({ ...aThing, id: agency, kind: 'company', names: ['CNRY Agency'], number: 'RL-1' })
  await tied('uses', karim, phone, { role: 'CNRY bought it', learnt: file })
  await tied('associate', karim, salma)
  await tied('directs', salma, agency)
  const close = async () => {
    await client.close()
    await world.close()
  }
  const { offence } = held
  return {
    world,
    client,
    file,
    offence,
    cookieOf,
    at,
    forCase,
    close,
    post,
    get,
    read,
    nodeOf,
    keep,
    tied,
    exported,
    begin,
  }
}
