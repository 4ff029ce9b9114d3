import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demonstration, startDemonstration } from './demonstration.ts'
import { barriersOn } from './harness/barriers.ts'
import { launchBrowser, newDesktop, newPhone } from './harness/browser.ts'
import { complaintsAbout } from './harness/complaints.ts'

let node: Demonstration
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startDemonstration(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  await node.stop()
})

async function atWork(): Promise<Page> {
  const page = await newDesktop(browser, { baseURL: node.baseURL, language: 'en' })
  await page.goto('about:blank')
  await page.goto(node.enter('Caseworker'))
  await page.getByRole('heading', { name: 'My day' }).waitFor()
  return page
}

const everydayPage = /\/weather\.html$/

describe('leaving in a hurry', () => {
  test.each(['Escape', 'Shift'])('three presses of %s show an everyday page', async (key) => {
    const page = await atWork()
    for (let press = 0; press < 3; press++) await page.keyboard.press(key)
    await page.waitForURL(everydayPage)
    expect(await page.title()).toContain('Weather')
    expect(await page.locator('body').innerText()).not.toMatch(/setu|case|referral/i)
  })

  test('the way back shows nothing of the work', async () => {
    const page = await atWork()
    await page.getByRole('link', { name: 'Cases', exact: true }).click()
    await page.getByRole('heading', { name: 'Cases' }).waitFor()
    await page.getByRole('button', { name: 'Leave now' }).click()
    await page.waitForURL(everydayPage)
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    await page.goForward()
    expect(page.url()).toMatch(everydayPage)
  })

  test('the session is over, and the next visitor is asked to sign in', async () => {
    const page = await atWork()
    await page.getByRole('button', { name: 'Leave now' }).click()
    await page.waitForURL(everydayPage)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  test('every other tab leaves too', async () => {
    const page = await atWork()
    const other = await page.context().newPage()
    await other.goto('/cases')
    await other.getByRole('heading', { name: 'Cases' }).waitFor()
    await page.getByRole('button', { name: 'Leave now' }).click()
    await other.waitForURL(everydayPage)
    expect(other.url()).toMatch(everydayPage)
  })

  test('it is there before anybody has signed in, on a phone, in Bangla', async () => {
    const page = await newPhone(browser, { baseURL: node.baseURL })
    const complaints = complaintsAbout(page)
    await page.goto('/')
    await page.getByRole('heading', { name: 'সাইন ইন' }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.getByRole('button', { name: 'এখনই বের হোন' }).click()
    await page.waitForURL(everydayPage)
    expect(await barriersOn(page)).toEqual([])
  })
})

describe('a stranger who looks over a shoulder', () => {
  test('reads nothing about the work in the tab', async () => {
    const page = await atWork()
    expect(await page.title()).toBe('Notes')
    await page.getByRole('link', { name: 'Cases', exact: true }).click()
    await page.getByRole('heading', { name: 'Cases' }).waitFor()
    expect(await page.title()).toBe('Notes')
  })

  test('finds no names of ours among what the device keeps', async () => {
    const page = await atWork()
    const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
    expect(kept.join(' ')).not.toMatch(/setu|case|survivor|traffick/i)
  })
})
