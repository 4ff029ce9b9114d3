import { conflictAnswers } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOf } from './stage/hand.ts'
import { pressOn, typeInto } from './stage/keys.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code } = speak('bn')

describe('a supervisor with a late case, at a desk', () => {
  const play = openPlay({ past: true })
  let farida: Visitor
  let bina: Visitor
  let address = ''
  let caseCode = ''

  beforeAll(async () => {
    farida = await play.comeIn('farida', { on: 'desk' })
    bina = await play.comeIn('bina')
  })

  test('sees on the board whose promises are late, and for how long', async () => {
    const { page } = farida
    await pressOn(page, page.getByRole('navigation').getByRole('link', { name: say('bar.board') }))
    await page.getByRole('heading', { name: say('board.title'), level: 1 }).waitFor()
    const late = page.locator('tbody tr').filter({ hasText: 'Asha Khatun' }).getByRole('button')
    expect(await late.count()).toBeGreaterThan(0)
    await pressOn(page, late.first())
    const row = page.locator('li[data-standing=late]').first()
    await row.waitFor()
    expect(await row.innerText()).toContain('Asha Khatun')
    const link = row.getByRole('link')
    caseCode = await link.innerText()
    address = (await link.getAttribute('href')) ?? ''
    expect(caseCode).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
  })

  test('gives the case to another caseworker without a mouse', async () => {
    const { page } = farida
    const row = page.locator('li[data-standing=late]').filter({ hasText: caseCode }).first()
    await typeInto(page, row.getByRole('combobox'), 'Bina')
    await pressOn(page, row.getByRole('button', { name: say('board.reassign-now') }))
    await expectTold(farida, saying('board.reassigned'))
    await expect.poll(() => page.locator('tbody tr').filter({ hasText: 'Bina Rani Das' }).count()).toBe(1)
  })

  test('who is told nothing of it before she has said that she knows nobody in it', async () => {
    expect((await ask(bina, 'GET', address)).status).toBe(404)
    const { page } = bina
    const hand = handOf(bina)
    await page.reload()
    await page.getByText(say('waiting.conflict')).waitFor()
    await page.getByText(caseCode, { exact: true }).waitFor()
    expect(await page.getByRole('link', { name: caseCode }).count()).toBe(0)
    await hand.press(say('waiting.declare'))
    await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
    await hand.press(say('conflict.declare'))

    await hand.tap(page.getByRole('link', { name: caseCode }).first())
    await page.waitForURL(`**${address}`)
    await page.getByRole('button', { name: say('show.identity') }).waitFor()
  })

  test('and the one before her has the case no longer', async () => {
    const asha = await play.comeIn('asha')
    expect((await ask(asha, 'GET', address)).status).toBe(404)
    await asha.page.goto(address)
    await asha.page.getByRole('heading', { name: say('nothing.title') }).waitFor()
    expect(await asha.page.getByText(caseCode).count()).toBe(0)
  })
})
