import { chromium } from 'playwright-core'

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ name: string, seconds: number, sent: number, files: Set<string> }} Visit sent: bytes on the line, fonts included
 */

/** A slow line: 400 kbit/s each way, 400 ms there and back. */
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/**
 * How long until a page can be used by somebody who was never here, on a slow line and a small screen.
 *
 * @param {{ executable: string, origin: string, enter: string }} node
 * @returns {Promise<Visit[]>}
 */
export async function visitSlowly({ executable, origin, enter }) {
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] })
  try {
    return [
      await visit(browser, 'sign-in', `${origin}/`, (page) => page.locator('input[type=password]').click()),
      await visit(browser, 'My day', enter, (page) => page.locator('main h1').first().waitFor()),
    ]
  } finally {
    await browser.close()
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} name
 * @param {string} address
 * @param {(page: Page) => Promise<void>} usable ends once the page can be used
 * @returns {Promise<Visit>}
 */
async function visit(browser, name, address, usable) {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 } })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', line)
  /** @type {Set<string>} */
  const files = new Set()
  let sent = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sent += encodedDataLength
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/assets/')) files.add(pathname.slice(1))
  })
  const begun = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await usable(page)
  const seconds = (performance.now() - begun) / 1000
  await context.close()
  return { name, seconds, sent, files: files.add('index.html') }
}
