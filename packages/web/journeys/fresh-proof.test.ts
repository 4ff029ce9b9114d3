import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { inTurn } from './harness/turns.ts'
import { signInFirst } from './stage/first-time.ts'
import { openPlay } from './stage/play.ts'
import { speak } from './stage/words.ts'

describe('a file of cases, from a device that was left open', () => {
  const play = openPlay()

  test.each(
    inTurn([
      ['bn', 'asha'],
      ['en', 'bina'],
    ] as const),
  )('in %s: leaves after a fresh code and not before', async (language, who) => {
    const { say } = speak(language)
    const visitor = await play.visit({ language })
    const { page } = visitor
    await page.goto('/')
    const { recovery } = await signInFirst(visitor, who, `${who} walks by the river`)
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    await play.later()
    await page.goto('/exchange')
    const files: string[] = []
    page.on('download', (file) => files.push(file.suggestedFilename()))
    const take = page.getByText(say('exchange.as-csv'))
    const dialog = page.getByRole('dialog', { name: say('step-up.title') })

    await take.click()
    await dialog.getByRole('button', { name: say('shell.close') }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(files).toEqual([])

    await take.click()
    await dialog.getByLabel(say('factor.code'), { exact: true }).fill(recovery[0] ?? '')
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button', { name: say('factor.go-on') }).click()
    await expect.poll(() => files).toEqual([expect.stringContaining('.csv')])
  })
})
