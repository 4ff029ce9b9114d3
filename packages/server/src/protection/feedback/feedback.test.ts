import type { CaseView } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import { openPart } from '../cases/open-part.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'

const today = dayOf(new Date())
const answer = { heardOn: today, respected: 'yes', helped: 'partly', informed: 'no', complains: true }

describe.each(enginesInTurn)('what a survivor says of us, on %s', (kind) => {
  let world: World
  let asha: Person
  let farida: Person
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha, farida } = world.people)
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })
  afterAll(() => world.close())
  const view = (by = asha): Promise<CaseView> => by.as((work) => readCase(work, file))
  const missing = async () => (await view()).path.find(({ to }) => to === 'closed')?.missing ?? []
  const promised = async (wanted: string, by = asha) =>
    (await view(by)).due.filter((one) => one.kind === wanted).map(({ holder }) => holder.account?.id)
  const saidTo = async (by: Person) =>
    (await view(by)).records.filter(({ record }) => record === 'survivorFeedback').map(({ state }) => state)

  test('is invited before a case ends, and heard by somebody else than the caseworker', async () => {
    expect(await missing()).toContain('feedbackInvited')
    const item = await writeAndStep(asha, file, 'survivorFeedback', { invitedOn: today })
    expect(await missing()).not.toContain('feedbackInvited')
    expect(await promised('hearFeedback')).toEqual([farida.account])
    const hear = (by: Person) =>
      by.as((work) =>
        stepRecord(
          work,
          file,
          { record: 'survivorFeedback', item },
          { base: 1, to: 'answered', values: { ...answer, wouldChange: 'cnry-otherwise' } },
        ),
      )
    await expect(hear(asha)).rejects.toMatchObject({ code: 'not-for-you' })
    await hear(farida)
    expect(await promised('hearFeedback')).toEqual([])
    expect(await promised('writeComplaint', farida)).toEqual([farida.account])
    expect(await saidTo(farida)).toEqual(['answered'])
  })

  test('is read by nobody whom it may be about: neither the answer nor the wish to complain', async () => {
    expect(await saidTo(asha)).toEqual([])
    expect(await promised('writeComplaint')).toEqual([])
    expect((await view()).tasks.map(({ kind }) => kind)).not.toContain('writeComplaint')
    expect(await missing()).not.toContain('feedbackInvited')
    const opened = await asha.as((work) =>
      openPart(work, file, { part: 'narrative', reason: 'planningCare' }),
    )
    expect(JSON.stringify(opened)).not.toContain('cnry-otherwise')
  })
})
