import type { Page } from 'playwright-core'

/** Collects what a browser holds against a page from now on: errors, broken rules of the policy, answers of 500 and above. */
export function complaintsAbout(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const expected = /Failed to load resource: the server responded with a status of 4/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${new URL(response.url()).pathname}`)
  })
  return complaints
}
