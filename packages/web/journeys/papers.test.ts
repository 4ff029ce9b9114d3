import { readFile } from 'node:fs/promises'
import { documentTypes } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { pdfPages, unspaced } from './harness/pdf-text.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']
const order = code(documentTypes, 'courtOrder')

describe('a paper of a case, on a phone in Bangla', () => {
  const play = openPlay({ past: true })
  let asha: Visitor
  let file = ''

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    const link = asha.page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
    file = (await link.getAttribute('href')) ?? ''
    await asha.page.goto(file)
    await asha.page.getByRole('button', { name: say('papers.add') }).waitFor()
  })

  async function looked(name: string): Promise<void> {
    const { page } = asha
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await barriersOn(page)).toEqual([])
  }

  test('is taken with the phone, and kept under the part that it belongs to', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.press(say('papers.add'))
    await hand.choose(say('papers.kind'), order)
    const picture = await page.screenshot({ type: 'jpeg' })
    const photo = { name: 'IMG_20261122_1030.jpg', mimeType: 'image/jpeg', buffer: picture }
    await page.locator('input[type=file]').setInputFiles(photo)
    await hand.write(say('papers.words'), 'আদালত তাঁকে আশ্রয়ে রাখতে বলেছে')
    await looked('paper-add')
    await hand.press(say('papers.keep'))
    await expectTold(asha, say('papers.kept'))
    await page.getByRole('button', { name: `${say('papers.look')} ${order}` }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('IMG_2026')
  })

  test('is looked at with a reason, and shows what stands on it', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.press(say('papers.look'))
    await hand.press(say('papers.open'))
    const shown = page.getByRole('img', { name: order })
    await shown.waitFor()
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
    await page.getByText('আদালত তাঁকে আশ্রয়ে রাখতে বলেছে').waitFor()
    await looked('paper-shown')
  })

  test('leaves as a PDF under a name that says nothing', async () => {
    const { page } = asha
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      handOf(asha).press(say('papers.take')),
    ])
    expect(download.suggestedFilename()).toBe('paper.pdf')
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is let go along, and taken away for good after a second question', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.press(say('papers.along-let'))
    await page.getByText(say('papers.along-is')).waitFor()
    await hand.press(say('papers.remove'))
    await hand.press(say('papers.remove-sure'))
    await expectTold(asha, say('papers.removed'))
    await expect.poll(() => page.getByText(say('papers.none')).count()).toBe(1)
  })

  test('is made of a plan in her words, for her to sign, and says on each page who printed it', async () => {
    const { page } = asha
    const wishes = 'নিজের ঘরে সেলাই করে বাঁচতে চাই। '
    const plan = crypto.randomUUID()
    const put = await ask(asha, 'POST', `${file}/records/servicePlan`, {
      id: plan,
      base: 0,
      values: { wishes: wishes.repeat(60), agreement: 'yes', answeredOn: '2026-11-20' },
    })
    expect(put.status, put.text).toBe(200)
    await page.goto(`${file}/print?kind=servicePlan&of=${plan}`)
    await handOf(asha).press(say('print.prepare'))
    await page.locator('[data-paper]').waitFor()
    await looked('paper-plan')
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]).toContain(unspaced(`${say('print.wishes')}${wishes}${wishes}`))
    expect(pages.at(-1)).toContain(unspaced(say('print.sign-survivor')))
    for (const text of pages) expect(text).toContain('AshaKhatun')
    expect(pages.join()).not.toContain(unspaced(say('bar.my-day')))
    expect(await page.title()).not.toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3}/)
  })

  test('is made of what a conference said and decided, over as many pages as it takes', async () => {
    const { page } = asha
    const [conference, day] = [crypto.randomUUID(), new Date().toISOString().slice(0, 10)]
    const said = 'নিরাপত্তা, কাজ ও ঘর নিয়ে কথা হয়েছে। '
    const put = (record: string, body: Readonly<Record<string, unknown>>) =>
      ask(asha, 'POST', `${file}/records/${record}`, body)
    const plan = { plannedOn: day, reason: 'risk', topics: ['facts'] }
    const decided = { conference, words: 'থানার নম্বর তাঁর ফোনে রাখা', owner: 'caseworker', dueOn: day }
    const held = { heldOn: day, wish: 'wordsOnly', minutes: said.repeat(90) }
    for (const { status, text } of [
      await put('caseConference', { id: conference, base: 0, values: plan }),
      await put('conferenceDecision', { id: crypto.randomUUID(), base: 0, values: decided }),
      await put(`caseConference/${conference}/step`, { base: 1, to: 'held', values: held }),
    ])
      expect(status, text).toBe(200)
    await page.goto(file)
    await handOf(asha).tap(page.getByRole('link', { name: new RegExp(`^${say('print.minutes')}`) }).first())
    await handOf(asha).press(say('print.prepare'))
    await page.locator('[data-paper]').waitFor()
    await looked('paper-minutes')
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.join('')).toContain(unspaced(`${said}${said}`))
    expect(pages.join('')).toContain(unspaced('থানার নম্বর তাঁর ফোনে রাখা'))
    for (const text of pages) expect(text).toContain('AshaKhatun')
  })

  test('is a letter of a referral, with what its receiver may see and no more', async () => {
    const { page } = asha
    await page.goto(file)
    const letter = page.getByRole('link', { name: new RegExp(`^${say('print.letter')}`) }).first()
    await handOf(asha).tap(letter)
    await handOf(asha).press(say('print.prepare'))
    await page.locator('[data-paper]').waitFor()
    await looked('paper-letter')
    const text = pdfPages(await page.pdf({ preferCSSPageSize: true, format: 'A4' })).join()
    expect(text).toContain(unspaced(say('print.letter-title')))
    expect(text).toContain(unspaced(say('print.letter-please')))
    expect(text).not.toContain(unspaced('আবদুল করিম'))
    await page.goto(file)
  })
})
