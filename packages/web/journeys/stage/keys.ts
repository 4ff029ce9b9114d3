import type { Locator, Page } from 'playwright-core'

const mostPresses = 200

/** Goes from field to field, as somebody without a mouse must, until this one has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < mostPresses; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('a place that the keyboard does not reach')
}

/** Goes there and presses it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes to the device's own list and takes the entry that begins with these words. */
export async function typeInto(page: Page, list: Locator, words: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.type(words)
}

/** What can be pressed or filled on a page, as far as the keyboard has to reach it: of a group of radios one. */
const controls = `main :is(a[href], button, input, select, textarea, summary):not([type="hidden"], [tabindex="-1"])`

/**
 * Walks over a page by Tab alone from its top to its end, and answers what of it was never reached, or was reached
 * without being seen to be.
 */
export async function unreached(page: Page): Promise<string[]> {
  const count = await page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
      (one) => !one.matches(':disabled') && one.checkVisibility() && one.getClientRects().length > 0,
    )
    for (const [at, one] of all.entries()) {
      const group = one instanceof HTMLInputElement && one.type === 'radio' ? `radio ${one.name}` : String(at)
      one.dataset['walk'] = group
    }
    document.getElementById('main')?.focus()
    return all.length
  }, controls)
  // A day takes several presses: its parts, and the calendar behind it.
  for (let press = 0, left = count; left > 0 && press < count + 30; press++) {
    await page.keyboard.press('Tab')
    left = await page.evaluate(() => {
      const now = document.activeElement
      const unseen = () => document.querySelectorAll('[data-walk]:not([data-reached])').length
      if (!(now instanceof HTMLElement)) return unseen()
      const shown = getComputedStyle(now)
      const plain = now.matches('a, button, summary')
      if (plain && shown.outlineStyle === 'none' && shown.boxShadow === 'none') return unseen()
      for (const one of document.querySelectorAll<HTMLElement>(`[data-walk="${now.dataset['walk'] ?? ''}"]`))
        one.dataset['reached'] = ''
      return unseen()
    })
  }
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-walk]:not([data-reached])')].map((one) =>
      `${one.tagName} ${one.getAttribute('aria-label') ?? one.innerText ?? ''} ${one.id}`.trim(),
    ),
  )
}
