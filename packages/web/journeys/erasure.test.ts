import { erasureReasons, legalHoldReasons } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code } = speak('bn')
const shots = process.env['SETU_SHOTS']

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

  test('has a case that is needed for the court; while it is held back it cannot be erased', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    await hand.press(say('hold.place'))
    await hand.choose(say('hold.reason'), code(legalHoldReasons, 'courtCase'))
    expect(await barriersOn(page)).toEqual([])
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('hold.place') })
      .tap()
    await expectTold(asha, saying('hold.placed'))
    await page.getByText(code(legalHoldReasons, 'courtCase')).waitFor()
    await hand.press(say('erasure.ask'))
    await hand.choose(say('erasure.reason'), code(erasureReasons, 'survivorsWish'))
    await hand.press(say('erasure.send'))
    await page
      .getByRole('dialog')
      .getByText(/এই কেস আটকে রাখা আছে/)
      .waitFor()
    await page.goto(address)
    const farida = await play.comeIn('farida')
    await farida.page.goto(address)
    await handOf(farida).press(say('hold.lift'))
    await expectTold(farida, saying('hold.lifted'))
  })

  test('is told by nobody else: what is kept too long is shown to whoever supervises and guards the data', async () => {
    const kamal = await play.comeIn('kamal')
    await kamal.page.goto('/retention')
    await kamal.page.getByLabel(say('retention.years'), { exact: true }).fill('1')
    await handOf(kamal).press(say('retention.keep'))
    await expectTold(kamal, saying('retention.kept'))
    const farida = await play.comeIn('farida')
    const { page } = farida
    await page.goto('/retention')
    await page.getByRole('heading', { name: say('bar.retention'), level: 1 }).waitFor()
    await settled(page, 'bn')
    expect(await barriersOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    if (shots !== undefined) await page.screenshot({ path: `${shots}/retention.png`, fullPage: true })
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
