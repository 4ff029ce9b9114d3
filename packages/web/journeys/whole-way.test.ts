import { caseRecords } from '@setu/records'
import {
  ageBands,
  caseRequirements,
  caseStates,
  closureReasons,
  dangerQuestions,
  decidingBodies,
  feedbackStates,
  readySteps,
  riskLevels,
  screeningOutcomes,
  screeningPrompts,
} from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { askConsent, houseByOrder, learnWho, leaveHome } from './scenes/agreed-and-housed.ts'
import {
  answerAll,
  at,
  beginScreening,
  instrumentOf,
  looked,
  presume,
  reasons,
  screen,
  seeToSafety,
  tellAtBorder,
} from './scenes/from-a-tip.ts'
import { beginLiving, declineFollowUps, followUpOnce, goHome, payGrant } from './scenes/living.ts'
import { type AtWork, atWorkOn, fileOf, stands, statesOf } from './scenes/on-the-case.ts'
import { agreeToPlan, assessNeeds, giveService } from './scenes/plan-and-services.ts'
import { lookAtRisks, makeSafetyPlan } from './scenes/risk-and-safety.ts'
import { claimForHer, conferAbout } from './scenes/spoken-for.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')

const play = openPlay()

describe('from a tip at the border to a closed case, on phones in Bangla', () => {
  let asha: Visitor
  let work: AtWork

  test('a guard at the border tells of it, and a caseworker screens: safety first, then questions, one at a time', async () => {
    await tellAtBorder(play)
    asha = await play.comeIn('asha')
    await beginScreening(asha)
    await seeToSafety(asha)
    expect(new URL(asha.page.url()).pathname).toMatch(/^\/screenings\//)
  })

  test('she may stop and go on, is asked nothing twice, and a person decides that she is presumed trafficked', async () => {
    await screen(asha)
    work = atWorkOn(asha, await presume(asha))
    expect((await fileOf(work)).state).toBe('intake')
  })

  test('who she is to us and how she is reached is written down, and she agrees, one purpose at a time', async () => {
    await learnWho(work, 'দুপুরে ফোন করুন')
    await askConsent(work)
    const { consents } = await fileOf(work)
    expect(consents.map(({ purpose, state }) => `${purpose} ${state}`)).toContain('services given')
  })

  test('a court orders shelter: the order has its number, and the stay a day to be looked at', async () => {
    await houseByOrder(work, 'নারী ও শিশু ৪৫/২০২৬')
    expect(await statesOf(work, 'shelterStay')).toEqual(['shelterStay admitted'])
    expect((await fileOf(work)).due.map(({ kind }) => kind)).toContain('reviewShelter')
  })

  test('each risk is judged by itself, and what is more than low asks for a safety plan', async () => {
    await work.hand.tap(work.page.locator('#risk').getByRole('link', { name: say('risk.assess') }))
    await lookAtRisks(work, { traffickerContact: 'high', debt: 'medium' })
    await work.page.getByText(say('risk.now', { level: code(riskLevels, 'high') })).waitFor()
    await makeSafetyPlan(work, 'সন্ধ্যায় বাড়ির সামনে মোটরসাইকেল থামে')
    expect(await statesOf(work, 'safetyPlan')).toEqual(['safetyPlan inForce'])
  })

  test('her needs are asked, the plan is agreed in her words, and the case goes on to its services', async () => {
    await assessNeeds(work)
    await work.moveTo('assessed', ['immediateSafety'])
    await agreeToPlan(work)
    await work.moveTo('planned')
    await work.moveTo('active')
    await giveService(work)
    expect((await fileOf(work)).state).toBe('active')
    expect((await statesOf(work, 'servicePlan', 'supportPlan')).toSorted()).toEqual([
      'servicePlan agreed',
      'supportPlan agreed',
    ])
  })

  test('a training begins, and how firmly she stands is asked before it', async () => {
    await beginLiving(work)
    expect((await statesOf(work, 'training', 'sustainability')).toSorted()).toEqual([
      'sustainability made',
      'training underWay',
    ])
  })

  test('she goes home, follow-ups stand in a calendar, and a sign of danger at one is a risk again', async () => {
    await leaveHome(work)
    await work.toCase()
    await goHome(work)
    await work.moveTo('followUp')
    await followUpOnce(work)
    expect((await statesOf(work, 'followUp')).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'followUp planned'),
      'followUp reached',
    ])
    expect(await statesOf(work, 'shelterStay')).toEqual(['shelterStay left'])
  })

  test('money is asked for, approved by somebody else, paid and receipted', async () => {
    await payGrant(work, await play.comeIn('farida', { on: 'desk' }))
    expect(await statesOf(work, 'payment')).toEqual(['payment receipted'])
  })

  test('what she was made to do is claimed until a court accepts it, and those who work with her confer', async () => {
    await claimForHer(work, atWorkOn(await play.comeIn('farida'), work.address))
    await conferAbout(work)
    expect(await statesOf(work, 'nonPunishmentClaim', 'caseConference')).toEqual([
      'nonPunishmentClaim accepted',
      'caseConference held',
    ])
  })

  test('the case is not closed while a high risk is open', async () => {
    const wanted = code(caseRequirements, 'noHighRisk')
    expect(await work.wayTo('closed')).toContain(wanted)
    const file = await fileOf(work)
    const closing = { base: file.version, to: 'closed', reason: 'planMet' }
    const refused = await ask(asha, 'POST', `${work.address}/state`, closing)
    expect([refused.status, refused.text.includes('noHighRisk')]).toEqual([409, true])
    await work.toCase()
    await work.hand.tap(work.page.locator('#risk').getByRole('link', { name: say('risk.assess-again') }))
    await lookAtRisks(work, { debt: 'medium' })
    await work.page.getByText(say('risk.now', { level: code(riskLevels, 'medium') })).waitFor()
    expect(await work.wayTo('closed')).not.toContain(wanted)
  })

  test('it is closed when a supervisor agrees and she was told and asked what she thinks of us', async () => {
    await declineFollowUps(work)
    await work.toCase()
    await work.add('#feedback', 'survivorFeedback')
    const asked = Object.values(caseRecords.survivorFeedback.sections).filter(({ withSteps }) => !withSteps)
    for (const _ of asked.slice(1)) await work.hand.press(say('form.next'))
    await work.hand.press(say('record.keep'))
    await stands(work, code(feedbackStates, 'invited'))
    const farida = await play.comeIn('farida')
    const supervising = atWorkOn(farida, work.address)
    await supervising.wayTo('closed')
    await supervising.tick(['supervisorAgreed'])
    await work.moveTo('closed', ['documentsReturned', 'personTold'], code(closureReasons, 'planMet'))
    await work.toCase()
    const path = work.page.getByRole('region', { name: say('case.path') })
    await path.locator('[aria-current=step]', { hasText: code(caseStates, 'closed') }).waitFor()
    const { state, due } = await fileOf(work)
    expect([state, due.filter(({ kind }) => kind !== 'hearFeedback')]).toEqual(['closed', []])
    await work.expectFit('way-closed')
  })

  test('the guard who told of it reads nothing of all this', async () => {
    const tariq = await play.comeIn('tariq')
    const list = await at(tariq, '/tips')
    expect(await list.locator('main').innerText()).not.toContain(reasons)
    expect((await ask(tariq, 'GET', work.address)).status).toBe(404)
  })

  test('a guard screens, stops, and hands the person to a protection unit that opens the case', async () => {
    const tariq = await play.comeIn('tariq')
    const page = await at(tariq, '/screenings/new')
    const hand = handOf(tariq)
    await hand.choose(say('screening.age'), code(ageBands, '15-17'))
    await hand.choose(say('screening.sure'), say('screening.not-sure'))
    await page.getByText(say('screening.child-rule')).waitFor()
    const border = instrumentOf('border')?.label.bn ?? ''
    await hand.choose(say('screening.instrument'), border)
    for (const { bn } of readySteps.entries) await hand.choose(say('screening.ready'), bn)
    await hand.press(say('screening.begin-now'))
    await page.getByText(say('screening.danger')).waitFor()
    await answerAll(tariq, Object.fromEntries(dangerQuestions.entries.map(({ bn }) => [bn, 'no'] as const)))
    await page.getByRole('button', { name: say('screening.next'), exact: true }).tap()
    await page.locator('input[name="toldWhatToSay"][value="yes"]').check()
    await looked(page, 'screening-border')
    await page.getByRole('button', { name: say('screening.next'), exact: true }).tap()
    await page.getByText(code(screeningPrompts, 'askFurther'), { exact: true }).waitFor()
    await hand.choose(say('screening.outcome'), code(screeningOutcomes, 'presumed'))
    await hand.write(say('screening.reasons'), reasons)
    await hand.press(say('screening.decide-now'))
    await expectTold(tariq, say('screening.is-decided'))
    await hand.choose(say('screening.offer-unit'), 'যশোর আশা সংস্থা, যশোর দল')
    await hand.choose(say('screening.agreed'), say('screening.agreed-yes'))
    await looked(page, 'screening-offer')
    await hand.press(say('screening.offer'))
    await expectTold(tariq, say('screening.is-offered'))

    const bina = await play.comeIn('bina')
    const taking = await at(bina, '/tips')
    await taking.getByText(say('screening.offered-to-us')).waitFor()
    await looked(taking, 'screening-inbox')
    await handOf(bina).tap(taking.getByRole('link', { name: border }))
    await taking.getByText(reasons).waitFor()
    await handOf(bina).choose(say('screening.interest'), say('screening.no-conflict'))
    await handOf(bina).press(say('screening.open-case'))
    await taking.waitForURL('**/cases/**')

    await at(tariq, '/tips')
    await hand.tap(page.getByRole('link', { name: border }).first())
    await page.getByText(say('screening.is-case')).waitFor()
    expect(await page.locator('main').innerText()).not.toContain(reasons)

    await taking.getByText(say('identification.no-effect')).waitFor()
    await handOf(bina).press(say('identification.to-noProposed'))
    await handOf(bina).choose(say('identification.body'), code(decidingBodies, 'NGO'))
    await handOf(bina).write(say('identification.reasons'), reasons)
    await looked(taking, 'identification-step')
    const no = { name: say('identification.to-noProposed'), exact: true }
    await handOf(bina).tap(taking.getByRole('dialog').getByRole('button', no))
    await expectTold(bina, say('identification.kept'))
    await taking.getByText(say('identification.another')).waitFor()
    await looked(taking, 'identification')
  })
})
