import { expect } from 'vitest'
import { ask, type Visitor } from '../stage/visitor.ts'

const day = (many: number) => new Date(Date.now() + many * 86_400_000).toISOString().slice(0, 10)

/**
 * The survivor of a case agreed to neutral messages and to a day on which she is met; answers a moment on the day before,
 * at which a reminder may go out.
 */
export async function agreedToMessages(worker: Visitor, address: string): Promise<string> {
  const post = async (path: string, body: Readonly<Record<string, unknown>>) => {
    const { status, text } = await ask(worker, 'POST', `${address}/records/${path}`, body)
    expect(status, text).toBeLessThan(300)
  }
  const write = async (record: string, values: object, to: string) => {
    const id = crypto.randomUUID()
    await post(record, { id, base: 0, values })
    await post(`${record}/${id}/step`, { base: 1, to, values: {} })
  }
  const { records } = JSON.parse((await ask(worker, 'GET', address)).text) as {
    records: { record: string; id: string; version: number }[]
  }
  const contact = records.find(({ record }) => record === 'personContact')
  await post('personContact', {
    id: contact?.id,
    base: contact?.version,
    values: { mayLeaveMessage: true },
  })
  const plan = { channels: ['ownMessage', 'trusted'], agreedOn: day(0), keptBy: 'memory' }
  await write('safetyPlan', plan, 'inForce')
  const meeting = { at: `${day(5)}T10:30:00+06:00`, place: 'agreedPlace', channel: 'ownMessage' }
  await write('appointment', meeting, 'agreed')
  return `${day(4)}T11:00:00+06:00`
}
