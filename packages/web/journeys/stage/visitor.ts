import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { newDesktop, newPhone } from '../harness/browser.ts'
import { complaintsAbout } from '../harness/complaints.ts'
import type { Stage } from './stage.ts'
import { type Language, speak } from './words.ts'

/** Somebody at a device of their own, with what their browser holds against us. */
export interface Visitor {
  readonly page: Page
  readonly language: Language
  readonly phone: boolean
  /** Errors, broken rules, answers that a browser might keep, and whoever else was asked for something. */
  readonly complaints: readonly string[]
  /** What this browser is meant to run into, and is no complaint. */
  expects(complaint: RegExp): void
}

/** On which device, and in which language, somebody comes. */
export interface Coming {
  readonly on?: 'phone' | 'desk'
  readonly language?: Language
  /** Scripts are off in this browser. */
  readonly plain?: boolean
}

/** Opens a browser at the stage with nobody signed in. */
export async function visit(
  browser: Browser,
  { origin }: Pick<Stage, 'origin'>,
  { on = 'phone', language = 'bn', plain = false }: Coming = {},
): Promise<Visitor> {
  const page = await (on === 'phone' ? newPhone : newDesktop)(browser, {
    baseURL: origin,
    language,
    plain,
  })
  page.setDefaultTimeout(45_000)
  const complaints = complaintsAbout(page)
  const more: string[] = []
  const expected: RegExp[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) more.push(`asked ${url.host}`)
  })
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const kept = response.headers()['cache-control'] ?? ''
    if (pathname.startsWith('/api/') && kept !== 'no-store') more.push(`${pathname} may be kept: ${kept}`)
  })
  return {
    page,
    language,
    phone: on === 'phone',
    get complaints() {
      return [...complaints, ...more].filter((complaint) => !expected.some((one) => one.test(complaint)))
    },
    expects: (complaint) => void expected.push(complaint),
  }
}

/** Lets a visitor in by an entry link, to their first page. */
export async function comeIn(visitor: Visitor, entry: string): Promise<Visitor> {
  await visitor.page.goto(entry)
  await visitor.page.locator('main h1').waitFor()
  return visitor
}

/** Types a name and a password at the door. */
export async function signIn({ page, language }: Visitor, name: string, password: string): Promise<void> {
  const { say } = speak(language)
  await page.getByLabel(say('sign-in.name'), { exact: true }).fill(name)
  await page.getByLabel(say('sign-in.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('sign-in.sign-in') }).click()
}

interface Answer {
  readonly status: number
  readonly text: string
}

/** Asks the node as this person's own page would, past all screens. */
export async function ask(
  { page }: Visitor,
  method: 'GET' | 'POST',
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const response = await page.request.fetch(`/api${path}`, {
    method,
    headers: { 'x-setu': '1' },
    ...(body === undefined ? {} : { data: { command: crypto.randomUUID(), ...body } }),
  })
  return { status: response.status(), text: await response.text() }
}

/** Waits until the screen has said in passing that something was done. */
export async function expectTold({ page }: Visitor, words: string | RegExp): Promise<void> {
  await page.getByRole('status').getByText(words).first().waitFor()
}

/** A page with its heading, and nothing on it that is still on its way. */
export async function settled(page: Page, language: Language): Promise<void> {
  await page.locator('main h1').waitFor()
  const loading = page.getByText(speak(language).say('shell.loading'), { exact: true })
  await expect.poll(() => loading.count()).toBe(0)
}
