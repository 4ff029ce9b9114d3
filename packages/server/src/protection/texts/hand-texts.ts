import { addDays, entryOf, isCode, reminderTexts, type TextRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  type Clock,
  type Db,
  dayOf,
  type Engine,
  type Handed,
  hourOf,
  inTransaction,
  openNumber,
  type ReminderKey,
  type TextGateway,
} from '../../platform/index.ts'
import { textRulesOn } from './text-store.ts'

/** With what texts go out: the way to an operator, and the keys that open the numbers. */
export interface Sending {
  readonly gateway: TextGateway
  readonly keys: readonly ReminderKey[]
}

interface Taken {
  readonly org: string
  readonly id: string
  readonly choice: string
  readonly key: string
  readonly number: Buffer
  readonly wording: string
  readonly language: 'en' | 'bn'
  readonly tries: number
}

interface Outcome {
  readonly state: 'handed' | 'waiting' | 'unknown' | 'unsent'
  readonly because: string | null
  readonly next: Date | null
}

/** Nobody waits so long for an operator: what is still being handed over then was cut off with its process. */
const cutOffMinutes = 10
/** One round of work ends before the next is due to look after it. */
const roundMs = 90_000

const asMessenger = <Result>(engine: Engine, run: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction(engine, { role: 'setu_notify' }, run)

function take(engine: Engine, now: Date): Promise<Taken | null> {
  return asMessenger(engine, async (db) => {
    const { rows } = await sql<Taken>`
      select org, id, choice, key_id as key, number, wording, language, tries
      from text_take(${now.toISOString()}::timestamptz)`.execute(db)
    return rows[0] ?? null
  })
}

const unsent = (because: string): Outcome => ({ state: 'unsent', because, next: null })

function outcomeOf(handed: Handed, { tries }: Taken, rules: TextRules, now: Date): Outcome {
  switch (handed) {
    case 'handed':
      return { state: 'handed', because: null, next: null }
    case 'refused':
      return unsent('refused')
    case 'unknown':
      return { state: 'unknown', because: 'cutOff', next: null }
    case 'later':
      return tries >= rules.tries
        ? unsent('tooLate')
        : { state: 'waiting', because: null, next: new Date(now.getTime() + rules.waitMinutes * 60_000) }
  }
}

/** Opens the number, finds the words in the list, and hands both over. No more is known of anybody here. */
async function hand(
  { gateway, keys }: Sending,
  taken: Taken,
  rules: TextRules,
  clock: Clock,
): Promise<Outcome> {
  const { org, id, choice, wording, language } = taken
  const key = keys.find(({ id: name }) => name === taken.key)
  if (key === undefined) return unsent('otherKey')
  if (!isCode(reminderTexts, wording)) return unsent('over')
  let number: string
  try {
    number = await openNumber(key, { org, choice, sealed: taken.number })
  } catch {
    return unsent('otherKey')
  }
  const text = entryOf(reminderTexts, wording)[language]
  const handed = await gateway.hand({ id, number, text }).catch((): Handed => 'unknown')
  return outcomeOf(handed, taken, rules, clock())
}

interface Recalled {
  /** Nothing where the case was erased. */
  readonly org: string | null
  readonly id: string
  readonly why: string
}

/** Has back what still lies where it was put and may not go out any more; a person reminds then. */
async function takeBack(engine: Engine, clock: Clock, { back }: TextGateway, over: string): Promise<void> {
  const ids = (await back?.lying()) ?? []
  if (back === undefined || ids.length === 0) return
  const { rows } = await asMessenger(engine, (db) =>
    sql<Recalled>`select org, id, why from texts_to_take_back(${ids}::uuid[], ${over}::date)`.execute(db),
  )
  for (const { org, id, why } of rows) {
    const remember = () =>
      asMessenger(engine, async (db) => {
        const at = clock().toISOString()
        await sql`select text_taken_back(${org}, ${id}, ${why}, ${at}::timestamptz)`.execute(db)
      })
    // One that cannot be moved is tried again in a minute, and keeps nobody else's from going out.
    await back.take(id, remember).catch(() => false)
  }
}

const isWithin = ({ from, until }: TextRules, now: Date): boolean =>
  hourOf(now) >= from && hourOf(now) < until

/**
 * Hands over what is due. Each text is marked before the operator is asked and again once the answer is there: a process
 * that dies in between leaves one of which nobody knows, and a person sees to it.
 */
async function handAll(engine: Engine, clock: Clock, sending: Sending, rules: TextRules): Promise<number> {
  const ends = clock().getTime() + roundMs
  let many = 0
  for (let now = clock(); now.getTime() < ends && isWithin(rules, now); now = clock()) {
    const taken = await take(engine, now)
    if (taken === null) break
    const { state, because, next } = await hand(sending, taken, rules, clock)
    await asMessenger(engine, (db) =>
      sql`select text_handed(${taken.org}, ${taken.id}, ${state}, ${because}, ${clock().toISOString()}::timestamptz,
          ${next?.toISOString() ?? null}::timestamptz)`.execute(db),
    )
    many += 1
  }
  return many
}

/**
 * The work of the clock: within the hours that are laid down, reminders go out to those who chose them; after that, what
 * was handed over counts as reminded, and all else is left to a person. What was put down and not fetched is had back once
 * it may not go out any more.
 */
export async function handTexts(engine: Engine, clock: Clock, sending: Sending | null): Promise<number> {
  const now = clock()
  const today = dayOf(now)
  const rules = await inTransaction(engine, { role: 'setu_clock' }, (db) => textRulesOn(db, today))
  const at = now.toISOString()
  const before = new Date(now.getTime() - cutOffMinutes * 60_000).toISOString()
  const over = hourOf(now) >= rules.until ? today : addDays(today, -1)
  await asMessenger(engine, (db) =>
    sql`select texts_cut_off(${before}::timestamptz, ${at}::timestamptz)`.execute(db),
  )
  if (sending !== null) await takeBack(engine, clock, sending.gateway, over)
  await asMessenger(engine, (db) => sql`select texts_day_over(${over}::date, ${at}::timestamptz)`.execute(db))
  if (sending === null || !isWithin(rules, now)) return 0
  await asMessenger(engine, (db) => sql`select texts_plan(${at}::timestamptz)`.execute(db))
  return handAll(engine, clock, sending, rules)
}
