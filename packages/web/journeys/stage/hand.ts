import type { Locator, Page } from 'playwright-core'
import type { Visitor } from './visitor.ts'
import { literally } from './words.ts'

/** The thumb of somebody with a phone, or the mouse of somebody at a desk. It counts how often it came down. */
export interface Hand {
  readonly taps: number
  tap(what: Locator): Promise<void>
  /** Presses a button: of the question that is open, if one is. */
  press(button: string): Promise<void>
  /** Takes one answer of a question: a tap where all are shown, two where the device's own list must be opened. */
  choose(question: string, answer: string): Promise<void>
  /** Taps into the field of a question and types. */
  write(question: string, text: string): Promise<void>
}

/** A question by its words, whether or not it says behind them that it may be left out. */
function asked(question: string): RegExp {
  return new RegExp(`^${literally(question)}( \\(|$)`)
}

/** What holds the answers of a question: the device's own list, or a group with all of them in it. */
function answersTo(page: Page, question: string): Locator {
  const name = asked(question)
  return page.getByRole('combobox', { name }).or(page.getByRole('group', { name })).first()
}

export function handOf({ page, phone }: Visitor): Hand {
  let taps = 0
  const tap = async (what: Locator) => {
    await (phone ? what.tap() : what.click())
    taps += 1
  }
  return {
    get taps() {
      return taps
    },
    tap,
    async press(button) {
      const dialog = page.getByRole('dialog')
      const around = (await dialog.count()) > 0 ? dialog : page
      await tap(around.getByRole('button', { name: new RegExp(`^${literally(button)}( |$)`) }))
    },
    async choose(question, answer) {
      const answers = answersTo(page, question)
      const isList = await answers.evaluate((element) => element instanceof HTMLSelectElement)
      if (!isList) return tap(answers.getByText(answer, { exact: true }).first())
      await answers.selectOption({ label: answer })
      taps += 2
    },
    async write(question, text) {
      await page.getByRole('textbox', { name: asked(question) }).fill(text)
      taps += 1
    },
  }
}
