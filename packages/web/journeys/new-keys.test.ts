import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { inTurn } from './harness/turns.ts'
import { type Proofs, signInFirst } from './stage/first-time.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, settled, signIn, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const passwordOf = (name: string) => `${name} walks by the river`
const given = 'nine herons by a pond'
/** Where the pages are drawn for somebody who wants to look at them. */
const folder = process.env['SETU_SHOTS']

async function draw({ page, language, phone }: Visitor, name: string): Promise<void> {
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}-${phone ? 360 : 1280}-${language}.png`)
  await page.screenshot({ path, fullPage: true })
}

describe.each(
  inTurn([
    ['bn', 'phone'],
    ['en', 'desk'],
  ] as const),
)('keys made anew, in %s on a %s', (language, on) => {
  const { say, saying } = speak(language)
  const play = openPlay()
  let kamal: Visitor
  let asha: Visitor
  let proofs: Proofs
  let shares: string[] = []

  beforeAll(async () => {
    kamal = await play.comeIn('kamal', { on, language })
    asha = await play.visit({ on, language })
  })

  const recovery = async () => {
    await kamal.page.goto('/administration')
    await kamal.page.getByText(say('recovery-key.title'), { exact: true }).click()
    await kamal.page.getByText(say('recovery-key.what')).waitFor()
    await settled(kamal.page, language)
  }

  async function fits({ page }: Visitor): Promise<void> {
    expect(await barriersOn(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(width).toBeLessThanOrEqual(0)
  }

  test('an administrator hands out three shares of a recovery key, which are shown once', async () => {
    const hand = handOf(kamal)
    await recovery()
    await kamal.page.getByText(say('recovery-key.missing')).waitFor()
    await draw(kamal, 'recovery-missing')
    await hand.press(say('recovery-key.make'))
    await fits(kamal)
    for (const [at, holder] of ['Salma Khatun, board', 'Advocate Rahman', 'Bank, locker 12'].entries())
      await hand.write(say('recovery-key.holder', { number: String(at + 1) }), holder)
    await draw(kamal, 'recovery-make')
    await hand.press(say('recovery-key.make-now'))
    await kamal.page.getByText(say('recovery-key.shown-once')).waitFor()
    const sheets = kamal.page.locator('[data-share]')
    expect(await sheets.count()).toBe(3)
    await fits(kamal)
    await draw(kamal, 'recovery-sheets')
    shares = await Promise.all(
      [0, 1, 2].map(async (at) => (await sheets.nth(at).locator('ol li').allInnerTexts()).join('\n')),
    )
    const saved = kamal.page.waitForEvent('download')
    await hand.tap(kamal.page.getByRole('button', { name: say('recovery-key.save', { number: '2' }) }))
    expect((await saved).suggestedFilename()).toBe('setu-2.txt')
    await hand.tap(kamal.page.getByLabel(say('recovery-key.handed-out')))
    await hand.press(say('recovery-key.done'))
    await kamal.page.getByText(say('recovery-key.units')).waitFor()
    expect(await kamal.page.locator('main').innerText()).not.toContain(shares[0]?.split('\n')[0])
    await fits(kamal)
  })

  test('a caseworker renews her own key and that of her team, and reads on', async () => {
    const hand = handOf(asha)
    await asha.page.goto('/')
    proofs = await signInFirst(asha, 'asha', passwordOf('asha'))
    await asha.page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    await asha.page.goto('/settings')
    await asha.page.getByText(say('unit-key.title')).waitFor()
    await fits(asha)
    await draw(asha, 'settings-keys')
    await hand.press(say('unit-key.renew'))
    await asha.page.getByText(say('unit-key.renew-why')).waitFor()
    await fits(asha)
    await draw(asha, 'unit-key-renew')
    await hand.press(say('unit-key.renew'))
    await expectTold(asha, saying('unit-key.renewed'))
    const own = asha.page.locator('form', { hasText: say('own-key.what') })
    await own.getByLabel(say('password.now'), { exact: true }).fill(passwordOf('asha'))
    await hand.tap(own.getByRole('button', { name: say('own-key.renew') }))
    await expectTold(asha, say('own-key.renewed'))
    await recovery()
    await kamal.page.getByText(say('recovery-key.unit-covered')).first().waitFor()
    await draw(kamal, 'recovery-covered')
  })

  test('and on the day on which nobody can open it, two shares let one of them in again', async () => {
    const accounts = JSON.parse((await ask(kamal, 'GET', '/admin/accounts')).text) as {
      items: { id: string; signInName: string; version: number; units: { id: string }[] }[]
    }
    const named = (name: string) => accounts.items.find(({ signInName }) => signInName === name)
    const [unit] = named('asha')?.units ?? []
    for (const { id, signInName, version, units } of accounts.items) {
      if (signInName === 'kamal' || !units.some((one) => one.id === unit?.id)) continue
      const change = signInName === 'asha' ? { password: given } : { disabled: true }
      expect((await ask(kamal, 'POST', `/admin/accounts/${id}`, { base: version, ...change })).status).toBe(
        200,
      )
    }
    const again = await play.visit({ on, language })
    await again.page.goto('/')
    await signIn(again, 'asha', given)
    await again.page.getByLabel(say('factor.code'), { exact: true }).fill(proofs.recovery[0] ?? '')
    await again.page.getByRole('button', { name: say('factor.go-on') }).click()
    await again.page.getByLabel(say('password.next'), { exact: true }).fill('a lantern on the jetty')
    await again.page.getByRole('button', { name: say('own-password.keep') }).click()
    await again.page.getByText(say('keys.you-wait')).waitFor()

    const hand = handOf(kamal)
    await recovery()
    await kamal.page.getByText(say('recovery-key.lost')).waitFor()
    await draw(kamal, 'recovery-lost')
    await hand.press(say('recovery-key.use'))
    const [one = '', , three = ''] = shares
    const slip = one.replace(/^./, (letter) => (letter === '7' ? '8' : '7'))
    await hand.write(say('recovery-key.one-share'), slip)
    await hand.write(say('recovery-key.other-share'), three)
    await kamal.page
      .getByRole('dialog')
      .getByText(/Asha|আশা/)
      .first()
      .click()
    await hand.press(say('recovery-key.open'))
    await kamal.page.getByText(say('recovery-key.slip-mistyped', { share: '1', row: '1' })).waitFor()
    await fits(kamal)
    await draw(kamal, 'recovery-use')
    await hand.write(say('recovery-key.one-share'), one)
    await hand.press(say('recovery-key.open'))
    await expectTold(kamal, say('recovery-key.used'))
    await kamal.page.getByText(say('recovery-key.spent')).waitFor()
    await again.page.goto('/notices')
    await again.page.getByText(say('told.key-recovered')).waitFor()
    await again.page.goto('/settings')
    await again.page.getByText(say('unit-key.due-recovered')).waitFor()
    await draw(again, 'settings-due')
  })
})
