import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ageBands,
  ageCertainties,
  communicationMeans,
  conflictAnswers,
  consentTexts,
  sexes,
} from '@setu/vocabulary'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProfile } from './harness/browser.ts'
import { handOf } from './stage/hand.ts'
import { raiseStage, type Stage } from './stage/stage.ts'
import { speak } from './stage/words.ts'

const { say, code, question } = speak('bn')

/** A word that nothing else would contain. */
const canary = `cnry${randomUUID().replaceAll('-', '')}`

const folder = mkdtempSync(join(tmpdir(), 'setu-sweep-'))
const temporary = process.env['TMPDIR']
let stage: Stage

beforeAll(async () => {
  mkdirSync(join(folder, 'tmp'))
  // Whatever the node and the browser put aside while they work lies in the folder too.
  process.env['TMPDIR'] = join(folder, 'tmp')
  stage = await raiseStage({ folder })
})
afterAll(async () => {
  await stage.close()
  if (temporary === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = temporary
  rmSync(folder, { recursive: true, force: true })
})

test('LK-07: a survivor’s words, typed and read in a browser, stand in no file afterwards', async () => {
  const profile = await openProfile(join(folder, 'profile'), { baseURL: stage.origin })
  const page = await profile.newPage()
  page.setDefaultTimeout(15_000)
  const hand = handOf({ page, language: 'bn', phone: false, complaints: [], expects: () => undefined })
  const next = () => hand.press(say('form.next'))
  await page.goto(stage.entry('asha'))
  await hand.tap(page.getByRole('link', { name: say('palette.new-case') }).first())
  await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
  await next()
  await hand.choose(question('caseFacts', 'ageBand'), code(ageBands, '25-29'))
  await hand.choose(question('caseFacts', 'ageCertainty'), code(ageCertainties, 'stated'))
  await hand.choose(question('caseFacts', 'sex'), code(sexes, 'female'))
  await next()
  await hand.write(question('personContact', 'safeWay'), `${canary} way`)
  await hand.choose(question('personContact', 'means'), code(communicationMeans, 'ownPhone'))
  await next()
  await hand.write(question('personIdentity', 'name'), `${canary} name`)
  await next()
  await hand.write(question('caseNarrative', 'ownWords'), `${canary} words`)
  await next()
  await hand.choose(consentTexts.questions.storeIdentity.bn, say('consent.yes'))
  await hand.press(say('new-case.open'))
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
  await hand.press(say('show.identity'))
  await hand.press(say('show.open'))
  await page.getByText(`${canary} name`).first().waitFor()
  await profile.close()
  const { files, plain, held } = await stage.sweep(canary)
  process.stdout.write(`\nLK-07: ${files} files\n`)
  expect(files).toBeGreaterThan(300)
  // What is not sealed is found: in the tables, in the journal or the backup, and on the page that was open.
  expect(plain.some((file) => file.startsWith('data'))).toBe(true)
  expect(plain.some((file) => file.startsWith('backup'))).toBe(true)
  expect(held.map((file) => file.slice(folder.length))).toEqual([])
})
