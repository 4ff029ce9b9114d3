import { createHash, randomUUID } from 'node:crypto'
import { openSession } from '../../packages/server/src/platform/index.ts'
import { caseCodeFrom } from '../../packages/vocabulary/src/index.ts'

/**
 * What is measured: what a caseworker or a supervisor does all day, through HTTP, each with the bare
 * statements for the same rows beside it.
 *
 * @typedef {import('./bare.mjs').Bare} Bare
 * @typedef {import('./client.mjs').Client} Client
 * @typedef {import('./people.mjs').Seat} Seat
 * @typedef {import('./programme.mjs').Programme} Programme
 * @typedef {import('./measure.mjs').Ask} Ask
 * @typedef {{ name: string, setu: Ask, bare: Ask }} Task
 * @typedef {{ org: string, id: string, code: string }} File
 * @typedef {Seat & { cookie: string, files: readonly File[], opened: readonly File[] }} Reader
 */

const realEach = 3

/** @param {Seat} seat */
function newCase({ unit }) {
  return {
    command: randomUUID(),
    id: randomUUID(),
    unit,
    urgency: 'standard',
    conflict: 'none',
    identity: {
      name: 'মোছাঃ নাসরিন আক্তার',
      nameInOtherScript: 'Mst. Nasrin Akter',
      father: 'মোঃ আব্দুল করিম',
      mother: 'রহিমা খাতুন',
      birth: '2001-03',
      identityNumber: '19952692512345678',
    },
    contact: {
      safeWay: 'বিকেল পাঁচটার পরে বোনের নম্বরে ফোন করুন; সেলাই প্রশিক্ষণ নিয়ে কথা বলছেন বলে জানান। বাড়িতে যাবেন না।',
      means: 'trustedPerson',
      mobile: '+8801712345678',
      street: 'গ্রাম: উত্তরপাড়া',
    },
    facts: {
      ageBand: '25-29',
      ageCertainty: 'stated',
      sex: 'female',
      language: 'bn',
      homeDistrict: 'BD4041',
      exploitation: ['ForcedLabour'],
    },
    narrative: {
      ownWords: 'আমাকে বলা হয়েছিল ঢাকায় কাজ আছে। '.repeat(15),
      safetyNow: 'এখন বোনের বাড়িতে আছেন। '.repeat(6),
    },
  }
}

/**
 * The readers with their cases, three of which each opened by hand over HTTP, so that they hold values that
 * open.
 *
 * @param {Programme} programme
 * @param {Client} client
 * @returns {Promise<{ readers: Reader[], supervisor: Seat & { cookie: string } }>}
 */
export async function signIn({ node, keys, readers: seats, supervisor }, client) {
  /** @param {Seat} seat */
  const cookieOf = ({ org, account }) =>
    openSession(node, { org, account, device: 'bench', memberKey: keys.get(account) })
  /** @type {Reader[]} */
  const readers = []
  for (const seat of seats) {
    const cookie = await cookieOf(seat)
    /** @type {File[]} */
    const opened = []
    for (let made = 0; made < realEach; made += 1) {
      opened.push(JSON.parse((await client.ask('POST', '/cases', cookie, newCase(seat))).body))
    }
    const { items } = JSON.parse((await client.ask('GET', '/cases?mine=1', cookie)).body)
    readers.push({ ...seat, cookie, files: items, opened })
  }
  return { readers, supervisor: { ...supervisor, cookie: await cookieOf(supervisor) } }
}

/**
 * The tasks. Readers take turns, and each goes through their own cases.
 *
 * @param {{ readers: readonly Reader[], supervisor: Seat & { cookie: string } }} who
 * @param {Client} client
 * @param {Bare} bare
 * @returns {Task[]}
 */
export function tasksFor({ readers, supervisor }, client, bare) {
  const opens = () => ({ command: randomUUID(), part: 'identity', reason: 'planningCare' })
  /** @type {(method: 'GET' | 'POST', path: string, cookie: string, body?: unknown) => Promise<void>} */
  const ask = async (method, path, cookie, body) => void (await client.ask(method, path, cookie, body))
  const any = { setu: turns(readers), bare: turns(readers) }
  let codes = 0
  const freshCode = () =>
    caseCodeFrom(
      createHash('sha256')
        .update(`bare ${(codes += 1)} ${randomUUID()}`)
        .digest()
        .subarray(0, 8),
    )
  return [
    {
      name: 'list: a caseworker’s forty cases',
      setu: () => ask('GET', '/cases', any.setu().cookie),
      bare: () => bare.ownCases(any.bare()),
    },
    {
      name: 'list: a supervisor’s first fifty',
      setu: () => ask('GET', '/cases', supervisor.cookie),
      bare: () => bare.unitCases(supervisor),
    },
    {
      name: 'open a case',
      setu: over(any.setu, 'files', ({ cookie }, { org, id }) => ask('GET', `/cases/${org}/${id}`, cookie)),
      bare: over(any.bare, 'files', (reader, file) => bare.case(reader, file)),
    },
    {
      name: 'open sealed identity',
      setu: over(any.setu, 'opened', ({ cookie }, { org, id }) =>
        ask('POST', `/cases/${org}/${id}/open-part`, cookie, opens()),
      ),
      bare: over(any.bare, 'opened', (reader, file) => bare.identity(reader, file)),
    },
    {
      name: 'search by code',
      setu: over(any.setu, 'files', ({ cookie }, { code }) => ask('GET', `/cases?code=${code}`, cookie)),
      bare: over(any.bare, 'files', (reader, { code }) => bare.byCode(reader, code)),
    },
    {
      name: 'create a case',
      setu: () => {
        const reader = any.setu()
        return ask('POST', '/cases', reader.cookie, newCase(reader))
      },
      bare: () => bare.add(any.bare(), freshCode()),
    },
  ]
}

/**
 * Gives one after the other, from the first again after the last.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @returns {() => Item}
 */
export function turns(items) {
  let at = 0
  return () => {
    const item = items[at % items.length]
    at += 1
    if (item === undefined) throw new Error('nobody to take a turn')
    return item
  }
}

/**
 * @param {() => Reader} reader
 * @param {'files' | 'opened'} which
 * @param {(reader: Reader, file: File) => Promise<void>} run
 * @returns {Ask}
 */
function over(reader, which, run) {
  let at = 0
  return () => {
    const one = reader()
    const file = one[which][at % one[which].length]
    at += 1
    if (!file) throw new Error('a reader without cases')
    return run(one, file)
  }
}
