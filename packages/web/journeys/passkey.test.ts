import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { inTurn } from './harness/turns.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, signIn, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const shots = process.env['SETU_SHOTS']

/** A device with a lock of its own that its owner opens at once, as far as the browser can tell. */
async function giveLock({ page }: Visitor) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const add = (transport: 'internal' | 'usb') =>
    devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  const { authenticatorId } = await add('internal')
  return {
    plugInKey: () => add('usb'),
    /** Whether whoever holds the device opens its lock when they are asked. */
    opens: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  await mkdir(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

describe('a passkey', () => {
  const play = openPlay({ passkeys: true })

  test.each(
    inTurn([
      ['bn', 'asha'],
      ['en', 'bina'],
    ] as const),
  )('in %s: is the second proof from the first sign-in on', async (language, who) => {
    const { say } = speak(language)
    const visitor = await play.visit({ language })
    const { page } = visitor
    const lock = await giveLock(visitor)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const password = `${who} walks by the river`

    await page.goto('/')
    await signIn(visitor, who, password)
    await page.getByRole('heading', { name: say('enrol.title'), level: 1 }).waitFor()
    await page.getByRole('button', { name: say('passkey.make') }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await shoot(page, `enrol-passkey-${language}`)
    await press(say('passkey.make'))
    await page.getByRole('heading', { name: say('recovery.title'), level: 1 }).waitFor()
    await press(say('recovery.kept'))
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()

    await page.context().clearCookies()
    await page.goto('/')
    await signIn(visitor, who, password)
    await page.getByRole('button', { name: say('passkey.use') }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await shoot(page, `use-passkey-${language}`)
    await lock.opens(false)
    await press(say('passkey.use'))
    await page.getByRole('alert').getByText(say('refusal.passkey.next')).waitFor()
    expect((await ask(visitor, 'GET', '/session')).status).toBe(401)
    await lock.opens(true)
    await press(say('passkey.use'))
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()

    await play.later()
    await page.goto('/exchange')
    const files: string[] = []
    page.on('download', (file) => files.push(file.suggestedFilename()))
    await page.getByText(say('exchange.as-csv')).click()
    const proof = page.getByRole('dialog', { name: say('step-up.title') })
    await proof.getByRole('button', { name: say('passkey.use') }).waitFor()
    await shoot(page, `step-up-passkey-${language}`)
    await press(say('passkey.use'))
    await expect.poll(() => files).toEqual([expect.stringContaining('.csv')])

    await page.goto('/settings')
    const list = page.getByRole('list', { name: say('passkey.list') })
    await list.getByText(say('passkey.last')).waitFor()
    await press(say('passkey.add'))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('passkey.use') })
      .click()
    const name = page.getByRole('dialog').getByLabel(say('passkey.name'), { exact: true })
    await name.waitFor()
    await lock.plugInKey()
    await name.fill('A key on my ring')
    expect(await barriersOn(page)).toEqual([])
    await press(say('passkey.make'))
    const added = list.getByRole('listitem').filter({ hasText: 'A key on my ring' })
    await added.waitFor()
    expect(await barriersOn(page)).toEqual([])
    await shoot(page, `settings-passkeys-${language}`)
    await added.getByRole('button', { name: say('passkey.remove') }).click()
    await expectTold(visitor, say('passkey.removed', { name: 'A key on my ring' }))
    await added.waitFor({ state: 'detached' })
  })
})
