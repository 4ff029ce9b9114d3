import { randomUUID } from 'node:crypto'
import type { CaseState } from '@setu/vocabulary'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { readMyDay } from '../due/my-day.ts'
import { assignCaseworker } from './assign-caseworker.ts'
import { changeState } from './change-state.ts'
import { openCase } from './open-case.ts'
import { readCase } from './read-case.ts'

describe.each(['pglite', 'postgres'] as const)('the path of a case, on %s', (kind) => {
  let world: World
  let file: { org: string; id: string }

  beforeAll(async () => {
    world = await openWorld(kind)
    const { asha } = world.people
    const opened = await asha.as((work) => openCase(work, newCase(asha, 'path')))
    file = { org: opened.org, id: opened.id }
  }, 60_000)
  afterAll(() => world.close())

  const view = () => world.people.asha.as((work) => readCase(work, file))

  async function rest(state: CaseState): Promise<void> {
    await rowsOf(world.owner, 'update case_file set state = $1 where id = $2', [state, file.id])
    const { version } = await view()
    const { asha } = world.people
    await asha.as((work) => changeState(work, file, { base: version, to: 'onHold', reason: 'away' }))
  }

  test.each(['active', 'planned', 'followUp'] as const)(
    'a case that rests is to be taken up where it was left: %s',
    async (state) => {
      await rest(state)
      expect((await view()).path[0]?.to).toBe(state)
      expect(new Set((await view()).path.map(({ to }) => to)).size).toBe((await view()).path.length)
    },
  )

  test('names the team that looks after it with its organisation', async () => {
    const [of] = await rowsOf(world.owner, 'select name_en from organisation where id = $1', [file.org])
    expect((await view()).ownerUnit.name.en).toContain(String(of?.['name_en']))
  })

  test('whoever is asked whether they know anyone in it is told its code, and nothing else', async () => {
    const { farida, bina } = world.people
    await farida.as((work) =>
      assignCaseworker(work, file, {
        id: randomUUID(),
        account: bina.account,
        lead: false,
      }),
    )
    const { waiting } = await bina.as((work) => readMyDay(work))
    const { code } = await view()
    expect(waiting.find(({ kind }) => kind === 'conflict')).toMatchObject({ code, case: file })
    await expect(bina.as((work) => readCase(work, file))).rejects.toMatchObject({ code: 'not-found' })
    const codes = await bina.as(async ({ db }) => (await sql`select code from case_code`.execute(db)).rows)
    expect(codes).toEqual([{ code }])
  })
})
