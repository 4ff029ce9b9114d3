import type { CaseView } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { writeRecord } from '../cases/write-record.ts'

const today = dayOf(new Date())
const soon = addDays(today, 4)

describe.each(enginesInTurn)('a case conference, on %s', (kind) => {
  let world: WideWorld
  let asha: Person
  let file: CaseRef
  let referral: string
  let consent: string

  beforeAll(async () => {
    world = await openWideWorld(kind)
    ;({ asha } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { lawyer } = world.people
    file = await openCaseOf(asha, 'cnry')
    const sent = await refer(asha, file, lawyer, { ...widest.legal, parts: ['facts', 'legal'] })
    ;({ referral, consent } = sent)
    await accept(lawyer, file.org, referral, sent.version)
  })

  const view = (who: Person = asha): Promise<CaseView> => who.as((work) => readCase(work, file))
  const promised = async (wanted: string) =>
    (await view()).due.filter((one) => one.kind === wanted).map(({ holder }) => holder.account?.id)
  const plan = (topics: readonly string[]) =>
    writeAndStep(asha, file, 'caseConference', { plannedOn: soon, reason: 'risk', topics, agenda: 'cnry' })
  const invite = (conference: string, more: object = { referral }) =>
    writeAndStep(asha, file, 'conferenceGuest', { conference, ...more })
  async function step(item: string, to: string, given: object = {}): Promise<void> {
    const kept = (await view()).records.find(({ id }) => id === item)
    if (!kept) throw new TypeError('no such record')
    const change = { base: kept.version, to, values: { ...given } }
    await asha.as((work) => stepRecord(work, file, { record: kept.record, item }, change))
  }

  test('asks nobody who may not hear all of it, and speaks of no more once they are asked', async () => {
    const open = await plan(['legal', 'facts'])
    await invite(open)
    await invite(open, { post: 'counsellor' })
    for (const wrong of [{}, { post: 'counsellor', referral }])
      await expect(invite(open, wrong)).rejects.toMatchObject({ code: 'bad-request' })
    for (const topic of ['health', 'risk', 'safetyPlan', 'family'])
      await expect(invite(await plan(['legal', topic])), topic).rejects.toMatchObject({
        code: 'consent-missing',
      })
    const more = { id: open, base: 1, values: { topics: ['legal', 'health'] } }
    await expect(asha.as((work) => writeRecord(work, file, 'caseConference', more))).rejects.toMatchObject({
      code: 'consent-missing',
    })
  })

  test('says of what it speaks before anybody is asked to it, and ever after', async () => {
    for (const topics of [[], null])
      await expect(
        writeAndStep(asha, file, 'caseConference', { plannedOn: soon, reason: 'risk', topics }),
      ).rejects.toMatchObject({ code: 'bad-request' })
    await expect(
      writeAndStep(asha, file, 'caseConference', { plannedOn: soon, reason: 'risk' }),
    ).rejects.toMatchObject({ code: 'bad-request' })
    const open = await plan(['facts'])
    for (const topics of [[], null])
      await expect(
        asha.as((work) =>
          writeRecord(work, file, 'caseConference', { id: open, base: 1, values: { topics } }),
        ),
      ).rejects.toMatchObject({ code: 'bad-request' })
    await rowsOf(world.owner, `update case_conference set topics = null where id = $1`, [open])
    await expect(invite(open)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('speaks of no more where somebody came who may not hear it', async () => {
    const open = await plan(['facts'])
    await step(await invite(open), 'came')
    const amend = (topics: readonly string[]) =>
      asha.as((work) => writeRecord(work, file, 'caseConference', { id: open, base: 1, values: { topics } }))
    await expect(amend(['facts', 'health'])).rejects.toMatchObject({ code: 'consent-missing' })
    await amend(['facts', 'legal'])
  })

  test('is heard by nobody whose consent was withdrawn meanwhile', async () => {
    const guest = await invite(await plan(['legal']))
    await rowsOf(world.owner, `update consent set withdrawn_at = now() where id = $1`, [consent])
    await expect(step(guest, 'came')).rejects.toMatchObject({ code: 'consent-missing' })
    await step(guest, 'takenBack')
  })

  test('is promised by its day, and what it decides by theirs, until it is done', async () => {
    const { farida } = world.people
    const item = await plan(['services'])
    expect(await promised('holdConference')).toEqual([asha.account])
    await step(item, 'held', {
      heldOn: today,
      wish: 'comes',
      minutes: 'cnry-minutes',
      ownViews: 'cnry-views',
    })
    expect(await promised('holdConference')).toEqual([])
    const decided = await writeAndStep(asha, file, 'conferenceDecision', {
      conference: item,
      words: 'cnry-decided',
      owner: 'supervisor',
      dueOn: soon,
    })
    expect(await promised('carryOut')).toEqual([farida.account])
    await step(decided, 'done', { doneOn: today })
    expect(await promised('carryOut')).toEqual([])
    const bare = writeAndStep(asha, file, 'conferenceDecision', { conference: item, owner: 'caseworker' })
    await expect(bare).rejects.toMatchObject({ code: 'bad-request' })
    const late = await plan(['services'])
    await expect(step(late, 'held', { heldOn: soon, wish: 'stays', minutes: 'cnry' })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  test('is read by nobody who was invited', async () => {
    const { lawyer, farida } = world.people
    await invite(await plan(['legal']))
    const of = async (who: Person) =>
      (await view(who)).records.filter(({ record }) => /^(caseC|conference)/.test(record)).length
    expect([await of(farida), await of(lawyer)]).toEqual([2, 0])
  })

  test('keeps who was asked as they were asked', async () => {
    const guest = await invite(await plan(['legal']), { post: 'counsellor' })
    const tried = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(`update conference_guest set post = null, referral = $2, state = 'came' where id = $1`, [
        guest,
        referral,
      ]),
    )
    expect(tried.refused).toBe('42501')
  })
})
