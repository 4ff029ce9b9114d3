import { caseEventKinds, renewalReasons } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { expectTold, settled } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code } = speak('bn')

describe('a caseworker whose phone was stolen', () => {
  const play = openPlay({ past: true })

  test('renews the keys of a case, and goes on with it', async () => {
    const asha = await play.comeIn('asha')
    const { page } = asha
    const hand = handOf(asha)
    await page.goto('/cases')
    const link = page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
    const address = (await link.getAttribute('href')) ?? ''
    await page.goto(address)
    await page.getByText(say('renewal.card-what')).waitFor()
    await hand.press(say('renewal.begin'))
    await page.getByText(say('renewal.what')).waitFor()
    await settled(page, 'bn')
    expect(await barriersOn(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    await hand.choose(say('renewal.reason'), code(renewalReasons, 'deviceLost'))
    await hand.press(say('renewal.do'))
    await expectTold(asha, saying('renewal.begun'))
    await page.getByText(say('renewal.goes-on')).waitFor()
    expect(await page.getByRole('button', { name: say('renewal.begin') }).count()).toBe(0)
    await page.reload()
    await page.getByText(code(caseEventKinds, 'keysRenewed')).filter({ visible: true }).first().waitFor()
    expect(await barriersOn(page)).toEqual([])
  })
})
