import { rightsNoticeMeans } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code } = speak('bn')

describe('the way on', () => {
  const play = openPlay({ past: true })
  let asha: Visitor

  beforeAll(async () => {
    asha = await play.comeIn('asha')
  })

  test('leads from what a case still lacks to where it is done: rights are told on a later day, too', async () => {
    const { page } = asha
    const session = JSON.parse((await ask(asha, 'GET', '/session')).text)
    const opened = await ask(asha, 'POST', '/cases', {
      id: crypto.randomUUID(),
      unit: session.units[0].id,
      urgency: 'standard',
      conflict: 'none',
    })
    const { org, id } = JSON.parse(opened.text)
    await page.goto(`/cases/${org}/${id}`)
    const hand = handOf(asha)
    await hand.press(say('rights.tell'))
    await hand.choose(say('new-case.rights-means'), code(rightsNoticeMeans, 'explained'))
    await hand.choose(say('new-case.rights-understood'), say('form.yes'))
    await hand.press(say('dialog.keep'))
    await expectTold(asha, say('rights.kept'))
    await expect.poll(() => page.getByRole('button', { name: say('rights.tell') }).count()).toBe(0)
    await page
      .getByRole('region', { name: say('case.path') })
      .getByRole('link')
      .first()
      .tap()
    await page.waitForURL(/\/record\/caseFacts/)
  })

  test('leads whoever may not know how to reach a survivor to her caseworker’s office', async () => {
    await asha.page.goto('/')
    const link = asha.page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
    const address = (await link.getAttribute('href')) ?? ''
    const { page } = await play.comeIn('rafiq')
    await page.goto(address)
    await page.getByText(saying('case.no-contact')).waitFor()
    expect(await page.getByRole('button', { name: say('show.contact') }).count()).toBe(0)
  })
})
