import {
  accusedAges,
  adjournmentAskers,
  adjournmentReasons,
  alertAnswers,
  alertKinds,
  assistanceAsked,
  assistanceKinds,
  assistanceStages,
  basisDoubts,
  complainantKinds,
  criminalCategories,
  criminalFactKinds,
  criminalMatters,
  criminalStages,
  custodyStates,
  hearingPurposes,
  officeTasks,
  presumedInnocent,
  sexes,
  treatyBases,
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
const tribunal = 'মানব পাচার অপরাধ দমন ট্রাইব্যুনাল, খুলনা'

describe('a criminal case, from the police to the prosecution', () => {
  const play = openPlay()
  let rafiq: Visitor
  let dilip: Visitor
  let file = ''

  beforeAll(async () => {
    rafiq = await play.comeIn('rafiq')
    dilip = await play.comeIn('dilip', { on: 'desk', language: 'en' })
  })

  /** Keeps what a dialog asks for, and waits until it has gone. */
  async function kept(visitor: Visitor, word: string): Promise<void> {
    await handOf(visitor).press(word)
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  async function looked({ page }: Visitor, name: string): Promise<void> {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    expect(await barriersOn(page)).toEqual([])
  }

  test('an investigator writes it down, with who is accused of what, and brings the prosecution in', async () => {
    const { page } = rafiq
    const hand = handOf(rafiq)
    await page.goto('/criminal-cases')
    await hand.press(say('court.open'))
    await hand.choose(say('court.matter'), code(criminalMatters, 'trafficking'))
    await hand.choose(say('court.category'), code(criminalCategories, 'labour'))
    await hand.choose(say('court.complainant'), code(complainantKinds, 'family'))
    await hand.choose(say('court.transnational'), say('court.at-home'))
    await looked(rafiq, 'criminal-open-phone')
    await hand.press(say('court.open-keep'))
    await page.getByText(say('court.no-accused')).waitFor()
    file = new URL(page.url()).pathname
    await page.getByText(presumedInnocent.bn).waitFor()

    await hand.press(say('court.add-accused'))
    await hand.write(say('court.name'), 'আব্দুল করিম')
    await hand.choose(say('court.age'), code(accusedAges, 'adult'))
    await hand.choose(say('court.sex'), code(sexes, 'male'))
    await looked(rafiq, 'criminal-accused-phone')
    await kept(rafiq, say('court.keep'))
    await page.getByRole('heading', { name: /আব্দুল করিম/ }).waitFor()

    await hand.press(say('court.add-offence'))
    const ofLaw = (name: string) => page.getByRole('group', { name }).locator('label')
    await ofLaw(say('court.law')).filter({ hasText: 'PSHTA-2012' }).tap()
    await page.getByRole('combobox', { name: say('court.which-section') }).selectOption('6')
    await hand.choose(say('court.first-stage'), code(criminalStages, 'firLodged'))
    await kept(rafiq, say('court.keep'))
    for (const stage of ['underInvestigation', 'chargeSheeted'] as const) {
      await hand.press(say('court.step'))
      await hand.choose(say('court.next-stage'), code(criminalStages, stage))
      await kept(rafiq, say('court.keep'))
      await page.getByText(code(criminalStages, stage), { exact: true }).first().waitFor()
    }
    // The report is made: the next stage is the prosecution's to say.
    expect(await page.getByRole('button', { name: say('court.step') }).count()).toBe(0)
    await hand.press(say('court.move'))
    await hand.choose(say('court.custody-now'), code(custodyStates, 'arrested'))
    await kept(rafiq, say('court.keep'))
    await page.getByText(code(custodyStates, 'arrested'), { exact: true }).waitFor()

    await hand.press(say('court.add-office'))
    await hand.choose(say('court.task'), code(officeTasks, 'prosecution'))
    await page
      .getByRole('group', { name: say('court.office') })
      .locator('label')
      .first()
      .tap()
    await kept(rafiq, say('court.keep'))
    await looked(rafiq, 'criminal-case-phone')
  })

  test('a prosecutor takes it on, writes a day in court, and finds it on the list of its day', async () => {
    const { page } = dilip
    const hand = handOf(dilip)
    await page.goto('/criminal-cases')
    await page.getByRole('link', { name: /^CC-[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).waitFor()
    await looked(dilip, 'criminal-cases-desk')
    await page.goto(file)
    await page.getByRole('heading', { name: /আব্দুল করিম/ }).waitFor()
    await page.getByText(presumedInnocent.en).waitFor()
    for (const stage of ['cognizance', 'chargeFramed'] as const) {
      await hand.press(english.say('court.step'))
      await hand.choose(english.say('court.next-stage'), english.code(criminalStages, stage))
      await kept(dilip, english.say('court.keep'))
      await page.getByText(english.code(criminalStages, stage), { exact: true }).first().waitFor()
    }
    await hand.press(english.say('court.add-hearing'))
    const court = page.getByRole('combobox', { name: english.say('court.court') })
    await court.selectOption({ label: 'Anti-Human Trafficking Offence Tribunal, Khulna' })
    await hand.choose(english.say('court.purpose'), english.code(hearingPurposes, 'prosecutionEvidence'))
    await hand.choose(english.say('court.standing'), english.say('court.adjourned'))
    await hand.choose(english.say('court.why'), english.code(adjournmentReasons, 'witnessAbsent'))
    await hand.choose(english.say('court.asked-by'), english.code(adjournmentAskers, 'prosecution'))
    await looked(dilip, 'criminal-hearing-desk')
    await kept(dilip, english.say('court.keep'))
    const putOff = page.getByText(english.code(adjournmentReasons, 'witnessAbsent')).first()
    await putOff.waitFor()
    expect(await putOff.innerText()).toContain(english.code(adjournmentAskers, 'prosecution'))
    await looked(dilip, 'criminal-case-desk')
    await rafiq.page.goto('/cause-list')
    await rafiq.page.getByRole('heading', { name: tribunal }).waitFor()
    await looked(rafiq, 'cause-list-phone')
    await rafiq.page.goto('/criminal-cases')
    await rafiq.page.getByRole('link', { name: /^CC-[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).waitFor()
    await looked(rafiq, 'criminal-cases-phone')
    await rafiq.page.goto(file)
    await rafiq.page.getByRole('heading', { name: /আব্দুল করিম/ }).waitFor()
    await looked(rafiq, 'criminal-case-later-phone')
  })

  test('a prosecutor proposes that another country hear a witness, and sees what is open about it', async () => {
    const { page } = dilip
    const hand = handOf(dilip)
    await page.goto(file)
    await hand.press(english.say('abroad.propose'))
    await hand.choose(english.say('abroad.kind'), english.code(assistanceKinds, 'legalAssistance'))
    await page.getByRole('combobox', { name: english.say('abroad.country') }).selectOption({ label: 'Iran' })
    await hand.choose(english.say('abroad.asked'), english.code(assistanceAsked, 'testimony'))
    await hand.choose(english.say('abroad.basis'), english.code(treatyBases, 'untoc'))
    await looked(dilip, 'request-abroad-desk')
    await kept(dilip, english.say('abroad.keep'))
    const open = page.getByText(english.code(basisDoubts, 'notParty'))
    await open.waitFor()
    expect(await open.innerText()).toContain(english.say('abroad.doubts'))
    await rafiq.page.goto('/requests-abroad')
    await rafiq.page.getByText(code(assistanceStages, 'proposed')).waitFor()
    await looked(rafiq, 'requests-abroad-phone')
  })

  test('both find it in the figures of the year, as one case and one person', async () => {
    await dilip.page.goto('/figures')
    const row = dilip.page.getByRole('row', { name: /^Prosecutions opened \d/ }).first()
    await row.waitFor()
    expect(await row.innerText()).toMatch(/^Prosecutions opened\s+1\s+1\s+0\s+0$/)
    await looked(dilip, 'figures-desk')
    await rafiq.page.goto('/figures')
    await rafiq.page.getByRole('heading', { name: say('court.spans') }).waitFor()
    await looked(rafiq, 'figures-phone')
  })

  test('what stalls is told to whose it is, who answers it; the office whose day it was takes it back', async () => {
    const [hand, theirs] = [handOf(rafiq), handOf(dilip)]
    await rafiq.page.goto(file)
    await hand.press(say('alerts.add-fact'))
    await hand.choose(say('alerts.fact-kind'), code(criminalFactKinds, 'investigatorMoved'))
    await looked(rafiq, 'criminal-fact-phone')
    await kept(rafiq, say('alerts.keep'))
    await rafiq.page.getByText(code(criminalFactKinds, 'investigatorMoved'), { exact: true }).waitFor()
    await play.alerts()

    await dilip.page.goto('/criminal-alerts')
    const told = english.code(alertKinds, 'investigatorMoved')
    await dilip.page.getByRole('listitem').getByText(told, { exact: true }).waitFor()
    await looked(dilip, 'criminal-alerts-desk')
    await theirs.press(english.say('alerts.answer'))
    await theirs.choose(english.say('alerts.answer-which'), english.code(alertAnswers, 'actedOn'))
    await kept(dilip, english.say('alerts.keep'))
    await dilip.page.getByText(english.say('alerts.none')).waitFor()
    await theirs.choose(english.say('alerts.which'), english.say('alerts.answered'))
    await dilip.page.getByRole('listitem').getByText(told, { exact: true }).waitFor()
    await dilip.page.goto(file)
    await dilip.page.getByText(english.code(alertAnswers, 'actedOn')).waitFor()
    await looked(dilip, 'criminal-case-alerts-desk')

    await rafiq.page.goto('/criminal-alerts')
    await rafiq.page.getByText(say('alerts.none')).waitFor()
    await looked(rafiq, 'criminal-alerts-phone')
    await rafiq.page.goto(file)
    await hand.press(say('alerts.take-back'))
    await rafiq.page.getByText(/ফিরিয়ে নেওয়া হয়েছে/).waitFor()
    await rafiq.page.getByText(say('alerts.card-none')).waitFor()
    expect(await rafiq.page.getByRole('button', { name: say('alerts.take-back') }).count()).toBe(0)
    await looked(rafiq, 'criminal-case-alerts-phone')
  })
})
