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
