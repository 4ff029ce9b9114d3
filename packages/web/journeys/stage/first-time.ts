import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { barriersOn } from '../harness/barriers.ts'
import { signIn, type Visitor } from './visitor.ts'
import { speak } from './words.ts'

/** What somebody comes in with from their second time on. */
export interface Proofs {
  /** What their app shows so many half minutes from now. */
  code(halfMinutesOn?: number): string
  readonly recovery: readonly string[]
}

/** Reads the secret off the screen, as an app reads the picture. */
export async function secretOn({ page }: Visitor): Promise<TOTP> {
  const letters = await page.locator('[data-secret]').innerText()
  return new TOTP({ secret: Secret.fromBase32(letters.replaceAll(/\s/g, '')) })
}

/** Goes through the pages of a first sign-in, from the picture on: the app's first code, the codes for paper. */
async function enrol(visitor: Visitor): Promise<Proofs> {
  const { page, language } = visitor
  const { say } = speak(language)
  await page.getByRole('heading', { name: say('enrol.title'), level: 1 }).waitFor()
  const totp = await secretOn(visitor)
  expect(await barriersOn(page)).toEqual([])
  await page.getByLabel(say('enrol.code'), { exact: true }).fill(totp.generate())
  await page.getByRole('button', { name: say('factor.go-on') }).click()
  await page.getByRole('heading', { name: say('recovery.title'), level: 1 }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  const recovery = await page.locator('[data-codes] li').allInnerTexts()
  expect(recovery).toHaveLength(10)
  await page.getByRole('button', { name: say('recovery.kept') }).click()
  const code = (halfMinutesOn = 0) => totp.generate({ timestamp: Date.now() + halfMinutesOn * 30_000 })
  return { code, recovery }
}

/** Signs in for the first time, with a password of one's own in the place of one that somebody gave. */
export async function signInFirst(
  visitor: Visitor,
  name: string,
  password: string,
  own?: string,
): Promise<Proofs> {
  const { page, language } = visitor
  const { say } = speak(language)
  await signIn(visitor, name, password)
  if (own !== undefined) {
    await page.getByRole('heading', { name: say('own-password.title'), level: 1 }).waitFor()
    await page.getByLabel(say('password.next'), { exact: true }).fill(own)
    await page.getByRole('button', { name: say('own-password.keep') }).click()
  }
  return enrol(visitor)
}

/** Signs in with a password and a code. */
export async function signInAgain(
  visitor: Visitor,
  name: string,
  password: string,
  code: string,
): Promise<void> {
  const { page, language } = visitor
  const { say } = speak(language)
  await signIn(visitor, name, password)
  await page.getByLabel(say('factor.code'), { exact: true }).fill(code)
  await page.getByRole('button', { name: say('factor.go-on') }).click()
}
