import {
  accusedOffences,
  addDays,
  caseRequirements,
  claimAuthorities,
  claimOutcomes,
  claimStates,
  claimSteps,
  conferenceReasons,
  conferenceStates,
  conferenceSteps,
  conferenceTopics,
  conferenceWishes,
  offenceLinks,
  stepBetween,
} from '@setu/vocabulary'
import { expect } from 'vitest'
import { speak } from '../stage/words.ts'
import { type AtWork, stands, today } from './on-the-case.ts'

const { say, code, question } = speak('bn')

/**
 * She is accused of what she was made to do: the claim keeps the case open until an authority accepts it, and that is
 * written down by somebody else than who raised it.
 */
export async function claimForHer(work: AtWork, supervising: AtWork): Promise<void> {
  const { hand, page } = work
  await work.toCase()
  await work.add('#claims', 'nonPunishmentClaim')
  await work.answer('nonPunishmentClaim', 'offences', code(accusedOffences, 'falsePapers'))
  await work.answer('nonPunishmentClaim', 'link', code(offenceLinks, 'forced'))
  await work.fillDay('nonPunishmentClaim', 'raisedOn', today)
  await hand.press(say('form.next'))
  await hand.press(say('form.next'))
  await work.fillDay('nonPunishmentClaim', 'nextBy', addDays(today, 5))
  await hand.press(say('record.keep'))
  await stands(work, code(claimStates, 'raised'))
  await work.expectFit('way-claim')
  const claim = page.url()
  expect(await work.wayTo('closed')).toContain(code(caseRequirements, 'noOpenClaim'))
  await work.toCase()
  const mark = page.getByRole('heading', { level: 1 }).getByText(say('claims.goes-on'))
  await mark.waitFor()
  await supervising.page.goto(claim)
  await supervising.step(stepBetween(claimSteps, 'raised', 'accepted')?.bn, async () => {
    await supervising.answer('nonPunishmentClaim', 'decidedBy', code(claimAuthorities, 'court'))
    await supervising.answer('nonPunishmentClaim', 'outcome', code(claimOutcomes, 'discharged'))
  })
  await stands(supervising, code(claimStates, 'accepted'))
  await work.toCase()
  await expect.poll(() => mark.count(), { timeout: 45_000 }).toBe(0)
}

/** Those who work on her case meet; she said before what she wishes of it. */
export async function conferAbout(work: AtWork): Promise<void> {
  const { hand } = work
  await work.add('#conferences', 'caseConference')
  await work.fillDay('caseConference', 'plannedOn', today)
  await work.answer('caseConference', 'reason', code(conferenceReasons, 'return'))
  await work.answer('caseConference', 'topics', code(conferenceTopics, 'services'))
  await hand.press(say('form.next'))
  await work.answer('caseConference', 'wish', code(conferenceWishes, 'wordsOnly'))
  await hand.press(say('record.keep'))
  await stands(work, code(conferenceStates, 'planned'))
  await work.step(stepBetween(conferenceSteps, 'planned', 'held')?.bn, () =>
    hand.write(question('caseConference', 'minutes'), 'জমির কাগজ নিয়ে কথা হয়েছে'),
  )
  await stands(work, code(conferenceStates, 'held'))
  await work.back()
  await work.expectFit('way-conference')
}
