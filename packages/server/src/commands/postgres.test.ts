import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, type Said, serving, stopped } from '../../test/server-process.ts'
import { testPostgres } from '../../test/world.ts'

const patience = 300_000

let home: string
let keeper: ChildProcess
let server: string

/** A server that keeps what it acknowledged, as one for real work must. */
async function durableServer(): Promise<string> {
  const program = process.env['SETU_POSTGRES_KEEPER']
  if (program === undefined) throw new Error('run the tests with `npm test`: it brings PostgreSQL')
  keeper = spawn(process.execPath, [program, '--durable'], { stdio: ['pipe', 'pipe', 'inherit'] })
  if (keeper.stdout === null) throw new Error('no output')
  const { value } = await createInterface({ input: keeper.stdout })[Symbol.asyncIterator]().next()
  return (JSON.parse(String(value)) as { url: string }).url
}

async function asOwner(url: string, ...statements: readonly string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const results: pg.QueryResult[] = []
  for (const statement of statements) results.push(await client.query(statement))
  await client.end()
  return results
}

async function newDatabase(of = server): Promise<string> {
  const name = `setu_${randomBytes(5).toString('hex')}`
  await asOwner(of, `create database ${name}`)
  const url = new URL(of)
  url.pathname = `/${name}`
  return url.href
}

const command = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> =>
  run(args, { SETU_DATA: join(home, 'data'), ...env }, home).ended

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'setu-postgres-'))
  server = await durableServer()
}, patience)

afterAll(async () => {
  const ended = new Promise((resolve) => keeper.once('exit', resolve))
  keeper.stdin?.end()
  await ended
  rmSync(home, { recursive: true, force: true })
}, patience)

function addressIn({ out }: Said, variable = 'DATABASE_URL'): string {
  const [, address = ''] = new RegExp(`^${variable}=(\\S+)$`, 'm').exec(out) ?? []
  return address
}

const begin = {
  organisation: { nameEn: 'Asha', nameBn: 'আশা', type: 'ngo' },
  unit: { nameEn: 'Jashore', nameBn: 'যশোর' },
  account: { name: 'Kamal', signInName: 'kamal', password: 'a river runs by the bridge' },
}

function post(origin: string, path: string, body: unknown): Promise<Response> {
  return fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-setu': '1' },
    body: JSON.stringify(body),
  })
}

describe('on PostgreSQL', () => {
  let owner: string
  let address: string
  let backupAddress: string

  test(
    'prepare makes a sign-in that can do no more than a node must, and says its address once',
    async () => {
      owner = await newDatabase()
      const first = await command(['prepare', '--owner-url', owner])
      expect([first.code, first.err]).toEqual([0, ''])
      address = addressIn(first)
      const { username, password, pathname } = new URL(address)
      expect([username, pathname]).toEqual(['setu_login', new URL(owner).pathname])
      expect(password).toMatch(/^[0-9a-f]{48}$/)
      const [role] = await asOwner(
        owner,
        "select rolsuper, rolinherit, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'setu_login'",
      )
      expect(Object.values(role?.rows[0])).toEqual([false, false, false, false, false, false])

      const again = await command(['prepare'], { DATABASE_OWNER_URL: owner })
      expect([again.code, addressIn(again)]).toEqual([0, ''])
      expect((await command(['doctor'], { DATABASE_URL: address })).code).toBe(0)
      const changed = await command(['prepare', '--new-password'], { DATABASE_OWNER_URL: owner })
      expect((await command(['doctor'], { DATABASE_URL: address })).err).toContain('DATABASE_URL')
      address = addressIn(changed)
      backupAddress = addressIn(changed, 'DATABASE_BACKUP_URL')
      expect(await command(['doctor'], { DATABASE_URL: address })).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringContaining('Healthy'),
      })
    },
    patience,
  )

  test(
    'start serves two processes on one database, and the first people come by the wizard',
    async () => {
      const env = { DATABASE_URL: address, SETU_DATA: join(home, 'data') }
      const [one, two] = [run(['start'], env, home), run(['start'], env, home)]
      const [here, there] = [await serving(one), await serving(two)]
      expect(one.out()).not.toMatch(/embedded|fictitious|\/enter\//)
      expect((await post(here, '/first-run', begin)).status).toBe(201)
      expect(
        (await post(there, '/session', { name: 'kamal', password: begin.account.password })).status,
      ).toBe(201)
      expect(await Promise.all([stopped(one), stopped(two, 'SIGINT')])).toEqual([
        expect.objectContaining({ code: 0, err: '' }),
        expect.objectContaining({ code: 0, err: '' }),
      ])
    },
    patience,
  )

  test(
    'backup and restore bring a node back on another database, and its people sign in again',
    async () => {
      const made = await command(['backup-key', '--out', join(home, 'secret.txt')])
      expect([made.code, made.err]).toEqual([0, ''])
      expect(statSync(join(home, 'secret.txt')).mode & 0o777).toBe(0o600)
      const to = ['--to', addressIn(made, 'SETU_BACKUP_KEY')]
      const named = [
        '--data',
        join(home, 'backup', 'data.age'),
        '--keys',
        join(home, 'elsewhere', 'keys.age'),
      ]
      const files = [...named, '--identity', join(home, 'secret.txt')]
      const served = await command(['backup', ...named, ...to], { DATABASE_URL: address })
      expect([served.code, served.err]).toEqual([2, expect.stringContaining('DATABASE_BACKUP_URL')])
      const open = await command(['backup', ...named], { DATABASE_BACKUP_URL: backupAddress })
      expect([open.code, open.err]).toEqual([2, expect.stringContaining('--plain')])
      const taken = await command(['backup', ...named, ...to], { DATABASE_BACKUP_URL: backupAddress })
      expect([taken.code, taken.err]).toEqual([0, ''])
      expect(statSync(join(home, 'backup', 'data.age')).mode & 0o777).toBe(0o600)
      expect(
        (await command(['backup', ...named, ...to], { DATABASE_BACKUP_URL: backupAddress })).err,
      ).toContain('is there already')

      const folder = join(home, 'together')
      mkdirSync(folder)
      for (const name of ['setu-2026-01-02T03-04-05-678Z-keys.age', 'setu-2026-01-02T03-04-05-678Z-data.age'])
        writeFileSync(join(folder, name), '')
      const together = await command(['backup', '--out', folder], {
        DATABASE_BACKUP_URL: backupAddress,
        SETU_BACKUP_KEY: to[1] ?? '',
      })
      expect(together.out).toContain('1 backups older than 14 days')
      expect([together.code, together.err]).toEqual([0, expect.stringContaining('keep the two files apart')])
      expect(readdirSync(folder).map((name) => name.replace(/^setu-.*Z/, ''))).toEqual([
        '-data.age',
        '-data.age',
        '-keys.age',
      ])

      const emptyOwner = await newDatabase()
      const sealed = await command(['restore', ...named, '--never-witnessed'], {
        DATABASE_OWNER_URL: emptyOwner,
      })
      expect([sealed.code, sealed.err]).toEqual([1, expect.stringContaining('--identity')])
      const unnamed = await command(['restore', ...files], { DATABASE_URL: address })
      expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining('DATABASE_OWNER_URL')])
      const used = await command(['restore', ...files], { DATABASE_OWNER_URL: owner })
      expect([used.code, used.err]).toEqual([1, expect.stringContaining('in use already')])
      const restored = await command(['restore', ...files, '--never-witnessed'], {
        DATABASE_OWNER_URL: emptyOwner,
      })
      expect([restored.code, restored.err]).toEqual([0, ''])

      const prepared = await command(['prepare', '--new-password', '--owner-url', emptyOwner])
      const node = run(['start'], { DATABASE_URL: addressIn(prepared) }, home)
      expect(
        (await post(await serving(node), '/session', { name: 'kamal', password: begin.account.password }))
          .status,
      ).toBe(201)
      await stopped(node)

      const embedded = await command(['restore', ...files, '--never-witnessed'], {
        SETU_DATA: join(home, 'embedded'),
      })
      expect([embedded.code, embedded.err]).toEqual([0, ''])
      const small = run(['start'], { SETU_DATA: join(home, 'embedded') }, home)
      expect(
        (await post(await serving(small), '/session', { name: 'kamal', password: begin.account.password }))
          .status,
      ).toBe(201)
      expect(small.out()).not.toContain('/enter/')
      await stopped(small)
    },
    patience,
  )

  test(
    'nothing is served that is not as it must be, and each refusal names its variable',
    async () => {
      const bare = await newDatabase()
      const login = (url: string): string => {
        const as = new URL(url)
        const { username, password } = new URL(addressIn(prepared))
        as.username = username
        as.password = password
        return as.href
      }
      const prepared = await command(['prepare', '--new-password', '--owner-url', owner])
      const refusals: [Readonly<Record<string, string>>, RegExp][] = [
        [{ DATABASE_URL: login(bare) }, /DATABASE_URL: .*setu prepare/],
        [{ DATABASE_URL: owner }, /bypasses row-level security.*DATABASE_URL/],
        [
          { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/setu' },
          /DATABASE_URL: the database does not answer/,
        ],
        [{ DATABASE_URL: login(bare), DATABASE_OWNER_URL: login(owner) }, /DATABASE_OWNER_URL: .*superuser/],
      ]
      for (const [env, said] of refusals) {
        const { code, out, err } = await command(['start'], env)
        expect([code, out, err]).toEqual([1, '', expect.stringMatching(said)])
        expect(err).not.toContain('secret')
      }
      await asOwner(owner, `update node_fact set value = 'true' where name = 'demo'`)
      const demo = await command(['start'], { DATABASE_URL: login(owner) })
      expect([demo.code, demo.err]).toEqual([1, expect.stringContaining('demonstration')])

      await asOwner(owner, `update node_fact set value = 'false' where name = 'demo'`)
      const [org, account] = [randomUUID(), randomUUID()]
      for (const statement of [
        `insert into organisation (id, name_en, name_bn, type, owns_cases, work) values ('${org}', 'A', 'ক', 'ngo', true, 'care')`,
        `insert into account (org_id, id, sign_in_name, name, post_en, post_bn, language, made_at)
           values ('${org}', '${account}', 'asha', 'Asha', 'Post', 'পদ', 'en', now())`,
        `insert into account_key values ('${org}', '${account}', decode(repeat('00', 32), 'hex'), now())`,
        `insert into account_slot values ('${org}', '${account}', 'demo', '', now())`,
      ])
        await asOwner(owner, statement)
      const opensItself = await command(['start'], { DATABASE_URL: login(owner) })
      expect([opensItself.code, opensItself.err]).toEqual([
        1,
        expect.stringContaining('accounts of the demonstration'),
      ])
    },
    patience,
  )

  test(
    'a server that does not write through is refused by name',
    async () => {
      const careless = await newDatabase(testPostgres())
      const login = `setu_test_${randomBytes(4).toString('hex')}`
      const prepared = await command(['prepare', '--owner-url', careless, '--login', login])
      const { code, err } = await command(['start'], { DATABASE_URL: addressIn(prepared) })
      expect([code, err]).toEqual([1, expect.stringContaining('fsync')])
      await asOwner(
        testPostgres(),
        `drop database ${new URL(careless).pathname.slice(1)} with (force)`,
        `drop role ${login}`,
      )
    },
    patience,
  )
})
