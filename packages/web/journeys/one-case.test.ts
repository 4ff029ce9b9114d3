import {
  ageBands,
  ageCertainties,
  communicationMeans,
  conflictAnswers,
  consentPurposes,
  consentTexts,
  declineReasons,
  type Part,
  parts,
  partsSaid,
  readingReasons,
  referralStates,
  relations,
  rightsNoticeMeans,
  serviceTypes,
  sexes,
} from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { signInFirst } from './stage/first-time.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code, question } = speak('bn')

const name = 'রহিমা খাতুন'
const mobile = '01712345678'
const safeWay = 'দুপুরে ফোন করুন, বোন ধরবে'
const ownWords = 'আমি বাড়ি ফিরতে চাই, কিন্তু কাউকে জানাতে চাই না'
const note = 'আজ প্রথম কথা হলো'

const shots = process.env['SETU_SHOTS']
const police = 'যশোর পুলিশ, পাচার প্রতিরোধ ডেস্ক'
const social = 'যশোর সমাজসেবা কার্যালয়, সদর কার্যালয়'

/** How often the thumb came down; the seconds are told and hold nobody to anything. */
function tellTaps(what: string, taps: number, began: number): void {
  process.stdout.write(`${what}: ${taps} taps, ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}

describe.each(['pglite', 'postgres'] as const)('one case worked by three agencies, on %s', (on) => {
  const play = openPlay({ on })
  let asha: Visitor
  let rafiq: Visitor
  let address = ''
  let policeReads = 0

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    rafiq = await play.visit()
  })

  test('a caseworker opens a case by hand, in at most forty taps', async () => {
    const { page } = asha
    const hand = handOf(asha)
    const next = () => hand.press(say('form.next'))
    const began = performance.now()
    await hand.tap(page.getByRole('link', { name: say('palette.new-case') }))
    await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
    await next()
    await hand.choose(question('caseFacts', 'ageBand'), code(ageBands, '25-29'))
    await hand.choose(question('caseFacts', 'ageCertainty'), code(ageCertainties, 'stated'))
    await hand.choose(question('caseFacts', 'sex'), code(sexes, 'female'))
    await hand.choose(question('caseFacts', 'homeDistrict'), 'যশোর')
    await next()
    await hand.write(question('personContact', 'safeWay'), safeWay)
    await hand.choose(question('personContact', 'means'), code(communicationMeans, 'ownPhone'))
    await hand.write(question('personContact', 'mobile'), mobile)
    await hand.choose(question('personContact', 'mayLeaveMessage'), say('form.no'))
    await next()
    await hand.write(question('personIdentity', 'name'), name)
    await hand.write(question('personIdentity', 'father'), 'আবদুল মান্নান')
    await hand.write(question('personIdentity', 'mother'), 'জাহানারা বেগম')
    await next()
    await hand.write(question('caseNarrative', 'ownWords'), ownWords)
    await next()
    await hand.choose(say('new-case.rights-told'), say('form.yes'))
    await hand.choose(say('new-case.rights-means'), code(rightsNoticeMeans, 'explained'))
    await hand.choose(say('new-case.rights-understood'), say('form.yes'))
    await hand.choose(consentTexts.questions.services.bn, say('consent.yes'))
    await hand.choose(consentTexts.questions.storeIdentity.bn, say('consent.yes'))
    await hand.choose(consentTexts.questions.contact.bn, say('consent.yes'))
    await hand.press(say('new-case.open'))
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
    address = new URL(page.url()).pathname
    tellTaps('an intake', hand.taps, began)
    expect(hand.taps).toBeLessThanOrEqual(40)

    const consents = page.locator('#consents')
    for (const purpose of ['services', 'storeIdentity', 'contact'] as const) {
      await consents.getByText(code(consentPurposes, purpose)).waitFor()
    }
    await consents.getByText(say('consents.rights-told')).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(name)
  })

  test('and writes a note', async () => {
    const hand = handOf(asha)
    await hand.press(say('case.note-add'))
    await hand.write(say('case.note-words'), note)
    await hand.press(say('case.note-keep'))
    await expectTold(asha, say('case.note-kept'))
  })

  test('asks on the consent sheet whom the person agrees to tell, one question at a time', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.tap(page.getByRole('link', { name: say('case.ask-consent') }))
    await hand.choose(say('consent.add-recipient'), police)
    await hand.tap(page.getByRole('checkbox', { name: partsSaid.identity.bn }))
    await hand.choose(say('consent.add-recipient'), social)
    await hand.choose(say('consent.service'), code(serviceTypes, 'medical'))
    await hand.press(say('consent.begin'))

    await page.getByText(consentTexts.opening.bn).waitFor()
    const questions: string[] = []
    while (await page.getByRole('button', { name: say('consent.yes'), exact: true }).isVisible()) {
      const asked = await page.getByRole('heading', { level: 2 }).innerText()
      questions.push(asked)
      await hand.press(say('consent.yes'))
      await page.getByRole('heading', { level: 2 }).filter({ hasNotText: asked }).waitFor()
    }
    expect(questions).toHaveLength(3)
    expect(questions.find((asked) => asked.includes(police))).toContain(partsSaid.identity.bn)

    await hand.press(say('consent.keep'))
    await page.waitForURL(`**${address}`)
    await page.locator('#consents').getByText(police).waitFor()
    await page.locator('#consents').getByText(social).waitFor()
  })

  test('refers to the police in at most eight taps, having seen exactly what they will see', async () => {
    const { page } = asha
    const hand = handOf(asha)
    const began = performance.now()
    await hand.tap(page.getByRole('link', { name: say('case.refer') }))
    await hand.choose(say('refer.service'), code(serviceTypes, 'policeLiaison'))
    await hand.tap(page.getByText('যশোর পুলিশ', { exact: true }))
    const seen = page.locator('li[data-shared]')
    await seen.first().waitFor()
    const shared = await page.locator('li[data-shared=true]').allInnerTexts()
    expect(shared.map((line) => line.replace(/ \(.*/, '')).toSorted()).toEqual(
      [code(parts, 'identity'), code(parts, 'facts')].toSorted(),
    )
    const never = await page.locator('li[data-shared=false]').allInnerTexts()
    expect(never.map((line) => line.replace(/ \(.*/, ''))).toEqual(
      expect.arrayContaining([code(parts, 'contact'), code(parts, 'narrative'), code(parts, 'health')]),
    )
    await hand.press(say('refer.send'))
    await expectTold(asha, saying('refer.sent'))
    tellTaps('a referral', hand.taps, began)
    expect(hand.taps).toBeLessThanOrEqual(8)
  })

  test('and to social services', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.tap(page.getByRole('link', { name: say('case.refer') }))
    await hand.choose(say('refer.service'), code(serviceTypes, 'medical'))
    await hand.tap(page.getByText('যশোর সমাজসেবা কার্যালয়', { exact: true }))
    await hand.press(say('refer.send'))
    await page.waitForURL(`**${address}`)
    const sent = page.locator('#referrals').getByText(code(referralStates, 'sent'), { exact: true })
    await expect.poll(() => sent.count()).toBe(2)
  })

  test('which the police, signed in, accept, and see only what the consent covers', async () => {
    const { page } = rafiq
    const hand = handOf(rafiq)
    page.on('response', (response) => {
      if (response.url().endsWith(`/api${address}`) && response.ok()) policeReads += 1
    })
    await page.goto('/')
    await signInFirst(rafiq, 'rafiq', 'rafiq walks by the river')
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    expect((await ask(rafiq, 'GET', address)).status).toBe(404)
    await hand.press(say('referral.accept'))
    await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
    await hand.press(say('referral.accept'))
    await expectTold(rafiq, saying('referral.accepted'))
    await hand.tap(page.getByRole('navigation').getByRole('link', { name: say('bar.referrals') }))
    await page.getByRole('heading', { name: say('referrals.title'), level: 1 }).waitFor()
    await hand.tap(page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }))
    await page.waitForURL(`**${address}`)
    await page.getByText(code(ageBands, '25-29'), { exact: true }).first().waitFor()
    for (const absent of ['show.contact', 'show.narrative', 'case.notes', 'case.who-looked', 'case.refer']) {
      expect(await page.getByText(say(absent), { exact: true }).count(), absent).toBe(0)
    }
    const screen = await page.locator('body').innerText()
    for (const secret of [name, mobile, safeWay, ownWords, note]) expect(screen).not.toContain(secret)
  })

  test('the name only after they say why', async () => {
    const { page } = rafiq
    const hand = handOf(rafiq)
    await hand.press(say('show.identity'))
    const open = page.getByRole('dialog').getByRole('button', { name: say('show.open') })
    expect(await open.isDisabled()).toBe(true)
    await hand.choose(say('show.reason'), code(readingReasons, 'legalWork'))
    await hand.tap(open)
    await page.getByText(name).waitFor()
  })

  test('and are sent nothing else, whatever they ask the node for', async () => {
    const answers = await Promise.all([
      ask(rafiq, 'GET', address),
      ask(rafiq, 'GET', `${address}/timeline`),
      ...(['contact', 'narrative', 'health', 'legal', 'family'] as const).map((part) =>
        ask(rafiq, 'POST', `${address}/open-part`, { part, reason: 'legalWork' }),
      ),
      ask(rafiq, 'GET', `${address}/trail`),
      ask(rafiq, 'GET', '/cases'),
      ask(rafiq, 'GET', '/referrals?box=in'),
      ask(rafiq, 'POST', '/cases/look-up', { field: 'name', text: name, reason: 'duplicateCheck' }),
    ])
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([200, 200])
    expect(answers.slice(2, 7).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    policeReads += 1
    const [ownReads] = answers.slice(7)
    expect(ownReads?.text).toContain('Rafiq')
    expect(ownReads?.text).not.toMatch(/Asha|আশা/)
    for (const { text } of answers) {
      for (const secret of [name, mobile, safeWay, ownWords, note]) expect(text).not.toContain(secret)
    }
  })

  test('social services decline with a reason, which the sender sees', async () => {
    const salma = await play.comeIn('salma')
    const hand = handOf(salma)
    await hand.press(say('referral.decline'))
    await hand.choose(say('referral.decline-why'), code(declineReasons, 'outOfMandate'))
    await hand.press(say('referral.decline-send'))
    await expectTold(salma, saying('referral.declined'))

    await asha.page.reload()
    const referrals = asha.page.locator('#referrals')
    await referrals.getByText(code(referralStates, 'declined')).waitFor()
    await referrals.getByText(code(declineReasons, 'outOfMandate')).waitFor()
  })

  test('the person takes the consent back, and the next read by the police answers 404, kindly', async () => {
    expect((await ask(rafiq, 'GET', address)).status).toBe(200)
    policeReads += 1
    const hand = handOf(asha)
    const given = asha.page.locator('#consents li').filter({ hasText: police })
    await hand.tap(given.getByRole('button', { name: say('consents.withdraw') }))
    await asha.page.getByText(say('consents.withdraw-limit')).waitFor()
    await hand.press(say('consents.withdraw-now'))
    await asha.page.locator('#referrals').getByText(code(referralStates, 'withdrawnBySurvivor')).waitFor()

    expect((await ask(rafiq, 'GET', address)).status).toBe(404)
    expect(
      (await ask(rafiq, 'POST', `${address}/open-part`, { part: 'identity', reason: 'legalWork' })).status,
    ).toBe(404)
    await rafiq.page.reload()
    await rafiq.page.getByRole('heading', { name: say('nothing.title') }).waitFor()
    await rafiq.page.getByText(say('nothing.why')).waitFor()
    expect(await rafiq.page.getByText(name).count()).toBe(0)
  })

  test('the caseworker sees every one of these reads, and which office made it', async () => {
    const { page } = asha
    await handOf(asha).tap(page.getByRole('link', { name: say('case.who-looked') }))
    await page.getByRole('row').nth(1).waitFor()
    const lines: string[][] = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)))
    const byPolice = lines.filter(([, who]) => who?.includes('যশোর পুলিশ'))
    const readsOf = (part: Part) =>
      byPolice.filter(([, , did, of]) => did?.includes(say('deed.read')) && of === code(parts, part))
    const [opening, ...others] = readsOf('identity')
    expect(others).toEqual([])
    expect(opening?.[1]).toContain(code(relations, 'named'))
    expect(opening?.[4]).toBe(code(readingReasons, 'legalWork'))
    const [facts] = readsOf('facts')
    expect(facts?.[2]).toContain(String(policeReads))
    for (const part of ['contact', 'narrative', 'health', 'legal'] as const) expect(readsOf(part)).toEqual([])
    expect(lines.join()).not.toContain('Rafiq')
    expect(lines.join()).toContain('Asha Khatun')
  })

  test('whoever begins a case for somebody with the same phone is told that there is one, and is not held up', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto('/cases/new')
    await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
    await hand.press(say('form.next'))
    await hand.press(say('form.next'))
    await hand.write(question('personContact', 'mobile'), mobile)
    await page.getByText(say('same-already.title')).waitFor()
    expect(await barriersOn(page)).toEqual([])
    if (shots !== undefined) await page.screenshot({ path: `${shots}/same-already.png`, fullPage: true })
    const known = page.getByRole('status').getByRole('link')
    expect(await known.getAttribute('href')).toBe(address)
    await hand.write(question('personContact', 'mobile'), '+8801700000009')
    await expect.poll(() => known.count()).toBe(0)
    await hand.press(say('form.next'))
    await page.getByText(say('new-case.name-why')).waitFor()
  })
})
