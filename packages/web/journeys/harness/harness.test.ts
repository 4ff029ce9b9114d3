import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './barriers.ts'
import { launchBrowser, newDesktop, newPhone } from './browser.ts'
import { complaintsAbout } from './complaints.ts'

const good = '<main><h1>সেতু</h1><p>আজকের কাজ</p></main>'
const bad = '<main><h1>সেতু</h1><img src="/none.png"><script>broken</script></main>'
const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

let server: Server
let browser: Browser
let baseURL = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = request.url === '/bad' ? bad : good
    const head = '<meta name="viewport" content="width=device-width"><title>সেতু</title>'
    const page = `<!doctype html><html lang="bn"><head>${head}</head><body>${body}</body></html>`
    const status = request.url === '/none.png' ? 503 : 200
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  baseURL = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

describe('a visitor', () => {
  test('with a phone has a narrow screen and asks for Bangla', async () => {
    const page = await visit(newPhone, '/')
    expect(page.viewportSize()).toEqual({ width: 360, height: 740 })
    expect(await page.evaluate(() => [window.innerWidth, navigator.language])).toEqual([360, 'bn-BD'])
  })

  test('at a desk has a wide one', async () => {
    const page = await visit(newDesktop, '/')
    expect(page.viewportSize()?.width).toBe(1280)
  })

  test('meets no barrier on a page in order', async () => {
    const page = await visit(newPhone, '/')
    expect(await barriersOn(page)).toEqual([])
  })

  test('meets a barrier where a picture has no words, under the strictest policy too', async () => {
    const page = await visit(newPhone, '/bad')
    expect((await barriersOn(page)).join('\n')).toContain('image-alt')
  })

  test('is told of broken rules and failed answers', async () => {
    const page = await newPhone(browser, { baseURL })
    const complaints = complaintsAbout(page)
    await page.goto('/bad')
    expect(complaints.join('\n')).toContain('Content Security Policy')
    expect(complaints).toContain('503 /none.png')
  })
})

async function visit(open: typeof newPhone, path: string): Promise<Page> {
  const page = await open(browser, { baseURL })
  await page.goto(path)
  return page
}
