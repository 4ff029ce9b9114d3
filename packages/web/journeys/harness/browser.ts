import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { rememberTyped } from './typed-words.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where a visit begins, and in which language the visitor's browser asks for pages. */
export interface Visit {
  readonly baseURL: string
  readonly language?: 'bn' | 'en'
  /** Scripts are off in this browser. */
  readonly plain?: boolean
}

/** The browser that the tests were given. Close it when the journeys of a file are over. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['SETU_CHROMIUM']
  if (!executablePath) throw new Error('SETU_CHROMIUM names no browser; `npm test` sets it')
  return chromium.launch({ executablePath, args: flags, headless: true })
}

/** A browser that keeps what it keeps in a folder, as people's own do. Close it before looking there. */
export async function openProfile(
  folder: string,
  { baseURL, language = 'bn' }: Visit,
): Promise<BrowserContext> {
  const executablePath = process.env['SETU_CHROMIUM']
  if (!executablePath) throw new Error('SETU_CHROMIUM names no browser; `npm test` sets it')
  const locale = language === 'bn' ? 'bn-BD' : 'en-GB'
  const desk = { width: 1280, height: 800 }
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: flags,
    headless: true,
    baseURL,
    locale,
    viewport: desk,
  })
  rememberTyped(context)
  return context
}

/** A visitor with a cheap phone, 360 points wide. Every visitor has cookies and storage of their own. */
export async function newPhone(browser: Browser, visit: Visit): Promise<Page> {
  return open(browser, visit, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
}

/** A visitor at a desk, 1280 points wide. */
export async function newDesktop(browser: Browser, visit: Visit): Promise<Page> {
  return open(browser, visit, { viewport: { width: 1280, height: 800 } })
}

async function open(
  browser: Browser,
  { baseURL, language = 'bn', plain = false }: Visit,
  device: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({
    ...device,
    baseURL,
    locale: language === 'bn' ? 'bn-BD' : 'en-GB',
    timezoneId: 'Asia/Dhaka',
    reducedMotion: 'reduce',
    javaScriptEnabled: !plain,
  })
  rememberTyped(context)
  return context.newPage()
}
