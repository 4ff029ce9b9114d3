import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrol } from '../test/first-sign-in.ts'

const launcher = fileURLToPath(new URL('../../../bin/setu', import.meta.url))
const patience = 180_000

let home: string
const nodes: ChildProcess[] = []

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'setu-cli-'))
})

afterAll(async () => {
  for (const node of nodes) {
    const ended = new Promise((resolve) => node.once('exit', resolve))
    if (node.exitCode === null && node.kill('SIGTERM')) await ended
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}, patience)

interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

type Variables = Readonly<Record<string, string>>
const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env

function start(words: readonly string[], env: Variables): ChildProcess {
  return spawn(launcher, words, {
    cwd: home,
    env: { PATH, NODE_COMPILE_CACHE, HOME: home, LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function setu(words: readonly string[], env: Variables = {}): Promise<Said> {
  const child = start(words, env)
  let [out, err] = ['', '']
  child.stdout?.on('data', (piece: Buffer) => {
    out += piece.toString('utf8')
  })
  child.stderr?.on('data', (piece: Buffer) => {
    err += piece.toString('utf8')
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

/** A real installation, from `setu start --empty` to its first administrator. */
async function newNode(name: string): Promise<string> {
  const node = start(['start', '--empty'], {
    SETU_DATA: join(home, name, 'data'),
    SETU_KEY_FILE: join(home, name, 'keys', 'node.key'),
    PORT: '0',
  })
  nodes.push(node)
  const origin = await new Promise<string>((resolve, reject) => {
    let out = ''
    node.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString('utf8')
      const [, address] = /Setu is ready: (http\S+)/.exec(out) ?? []
      if (address !== undefined) resolve(address)
    })
    node.on('exit', () => reject(new Error(`the node ended: ${out}`)))
  })
  const beginning = {
    organisation: { nameEn: 'Asha', nameBn: 'আশা', type: 'ngo' },
    unit: { nameEn: 'Jashore', nameBn: 'যশোর' },
    account: { name: 'Kamal Hossain', signInName: 'kamal', password: adminPassword },
  }
  const headers = { 'content-type': 'application/json', 'x-setu': '1' }
  const begun = await fetch(`${origin}/api/first-run`, {
    method: 'POST',
    headers,
    body: JSON.stringify(beginning),
  })
  expect(begun.status).toBe(201)
  await enrolled(origin, 'kamal', adminPassword)
  return origin
}

/** The recovery codes that people have on paper, by node and name. */
const papers = new Map<string, string[]>()

async function enrolled(origin: string, name: string, given: string, own = given): Promise<void> {
  papers.set(`${origin} ${name}`, await enrol(origin, { name, given, own }))
}

const adminPassword = 'a river runs by the bridge'
const givenPassword = 'ten kites over khulna'
const workerPassword = 'mango leaves in the rain'

/** Someone's own corner of the machine, so that two people can be signed in at once. */
const as = (who: string): Variables => ({ XDG_STATE_HOME: join(home, 'state', who) })

async function signedIn(who: string, name: string, password: string, origin: string): Promise<void> {
  const { code, err } = await setu(['sign-in', name, '--node', origin], {
    ...as(who),
    SETU_PASSWORD: password,
    SETU_CODE: papers.get(`${origin} ${name}`)?.pop() ?? '',
  })
  expect([code, err]).toEqual([0, ''])
}

async function addWorker(origin: string, who: string, signInName: string): Promise<void> {
  await signedIn(who, 'kamal', adminPassword, origin)
  const words = [
    'user',
    'add',
    '--sign-in-name',
    signInName,
    '--name',
    'Asha Khatun',
    '--role',
    'caseworker',
    '--focal',
  ]
  const { code, out, err } = await setu(words, { ...as(who), SETU_NEW_PASSWORD: givenPassword })
  expect([code, out, err]).toEqual([0, `Asha Khatun can sign in as ${signInName}.\n`, ''])
  const early = await setu(['sign-in', signInName, '--node', origin], {
    ...as(signInName),
    SETU_PASSWORD: givenPassword,
  })
  expect([early.code, early.err]).toEqual([3, expect.stringContaining('sign in once in a browser first')])
  await enrolled(origin, signInName, givenPassword, workerPassword)
  const waits = await setu(['user', 'let-in'], as(who))
  expect(waits.out).toMatch(new RegExp(`^${signInName}\\s+Asha Khatun · Jashore$`, 'm'))
  expect((await setu(['user', 'let-in', 'nobody'], as(who))).code).toBe(1)
  const letIn = await setu(['user', 'let-in', signInName], as(who))
  expect([letIn.code, letIn.out]).toEqual([0, 'Asha Khatun holds the key of Jashore now.\n'])
}

describe('the command line of a node', () => {
  let here: string
  let there: string

  beforeAll(async () => {
    here = await newNode('here')
    there = await newNode('there')
  }, patience)

  test(
    'lets nobody in without a password, and keeps a session for its owner alone',
    async () => {
      const without = await setu(['sign-in', 'kamal', '--node', here], as('admin'))
      expect([without.code, without.err]).toEqual([2, expect.stringContaining('SETU_PASSWORD')])
      const wrong = await setu(['sign-in', 'kamal', '--node', here], {
        ...as('admin'),
        SETU_PASSWORD: 'wrong',
      })
      expect([wrong.code, wrong.err]).toEqual([
        1,
        expect.stringContaining('The name or the password is not right.'),
      ])
      const bangla = await setu(['sign-in', 'kamal', '--node', here], {
        ...as('admin'),
        SETU_PASSWORD: 'wrong',
        LANG: 'bn_BD.UTF-8',
      })
      expect(bangla.err).toContain('নাম বা পাসওয়ার্ড সঠিক নয়')
      const halfWay = await setu(['sign-in', 'kamal', '--node', here], {
        ...as('admin'),
        SETU_PASSWORD: adminPassword,
      })
      expect([halfWay.code, halfWay.err]).toEqual([2, expect.stringContaining('SETU_CODE')])
      const guessed = await setu(['sign-in', 'kamal', '--node', here], {
        ...as('admin'),
        SETU_PASSWORD: adminPassword,
        SETU_CODE: 'abcd-efgh-jkmn-pqrs',
      })
      expect([guessed.code, guessed.err]).toEqual([1, expect.stringContaining('This code is not right')])
      expect(existsSync(join(home, 'state', 'admin'))).toBe(false)

      await signedIn('admin', 'kamal', adminPassword, here)
      const file = join(home, 'state', 'admin', 'setu', 'session.json')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(readFileSync(file, 'utf8')).not.toContain(adminPassword)
    },
    patience,
  )

  test(
    'adds people, lists them and closes their accounts',
    async () => {
      await addWorker(here, 'admin', 'asha')
      const list = await setu(['user', 'list'], as('admin'))
      expect(list.out).toMatch(/^asha\s+Asha Khatun · Caseworker$/m)
      const again = await setu(
        ['user', 'add', '--sign-in-name', 'asha', '--name', 'Another', '--role', 'caseworker'],
        { ...as('admin'), SETU_NEW_PASSWORD: workerPassword },
      )
      expect([again.code, again.err]).toEqual([1, expect.stringContaining('This sign-in name is taken.')])
      const weak = await setu(
        ['user', 'add', '--sign-in-name', 'mina', '--name', 'Mina', '--role', 'caseworker'],
        { ...as('admin'), SETU_NEW_PASSWORD: 'password1234' },
      )
      expect(weak.code).toBe(1)
      const role = await setu(
        ['user', 'add', '--sign-in-name', 'mina', '--name', 'Mina', '--role', 'queen'],
        as('admin'),
      )
      expect([role.code, role.err]).toEqual([2, expect.stringContaining('caseworker, supervisor')])

      await setu(['user', 'add', '--sign-in-name', 'bina', '--name', 'Bina Roy', '--role', 'caseworker'], {
        ...as('admin'),
        SETU_NEW_PASSWORD: givenPassword,
      })
      await enrolled(here, 'bina', givenPassword, workerPassword)
      await signedIn('bina', 'bina', workerPassword, here)
      expect((await setu(['user', 'disable', 'bina'], as('admin'))).code).toBe(0)
      expect((await setu(['user', 'list'], as('admin'))).out).toMatch(
        /^bina\s+Bina Roy · Caseworker \(closed\)$/m,
      )
      expect((await setu(['user', 'list'], as('bina'))).code).toBe(3)
      expect((await setu(['user', 'disable', 'nobody'], as('admin'))).code).toBe(1)
    },
    patience,
  )

  test(
    'takes cases out of one node and brings them into another, whole',
    async () => {
      await addWorker(there, 'other-admin', 'nadia')
      await signedIn('asha', 'asha', workerPassword, here)
      await signedIn('nadia', 'nadia', workerPassword, there)
      await openCase()

      const out = join(home, 'cases.csv')
      const exported = await setu(['export', '--format', 'csv', '--out', out], as('asha'))
      expect([exported.code, exported.err]).toEqual([0, ''])
      expect(statSync(out).mode & 0o777).toBe(0o600)
      expect(readFileSync(out, 'utf8')).toContain('রহিমা খাতুন')
      const again = await setu(['export', '--format', 'csv', '--out', out], as('asha'))
      expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')])

      const looked = await setu(['import', out, '--check'], as('nadia'))
      expect([looked.code, looked.err]).toEqual([0, ''])
      expect(looked.out).toMatch(/1 rows; 1 cases to bring in, 0 here already/)
      const unasked = await setu(['import', out], as('nadia'))
      expect([unasked.code, unasked.err]).toEqual([2, expect.stringContaining('nothing was stored')])
      const imported = await setu(['import', out, '--yes'], as('nadia'))
      expect([imported.code, imported.err]).toEqual([0, ''])
      expect(imported.out).toContain('1 cases were brought in.')

      const back = join(home, 'back.xlsx')
      expect((await setu(['export', '--format', 'xlsx', '--out', back], as('nadia'))).code).toBe(0)
      expect(readFileSync(back).subarray(0, 2).toString()).toBe('PK')
    },
    patience,
  )

  async function openCase(): Promise<void> {
    const { cookie } = JSON.parse(
      readFileSync(join(home, 'state', 'asha', 'setu', 'session.json'), 'utf8'),
    ) as { cookie: string }
    const headers = { cookie, 'content-type': 'application/json', 'x-setu': '1' }
    const session = (await (await fetch(`${here}/api/session`, { headers })).json()) as {
      units: { id: string }[]
    }
    const body = {
      command: randomUUID(),
      id: randomUUID(),
      unit: session.units[0]?.id,
      urgency: 'standard',
      conflict: 'none',
      identity: { name: 'রহিমা খাতুন' },
      facts: { ageBand: '25-29', ageCertainty: 'stated', sex: 'female' },
    }
    const opened = await fetch(`${here}/api/cases`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect([opened.status, await opened.text()]).toEqual([201, expect.any(String)])
  }

  test(
    'says what is wrong with a file, stores nothing, and ends with 1',
    async () => {
      const bad = join(home, 'bad.csv')
      writeFileSync(bad, 'this is,no case file\n1,2\n')
      const { code, err } = await setu(['import', bad, '--yes'], as('nadia'))
      expect([code, err]).toEqual([1, expect.stringContaining('Nothing was stored')])
      expect((await setu(['import', join(home, 'nowhere.csv')], as('nadia'))).code).toBe(2)
      expect((await setu(['import'], as('nadia'))).code).toBe(2)
    },
    patience,
  )

  test(
    'shows a session to no other node, and asks to sign in there',
    async () => {
      const { code, err } = await setu(['user', 'list', '--node', there], as('admin'))
      expect([code, err]).toEqual([3, 'Please sign in first: setu sign-in\n'])
    },
    patience,
  )

  test(
    'works with a session that a script was given',
    async () => {
      const { cookie } = JSON.parse(
        readFileSync(join(home, 'state', 'admin', 'setu', 'session.json'), 'utf8'),
      ) as { cookie: string }
      const env = { ...as('script'), SETU_NODE: here, SETU_SESSION: cookie.split('=')[1] ?? '' }
      expect((await setu(['user', 'list'], env)).out).toContain('kamal')
      expect(existsSync(join(home, 'state', 'script'))).toBe(false)
    },
    patience,
  )

  test(
    'signs out there and here',
    async () => {
      const file = join(home, 'state', 'asha', 'setu', 'session.json')
      const { cookie } = JSON.parse(readFileSync(file, 'utf8')) as { cookie: string }
      expect((await setu(['sign-out'], as('asha'))).code).toBe(0)
      expect(existsSync(file)).toBe(false)
      expect((await fetch(`${here}/api/session`, { headers: { cookie } })).status).toBe(401)
    },
    patience,
  )
})

describe('a command that cannot go on', () => {
  let strange: Server
  let origin: string

  beforeAll(async () => {
    strange = createServer((request, response) => {
      if (request.url === '/api/session') response.setHeader('set-cookie', 'other=1')
      if (request.url?.startsWith('/api/exchange') === true) {
        response.writeHead(200, { 'content-type': 'text/csv' })
        response.write('half of')
        setTimeout(() => response.destroy(), 50)
        return
      }
      response
        .writeHead(request.url === '/api/admin/accounts' ? 200 : 502, { 'content-type': 'text/html' })
        .end('<h1>A router</h1>')
    })
    await new Promise<void>((resolve) => strange.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(strange.address() as AddressInfo).port}`
  })

  afterAll(() => {
    strange.close()
    strange.closeAllConnections()
  })

  const session = { SETU_SESSION: 'A'.repeat(43) }

  test.each([
    [['fly'], 2, 'setu sign-in'],
    [['user'], 2, 'user add | list | disable'],
    [['user', 'list', '--nope'], 2, '--nope'],
    [['user', 'add'], 2, '--sign-in-name'],
    [['export', '--format', 'pdf', '--out', 'x'], 2, 'csv|xlsx'],
    [['user', 'list', '--node', 'nonsense'], 2, 'not the address'],
    [['user', 'list', '--node', 'http://setu.example'], 2, 'not encrypted'],
    [['user', 'list', '--node', 'http://127.0.0.1:9'], 4, 'no node answers'],
  ] as const)('says why, and ends with its code: %j', async (words, ending, said) => {
    const { code, out, err } = await setu(words, { ...as('lost'), ...session })
    expect([code, out]).toEqual([ending, ''])
    expect(err).toContain(said)
    expect(err).not.toMatch(/\bat .*\.ts:\d/)
  })

  test('knows what is no node, and half a file is no file', async () => {
    const env = { ...as('lost'), ...session, SETU_NODE: origin }
    expect((await setu(['user', 'list'], env)).code).toBe(4)
    expect((await setu(['sign-in', 'a'], { ...env, SETU_PASSWORD: 'b' })).code).toBe(4)
    const half = await setu(['export', '--format', 'csv', '--out', join(home, 'half.csv')], env)
    expect([half.code, half.err]).toEqual([1, expect.stringContaining('nothing is there')])
    expect(readdirSync(home).filter((name) => name.startsWith('half'))).toEqual([])
  })

  test('does not trust a session that others may read', async () => {
    const env = as('open')
    await setu(['user', 'list'], env)
    const folder = join(home, 'state', 'open', 'setu')
    const { mkdirSync, chmodSync } = await import('node:fs')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'session.json'), JSON.stringify({ node: origin, cookie: 'setu=x' }))
    chmodSync(join(folder, 'session.json'), 0o644)
    const { code, err } = await setu(['user', 'list'], env)
    expect([code, err]).toEqual([3, expect.stringContaining('may be read by others')])
  })

  test('explains itself in both languages', async () => {
    expect((await setu(['help'])).out).toContain('sign in, and stay signed in')
    expect((await setu(['--help'], { LC_ALL: 'bn_BD.UTF-8' })).out).toContain('প্রবেশ করুন')
  })
})
