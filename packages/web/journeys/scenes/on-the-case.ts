import { type CaseRecordName, caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import {
  type CaseRequirement,
  type CaseState,
  caseRequirements,
  caseStates,
  plainDate,
} from '@setu/vocabulary'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriersOn } from '../harness/barriers.ts'
import { type Hand, handOf } from '../stage/hand.ts'
import { ask, expectTold, settled, type Visitor } from '../stage/visitor.ts'
import { speak } from '../stage/words.ts'

const { say, saying, code, question } = speak('bn')
const shots = process.env['SETU_SHOTS']

export const today = plainDate(new Date().toISOString().slice(0, 10))

/** Somebody at work on one case, on a phone. */
export interface AtWork {
  readonly visitor: Visitor
  readonly page: Page
  readonly address: string
  readonly hand: Hand
  /** Nothing runs out of the phone's side, and nothing stands in anybody's way. */
  expectFit(picture?: string): Promise<void>
  toCase(): Promise<void>
  /** Back to the case by the link of a record. */
  back(): Promise<void>
  /** Opens the form of a new record from its card. */
  add(card: string, record: CaseRecordName): Promise<void>
  /** Chooses an answer of a record by its words. */
  answer(record: CaseRecordName, field: string, words: string): Promise<void>
  fillDay(record: CaseRecordName, field: string, day: string): Promise<void>
  /** Takes the step of a record, with what its dialog asks. */
  step(label: string | undefined, answers?: () => Promise<void>): Promise<void>
  /** The dialog in which a case is moved, at a state. */
  wayTo(state: CaseState): Promise<string>
  /** Ticks off what somebody saw to, and moves the case. */
  moveTo(state: CaseState, seenTo?: readonly CaseRequirement[], reason?: string): Promise<void>
  /** Ticks off in the open dialog. */
  tick(seenTo: readonly CaseRequirement[]): Promise<void>
}

export function atWorkOn(visitor: Visitor, address: string): AtWork {
  const { page } = visitor
  const hand = handOf(visitor)
  const toCase = async () => {
    await page.goto(address)
    await settled(page, 'bn')
  }
  const dialog = () => page.getByRole('dialog')
  const wayTo = async (state: CaseState) => {
    await toCase()
    await hand.press(say('case.move'))
    await hand.tap(dialog().getByText(code(caseStates, state), { exact: true }))
    return dialog().innerText()
  }
  const tick = async (seenTo: readonly CaseRequirement[]) => {
    for (const one of seenTo) {
      const name = `${say('case.requirement-done')} ${code(caseRequirements, one)}`
      await hand.tap(dialog().getByRole('button', { name }))
      await expect.poll(() => dialog().getByRole('button', { name }).count()).toBe(0)
    }
  }
  return {
    visitor,
    page,
    address,
    hand,
    async expectFit(picture) {
      await settled(page, 'bn')
      if (picture !== undefined && shots !== undefined) {
        await page.evaluate(() => window.scrollTo(0, 0))
        await page.screenshot({ path: `${shots}/${picture}.png`, fullPage: true })
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await barriersOn(page)).toEqual([])
    },
    toCase,
    async back() {
      await hand.tap(page.getByRole('link', { name: say('record.to-case') }))
      await page.waitForURL(`**${address}`)
    },
    async add(card, record) {
      const what = say('case.add-what', { what: caseRecords[record].label.bn })
      await hand.tap(page.locator(card).getByRole('link', { name: what }))
    },
    answer: (record, field, words) => hand.choose(question(record, field), words),
    fillDay: (record, field, day) => page.getByLabel(new RegExp(question(record, field))).fill(day),
    async step(label = '', answers) {
      await hand.press(label)
      await dialog().waitFor()
      await answers?.()
      expect(await barriersOn(page)).toEqual([])
      await hand.press(label)
      await expect.poll(() => dialog().count()).toBe(0)
    },
    wayTo,
    tick,
    async moveTo(state, seenTo = [], reason) {
      await wayTo(state)
      await tick(seenTo)
      if (reason !== undefined) await hand.choose(say('case.reason'), reason)
      expect(await dialog().innerText()).not.toContain(say('case.missing'))
      await hand.press(say('case.move-now'))
      await expectTold(visitor, saying('case.moved'))
    },
  }
}

/** The state of a record, once its page says so. */
export async function stands({ page }: AtWork, words: string): Promise<void> {
  await page.getByText(words, { exact: true }).first().waitFor()
}

/** The case as the node holds it, past all screens. */
export async function fileOf({ visitor, address }: AtWork) {
  return JSON.parse((await ask(visitor, 'GET', address)).text) as Pick<
    CaseView,
    'version' | 'state' | 'records' | 'consents' | 'due'
  >
}

/** Where the records of a kind stand. */
export async function statesOf(work: AtWork, ...records: readonly CaseRecordName[]) {
  const { records: kept } = await fileOf(work)
  return kept
    .filter(({ record }) => records.includes(record))
    .map(({ record, state }) => `${record} ${state}`)
}
