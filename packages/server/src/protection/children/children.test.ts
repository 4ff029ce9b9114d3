import { randomUUID } from 'node:crypto'
import type { CaseView } from '@setu/records/api'
import {
  addDays,
  type CareOption,
  childActs,
  childRules,
  codesOf,
  guardianQuestions,
  missingFor,
} from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { accept, widest } from '../../../test/referred.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { giveWindow } from '../../../test/windows.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { checkRequirement } from '../cases/change-state.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { writeRecord } from '../cases/write-record.ts'
import { recordConsents } from '../consents/record-consents.ts'
import { answerMessage } from '../messages/message-store.ts'
import { sendReferral } from '../referrals/send-referral.ts'
import { issueSlot } from '../window/issue-slot.ts'
import { readSlot } from '../window/slot-store.ts'

const today = dayOf(new Date())
const clean = Object.fromEntries(codesOf(guardianQuestions).map((question) => [question, 'no']))
const checked = { relation: 'parent', ...clean, checkedOn: today, suspectedBecause: 'childSaid' }

describe.each(['pglite', 'postgres'] as const)('children, on %s', (kind) => {
  let world: World
  let asha: Person
  let farida: Person
  let officer: Person
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha, farida, officer } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
    await age('10-14')
  })

  const age = (band: string | null) =>
    rowsOf(world.owner, 'update case_facts set age_band = $2 where case_id = $1', [file.id, band])
  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const missing = async (to: string) => (await view()).path.find((step) => step.to === to)?.missing ?? []
  const stateOf = async (id: string) => (await view()).records.find((one) => one.id === id)?.state
  const step = (
    by: Person,
    record: 'guardian' | 'bestInterestsDetermination',
    id: string,
    to: string,
    base = 2,
  ) => by.as((work) => stepRecord(work, file, { record, item: id }, { base, to, values: {} }))
  const agreeing = (childAssent: boolean | null = true) =>
    asha.as((work) =>
      recordConsents(work, file, {
        ...consentFor(work, officer, 'shareService', [...widest.care.parts]),
        guardianAgreed: true,
        childAssent,
      }),
    )
  async function send(
    service: 'shelter' | 'familyTracing' | 'repatriation',
  ): Promise<{ id: string; version: number }> {
    const id = randomUUID()
    const to = { org: officer.org, unit: officer.unit }
    const { version } = await asha.as((work) =>
      sendReferral(work, file, { command: randomUUID(), id, to, service, urgency: 'standard' }),
    )
    return { id, version }
  }
  const assessed = () =>
    writeAndStep(
      asha,
      file,
      'bestInterestsAssessment',
      {
        assessedOn: today,
        viewHeard: 'alone',
        familyAgrees: 'yes',
        familyCan: 'notKnown',
        recommends: ['home'],
      },
      'made',
    )
  async function decided(decision: CareOption): Promise<string> {
    const values = {
      panelOn: today,
      panel: ['caseworker', 'supervisor'],
      options: [...new Set(['home', decision])],
      decision,
      viewHeard: 'alone',
      reviewOn: addDays(today, 90),
    }
    const id = await writeAndStep(asha, file, 'bestInterestsDetermination', values, 'proposed')
    await step(farida, 'bestInterestsDetermination', id, 'decided')
    return id
  }

  test('nobody acts for a child whose interest is not surely the child’s; what is not known is no “no”', async () => {
    for (const found of ['yes', 'notKnown']) {
      for (const question of codesOf(guardianQuestions)) {
        await expect(
          writeAndStep(asha, file, 'guardian', { ...checked, [question]: found }, 'acts'),
        ).rejects.toMatchObject({ code: 'guardian-conflict', details: { about: { found: question } } })
      }
    }
    expect(await missing('assessed')).toContain('guardianOfChild')
    await writeAndStep(asha, file, 'guardian', checked, 'acts')
    expect(await missing('assessed')).not.toContain('guardianOfChild')
  })

  test('nobody says any more that a child has a guardian; a supervisor may let it wait', async () => {
    const check = (by: Person, answer: 'done' | 'waived') =>
      by.as((work) =>
        checkRequirement(work, file, {
          id: randomUUID(),
          requirement: 'guardianOfChild',
          answer,
          ...(answer === 'waived' ? { reason: 'supervision' } : {}),
        }),
      )
    await expect(check(asha, 'done')).rejects.toMatchObject({ code: 'shown-by-records' })
    await expect(check(farida, 'done')).rejects.toMatchObject({ code: 'shown-by-records' })
    await check(farida, 'waived')
    expect(await missing('assessed')).not.toContain('guardianOfChild')
    await writeAndStep(asha, file, 'guardian', checked, 'suspect')
    expect(await missing('assessed')).toContain('guardianOfChild')
  })

  test('a guardian who is a suspect agreed to nothing: consents lapse, referrals stop, the window shuts', async () => {
    const guardian = await writeAndStep(asha, file, 'guardian', checked, 'acts')
    await agreeing()
    const { id, version } = await send('shelter')
    await accept(officer, file.org, id, version)
    expect((await officer.as((work) => readCase(work, file))).relation).toBe('named')
    await giveWindow(asha, file)
    await step(asha, 'guardian', guardian, 'suspect')
    const { consents, referrals, timeline, due } = await view()
    expect(consents.filter(({ state }) => state === 'given')).toEqual([])
    expect(referrals.map(({ state }) => state)).toEqual(['withdrawnBySurvivor'])
    expect(timeline.items.map((event) => event.kind)).toEqual(
      expect.arrayContaining(['guardianSuspected', 'consentLapsed', 'referralWithdrawn', 'windowFrozen']),
    )
    expect(due.find((one) => one.kind === 'assessRisk' || one.kind === 'reassessRisk')).toBeDefined()
    await expect(officer.as((work) => readCase(work, file))).rejects.toMatchObject({ code: 'not-found' })
    const issue = asha.as((work) => issueSlot(work, file, { pin: '730516', nearSuspect: 'no' }))
    await expect(issue).rejects.toMatchObject({ code: 'window-not-safe' })
    const seen = await asha.as((work) => readSlot(work, file))
    expect(seen).toMatchObject({ mayIssue: false, guardianSuspected: true })
    const [slot] = await rowsOf(
      world.owner,
      `select frozen_because as because, slot_opens(org_id, id) as opens from case_slot where case_id = $1`,
      [file.id],
    )
    expect(slot).toEqual({ because: 'nearSuspect', opens: false })
    await rowsOf(
      world.owner,
      'update case_slot set frozen_at = null, frozen_by = null, frozen_because = null where case_id = $1',
      [file.id],
    )
    const [open] = await rowsOf(
      world.owner,
      'select slot_opens(org_id, id) as opens from case_slot where case_id = $1',
      [file.id],
    )
    expect(open).toEqual({ opens: false })
    const said = { id: randomUUID(), words: 'cnry' }
    await expect(asha.as((work) => answerMessage(work, file, said))).rejects.toMatchObject({
      code: 'window-shut',
    })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(
        `insert into window_message (org_id, id, case_id, version, from_her, words, sent_at, account_org, account_id)
         values ($1, $2, $3, 1, false, 'cnry', now(), $1, $4)`,
        [file.org, said.id, file.id, asha.account],
      ),
    )
    expect(past.refused).toBe('42501')
  })

  test('whoever is a suspect agrees to nothing new; somebody else who was checked does, and is not touched later', async () => {
    const uncle = await writeAndStep(asha, file, 'guardian', { ...checked, relation: 'relative' }, 'suspect')
    await expect(agreeing()).rejects.toMatchObject({ code: 'guardian-needed' })
    const officerOfCourt = await writeAndStep(
      asha,
      file,
      'guardian',
      { ...checked, relation: 'probationOfficer' },
      'acts',
    )
    await agreeing()
    const [kept] = await rowsOf(
      world.owner,
      'select guardian_id as guardian from consent where case_id = $1',
      [file.id],
    )
    expect(kept).toEqual({ guardian: officerOfCourt })
    await step(farida, 'guardian', uncle, 'named')
    await step(asha, 'guardian', uncle, 'suspect', 3)
    expect((await view()).consents.map(({ state }) => state)).toEqual(['given'])
    await expect(step(asha, 'guardian', uncle, 'named', 4)).rejects.toMatchObject({ code: 'not-for-you' })
  })

  test('no yes of a guardian outweighs the no of the child', async () => {
    await writeAndStep(asha, file, 'guardian', checked, 'acts')
    await expect(agreeing(false)).rejects.toMatchObject({
      code: 'bad-request',
      details: { fields: [{ field: 'childAssent', problem: 'said-no' }] },
    })
    expect((await view()).consents).toEqual([])
  })

  test('looking for the family waits for an assessment, and a return for a decision of somebody else', async () => {
    await writeAndStep(asha, file, 'guardian', checked, 'acts')
    await agreeing()
    const needs = (act: string, wanted: string) => ({
      code: 'best-interests-needed',
      details: { about: { act, needs: wanted } },
    })
    await expect(send('familyTracing')).rejects.toMatchObject(needs('traceFamily', 'assessment'))
    await assessed()
    await send('familyTracing')
    await expect(send('repatriation')).rejects.toMatchObject(needs('repatriate', 'determination'))
    const home = await decided('home')
    await expect(send('repatriation')).rejects.toMatchObject(needs('repatriate', 'determination'))
    await decided('repatriation')
    expect(await stateOf(home)).toBe('replaced')
    await expect(send('repatriation')).rejects.toMatchObject({ code: 'consent-missing' })
  })

  test('whoever proposes what is best for a child does not decide it', async () => {
    const values = {
      panelOn: today,
      panel: ['supervisor'],
      options: ['kin'],
      decision: 'kin',
      viewHeard: 'alone',
      reviewOn: today,
    }
    const id = await writeAndStep(farida, file, 'bestInterestsDetermination', values, 'proposed')
    await expect(step(farida, 'bestInterestsDetermination', id, 'decided')).rejects.toMatchObject({
      code: 'own-request',
    })
    await expect(step(asha, 'bestInterestsDetermination', id, 'decided')).rejects.toMatchObject({
      code: 'not-for-you',
    })
  })

  test('a child stays no longer than the rule, and goes to no family, before that was decided', async () => {
    const stay = { placeFor: 'girls', legalBasis: 'courtOrder', freeToLeave: true }
    const since = addDays(today, -40)
    const begin = (reviewOn: string) =>
      writeAndStep(asha, file, 'shelterStay', { ...stay, admittedOn: since, reviewOn }, 'admitted')
    await expect(begin(addDays(since, 90))).rejects.toMatchObject({
      code: 'best-interests-needed',
      details: { about: { act: 'stayLonger' } },
    })
    const item = await begin(addDays(since, 89))
    const leave = (leftTo: string) =>
      asha.as((work) =>
        stepRecord(
          work,
          file,
          { record: 'shelterStay', item },
          {
            base: 2,
            to: 'left',
            values: { leftOn: today, leftTo, leftBecause: 'ready' },
          },
        ),
      )
    await assessed()
    await expect(leave('family')).rejects.toMatchObject({
      details: { about: { act: 'goToFamily', needs: 'determination' } },
    })
    const again = { id: item, base: 2, values: { reviewOn: addDays(since, 120) } }
    const longer = () => asha.as((work) => writeRecord(work, file, 'shelterStay', again))
    await expect(longer()).rejects.toMatchObject({ details: { about: { act: 'stayLonger' } } })
    await age('25-29')
    await leave('family')
  })

  test('whoever may be a child is one, unless the rules say otherwise', async () => {
    for (const [band, child] of [
      [null, true],
      ['unknown', true],
      ['childUnknown', true],
      ['18-24', false],
    ] as const) {
      await age(band)
      expect([band, (await missing('assessed')).includes('guardianOfChild')]).toEqual([band, child])
    }
    await rowsOf(
      world.owner,
      `insert into rule_set (kind, version, valid_from, rules, made_at) values ('childRules', 'test', '2020-01-01', $1, now())`,
      [JSON.stringify({ ...childRules, doubtIsChild: false })],
    )
    await age('unknown')
    expect(await missing('assessed')).not.toContain('guardianOfChild')
    await rowsOf(world.owner, `delete from rule_set where kind = 'childRules' and version = 'test'`)
  })
})

describe('the gates of a child', () => {
  test('are shut without anything, and each is opened by the decision for it and no other', () => {
    for (const act of codesOf(childActs)) {
      expect(missingFor(childRules, act, 400, { assessed: false, decision: null })).not.toBeNull()
    }
    const opened = (decision: CareOption) =>
      codesOf(childActs).filter(
        (act) => missingFor(childRules, act, 400, { assessed: true, decision }) === null,
      )
    expect(opened('family')).toEqual(['traceFamily', 'goToFamily'])
    expect(opened('home')).toEqual(['traceFamily', 'stayLonger'])
    expect(opened('repatriation')).toEqual(['traceFamily', 'repatriate'])
    expect(opened('foster')).toEqual(['traceFamily'])
  })

  test('ask for a decision only after the days that the rule says', () => {
    const looked = { assessed: true, decision: null }
    expect(missingFor(childRules, 'goToFamily', 29, looked)).toBeNull()
    expect(missingFor(childRules, 'goToFamily', 30, looked)).toBe('determination')
    expect(missingFor(childRules, 'stayLonger', 89, looked)).toBeNull()
    expect(missingFor(childRules, 'stayLonger', 90, looked)).toBe('determination')
  })
})
