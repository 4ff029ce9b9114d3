import { erasureReasons } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code } = speak('bn')

describe('a survivor who wishes that nothing is kept of her', () => {
  const play = openPlay({ past: true })
  let asha: Visitor
  let nasrin: Visitor
  let address = ''
  let caseCode = ''

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    nasrin = await play.comeIn('nasrin')
    await asha.page.goto('/cases')
    const link = asha.page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
    address = (await link.getAttribute('href')) ?? ''
    caseCode = await link.innerText()
  })

  test('asks her caseworker, who asks whoever guards the data', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    await hand.press(say('erasure.ask'))
    await hand.choose(say('erasure.reason'), code(erasureReasons, 'survivorsWish'))
    expect(await barriersOn(page)).toEqual([])
    await hand.press(say('erasure.send'))
    await expectTold(asha, saying('erasure.sent'))
    await page.getByText(say('erasure.waits')).waitFor()
    expect(await page.getByRole('button', { name: say('erasure.ask') }).count()).toBe(0)
  })

  test('and it is erased by another, after a fresh proof that it is they', async () => {
    const { page } = nasrin
    const hand = handOf(nasrin)
    await page.goto('/notices')
    await page.getByText(say('told.erasure-asked')).waitFor()
    await hand.tap(page.getByRole('link', { name: say('told.to-erasures') }).first())
    await page.getByRole('heading', { name: say('erasure.title'), level: 1 }).waitFor()
    await settled(page, 'bn')
    expect(await page.locator('main').innerText()).toContain(caseCode)
    expect(await barriersOn(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    await hand.press(say('erasure.approve'))
    await page.getByText(say('erasure.sure-what')).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await hand.press(say('erasure.approve'))
    await expectTold(nasrin, saying('erasure.done'))
    await page.getByText(say('erasure.erased'), { exact: true }).waitFor()
  })

  test('so that whoever worked with it finds nothing, and is told that it is gone', async () => {
    const { page } = asha
    expect((await ask(asha, 'GET', address)).status).toBe(404)
    await page.goto(address)
    await page.getByRole('heading', { name: say('nothing.title') }).waitFor()
    await page.goto('/notices')
    await page.getByText(say('told.case-erased', { code: caseCode })).waitFor()
    await page.goto('/cases')
    await page.getByRole('heading', { name: say('bar.cases'), level: 1 }).waitFor()
    expect(await page.getByRole('link', { name: caseCode }).count()).toBe(0)
  })

  test('and its address shows whoever guards the data the record of it', async () => {
    const { page } = nasrin
    await page.goto(address)
    await page.getByRole('heading', { name: say('erasure.gone'), level: 1 }).waitFor()
    expect(await page.locator('main').innerText()).toContain(code(erasureReasons, 'survivorsWish'))
    expect(await barriersOn(page)).toEqual([])
  })
})
