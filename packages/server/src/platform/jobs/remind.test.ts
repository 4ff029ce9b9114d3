import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { remind } from './remind.ts'

const now = new Date('2026-11-22T06:00:00Z')
const hour = 3_600_000

describe.each(['pglite', 'postgres'] as const)('reminders on %s', (kind) => {
  let world: World

  beforeAll(async () => {
    world = await openWorld(kind)
  })

  afterAll(() => world.close())

  afterEach(async () => {
    await rows('delete from notice')
    await rows('delete from due_item')
    await rows("update account set disabled_at = null; delete from rule_set where version = 'changed'")
  })

  async function rows(text: string): Promise<Record<string, unknown>[]> {
    const connection = await world.owner.connect()
    const found = await connection.script(text)
    connection.release(false)
    return found
  }

  interface Promised {
    readonly dueIn: number
    readonly given?: number
    readonly holder?: Person | null
    readonly of?: Person
    readonly done?: boolean
    readonly cancelled?: boolean
  }

  /** A promise that is due so many hours from now, and was given so many hours. */
  async function promised({
    dueIn,
    given = 100,
    holder = world.people.asha,
    of = world.people.asha,
    done = false,
    cancelled = false,
  }: Promised): Promise<string> {
    const id = randomUUID()
    const due = now.getTime() + dueIn * hour
    const [began, at] = [new Date(due - given * hour).toISOString(), new Date(due).toISOString()]
    await rows(`
      insert into due_item (org_id, id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id, done_at, cancelled_at)
      values ('${of.org}', '${id}', 'safetyCheck', 'test', '${began}', '${at}', '${of.org}', '${of.unit}',
        ${holder === null ? 'null' : `'${holder.account}'`}, ${done ? 'now()' : 'null'}, ${cancelled ? 'now()' : 'null'})`)
    return id
  }

  async function told(id?: string): Promise<[string, string][]> {
    const found = await rows(`
      select a.sign_in_name as name, n.kind from notice n join account a on a.id = n.account_id
      ${id === undefined ? '' : `where n.about ->> 'due' = '${id}'`} order by n.kind, a.sign_in_name`)
    return found.map((row) => [String(row['name']), String(row['kind'])])
  }

  const run = (at = now): Promise<void> => remind(world.node.engine, () => at)

  test('come to whoever holds a promise, a day before it is due, and once', async () => {
    const [soon, late, later] = [
      await promised({ dueIn: 23 }),
      await promised({ dueIn: -1 }),
      await promised({ dueIn: 25 }),
    ]
    await run()
    await run()
    expect(await told(soon)).toEqual([['asha', 'dueSoon']])
    expect(await told(late)).toEqual([['asha', 'overdue']])
    expect(await told(later)).toEqual([])
    await run(new Date(now.getTime() + 2 * hour))
    expect(await told(later)).toEqual([['asha', 'dueSoon']])
  })

  test('say what is due by ids and codes alone', async () => {
    const id = await promised({ dueIn: 1 })
    await run()
    const [notice] = await rows('select about, seen_at, sent_at from notice')
    expect(notice).toEqual({
      about: { org: world.people.asha.org, due: id, kind: 'safetyCheck' },
      seen_at: null,
      sent_at: null,
    })
  })

  test('never come for what was kept or taken back', async () => {
    await promised({ dueIn: -100, done: true })
    await promised({ dueIn: -100, cancelled: true })
    await run()
    expect(await told()).toEqual([])
  })

  test('go to those who answer for a unit when nobody has taken the promise up', async () => {
    const id = await promised({ dueIn: 5, holder: null })
    await run()
    expect(await told(id)).toEqual([['asha', 'dueSoon']])
  })

  test('go past a closed account to those who answer for the unit, and then to those who supervise it', async () => {
    const { asha, bina } = world.people
    await rows(`update account set disabled_at = now() where id = '${bina.account}'`)
    const first = await promised({ dueIn: 5, holder: bina })
    await run()
    expect(await told(first)).toEqual([['asha', 'dueSoon']])
    await rows(`update account set disabled_at = now() where id = '${asha.account}'`)
    const second = await promised({ dueIn: 5, holder: bina })
    await run()
    expect(await told(second)).toEqual([['farida', 'dueSoon']])
  })

  test('are not held up by a promise that nobody is left to hear of', async () => {
    const { nadia } = world.people
    await rows(`update account set disabled_at = now() where id = '${nadia.account}'`)
    for (let time = 0; time < 120; time++) await promised({ dueIn: -200, holder: nadia, of: nadia })
    const id = await promised({ dueIn: 3 })
    await run()
    expect(await told()).toEqual([['asha', 'dueSoon']])
    expect(await told(id)).toHaveLength(1)
  })

  test('reach the supervisor when as much time again has passed, and after a day at the latest', async () => {
    const short = await promised({ dueIn: -1, given: 1 })
    const notYet = await promised({ dueIn: -1, given: 2 })
    const long = await promised({ dueIn: -24, given: 500 })
    const almost = await promised({ dueIn: -23, given: 500 })
    await run()
    await run()
    const escalated = async (id: string) => (await told(id)).filter(([, what]) => what === 'escalated')
    expect(await escalated(short)).toEqual([['farida', 'escalated']])
    expect(await escalated(notYet)).toEqual([])
    expect(await escalated(long)).toEqual([['farida', 'escalated']])
    expect(await escalated(almost)).toEqual([])
  })

  test('follow the rules in force, and not those that begin tomorrow', async () => {
    const rules = (hours: number) =>
      JSON.stringify({
        version: 'changed',
        remindBefore: { amount: hours, unit: 'hours' },
        escalateAtMost: { amount: 24, unit: 'hours' },
      })
    await rows(
      `insert into rule_set (kind, version, valid_from, rules, made_at) values ('reminders', 'changed', '2026-11-23', '${rules(90)}', now())`,
    )
    const id = await promised({ dueIn: 70 })
    await run()
    expect(await told(id)).toEqual([])
    await run(new Date(now.getTime() + 24 * hour))
    expect(await told(id)).toEqual([['asha', 'dueSoon']])
  })

  test('come once though two processes look at the same moment, and many at once', async () => {
    for (let time = 0; time < 230; time++) await promised({ dueIn: 1 + time / 100 })
    await Promise.all([run(), run(), run()])
    const [count] = await rows(
      "select count(*) as notices, count(distinct about ->> 'due') as promises from notice",
    )
    expect(count).toEqual({ notices: 230, promises: 230 })
  })
})
