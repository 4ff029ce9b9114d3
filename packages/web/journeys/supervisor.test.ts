import { conflictAnswers, entryOf, labelOf, oversightSteps, settingSets, settingsOf } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOf } from './stage/hand.ts'
import { pressOn, typeInto } from './stage/keys.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code } = speak('bn')
const shots = process.env['SETU_SHOTS']

const settingLabel = (kind: string, at: string): string =>
  settingSets
    .filter((set) => set.kind === kind)
    .flatMap((set) => settingsOf(set))
    .find((one) => one.at === at)?.label.bn ?? ''

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

  test('sees who carries how much, and from where it is weighed', async () => {
    const { page } = farida
    await pressOn(page, page.getByRole('link', { name: say('bar.caseload'), exact: true }))
    await page.getByRole('heading', { name: say('caseload.title'), level: 1 }).waitFor()
    const bina = page
      .locator('details')
      .filter({ has: page.locator('summary', { hasText: 'Bina Rani Das' }) })
    expect(await bina.locator('summary').innerText()).toContain(say('caseload.undeclared', { count: '1' }))
    await pressOn(page, bina.locator('summary'))
    await bina.getByRole('link', { name: caseCode }).waitFor()
    expect(
      await bina.getByRole('combobox', { name: say('board.reassign-whom', { code: caseCode }) }).count(),
    ).toBe(1)
  })

  test('reads what an administrator laid down of it: who, when, what before and what now', async () => {
    const kamal = await play.comeIn('kamal')
    const hand = handOf(kamal)
    const { page } = kamal
    await page.goto('/rules/laid-down')
    await page.locator('select[name=kind]').selectOption({ value: 'caseloadRules' })
    const capacity = settingLabel('caseloadRules', 'capacity')
    await page.getByLabel(capacity, { exact: true }).fill('০')
    await hand.press(say('laid.keep'))
    await page.getByText(say('fault.out-of-range')).waitFor()
    await page.getByLabel(capacity, { exact: true }).fill('৪৮')
    if (shots !== undefined) await page.screenshot({ path: `${shots}/laid-down.png`, fullPage: true })
    await hand.press(say('laid.keep'))
    await expectTold(kamal, saying('laid.kept'))
    await farida.page.goto('/rules/laid-down')
    await farida.page.locator('select[name=kind]').selectOption({ value: 'caseloadRules' })
    await farida.page.getByText(say('laid.changed', { what: capacity, was: '60', is: '48' })).waitFor()
    expect(await farida.page.getByRole('button', { name: say('laid.keep') }).count()).toBe(0)
    if (shots !== undefined)
      await farida.page.screenshot({ path: `${shots}/laid-down-read.png`, fullPage: true })
    await farida.page.goto('/caseload')
    await farida.page.getByText(say('caseload.weights-what', { capacity: '48' })).waitFor()
  })

  test('sees how far the work has come, what a number means, and those opened in a time', async () => {
    const { page } = farida
    await pressOn(page, page.getByRole('link', { name: say('bar.oversight'), exact: true }))
    await page.getByRole('heading', { name: say('oversight.title'), level: 1 }).waitFor()
    const name = labelOf(oversightSteps, 'consented', 'bn')
    const step = page.locator('details').filter({ has: page.locator('summary', { hasText: name }) })
    await page.getByText(say('oversight.counted', { cases: '2' })).waitFor()
    await pressOn(page, step.locator('summary'))
    await step.getByText(entryOf(oversightSteps, 'consented').means.bn).waitFor()
    await page.goto('/oversight?by=year&from=2020-01-01&to=2020-12-31')
    await page.getByText(say('oversight.none')).waitFor()
    await page.goto('/oversight?by=year')
    const { text } = await ask(farida, 'GET', '/oversight/own/file?by=year&format=csv&language=bn')
    expect(text).toContain(labelOf(oversightSteps, 'closed', 'bn'))
    expect(text).not.toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3}/)
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
