import { caseRecords } from '@setu/records'
import { educationLevels } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code, question } = speak('bn')

describe('two people who change the same record', () => {
  const play = openPlay({ past: true })
  let asha: Visitor
  let farida: Visitor
  let file = ''

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    farida = await play.comeIn('farida')
    const link = asha.page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
    file = (await link.getAttribute('href')) ?? ''
  })

  const kept = async (): Promise<Record<string, unknown>> => {
    const { text } = await ask(asha, 'GET', file)
    return (JSON.parse(text) as { facts: { values: Record<string, unknown> } }).facts.values
  }

  /** Goes through the form to its end, with one answer given on the way. */
  async function change(visitor: Visitor, answers: Readonly<Record<string, string>>): Promise<void> {
    const hand = handOf(visitor)
    for (const section of Object.values(caseRecords.caseFacts.sections)) {
      await visitor.page.getByRole('heading', { name: section.label.bn, level: 2 }).waitFor()
      for (const [field, answer] of Object.entries(answers)) {
        if (!section.asks.some((asked) => asked === field)) continue
        const label = question('caseFacts', field)
        if (/^\d+$/.test(answer)) await hand.write(label, answer)
        else await hand.choose(label, answer)
      }
      const last = section === Object.values(caseRecords.caseFacts.sections).at(-1)
      if (!last) await hand.press(say('form.next'))
    }
  }

  /** Minutes later the window comes back to the front, and the case is fetched again. */
  async function comeBack({ page }: Visitor): Promise<void> {
    await page.clock.fastForward('05:00')
    await Promise.all([
      page.waitForResponse(`**/api${file}`),
      page.evaluate(() => window.dispatchEvent(new Event('visibilitychange'))),
    ])
  }

  test('begin from the same answers, and the quicker one keeps theirs', async () => {
    await farida.page.clock.install()
    for (const { page } of [asha, farida]) {
      await page.goto(file)
      await page
        .getByRole('region', { name: say('case.who') })
        .getByRole('link', { name: say('case.change') })
        .first()
        .click()
      await page.getByRole('heading', { name: caseRecords.caseFacts.label.bn, level: 1 }).waitFor()
    }
    await change(farida, { children: '3', education: code(educationLevels, 'PrimaryEducation') })
    await change(asha, { children: '2' })
    await handOf(asha).press(say('record.keep'))
    await expectTold(asha, say('record.kept'))
    expect(await kept()).toMatchObject({ children: 2 })
  })

  test('the other is shown both answers, and nothing is overwritten', async () => {
    const hand = handOf(farida)
    await comeBack(farida)
    await hand.press(say('record.keep'))
    const dialog = farida.page.getByRole('dialog')
    await dialog.getByText(say('both.mine', { value: '3' })).waitFor()
    await dialog.getByText(say('both.theirs', { value: '2' })).waitFor()
    expect(await dialog.getByRole('radio').count()).toBe(2)
    expect(await kept()).toMatchObject({ children: 2 })
    expect((await kept())['education'] ?? null).toBeNull()
    expect(await dialog.getByRole('button', { name: say('both.keep') }).isDisabled()).toBe(true)
  })

  test('and decides which one stands; what nobody else touched is kept with it', async () => {
    const hand = handOf(farida)
    await hand.tap(farida.page.getByRole('dialog').getByText(say('both.theirs', { value: '2' })))
    await hand.press(say('both.keep'))
    await expectTold(farida, say('record.kept'))
    expect(await kept()).toMatchObject({ children: 2, education: 'PrimaryEducation' })
  })
})
