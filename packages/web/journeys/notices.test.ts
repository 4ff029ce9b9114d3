import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say } = speak('bn')
const endpoint = 'https://fcm.googleapis.com/fcm/send/one-phone'

/** Stands in for the push service of the browser's maker, which is another house; all else is the browser's own. */
async function standInForPushService(page: Page): Promise<void> {
  await page.addInitScript((address) => {
    const keys = { p256dh: 'BPk', auth: 'c2Vj' }
    const kept = {
      endpoint: address,
      toJSON: () => ({ endpoint: address, keys }),
      unsubscribe: async () => {
        window.sessionStorage.removeItem('told')
        return true
      },
    }
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (window.sessionStorage.getItem('told') === null ? null : kept),
      subscribe: async ({ userVisibleOnly }: { userVisibleOnly: boolean }) => {
        if (!userVisibleOnly) throw new TypeError('a push that shows nothing')
        window.sessionStorage.setItem('told', '1')
        return kept
      },
    })
  }, endpoint)
}

async function channelsOf(visitor: Visitor): Promise<{ devices: { id: string; device: string }[] }> {
  return JSON.parse((await ask(visitor, 'GET', '/notices/channels')).text)
}

describe('notices on a phone', () => {
  const play = openPlay({ past: true })
  let asha: Visitor
  let page: Page
  let hand: ReturnType<typeof handOf>

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    page = asha.page
    hand = handOf(asha)
    await standInForPushService(page)
  })

  test('are not switched on when the person does not allow it, and nothing is kept', async () => {
    await page.goto('/settings')
    await hand.press(say('device.begin'))
    await page.getByText(say('device.forbidden')).waitFor()
    expect((await channelsOf(asha)).devices).toEqual([])
  })

  test('are switched on once the person allows it, and the node knows the device by its name', async () => {
    await page.context().grantPermissions(['notifications'], { origin: play.origin })
    await page.reload()
    await hand.press(say('device.begin'))
    await expectTold(asha, say('device.kept'))
    await page.getByText(say('device.on')).waitFor()
    const { devices } = await channelsOf(asha)
    expect(devices).toHaveLength(1)
    expect(await page.getByRole('list', { name: say('device.list') }).innerText()).toContain(
      devices[0]?.device ?? 'a device',
    )
    expect(JSON.stringify(devices)).not.toContain('fcm.googleapis.com')
  })

  test('say that something waits, in the person’s language, and nothing else', async () => {
    const shown = () =>
      page.evaluate(async () => {
        const here = await navigator.serviceWorker.ready
        const notices = await here.getNotifications()
        return notices.map(({ title, body, lang }) => ({ title, body, lang }))
      })
    // A worker with nothing to do is put to sleep, and a push wakes it: here it is woken by a word from the page.
    const after = async (data: string) => {
      await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.postMessage(null))
      const [worker] = page.context().serviceWorkers()
      await worker?.evaluate((sent) => {
        dispatchEvent(Reflect.construct(Reflect.get(globalThis, 'PushEvent'), ['push', { data: sent }]))
      }, data)
      return shown()
    }
    const told = JSON.stringify({ title: 'Something waits in Setu', lang: 'en' })
    await expect.poll(() => after(told)).toEqual([{ title: 'Something waits in Setu', body: '', lang: 'en' }])
    await expect
      .poll(() => after('not for this program'))
      .toEqual([{ title: 'সেতুতে কিছু অপেক্ষা করছে', body: '', lang: 'bn' }])
  })

  test('end on the device that is taken off the list', async () => {
    await hand.press(say('device.end'))
    await expectTold(asha, say('device.ended'))
    await page.getByRole('button', { name: say('device.begin') }).waitFor()
    expect((await channelsOf(asha)).devices).toEqual([])
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined()
  })

  test('end when somebody leaves in a hurry', async () => {
    await hand.press(say('device.begin'))
    await expectTold(asha, say('device.kept'))
    await page.getByText(say('device.on')).waitFor()
    await hand.press(say('leave.now'))
    await page.waitForURL('**/weather.html')
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined))
      .toBe(true)
  })
})

describe('what somebody was told', () => {
  const play = openPlay({ past: true })

  test('stands on a page of its own, with the way to where it is dealt with', async () => {
    const salma = await play.comeIn('salma')
    const { page } = salma
    await page.goto('/notices')
    await page.getByRole('heading', { level: 1, name: say('bar.notices') }).waitFor()
    const row = page
      .getByRole('listitem')
      .filter({ hasText: say('told.referral-offered') })
      .first()
    await handOf(salma).tap(row.getByRole('link'))
    await page.getByRole('heading', { level: 1, name: say('referrals.title') }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/referrals')
  })

  test('comes by itself to whoever comes back to their day or their inbox', async () => {
    const asha = await play.comeIn('asha')
    const { page } = asha
    const back = () => page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    const answered = async (path: string) => {
      const answer = page.waitForResponse((response) => new URL(response.url()).pathname === path)
      await back()
      return (await answer).status()
    }
    await page.goto('/referrals?box=in')
    await page.getByRole('heading', { level: 1, name: say('referrals.title') }).waitFor()
    expect(await answered('/api/referrals')).toBe(200)
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: say('my-day.title') }).waitFor()
    expect(await answered('/api/my-day')).toBe(200)
  })

  test('does not take away the question that is being answered', async () => {
    const salma = await play.comeIn('salma')
    const { page } = salma
    await page.goto('/referrals')
    const hand = handOf(salma)
    await hand.tap(page.getByRole('button', { name: new RegExp(`^${say('referral.decline')}`) }).first())
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.route('**/api/referrals?*', (route) =>
      route.fulfill({ json: { items: [], next: null }, headers: { 'cache-control': 'no-store' } }),
    )
    const emptied = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/referrals')
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await emptied
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await dialog.isVisible()).toBe(true)
    await hand.press(say('dialog.cancel'))
    await page.getByText(say('referrals.none-in')).waitFor()
  })
})
