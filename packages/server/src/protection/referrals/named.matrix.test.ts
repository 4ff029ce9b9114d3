import { type Part, type ReferralState, referralStates } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allParts, type Standing } from '../../../test/access-table.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { accept, type Referring, refer, widest } from '../../../test/referred.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { expectServed, expectStanding } from '../../../test/standing.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'

interface Receiver {
  readonly name: AnyName
  readonly standing: Standing
  readonly asked: Referring
}

/** One receiver of each kind of work, with what a caseworker would ask them for. */
const receivers: readonly Receiver[] = [
  { name: 'officer', standing: 'namedCare', asked: widest.care },
  { name: 'lawyer', standing: 'namedLegal', asked: widest.legal },
  { name: 'inspector', standing: 'namedPolice', asked: widest.police },
  { name: 'tutor', standing: 'namedLivelihood', asked: widest.livelihood },
  {
    name: 'consul',
    standing: 'namedOther',
    asked: { service: 'repatriation', purpose: 'repatriation', parts: ['facts'] },
  },
]

/** More of the same kinds, for the nights. */
const moreReceivers: readonly Receiver[] =
  process.env['SETU_DEEP'] === undefined
    ? []
    : [
        { name: 'nadia', standing: 'namedCare', asked: { ...widest.care, service: 'psychosocial' } },
        {
          name: 'prosecutor',
          standing: 'namedOther',
          asked: { service: 'legalAid', purpose: 'shareLegalAid', parts: [] },
        },
      ]

/** All that a receiver is told before it answers: of the survivor sex, age band, language and district, no more. */
const beforeAnswering = `org id version code direction case state service urgency from to
  sex ageBand language district workerPreference accompanied declineReason worker
  sent answered ended clocks mayBecome hasNote`
  .split(/\s+/)
  .toSorted()

/** What a receiver is to the case in each state of a referral that ended this many days ago. */
function standingIn(state: ReferralState, named: Standing, endedDays: number): Standing {
  if (state === 'sent' || state === 'acknowledged') return 'offered'
  if (state === 'accepted' || state === 'serviceStarted') return named
  if ((state === 'completed' || state === 'partlyCompleted') && endedDays < 30) return named
  return 'stranger'
}

describe.each(enginesInTurn)('the access table for those outside, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  describe.each([...receivers, ...moreReceivers])(
    '$name, who would be $standing',
    ({ name, standing, asked }) => {
      let file: { readonly org: string; readonly id: string }
      let referral: string
      let consent: string
      let version: number
      const to = () => world.people[name]
      const of = (parts: readonly Part[]) => ({ consented: parts })
      const setConsent = (set: string, ...values: readonly unknown[]) =>
        rowsOf(world.owner, `update consent set ${set} where id = $1`, [consent, ...values])
      const setReferral = (set: string, ...values: readonly unknown[]) =>
        rowsOf(world.owner, `update referral set ${set} where id = $1`, [referral, ...values])

      beforeAll(async () => {
        const { asha } = world.people
        file = await openFullCase(asha, `cell-${name}`)
        await expectServed({ world, client }, name, file, 'stranger', { why: 'before anything' })
        const sent = await refer(asha, file, to(), { ...asked, note: 'What they must know.' })
        ;({ referral, consent, version } = sent)
      })

      test('is told the least before it answers', async () => {
        await expectStanding(world, name, file, 'offered')
        await expectServed({ world, client }, name, file, 'offered')
        const seen = await client.get(`/referrals/${file.org}/${referral}`, to().cookie)
        expect(seen.body).toMatchObject({
          case: null,
          direction: 'received',
          sex: expect.any(String),
          ageBand: '25-29',
        })
        expect(Object.keys(seen.body).toSorted(), 'and nothing else').toEqual(beforeAnswering)
        const opened = await client.post(`/referrals/${file.org}/${referral}/open`, to().cookie, {
          reason: 'planningCare',
        })
        expect(opened.status).toBe(404)
        const waiting = (await client.get('/my-day', to().cookie)).body['waiting']
        expect(waiting).toEqual([expect.objectContaining({ kind: 'referral', id: referral })])
      })

      test('sees what was consented to once it has accepted', async () => {
        await accept(to(), file.org, referral, version)
        await expectStanding(world, name, file, standing, of(asked.parts))
        await expectServed({ world, client }, name, file, standing, of(asked.parts))
        const opened = await client.post(`/referrals/${file.org}/${referral}/open`, to().cookie, {
          reason: 'planningCare',
        })
        expect(opened.body).toMatchObject({ note: 'What they must know.' })
        const { asha } = world.people
        await client.post(`/cases/${file.org}/${file.id}/open-part`, asha.cookie, {
          part: 'identity',
          reason: 'planningCare',
        })
        const trail = (await client.get(`/cases/${file.org}/${file.id}/trail`, to().cookie)).body
        expect(trail.items?.length).toBeGreaterThan(0)
        for (const { by } of (trail.items ?? []) as { by: { office: { en: string } } }[]) {
          expect(by.office.en).not.toBe('ngo')
        }
      })

      test('sees each part only by the consent that names it, and never a part beyond its work', async () => {
        for (const part of allParts) {
          await setConsent('parts = $2', [part])
          await expectStanding(world, name, file, standing, { ...of([part]), why: `with ${part} alone` })
        }
        await setConsent('parts = $2', [...allParts])
        await expectStanding(world, name, file, standing, { ...of(allParts), why: 'with every part named' })
        await expectServed({ world, client }, name, file, standing, {
          ...of(allParts),
          why: 'with every part named',
        })
        await setConsent(`parts = '{}'`)
        await expectStanding(world, name, file, standing, { why: 'with no part named' })
        await setConsent('parts = $2', [...asked.parts])
      })

      test('sees nothing by a consent for another purpose or another recipient', async () => {
        await setConsent(`purpose = 'research'`)
        await expectStanding(world, name, file, 'stranger', { why: 'for research' })
        await setConsent('purpose = $2, recipient_unit = $3', asked.purpose, world.people.mina.unit)
        await expectStanding(world, name, file, 'stranger', { why: 'for somebody else' })
        await setConsent('recipient_unit = $2', to().unit)
        await expectStanding(world, name, file, standing, of(asked.parts))
      })

      test('sees nothing once the consent ran out, was refused or was withdrawn', async () => {
        const today = `(now() at time zone 'Asia/Dhaka')::date`
        await setConsent(`valid_until = ${today}`)
        await expectStanding(world, name, file, standing, { ...of(asked.parts), why: 'on the last day' })
        await setConsent(`valid_until = ${today} - 1`)
        await expectStanding(world, name, file, 'stranger', { why: 'the day after' })
        await expectServed({ world, client }, name, file, 'stranger', { why: 'the day after' })
        await setConsent(`valid_until = ${today} + 30, state = 'refused'`)
        await expectStanding(world, name, file, 'stranger', { why: 'refused' })
        await setConsent(`state = 'given', withdrawn_at = now()`)
        await expectStanding(world, name, file, 'stranger', { why: 'withdrawn' })
        await setConsent('withdrawn_at = null')
        await expectStanding(world, name, file, standing, of(asked.parts))
      })

      test('sees the case in the states in which it works on it, and for thirty days after', async () => {
        for (const { code: state } of referralStates.entries) {
          const ended = state === 'completed' || state === 'partlyCompleted'
          for (const days of ended ? [29, 31] : [1]) {
            await setReferral('state = $2, ended_at = now() - make_interval(days => $3::int)', state, days)
            const expected = standingIn(state, standing, days)
            const why = `${state}, ended ${days} days ago`
            const more = { ...of(asked.parts), why, justDecided: true } as const
            await expectStanding(world, name, file, expected, more)
          }
        }
        await setReferral(`state = 'recalled', ended_at = now()`)
        await expectServed({ world, client }, name, file, 'stranger', { why: 'recalled' })
        expect((await client.get(`/referrals/${file.org}/${referral}`, to().cookie)).status).toBe(404)
        await setReferral(`state = 'accepted', ended_at = null`)
      })

      test('is the focal point or the person who took it on, and nobody else of the unit', async () => {
        const seat = (focal: boolean) =>
          rowsOf(world.owner, `update unit_member set focal = $2 where account_id = $1`, [
            to().account,
            focal,
          ])
        await setReferral('worker_account = null')
        await expectStanding(world, name, file, standing, { ...of(asked.parts), why: 'as focal point' })
        await seat(false)
        await expectStanding(world, name, file, 'stranger', { why: 'as a colleague' })
        await setReferral('worker_account = $2', to().account)
        await expectStanding(world, name, file, standing, {
          ...of(asked.parts),
          why: 'as the one who took it on',
        })
        await seat(true)
      })
    },
  )
})
