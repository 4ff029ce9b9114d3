import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, type Said, type ServerProcess, serving, stopped } from '../../test/server-process.ts'
import { pgliteEngine } from '../platform/index.ts'

const patience = 400_000

let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'setu-start-'))
})

afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))

const start = (
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ServerProcess => run(['start', ...args], { SETU_DATA: join(home, folder), ...env }, home)

const refused = async (
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Said> => start(folder, args, env).ended

describe('the demonstration', () => {
  let links: string[] = []

  test(
    'is made anew when the process was killed before it was whole',
    async () => {
      const first = start('demo', ['--small'])
      await pause(3000)
      const { signal } = await stopped(first, 'SIGKILL')
      expect(signal).toBe('SIGKILL')

      const second = start('demo', ['--small'])
      const origin = await serving(second)
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      links = second.out().match(/http\S+\/enter\/\S+/g) ?? []
      expect(second.out()).toContain('embedded database')
      expect(second.out()).toContain('fictitious')
      await everyLinkWorks(origin)
      expect(await stopped(second, 'SIGINT')).toMatchObject({ code: 0, err: '' })
    },
    patience,
  )

  async function everyLinkWorks(origin: string): Promise<void> {
    const roles = new Set<string>()
    for (const link of links) {
      const entered = await fetch(link, { redirect: 'manual' })
      expect([entered.status, entered.headers.get('location')]).toEqual([302, '/'])
      const cookie = entered.headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/^setu=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
      const session: unknown = await (
        await fetch(`${origin}/api/session`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
      ).json()
      expect(session).toMatchObject({ demo: true, engine: 'pglite' })
      for (const role of (session as { roles: string[] }).roles) roles.add(role)
    }
    for (const role of ['caseworker', 'supervisor', 'policeInvestigator', 'technicalAdministrator'])
      expect(roles).toContain(role)
    const made = await fetch(`${origin}/enter/${'A'.repeat(22)}`, { redirect: 'manual' })
    expect([made.status, made.headers.get('set-cookie')]).toEqual([302, null])
  }

  test(
    'is there again at the next start, with links of its own; a second process is sent away',
    async () => {
      const first = start('demo', ['--small'])
      const origin = await serving(first)
      const now = first.out().match(/http\S+\/enter\/\S+/g) ?? []
      expect(now).toHaveLength(links.length)
      const old = await fetch(`${origin}${new URL(links[0] ?? '').pathname}`, { redirect: 'manual' })
      expect(old.headers.get('set-cookie')).toBeNull()

      const second = await refused('demo', ['--small'])
      expect(second).toMatchObject({ code: 3, out: '' })
      expect(second.err).toMatch(/another Setu process is using .*SETU_DATA/)
      expect((await fetch(`${origin}/api/node`)).status).toBe(200)
      expect((await stopped(first)).code).toBe(0)
    },
    patience,
  )

  test(
    'is never served to other machines, and never taken for a real installation',
    async () => {
      const open = await refused('demo', [], { HOST: '0.0.0.0' })
      expect([open.code, open.err]).toEqual([1, expect.stringContaining('HOST')])
      const real = await refused('demo', ['--empty'])
      expect([real.code, real.err]).toEqual([1, expect.stringContaining('SETU_DATA')])
      const bangla = await refused('demo', ['--empty'], { LANG: 'bn_BD.UTF-8' })
      expect(bangla.err).toMatch(/প্রদর্শনী/)
    },
    patience,
  )

  test('keeps its key outside of its folder, for its owner alone', () => {
    expect(readdirSync(join(home, 'demo')).toSorted()).toEqual(['database', 'texts'])
    for (const key of ['demonstration.key', 'demonstration-reminders.key'])
      expect(statSync(join(home, 'keys', key)).mode & 0o777, key).toBe(0o600)
  })
})

describe('a real installation', () => {
  test(
    'begins empty, and goes on without being told again',
    async () => {
      const first = start('real', ['--empty'])
      const origin = await serving(first)
      expect(first.out()).toContain('Nobody works here yet')
      expect(first.out()).not.toContain('/enter/')
      expect(await (await fetch(`${origin}/api/node`)).json()).toMatchObject({
        empty: true,
        demo: false,
        engine: 'pglite',
      })
      await stopped(first)
      const second = start('real')
      expect(await (await fetch(`${await serving(second)}/api/node`)).json()).toMatchObject({
        empty: true,
        demo: false,
      })
      await stopped(second)
    },
    patience,
  )

  test(
    'takes its first people by the wizard, once, and lets them in',
    async () => {
      const server = start('real')
      const origin = await serving(server)
      const post = (path: string, body: unknown) =>
        fetch(`${origin}/api${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-setu': '1' },
          body: JSON.stringify(body),
        })
      const beginning = {
        organisation: { nameEn: 'Asha', nameBn: 'আশা', type: 'ngo' },
        unit: { nameEn: 'Jashore', nameBn: 'যশোর' },
        account: { name: 'Kamal', signInName: 'kamal', password: 'a river runs by the bridge' },
      }
      expect((await post('/first-run', beginning)).status).toBe(201)
      expect((await post('/first-run', beginning)).status).toBe(409)
      const signedIn = await post('/session', { name: 'kamal', password: 'a river runs by the bridge' })
      expect(signedIn.status).toBe(201)
      await stopped(server)
    },
    patience,
  )

  test(
    'is not served with another key than its own, nor without one',
    async () => {
      const other = join(home, 'other.key')
      writeFileSync(other, Buffer.alloc(32, 9).toString('base64'), { mode: 0o600 })
      const wrong = await refused('real', [], { SETU_KEY_FILE: other })
      expect([wrong.code, wrong.err]).toEqual([
        1,
        expect.stringMatching(/SETU_KEY_FILE: .* is not the key of this database/),
      ])
      const missing = await refused('real', [], { SETU_KEY_FILE: join(home, 'nowhere.key') })
      expect([missing.code, missing.err]).toEqual([1, expect.stringMatching(/SETU_KEY_FILE: .*not there/)])
      expect(readdirSync(home)).not.toContain('nowhere.key')
      const demo = await refused('another', ['--empty'], {
        SETU_KEY_FILE: join(home, 'keys', 'demonstration.key'),
      })
      expect([demo.code, demo.err]).toEqual([
        1,
        expect.stringMatching(/SETU_KEY_FILE: .*key of the demonstration/),
      ])
    },
    patience,
  )

  test(
    'is not served from a port that somebody else has',
    async () => {
      const taken = createServer()
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
      const { port } = taken.address() as AddressInfo
      const { code, err } = await refused('real', [], { PORT: String(port) })
      taken.close()
      expect([code, err]).toEqual([1, expect.stringContaining('PORT')])
    },
    patience,
  )

  test(
    'is not served once its database breaks a rule, which is named',
    async () => {
      const engine = await pgliteEngine(join(home, 'real', 'database'))
      const connection = await engine.connect()
      await connection.script(
        'alter table person_identity no force row level security; create table forgotten (name text)',
      )
      connection.release(false)
      await engine.close()
      const { code, out, err } = await refused('real')
      expect([code, out]).toEqual([1, ''])
      expect(err.trim().split('\n').toSorted()).toEqual([
        'setu: table without forced row-level security: forgotten',
        'setu: table without forced row-level security: person_identity',
      ])
      const doctor = await run(['doctor'], { SETU_DATA: join(home, 'real') }, home).ended
      expect([doctor.code, doctor.err]).toEqual([1, err])
    },
    patience,
  )
})

describe('a command', () => {
  test.each([
    [[], {}, 'say what to do'],
    [['fly'], {}, 'say what to do'],
    [['start', '--nope'], {}, '--nope'],
    [['start', 'here'], {}, 'here'],
    [['start'], { PORT: 'x' }, 'PORT'],
    [['backup'], {}, '--data'],
    [['backup', '--data', 'x', '--keys', './x'], {}, '--data'],
    [['restore'], {}, '--keys'],
    [['prepare'], {}, '--owner-url'],
    [['doctor'], { DATABASE_URL: 'nonsense' }, 'DATABASE_URL'],
  ] as const)('that cannot be understood ends with 2 and says why: %j %j', async (args, env, word) => {
    const { code, out, err } = await run(args, env, home).ended
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(word)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
