import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { codeOf } from '../../packages/server/test/second-factor.ts'
import { startPostgres } from '../../tools/postgres.mjs'
import { peopleFrom } from '../database/people.mjs'
import { makeProgramme } from '../database/programme.mjs'
import { startNode } from '../database/server.mjs'

/**
 * How those who belong here fare while strangers guess: wrong sign-ins over a thousand names against a node in a
 * process of its own on PostgreSQL, beside people who are signed in and people who sign in from a known device.
 *
 *     .local/bin/node bench/accounts/flood.mjs [seconds] [wrong sign-ins a second]
 */
const [seconds = 30, wrongASecond = 50] = process.argv.slice(2).map(Number)
const askedASecond = 10
const signInsASecond = 1
const names = 1000
const password = 'forty herons over the haor'

/** @typedef {{ status: number, body: any, cookies: Record<string, string>, took: number }} Answer */

const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
const home = mkdtempSync(`${tmpdir()}/setu-flood-`)
const postgres = await startPostgres({ durable: true })
const everybody = peopleFrom('setu')
const people = { ...everybody, accounts: everybody.accounts.map(withPassword) }
const programme = await makeProgramme({ server: postgres.url, cases: 300, seed: 'setu', home, people })
const node = await startNode({
  DATABASE_URL: programme.url,
  SETU_KEY_FILE: programme.keyFile,
  SETU_DATA: `${home}/data`,
})

/**
 * @param {typeof everybody.accounts[number]} account
 * @param {number} at
 */
function withPassword(account, at) {
  return at < 20 ? { ...account, password } : account
}

/**
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {Record<string, string>} cookies
 * @param {unknown} [body]
 * @returns {Promise<Answer>}
 */
function ask(method, path, cookies, body) {
  const sent = body === undefined ? null : Buffer.from(JSON.stringify(body))
  const headers = {
    cookie: Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    'x-setu': '1',
    ...(sent === null ? {} : { 'content-type': 'application/json', 'content-length': sent.length }),
  }
  const began = performance.now()
  return new Promise((resolve) => {
    const asked = request(`${node.origin}/api${path}`, { agent, method, headers }, (response) => {
      let text = ''
      response.on('data', (piece) => {
        text += String(piece)
      })
      const set = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]?.split('=') ?? [])
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: text === '' ? null : JSON.parse(text),
          cookies: { ...cookies, ...Object.fromEntries(set) },
          took: performance.now() - began,
        }),
      )
    })
    // A line that was cut is an answer too: it counts as a failure.
    asked.on('error', ({ message }) =>
      resolve({ status: 0, body: { code: message }, cookies, took: performance.now() - began }),
    )
    asked.end(sent)
  })
}

/** @param {string} name */
async function firstSignIn(name) {
  const begun = await ask('POST', '/session', {}, { name, password })
  const totp = await ask('POST', '/session/totp', begun.cookies)
  const code = codeOf(totp.body.secret)
  const { status, body, cookies } = await ask('POST', '/session/totp/confirm', begun.cookies, { code })
  if (status !== 200) throw new Error(`nobody came in: ${status}`)
  return { name, cookies, recovery: /** @type {string[]} */ (body.recovery) }
}

/**
 * Does something so many times a second, whether or not what came before was answered.
 *
 * @param {number} aSecond
 * @param {(at: number) => Promise<unknown>} act
 */
async function steadily(aSecond, act) {
  const began = performance.now()
  const acts = []
  for (let at = 0; at < seconds * aSecond; at += 1) {
    await setTimeout(Math.max(0, began + (at * 1000) / aSecond - performance.now()))
    acts.push(act(at))
  }
  await Promise.all(acts)
}

const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${node.pid}/status`, 'utf8'))?.[1]) / 1024

/** @param {readonly number[]} values @param {number} part */
const quantile = (values, part) =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0

/** @param {string} what @param {readonly number[]} took @param {number} failed */
function line(what, took, failed) {
  const figures = [0.5, 0.95, 1].map((part) => quantile(took, part).toFixed(0))
  console.log(`| ${what} | ${[took.length, failed, ...figures].join(' | ')} |`)
}

/**
 * @param {readonly Awaited<ReturnType<typeof firstSignIn>>[]} known
 * @param {number} wrong
 */
async function measure(known, wrong) {
  /** @type {Record<string, number>} */
  const answers = {}
  /** @type {{ took: number[], failed: number }} */
  const readings = { took: [], failed: 0 }
  /** @type {{ took: number[], failed: number }} */
  const comings = { took: [], failed: 0 }
  const before = memory()

  await Promise.all([
    steadily(wrong, async (at) => {
      const name = people.accounts[(20 + at) % names]?.signInName ?? `nobody${at % names}`
      const { status, body } = await ask('POST', '/session', {}, { name, password: 'not the password' })
      const said = `${status} ${body?.code ?? ''}`
      answers[said] = (answers[said] ?? 0) + 1
    }),
    steadily(askedASecond, async (at) => {
      const { cookies = {} } = known[10 + (at % 10)] ?? {}
      const { status, took } = await ask('GET', at % 2 === 0 ? '/my-day' : '/cases', cookies)
      readings.took.push(took)
      if (status !== 200) readings.failed += 1
    }),
    steadily(signInsASecond, async (at) => {
      const person = known[at % known.length]
      if (!person) throw new Error('nobody is known')
      const device = { 'setu-device': person.cookies['setu-device'] ?? '' }
      const began = performance.now()
      const half = await ask('POST', '/session', device, { name: person.name, password })
      const code = person.recovery.shift() ?? ''
      const whole = await ask('POST', '/session/factor', half.cookies, { code })
      comings.took.push(performance.now() - began)
      if (whole.status !== 200) comings.failed += 1
    }),
  ])

  line(`requests of people who are signed in, ${wrong} wrong a second`, readings.took, readings.failed)
  line(`whole sign-ins from known devices, ${wrong} wrong a second`, comings.took, comings.failed)
  return { answers, memory: [before, memory()] }
}

try {
  /** @type {Awaited<ReturnType<typeof firstSignIn>>[]} */
  const known = []
  for (const { signInName } of people.accounts.slice(0, 20)) known.push(await firstSignIn(signInName))
  console.log(`wrong sign-ins over ${names} names, ${seconds} s without and ${seconds} s with them`)
  console.log('| | asked | failed | p50 ms | p95 | most |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  await measure(known, 0)
  const { answers, memory: grown } = await measure(known, wrongASecond)
  console.log(`what the strangers heard: ${JSON.stringify(answers)}`)
  console.log(`memory of the node, MB before and after: ${grown.map((mb) => mb.toFixed(0)).join(', ')}`)
} finally {
  agent.destroy()
  await node.stop()
  await programme.drop()
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
