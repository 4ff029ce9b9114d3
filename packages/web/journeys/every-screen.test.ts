import type { SlotView } from '@setu/records/api'
import { serviceTypes } from '@setu/vocabulary'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { deep, seed } from './harness/turns.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import type { Name } from './stage/stage.ts'
import { ask, settled, type Visitor } from './stage/visitor.ts'
import { type Language, speak } from './stage/words.ts'

const { say, code } = speak('bn')
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }
/** The narrowest phone, and a desk at twice the size of everything. */
const narrow = [320, 640]

const play = openPlay({ past: true })
let file = ''
/** A case whose survivor has no window yet. */
let unopened = ''
const visitors = new Map<Name | null, Visitor>()

beforeAll(async () => {
  const asha = await visitorAs('asha')
  const link = asha.page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
  file = (await link.getAttribute('href')) ?? ''
  unopened = await withoutWindow(asha)
})

async function withoutWindow(worker: Visitor): Promise<string> {
  const read = async (at: string) => JSON.parse((await ask(worker, 'GET', at)).text) as unknown
  const { items } = (await read('/cases')) as { items: readonly { org: string; id: string }[] }
  for (const { org, id } of items) {
    const { slot, mayIssue } = (await read(`/cases/${org}/${id}/window`)) as SlotView
    if (slot === null && mayIssue) return `/cases/${org}/${id}`
  }
  throw new Error('every survivor has a window already')
}

/** One device for each person; nobody is whoever has not signed in. */
async function visitorAs(name: Name | null): Promise<Visitor> {
  const known = visitors.get(name)
  if (known) return known
  const came = await (name === null ? play.visit({ on: 'desk' }) : play.comeIn(name, { on: 'desk' }))
  visitors.set(name, came)
  return came
}

interface Screen {
  readonly who: Name | null
  readonly at: () => string
  /** Long, and made of the same few things: looked at on a phone only. */
  readonly long?: boolean
  /** What is done on the page before it is looked at. */
  readonly first?: (visitor: Visitor) => Promise<void>
}

const press = (word: string) => (visitor: Visitor) => handOf(visitor).press(say(word))

const screens: Readonly<Record<string, Screen>> = {
  'my day': { who: 'asha', at: () => '/' },
  cases: { who: 'asha', at: () => '/cases' },
  'a case': { who: 'asha', at: () => file },
  'a case with the name shown': {
    who: 'asha',
    at: () => file,
    async first(visitor) {
      await press('show.identity')(visitor)
      await press('show.open')(visitor)
    },
  },
  'the question before a name is shown': { who: 'asha', at: () => file, first: press('show.identity') },
  'who looked at a case': { who: 'asha', at: () => `${file}/trail` },
  'what happened, as a form': { who: 'asha', at: () => `${file}/record/caseFacts` },
  'risks, as a form': { who: 'asha', at: () => `${file}/record/riskAssessment` },
  'a guardian of a child, as a form': { who: 'asha', at: () => `${file}/record/guardian` },
  'best interests, as a form': { who: 'asha', at: () => `${file}/record/bestInterestsAssessment` },
  'a decision on best interests, as a form': {
    who: 'asha',
    at: () => `${file}/record/bestInterestsDetermination`,
  },
  'asking for a place in a home': { who: 'asha', at: () => `${file}/record/shelterStay` },
  'homes and who stays there': { who: 'asha', at: () => '/shelter' },
  'counting the places of a home': { who: 'asha', at: () => '/shelter', first: press('homes.count') },
  'a goal of the plan, as a form': { who: 'asha', at: () => `${file}/record/supportPlan` },
  'what waits for approval': { who: 'farida', at: () => '/approvals' },
  'money of the cases one supervises': { who: 'farida', at: () => '/money' },
  'a payment, as a form': { who: 'asha', at: () => `${file}/record/payment` },
  'appointment, as a form': { who: 'asha', at: () => `${file}/record/appointment` },
  'feedback, as a form': { who: 'asha', at: () => `${file}/record/survivorFeedback` },
  'a claim of non-punishment, as a form': { who: 'asha', at: () => `${file}/record/nonPunishmentClaim` },
  'tying a criminal case, as a form': { who: 'asha', at: () => `${file}/record/courtLink` },
  'telling of a criminal case, as a form': { who: 'asha', at: () => `${file}/record/courtTold` },
  'a case conference, as a form': { who: 'asha', at: () => `${file}/record/caseConference` },
  'how firmly somebody stands, as a form': { who: 'asha', at: () => `${file}/record/sustainability` },
  'emergency access': { who: 'asha', at: () => '/emergency' },
  'erasing cases': { who: 'nasrin', at: () => '/erasures' },
  'why a letter is printed': {
    who: 'asha',
    at: () => file,
    first: async ({ page }) => {
      await page
        .getByRole('link', { name: new RegExp(`^${say('print.letter')}`) })
        .first()
        .click()
      await page.getByRole('button', { name: say('print.prepare') }).waitFor()
    },
  },
  'adding a paper': { who: 'asha', at: () => file, first: press('papers.add') },
  'asking to erase a case': { who: 'asha', at: () => file, first: press('erasure.ask') },
  'what is kept too long': { who: 'farida', at: () => '/retention' },
  'how long cases are kept': { who: 'kamal', at: () => '/retention' },
  'reviews of who has access': { who: 'kamal', at: () => '/access-reviews' },
  'what survivors complain of': { who: 'asha', at: () => '/complaints', first: press('complaint.write') },
  'what people told': { who: 'asha', at: () => '/tips' },
  'before somebody is asked': { who: 'asha', at: () => '/screenings/new' },
  'which unit takes tips': { who: 'kamal', at: () => '/tips' },
  'what went wrong with data': { who: 'asha', at: () => '/incidents', first: press('breach.say') },
  'a new case': { who: 'asha', at: () => '/cases/new' },
  'a new case without an answer': { who: 'asha', at: () => '/cases/new', first: press('form.next') },
  'consents, being prepared': { who: 'asha', at: () => `${file}/consent` },
  'consents, being asked': { who: 'asha', at: () => `${file}/consent`, first: press('consent.begin') },
  'a referral form': {
    who: 'asha',
    at: () => `${file}/refer`,
    async first(visitor) {
      const hand = handOf(visitor)
      await hand.choose(say('refer.service'), code(serviceTypes, 'policeLiaison'))
      await hand.tap(visitor.page.getByText('যশোর পুলিশ', { exact: true }))
      await visitor.page.getByRole('button', { name: say('refer.send') }).waitFor()
    },
  },
  'referrals to us': { who: 'asha', at: () => '/referrals' },
  'referrals from us': { who: 'asha', at: () => '/referrals?box=out' },
  'a supervisor’s board': { who: 'farida', at: () => '/board' },
  'who carries how much': { who: 'farida', at: () => '/caseload' },
  'how far the work has come': { who: 'farida', at: () => '/oversight?by=year' },
  'the directory': { who: 'asha', at: () => '/directory' },
  'definitions in the region side by side': { who: 'asha', at: () => '/laws', long: true },
  'criminal cases': { who: 'rafiq', at: () => '/criminal-cases' },
  'writing down a criminal case': {
    who: 'rafiq',
    at: () => '/criminal-cases',
    long: true,
    first: press('court.open'),
  },
  'what stalls in criminal cases': { who: 'rafiq', at: () => '/criminal-alerts' },
  'requests to other countries': { who: 'rafiq', at: () => '/requests-abroad' },
  'the cause list of a day': { who: 'rafiq', at: () => '/cause-list' },
  'figures of criminal cases': { who: 'rafiq', at: () => '/figures', long: true },
  'who counts for the country': { who: 'kamal', at: () => '/figures' },
  'who opened names of accused persons': { who: 'nasrin', at: () => '/criminal-readings' },
  networks: { who: 'rafiq', at: () => '/networks' },
  'beginning a network': { who: 'rafiq', at: () => '/networks', first: press('network.begin') },
  'laying down law': { who: 'dilip', at: () => '/laws/editions' },
  'drafting a law': { who: 'dilip', at: () => '/laws/draft/BD_PSHTA-2012_2012', long: true },
  'the people of an organisation': { who: 'kamal', at: () => '/administration' },
  'letting somebody in': { who: 'kamal', at: () => '/administration', first: press('admin.account-add') },
  'working days': {
    who: 'kamal',
    at: () => '/administration',
    first: async ({ page }) => page.getByText(say('admin.calendars'), { exact: true }).click(),
  },
  'the recovery key': {
    who: 'kamal',
    at: () => '/administration',
    first: async ({ page }) => page.getByText(say('recovery-key.title'), { exact: true }).click(),
  },
  'files in and out': { who: 'asha', at: () => '/exchange' },
  'cases to another system': {
    who: 'asha',
    at: () => '/bridges/platform',
    async first({ page }) {
      const office = page.locator('main [name=office]').first()
      await office.waitFor({ state: 'attached' })
      if ((await office.evaluate((field) => field.tagName)) === 'SELECT')
        await office.selectOption({ index: 1 })
      else await office.check({ force: true })
      await page.getByRole('heading', { name: say('bridge.forbidden') }).waitFor()
    },
  },
  'how cases are told to another system': { who: 'kamal', at: () => '/bridges/platform' },
  settings: { who: 'asha', at: () => '/settings' },
  'the data dictionary': { who: 'asha', at: () => '/dictionary', long: true },
  'who sees what': { who: 'asha', at: () => '/rules', long: true },
  'rules and deadlines, as laid down': { who: 'asha', at: () => '/rules/laid-down' },
  'rules and deadlines, as a form': { who: 'kamal', at: () => '/rules/laid-down' },
  'the numbers to call, as a form': {
    who: 'kamal',
    at: () => '/rules/laid-down',
    first: async ({ page }) => {
      await page.locator('select[name=kind]').selectOption({ value: 'tipRules' })
      await page.locator('input[name=number-0]').waitFor()
    },
  },
  'what one was told': { who: 'farida', at: () => '/notices' },
  'an address that is none': { who: 'asha', at: () => '/no/such/place' },
  'a case that is not there': { who: 'salma', at: () => file },
  'signing in': { who: null, at: () => '/' },
  'a survivor’s own page': { who: null, at: () => '/own' },
  'what she is told before she has one': {
    who: 'asha',
    at: () => unopened,
    first: press('window.give'),
  },
  'what the police see': { who: 'rafiq', at: () => file },
}

/** The screens of this run: all in the long campaign, else every third one, by the seed; the journeys walk theirs always. */
const looked = Object.entries(screens)
  .map(([name, screen], turn) => [name, turn, screen] as const)
  .filter(([, turn]) => deep || (seed + turn) % 3 === 0)

/**
 * The sizes at which a screen is looked at in a language, and whether by night: all in the long campaign, else one
 * for each language, in turn by the seed.
 */
function looksOf(turn: number, language: Language, long: boolean) {
  if (long) return { sizes: [phone], night: false }
  if (deep) return { sizes: [phone, desk], night: language === 'bn' }
  const by = (seed + turn) / 3
  const first = by % 2 === (language === 'bn' ? 0 : 1)
  return { sizes: [first ? phone : desk], night: language === 'bn' && by % 4 === 3 }
}

/** How far a page goes beyond its window, to the side. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

async function expectNoBarriers(page: Page, turn: number, language: Language, long: boolean): Promise<void> {
  const { sizes, night } = looksOf(turn, language, long)
  for (const size of sizes) {
    await page.setViewportSize(size)
    // What is scrolled under the bar can be scrolled out again.
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await barriersOn(page), `${language}, ${size.width} px`).toEqual([])
  }
  if (!night) return
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriersOn(page), `${language}, at night`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The other language, on the page as it is: by the keyboard inside, by a choice at the door. */
async function switchLanguage({ page }: Visitor, from: Language, signedIn: boolean): Promise<void> {
  const { say } = speak(from)
  if (signedIn) {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox', { name: say('palette.what') }).fill(say('palette.language'))
    await page.keyboard.press('Enter')
  } else {
    await page.getByText(from === 'bn' ? 'English' : 'বাংলা', { exact: true }).click()
  }
  await expect.poll(() => page.locator('html').getAttribute('lang')).not.toBe(from)
}

/** What the same page says in English, without having been fetched anew. */
async function expectEnglishToo(
  visitor: Visitor,
  turn: number,
  { who, long = false }: Screen,
): Promise<void> {
  const { page } = visitor
  const address = page.url()
  const heading = await page.locator('main h1').innerText()
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  await switchLanguage(visitor, 'bn', who !== null)
  await settled(page, 'en')
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => Object.hasOwn(window, 'stayed'))).toBe(true)
  if (/\p{Script=Bengali}/u.test(heading)) expect(await page.locator('main h1').innerText()).not.toBe(heading)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sideways(page), 'in English').toBeLessThanOrEqual(0)
  await expectNoBarriers(page, turn, 'en', long)
  await switchLanguage(visitor, 'en', who !== null)
}

describe.each(looked)('%s', (_, turn, screen) => {
  test('keeps nobody out, on a phone or at a desk, in Bangla or English, by day or by night', async () => {
    const { who, at, first, long = false } = screen
    const visitor = await visitorAs(who)
    const { page } = visitor
    await page.setViewportSize(desk)
    await page.goto(at())
    await settled(page, 'bn')
    await first?.(visitor)
    for (const width of narrow) {
      await page.setViewportSize({ width, height: 640 })
      expect(await sideways(page), `${width} px`).toBeLessThanOrEqual(0)
    }
    await expectNoBarriers(page, turn, 'bn', long)
    if ((await page.getByRole('dialog').count()) === 0) await expectEnglishToo(visitor, turn, screen)
  })
})

describe('how somebody likes the screen', () => {
  test('Bangla digits hold at once and on every screen', async () => {
    const asha = await visitorAs('asha')
    const { page } = asha
    await page.goto('/')
    const day = page
      .locator('main')
      .getByText(/(সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র|শনি|রবি|[0-9০-৯])/)
      .first()
    await expect.poll(() => day.innerText()).toMatch(/[0-9]/)
    await page.goto('/settings')
    await handOf(asha).choose(say('settings.digits'), say('settings.digits.own'))
    await handOf(asha).tap(page.getByRole('link', { name: say('bar.my-day') }).first())
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    const words = (await page.locator('main').innerText()).replaceAll(/[A-Z0-9]{3}-[A-Z0-9]{3}/g, '')
    expect(words).toMatch(/[০-৯]/)
    expect(words).not.toMatch(/[0-9]/)
  })

  test('the dark scheme holds whatever the device says, and after coming back', async () => {
    const asha = await visitorAs('asha')
    const { page } = asha
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await page.goto('/settings')
    await page.locator('main h1').waitFor()
    const light = await ground()
    await handOf(asha).choose(say('settings.scheme'), say('settings.scheme.dark'))
    await expect.poll(ground).not.toBe(light)
    const dark = await ground()
    await page.reload()
    await page.locator('main h1').waitFor()
    expect(await ground()).toBe(dark)
    expect(await barriersOn(page)).toEqual([])
  })
})
