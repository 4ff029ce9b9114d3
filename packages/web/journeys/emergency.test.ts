import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { inTurn } from './harness/turns.ts'
import { signInAgain, signInFirst } from './stage/first-time.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const shots = process.env['SETU_SHOTS']

const asked = async (visitor: Visitor, path: string, body?: Readonly<Record<string, unknown>>) => {
  const { status, text } = await ask(visitor, body === undefined ? 'GET' : 'POST', path, body)
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text)
}

describe('emergency access', () => {
  const play = openPlay()
  const password = 'farida walks by the river'
  const codes: string[] = []

  test.each(inTurn(['bn', 'en'] as const))(
    'in %s: is given by somebody else, with a code for that very request',
    async (language) => {
      const { say } = speak(language)
      const [asha, rafiq] = [await play.comeIn('asha'), await play.comeIn('rafiq')]
      const session = await asked(asha, '/session')
      const [unit] = session.units
      const opened = await asked(asha, '/cases', {
        id: crypto.randomUUID(),
        unit: unit.id,
        urgency: 'standard',
        conflict: 'none',
        identity: { name: 'Rahima' },
        contact: {},
        facts: { ageBand: '25-29', ageCertainty: 'stated', sex: 'female', language: 'bn' },
        narrative: {},
      })
      await asked(rafiq, '/emergencies', {
        id: crypto.randomUUID(),
        to: { org: unit.org, unit: unit.id },
        code: opened.code,
        parts: ['identity'],
        reason: 'dangerToLife',
        words: 'Two men wait in front of her house.',
        hours: 2,
      })

      const farida = await play.visit({ language })
      const { page } = farida
      await page.goto('/')
      if (codes.length === 0) codes.push(...(await signInFirst(farida, 'farida', password)).recovery)
      else await signInAgain(farida, 'farida', password, codes.pop() ?? '')
      await expect.poll(async () => (await ask(farida, 'GET', '/session')).status).toBe(200)
      await page.goto('/emergency')
      const row = page.getByRole('listitem').filter({ hasText: opened.code })
      await row.getByRole('button', { name: say('emergency.approve') }).click()
      const dialog = page.getByRole('dialog', { name: say('emergency.approve') })
      await dialog.getByText(opened.code).waitFor()
      expect(await barriersOn(page)).toEqual([])
      if (shots !== undefined) await page.screenshot({ path: `${shots}/emergency-proof-${language}.png` })
      await dialog.getByLabel(say('factor.code'), { exact: true }).fill(codes.pop() ?? '')
      await dialog.getByRole('button', { name: say('factor.go-on') }).click()
      await expectTold(farida, say('emergency.approved'))
      const { items } = await asked(rafiq, '/emergencies')
      expect(items[0]).toMatchObject({ code: opened.code, state: 'granted' })
    },
  )
})
