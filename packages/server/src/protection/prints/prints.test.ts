import type { Printed } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { dayOf, platformEndpoints } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { protectionEndpoints } from '../index.ts'

const today = dayOf(new Date())

describe.each(enginesInTurn)('papers of a case, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let file: CaseRef
  let plan: string

  const ask = (person: Person, kind: string, of: string | null = null) =>
    client.post(`/cases/${file.org}/${file.id}/print`, person.cookie, { kind, of, reason: 'documents' })
  const made = async (person: Person, kind: string, of: string | null = null): Promise<Printed> => {
    const { status, body, text } = await ask(person, kind, of)
    expect(status, text).toBe(200)
    return body as unknown as Printed
  }
  const codeOf = async (org: string): Promise<unknown> => {
    const [row] = await rowsOf(
      world.owner,
      `select code from case_code where case_id = $1 and holder_org = $2`,
      [file.id, org],
    )
    return row?.['code']
  }

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha } = world.people
    file = await openCaseOf(asha, 'cnry')
    const goal = { objectives: 'Sew at home', actions: 'A course', service: 'vocationalTraining' }
    await writeAndStep(asha, file, 'supportPlan', goal, 'agreed')
    const answer = {
      wishes: 'A quiet room and work',
      agreement: 'yes',
      answeredOn: '2026-11-20',
      reviewOn: '2027-01-20',
    }
    plan = await writeAndStep(asha, file, 'servicePlan', answer, 'agreed')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('a plan says what she wants in her words, and each page who printed it', async () => {
    const { asha } = world.people
    const { mark, paper, unopened } = await made(asha, 'servicePlan', plan)
    expect(paper).toMatchObject({
      wishes: 'A quiet room and work',
      child: false,
      goals: [{ objectives: 'Sew at home' }],
    })
    expect(mark).toMatchObject({ by: 'asha', code: await codeOf(asha.org), office: { en: 'ngo' } })
    expect(unopened).toBe(false)
  })

  test('is a reading with its reason, as any other', async () => {
    const { asha } = world.people
    const items = await rowsOf(
      world.owner,
      `select i.part, i.did, i.reason from audit_item i join audit_event e on e.id = i.event_id
       where e.action = 'prints.make' and i.case_id = $1 and i.account_id = $2`,
      [file.id, asha.account],
    )
    expect(items).toContainEqual({ part: 'narrative', did: 'read', reason: 'documents' })
  })

  test('nobody prints who does not work the case or answer for it', async () => {
    const { bina, mina, guard, nadia } = world.people
    for (const person of [bina, mina, guard, nadia])
      expect((await ask(person, 'servicePlan', plan)).status).toBe(404)
    expect((await ask(world.people.farida, 'servicePlan', plan)).status).toBe(200)
  })

  test('minutes say what was said and decided, with who was there, of a conference that was held', async () => {
    const { asha, farida, bina } = world.people
    const values = { plannedOn: today, reason: 'risk', topics: ['facts'], agenda: 'cnry-agenda' }
    const conference = await writeAndStep(asha, file, 'caseConference', values)
    await writeAndStep(asha, file, 'conferenceGuest', { conference, post: 'counsellor' }, 'came')
    await writeAndStep(asha, file, 'conferenceGuest', { conference, post: 'interpreter' }, 'takenBack')
    await writeAndStep(asha, file, 'conferenceDecision', {
      conference,
      words: 'cnry-decision',
      owner: 'caseworker',
      dueOn: today,
    })
    const other = await writeAndStep(asha, file, 'caseConference', values)
    await writeAndStep(asha, file, 'conferenceDecision', {
      conference: other,
      words: 'cnry-other',
      owner: 'supervisor',
      dueOn: today,
    })
    expect((await ask(asha, 'conferenceMinutes', conference)).body['code']).toBe('step-not-possible')
    const held = { heldOn: today, wish: 'wordsOnly', minutes: 'cnry-minutes' }
    await asha.as((work) =>
      stepRecord(
        work,
        file,
        { record: 'caseConference', item: conference },
        { base: 1, to: 'held', values: held },
      ),
    )
    const { mark, paper, unopened } = await made(farida, 'conferenceMinutes', conference)
    expect(paper).toMatchObject({
      heldOn: today,
      topics: ['facts'],
      agenda: 'cnry-agenda',
      minutes: 'cnry-minutes',
      guests: [{ post: 'counsellor', office: null, state: 'came' }],
      decisions: [{ words: 'cnry-decision', owner: 'caseworker', dueOn: today, state: 'decided' }],
    })
    expect([mark.by, unopened]).toEqual(['farida', false])
    expect((await ask(bina, 'conferenceMinutes', conference)).status).toBe(404)
    expect((await ask(asha, 'conferenceMinutes', plan)).status).toBe(404)
  })

  test('a letter says no more than its receiver sees, before and after the answer', async () => {
    const { asha, officer } = world.people
    const sent = await refer(asha, file, officer, { ...widest.care, note: 'Please a room upstairs' })
    const before = await made(asha, 'referralLetter', sent.referral)
    expect(before.paper).toMatchObject({
      accepted: false,
      name: null,
      note: null,
      opens: [],
      service: 'shelter',
      sex: 'female',
    })
    expect(JSON.stringify(before)).not.toMatch(/cnry|upstairs/)
    expect(before.mark.code).not.toBe(await codeOf(asha.org))
    await accept(officer, file.org, sent.referral, sent.version)
    const { paper } = await made(asha, 'referralLetter', sent.referral)
    expect(paper).toMatchObject({ accepted: true, note: 'Please a room upstairs' })
    expect(paper.kind === 'referralLetter' && paper.opens.toSorted()).toEqual(
      [...widest.care.parts].toSorted(),
    )
    expect((await ask(officer, 'referralLetter', sent.referral)).status).toBe(404)
  })

  test.each([
    ['officer', 'care', null],
    ['tutor', 'livelihood', 'cnry-ended-name'],
  ] as const)(
    'a letter to the %s says nothing of her once her consent or the days after its end are over',
    async (who, of, name) => {
      const { asha, [who]: receiver } = world.people
      const hers = await openCaseOf(asha, 'cnry-ended')
      const words = { ...widest[of], note: 'Please a room upstairs' }
      const { referral, consent, version } = await refer(asha, hers, receiver, words)
      await accept(receiver, hers.org, referral, version)
      const printed = async () => {
        const asked = { kind: 'referralLetter', of: referral, reason: 'documents' }
        const { body } = await client.post(`/cases/${hers.org}/${hers.id}/print`, asha.cookie, asked)
        return (body as unknown as Printed).paper
      }
      const ending = (days: number) =>
        rowsOf(
          world.owner,
          `update referral set state = 'completed', ended_at = now() - make_interval(days => $2) where id = $1`,
          [referral, days],
        )
      const open = { name, note: 'Please a room upstairs' }
      const shut = { name: null, note: null, opens: [] }
      expect(await printed()).toMatchObject(open)
      await ending(29)
      expect(await printed()).toMatchObject(open)
      await ending(31)
      expect(await printed()).toMatchObject(shut)
      await ending(1)
      await rowsOf(
        world.owner,
        `update consent set state = 'withdrawn', withdrawn_at = now() where id = $1`,
        [consent],
      )
      expect(await printed()).toMatchObject(shut)
    },
  )

  test('a letter or a plan of another case is not of this one', async () => {
    const { asha } = world.people
    const other = await openCaseOf(asha, 'cnry-other')
    const elsewhere = `/cases/${other.org}/${other.id}/print`
    const answer = await client.post(elsewhere, asha.cookie, {
      kind: 'servicePlan',
      of: plan,
      reason: 'documents',
    })
    expect(answer.status).toBe(404)
    expect((await ask(asha, 'servicePlan')).status).toBe(400)
  })

  test('a summary is of a case that is closed', async () => {
    const { asha } = world.people
    expect((await ask(asha, 'closureSummary')).status).toBe(409)
    await rowsOf(
      world.owner,
      `update case_file set closed_on = '2026-11-21', state = 'closed' where id = $1`,
      [file.id],
    )
    const { paper } = await made(world.people.farida, 'closureSummary')
    expect(paper).toMatchObject({
      closedOn: '2026-11-21',
      because: null,
      goals: [{ objectives: 'Sew at home' }],
    })
    expect(paper.kind === 'closureSummary' && paper.referrals.map(({ service }) => service)).toEqual([
      'shelter',
    ])
  })
})
