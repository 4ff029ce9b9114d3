import {
  accusedAges,
  complainantKinds,
  criminalCategories,
  criminalMatters,
  informationCredibilities,
  networkKinds,
  networkTies,
  presumedInnocent,
  sexes,
  sourceReliabilities,
  standings,
} from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import type { Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const english = speak('en')
const shots = process.env['SETU_SHOTS']

const halfAFile = Buffer.from('{"id":"a","schema":"Person","properties":{"name":["A"]}}\n{"id":"x"}')

/** A file of a service elsewhere: 500 things in rings around a few, and 800 ties. */
function largeFile(): Buffer {
  const person = (at: number) =>
    JSON.stringify({ id: `p${at}`, schema: 'Person', properties: { name: [`Example ${at}`] } })
  const phone = (at: number) =>
    JSON.stringify({
      id: `t${at}`,
      schema: 'UserAccount',
      properties: {
        name: [`+88017000${1000 + at}`],
        username: [`+88017000${1000 + at}`],
        service: ['telephone'],
      },
    })
  const uses = (at: number) =>
    JSON.stringify({
      id: `u${at}`,
      schema: 'UnknownLink',
      properties: { subject: [`p${at}`], object: [`t${at % 150}`], status: ['uses'], summary: ['B2'] },
    })
  const knows = (at: number) =>
    JSON.stringify({
      id: `k${at}`,
      schema: 'Associate',
      properties: {
        person: [`p${at}`],
        associate: [`p${(at * 7 + 1) % 350 === at ? (at + 1) % 350 : (at * 7 + 1) % 350}`],
        summary: [at % 3 === 0 ? 'E4' : 'C3'],
      },
    })
  const range = (length: number) => Array.from({ length }, (_, at) => at)
  return Buffer.from(
    [
      ...range(350).map(person),
      ...range(150).map(phone),
      ...range(350).map(uses),
      ...range(350).map(knows),
    ].join('\n'),
  )
}

describe('a network, begun by an investigator', () => {
  const play = openPlay()
  let rafiq: Visitor
  let desk: Visitor
  let at = ''

  beforeAll(async () => {
    rafiq = await play.comeIn('rafiq')
    desk = await play.comeIn('rafiq', { on: 'desk', language: 'en' })
  })

  async function kept(visitor: Visitor, word: string): Promise<void> {
    await handOf(visitor).press(word)
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  async function looked({ page }: Visitor, name: string): Promise<void> {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    expect(await barriersOn(page)).toEqual([])
  }

  const laidOut = ({ page }: Visitor) => page.locator('svg[data-done="true"]').waitFor()

  test('holds an accused, a phone and the tie between them, and stands as the case does', async () => {
    const { page } = rafiq
    const hand = handOf(rafiq)
    await page.goto('/criminal-cases')
    await hand.press(say('court.open'))
    await hand.choose(say('court.matter'), code(criminalMatters, 'trafficking'))
    await hand.choose(say('court.category'), code(criminalCategories, 'labour'))
    await hand.choose(say('court.complainant'), code(complainantKinds, 'family'))
    await hand.choose(say('court.transnational'), say('court.at-home'))
    await hand.press(say('court.open-keep'))
    await page.getByText(say('court.no-accused')).waitFor()
    await hand.press(say('court.add-accused'))
    await hand.write(say('court.name'), 'আব্দুল করিম')
    await hand.choose(say('court.age'), code(accusedAges, 'adult'))
    await hand.choose(say('court.sex'), code(sexes, 'male'))
    await kept(rafiq, say('court.keep'))
    const file = await page.locator('h1').innerText()

    await page.goto('/networks')
    await page.getByText(say('network.none')).waitFor()
    await hand.press(say('network.begin'))
    await hand.write(say('network.network-name'), 'নদীর ওপারের দল')
    await hand.choose(say('network.out-of-case'), file)
    await hand.press(say('network.begin'))
    await page.getByText(say('network.empty')).waitFor()
    at = new URL(page.url()).pathname
    await page.getByText(presumedInnocent.bn).first().waitFor()

    await hand.press(say('network.add'))
    await hand.choose(say('network.kind'), code(networkKinds, 'person'))
    await hand.write(say('network.name'), 'আব্দুল করিম')
    await hand.choose(say('network.is-accused'), 'আব্দুল করিম')
    await looked(rafiq, 'network-add-phone')
    await kept(rafiq, say('court.keep'))
    await hand.press(say('network.add'))
    await hand.choose(say('network.kind'), code(networkKinds, 'phone'))
    await hand.write(say('network.number'), '+8801700000000')
    await kept(rafiq, say('court.keep'))

    await page.getByRole('button', { name: 'আব্দুল করিম', exact: true }).tap()
    await page.getByRole('heading', { name: 'আব্দুল করিম' }).waitFor()
    await page.locator('dd', { hasText: code(standings, 'accused') }).waitFor()
    await hand.press(say('network.add-tie'))
    await hand.choose(say('network.tie'), code(networkTies, 'uses'))
    await hand.choose(say('network.to'), '+8801700000000')
    await hand.choose(say('network.reliability'), code(sourceReliabilities, 'B'))
    await hand.choose(say('network.credibility'), code(informationCredibilities, '2'))
    await looked(rafiq, 'network-tie-phone')
    await kept(rafiq, say('court.keep'))
    await page.getByText(say('network.grade', { grade: 'B2' })).waitFor()
    await laidOut(rafiq)
    expect(await page.locator('svg[role="img"] line').count()).toBe(1)
    await looked(rafiq, 'network-phone')
    await page.goto('/networks')
    await page.getByRole('link', { name: 'নদীর ওপারের দল' }).waitFor()
    await looked(rafiq, 'networks-phone')
  })

  test('takes a file of five hundred, and stays a picture that can be worked with', async () => {
    const { page } = desk
    const hand = handOf(desk)
    await page.goto(at)
    const file = { name: 'elsewhere.jsonl', mimeType: 'application/x-ndjson', buffer: halfAFile }
    const input = page.locator('input[type=file]')
    await input.setInputFiles(file)
    await page.getByText(english.say('network.in-not-ready')).waitFor()
    await page.getByText(/^Line 2/).waitFor()
    await input.setInputFiles({ ...file, buffer: largeFile() })
    await page.getByText(english.say('network.in-ready')).waitFor()
    await hand.press(english.say('network.take'))
    await page.locator('svg title').nth(400).waitFor({ state: 'attached' })
    await laidOut(desk)
    await looked(desk, 'network-500-desk')

    await page.getByRole('textbox', { name: english.say('network.find') }).fill('Example 17')
    await page.getByRole('button', { name: 'Example 17', exact: true }).click()
    await page.getByRole('heading', { name: 'Example 17' }).waitFor()
    await page.getByText(presumedInnocent.en).nth(1).waitFor()
    await hand.press(english.say('network.way-from'))
    await page.getByRole('textbox', { name: english.say('network.find') }).fill('Example 141')
    await page.getByRole('button', { name: 'Example 141', exact: true }).click()
    await hand.press(english.say('network.way-to'))
    await page.getByText(english.say('network.way-care')).waitFor()
    expect(await page.locator('line[data-on-way="true"]').count()).toBeGreaterThan(1)
    for (let turn = 0; turn < 2; turn++) await hand.press(english.say('network.larger'))
    await looked(desk, 'network-way-desk')

    await page.getByRole('textbox', { name: english.say('network.find') }).fill('')
    await page.getByText(english.say('network.sieve-what')).click()
    await page.getByRole('checkbox', { name: english.code(networkKinds, 'phone') }).check()
    await page.getByText('151 things').waitFor()
    await page.getByRole('checkbox', { name: english.code(networkKinds, 'phone') }).uncheck()
    await page.getByText('502 things').first().waitFor()
    await looked(desk, 'network-sieve-desk')
  })

  test('of five hundred answers a finger on a phone while it is laid out', async () => {
    const { page } = rafiq
    const slow = await page.context().newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(at)
    await page.locator('svg title').nth(400).waitFor({ state: 'attached' })
    await page.getByRole('textbox', { name: say('network.find') }).fill('Example 42')
    await page.getByRole('button', { name: 'Example 42', exact: true }).tap()
    await page.getByRole('heading', { name: 'Example 42' }).waitFor()
    expect(await page.getByText(presumedInnocent.bn).count()).toBe(2)
    await laidOut(rafiq)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await looked(rafiq, 'network-500-phone')
  })
})
