import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { inTurn } from './harness/turns.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say } = speak('bn')
const everydayPage = /\/weather\.html$/

const play = openPlay({ past: true })
let file = ''
let caseCode = ''
const taken: number[] = []

beforeAll(async () => {
  const { page } = await play.comeIn('asha')
  const link = page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
  file = (await link.getAttribute('href')) ?? ''
  caseCode = await link.innerText()
  await page.context().close()
})

afterAll(() => {
  process.stdout.write(`\nleaving: ${taken.length} times, at most ${Math.max(0, ...taken)} ms\n`)
})

const ways = {
  'the button': ({ page }: Visitor) => page.getByRole('button', { name: say('leave.now') }).tap(),
  'Esc three times': ({ page }: Visitor) => pressThrice(page, 'Escape'),
  'Shift three times': ({ page }: Visitor) => pressThrice(page, 'Shift'),
}

const screens = {
  'signing in': async () => {
    const visitor = await play.visit()
    await visitor.page.goto('/')
    await visitor.page.getByRole('heading', { name: say('sign-in.title') }).waitFor()
    return visitor
  },
  'my day': () => play.comeIn('asha'),
  'a case': async () => {
    const asha = await play.comeIn('asha')
    const hand = handOf(asha)
    await hand.tap(asha.page.getByRole('link', { name: caseCode }).first())
    await hand.press(say('show.identity'))
    await hand.press(say('show.open'))
    await asha.page.getByRole('button', { name: say('show.hide') }).waitFor()
    return asha
  },
  'the consent sheet': async () => {
    const asha = await play.comeIn('asha')
    const hand = handOf(asha)
    await hand.tap(asha.page.getByRole('link', { name: caseCode }).first())
    await hand.tap(asha.page.getByRole('link', { name: say('case.ask-consent') }))
    await hand.press(say('consent.begin'))
    await asha.page.getByRole('button', { name: say('consent.not-now') }).waitFor()
    return asha
  },
}

/** Without a network from now on; the everyday page has had its moment to arrive. */
async function loseNetwork(visitor: Visitor): Promise<void> {
  const files = ['/weather.html', '/weather.css', '/weather.svg']
  await expect.poll(() => keptAnswers(visitor, files)).toEqual(files)
  visitor.expects(/ERR_INTERNET_DISCONNECTED/)
  await visitor.page.context().setOffline(true)
}

/** Three presses, and the third is the moment from which somebody counts. */
async function pressThrice(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.keyboard.press(key)
  await page.keyboard.press(key)
}

async function leaveBy(visitor: Visitor, way: keyof typeof ways): Promise<void> {
  const { page } = visitor
  const began = performance.now()
  await Promise.all([page.waitForURL(everydayPage, { waitUntil: 'commit' }), ways[way](visitor)])
  taken.push(Math.round(performance.now() - began))
  await page.getByRole('heading', { name: 'ঢাকার স্বাভাবিক আবহাওয়া' }).waitFor()
}

/** Where the browser has been in this tab, as its own history tells whoever picks it up. */
async function pathOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  return entries.map(({ url, title }) => `${url} ${title}`)
}

/** Answers of the node that the browser still has, though nobody is signed in any more. */
async function keptAnswers({ page, expects }: Visitor, paths: readonly string[]): Promise<string[]> {
  expects(/ERR_CACHE_MISS/)
  return page.evaluate(async (asked) => {
    const kept = await Promise.all(
      asked.map(async (path) => {
        const answer = await fetch(path, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null)
        return answer?.ok === true ? path : null
      }),
    )
    const workers = await navigator.serviceWorker.getRegistrations()
    return [...kept.filter((path) => path !== null), ...(await caches.keys()), ...workers.map(String)]
  }, paths)
}

const fromTurn = (Object.keys(screens) as (keyof typeof screens)[]).map((from, turn) => [from, turn] as const)

describe.each(fromTurn)('leaving in a hurry, from %s', (from, turn) => {
  test.each(inTurn(Object.keys(ways) as (keyof typeof ways)[], turn))('by %s', async (way) => {
    const visitor = await screens[from]()
    const { page } = visitor
    expect(await page.title()).toBe(say('shell.tab'))
    await loseNetwork(visitor)
    await leaveBy(visitor, way)
    await page.context().setOffline(false)

    expect(await page.title()).toContain('Weather')
    expect(await page.locator('body').innerText()).not.toMatch(/setu|সেতু|case|কেস/i)
    const path = (await pathOf(page)).join('\n')
    expect(path).toContain('weather')
    expect(path).not.toMatch(/cases|consent|sign-in|সেতু|setu/i)
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })
})

/** Every other screen of somebody who works on cases, by where it is. */
const addresses: Readonly<Record<string, () => string>> = {
  cases: () => '/cases',
  'a new case': () => '/cases/new',
  'who looked': () => `${file}/trail`,
  'a record': () => `${file}/record/caseFacts`,
  'a referral form': () => `${file}/refer`,
  referrals: () => '/referrals',
  directory: () => '/directory',
  emergencies: () => '/emergency',
  incidents: () => '/incidents',
  complaints: () => '/complaints',
  files: () => '/exchange',
  notices: () => '/notices',
  rules: () => '/rules',
  settings: () => '/settings',
  'nothing here': () => '/no/such/place',
}

const byTurn = Object.entries(addresses).map(([name, address], turn) => [name, turn, address] as const)

describe.each(byTurn)('CL-03: from %s', (_, turn, address) => {
  test.each(inTurn(['the button', 'Shift three times'] as const, turn))(
    'by %s nothing is left, and Back does not return',
    async (way) => {
      const asha = await play.comeIn('asha')
      const { page } = asha
      await page.goto(address())
      await page.locator('main h1').waitFor()
      await leaveBy(asha, way)
      expect((await pathOf(page)).join('\n')).not.toMatch(/cases|complaint|incident|referral|সেতু|setu/i)
      await expect.poll(async () => (await ask(asha, 'GET', '/session')).status).toBe(401)
      await page.goBack()
      expect(await page.getByText(caseCode).count()).toBe(0)
      expect(await page.getByRole('link', { name: say('bar.directory') }).count()).toBe(0)
      await page.context().close()
    },
  )
})

describe('after leaving in a hurry', () => {
  test('the session is over, and nothing that the node said is kept', async () => {
    const asha = await screens['a case']()
    await leaveBy(asha, 'Esc three times')
    await expect.poll(async () => (await ask(asha, 'GET', '/session')).status).toBe(401)
    const paths = ['/api/session', '/api/my-day', `/api${file}`]
    expect(await keptAnswers(asha, paths)).toEqual([])
    await asha.page.goto(file)
    await asha.page.getByRole('heading', { name: say('sign-in.title') }).waitFor()
    expect(await asha.page.getByText(caseCode).count()).toBe(0)
  })

  test('a session that could not be ended on the way is ended at the next visit', async () => {
    const asha = await screens['a case']()
    await loseNetwork(asha)
    await leaveBy(asha, 'Esc three times')
    await asha.page.context().setOffline(false)
    await asha.page.goto(file)
    await asha.page.getByRole('heading', { name: say('sign-in.title') }).waitFor()
    expect((await ask(asha, 'GET', '/session')).status).toBe(401)
  })

  test('every other tab has left too', async () => {
    const asha = await screens['my day']()
    const other = await asha.page.context().newPage()
    await other.goto('/cases')
    await other.getByRole('heading', { name: say('cases.title'), level: 1 }).waitFor()
    await leaveBy(asha, 'the button')
    await other.waitForURL(everydayPage)
    expect(await other.title()).toContain('Weather')
  })

  test('nobody is kept out of the everyday page either', async () => {
    const visitor = await screens['signing in']()
    await leaveBy(visitor, 'the button')
    expect(await barriersOn(visitor.page)).toEqual([])
  })
})

describe('after signing out', () => {
  test('the way back shows nothing, and nothing that the node said is kept', async () => {
    const asha = await screens['a case']()
    const { page } = asha
    const hand = handOf(asha)
    await hand.press(say('bar.more'))
    await hand.press(say('bar.settings'))
    await hand.press(say('shell.sign-out'))
    await page.getByRole('heading', { name: say('sign-in.title') }).waitFor()
    expect(await keptAnswers(asha, ['/api/session', '/api/my-day', `/api${file}`])).toEqual([])
    await page.goBack()
    expect(await page.getByText(caseCode).count()).toBe(0)
    expect((await ask(asha, 'GET', file)).status).toBe(401)
  })
})

describe('a stranger who looks at the device', () => {
  test('finds nothing about the work in the tab, its address or what the device keeps', async () => {
    const { page } = await screens['a case']()
    expect(await page.title()).toBe(say('shell.tab'))
    expect(page.url()).not.toContain(caseCode)
    const kept = await page.evaluate(async () => [
      ...Object.entries(localStorage),
      ...Object.entries(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => [name]),
      document.cookie,
    ])
    expect(JSON.stringify(kept)).not.toMatch(/setu|case|survivor|traffick|[0-9a-f]{8}-[0-9a-f]{4}/i)
  })
})
