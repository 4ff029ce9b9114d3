import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../harness/browser.ts'
import { typedWords } from '../harness/typed-words.ts'
import { type Name, raiseStage, type Scene, type SentText, type Stage } from './stage.ts'
import { expectNothingHeld, type Place, placeToSweep } from './sweep.ts'
import { type Coming, comeIn, type Visitor, visit } from './visitor.ts'

/** A stage, a browser and everybody who came, for the tests of one `describe` or file. */
export interface Play {
  readonly origin: string
  /** Somebody who comes in by their link, on a device of their own. */
  comeIn(name: Name, coming?: Coming): Promise<Visitor>
  /** Six minutes after everybody's last proof that it is they. */
  later(): Promise<void>
  /** Alerts of criminal cases are given whose day has come. */
  alerts(): Promise<void>
  /** Reminders go out as at a moment that has not come; what the operator was given so far. */
  texts(at: string): Promise<readonly SentText[]>
  /** A device with nobody signed in. */
  visit(coming?: Coming): Promise<Visitor>
}

/**
 * Opens before the first test and closes after the last. No test may leave a browser with a complaint, and nothing
 * that was typed about survivors may stand in a file in the end: not of the database, its journal and a backup, nor
 * of the log, nor in whatever the node and the browsers put aside.
 */
export function openPlay(scene: Scene = {}): Play {
  let stage: Stage | undefined
  let browser: Browser | undefined
  const visitors: Visitor[] = []

  let place: Place | undefined

  beforeAll(async () => {
    place = placeToSweep()
    stage = await raiseStage({ ...scene, folder: place.folder })
    browser = await launchBrowser()
  })
  afterEach(() => {
    for (const { complaints } of visitors) expect(complaints, 'what a browser complained about').toEqual([])
  })
  afterAll(async () => {
    try {
      // The browser is still open, so that what it has put aside is there to be found.
      if (stage && place) expectNothingHeld(place.folder, await stage.sweep(typedWords()))
    } finally {
      await browser?.close()
      await stage?.close()
      place?.clear()
    }
  })

  const open = () => {
    if (stage === undefined || browser === undefined) throw new Error('the play has not begun')
    return { stage, browser }
  }
  const remembered = (visitor: Visitor) => {
    visitors.push(visitor)
    return visitor
  }
  return {
    get origin() {
      return open().stage.origin
    },
    later: () => open().stage.later(),
    alerts: () => open().stage.alerts(),
    texts: (at) => open().stage.texts(at),
    comeIn: async (name, coming) =>
      remembered(await comeIn(await visit(open().browser, open().stage, coming), open().stage.entry(name))),
    visit: async (coming) => remembered(await visit(open().browser, open().stage, coming)),
  }
}
