import { readFile } from 'node:fs/promises'
import { reviewAnswers } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { expectTold, settled } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']

const play = openPlay({ quarter: true })

describe('who has access, looked over after a quarter, on a phone in Bangla', () => {
  test('a supervisor finds it from the board, answers line by line, and takes it as a table', async () => {
    const farida = await play.comeIn('farida')
    const { page } = farida
    const hand = handOf(farida)
    await page.goto('/board')
    await hand.tap(page.getByRole('link', { name: say('palette.reviews') }))
    await settled(page, 'bn')
    await hand.tap(page.getByRole('link', { name: 'যশোর দল' }))
    await settled(page, 'bn')
    if (shots !== undefined) await page.screenshot({ path: `${shots}/review.png`, fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await barriersOn(page)).toEqual([])
    for (const [name, answer] of [
      ['Asha Khatun', 'kept'],
      ['Bina Rani Das', 'changed'],
      ['Kamal Hossain', 'kept'],
      ['Nasrin Sultana', 'kept'],
    ] as const) {
      await hand.tap(page.getByRole('button', { name: `${code(reviewAnswers, answer)} ${name}` }))
      await expectTold(farida, say('review.kept-answer'))
      await page
        .getByRole('button', { name: `${code(reviewAnswers, answer)} ${name}` })
        .waitFor({ state: 'detached' })
    }
    await page
      .getByRole('status')
      .filter({ hasText: say('review.done') })
      .waitFor()
    const link = page.getByRole('link', { name: say('review.file') })
    const [download] = await Promise.all([page.waitForEvent('download'), link.tap()])
    const table = await readFile(await download.path(), 'utf8')
    expect(table.trim().split('\r\n')).toHaveLength(5)
    expect(table).toContain(code(reviewAnswers, 'changed'))
  })

  test('an administrator is told what is to be changed, and answers for the organisation but not for themselves', async () => {
    const kamal = await play.comeIn('kamal')
    const { page } = kamal
    await page.goto('/notices')
    await page.getByText(say('told.review-to-change')).first().waitFor()
    await handOf(kamal).tap(page.getByRole('link', { name: say('told.to-reviews') }).first())
    await handOf(kamal).tap(page.getByRole('link', { name: say('review.whole') }))
    await settled(page, 'bn')
    await page.getByText(say('review.not-yours')).waitFor()
    expect(await page.getByRole('button', { name: /Kamal Hossain/ }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /Asha Khatun/ }).count()).toBe(3)
  })
})
