import { randomUUID } from 'node:crypto'
import { demoWindow } from '@setu/vocabulary'
import { asOwn, openOwnWindow, passOf, receiptKeys } from '../platform/index.ts'
import { answerMessage, type CaseRef, writeOwnMessage } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

/** Somebody with a receipt writes from a phone of her own, at a moment that has gone by. */
async function writeAsHer({ node, draws }: Setting, at: Date, words: string): Promise<void> {
  node.engine.tellTime?.(at)
  const then = { ...node, clock: () => at }
  const visit = {
    node: then,
    device: 'demonstration',
    request: randomUUID(),
    cookie: null,
    deviceCookie: null,
    ownCookie: null,
  }
  const cookie = await openOwnWindow(visit, await receiptKeys(then, demoWindow, 'known'))
  if (cookie === null) throw new TypeError('a window of the demonstration that does not open')
  await asOwn(then, passOf(cookie), async (work, log) => {
    await writeOwnMessage(work, { id: draws.id(), words })
    await log({
      request: randomUUID(),
      action: 'own.write',
      method: 'POST',
      status: 204,
      problem: null,
      reason: null,
      count: null,
    })
  })
}

/** The survivor whose numbers are told wrote twice: she was answered, and what she asked since then waits. */
export async function tellPastMessages(setting: Setting, file: CaseRef): Promise<void> {
  const { troupe, directory, draws, now } = setting
  const before = (hours: number) => new Date(now.getTime() - hours * hour)
  await writeAsHer(setting, before(76), 'আপা, সেলাইয়ের ক্লাস কি বিকেলে হতে পারে? সকালে ঘরের কাজ থাকে।')
  await troupe.as(directory.person('asha'), before(70), 'messages.answer', (work) =>
    answerMessage(work, file, {
      id: draws.id(),
      words: 'হ্যাঁ, বিকেল চারটায় আরেকটি দল আছে। সামনের সপ্তাহ থেকে আপনি তাতে আসতে পারেন।',
    }).then(() => undefined),
  )
  await writeAsHer(setting, before(5), 'ধন্যবাদ। আসা-যাওয়ার ভাড়া কি পাওয়া যাবে?')
}
