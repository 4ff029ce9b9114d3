import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { setUp } from '../../packages/server/src/directory/index.ts'
import {
  migrate,
  nodeKeyOfFile,
  postgresEngine,
  servingRoles,
  usualCost,
} from '../../packages/server/src/platform/index.ts'
import { caseCodeFrom } from '../../packages/vocabulary/src/index.ts'
import { casesBy } from './cases.mjs'
import { peopleFrom } from './people.mjs'

/**
 * @typedef {import('./people.mjs').Seat} Seat
 * @typedef {import('../../packages/server/src/platform/index.ts').Node} Node
 * @typedef {{ ownerUrl: string, url: string, bareUrl: string, keyFile: string, node: Node, keys: ReadonlyMap<string, Buffer>, readers: Seat[], supervisor: Seat, drop: () => Promise<void> }} Programme
 */

const casesEach = 37
const mostReaders = 32

/**
 * @typedef {{ owner: pg.Client, ownerUrl: string, url: string, bareUrl: string, keyFile: string, node: Node, keys: ReadonlyMap<string, Buffer>, drop: () => Promise<void> }} Inhabited
 */

/**
 * A database with everyone in it and no case yet, with a sign-in for the node and one for the bare statements: that
 * one is past all policies and may read and add, no more.
 *
 * @param {{ server: string, called: string, home: string, people: import('../../packages/server/src/directory/index.ts').Beginning }} wanted server: the address of a superuser
 * @returns {Promise<Inhabited>}
 */
export async function inhabit({ server, called, home, people }) {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const name = `bench_${called}_${randomBytes(3).toString('hex')}`
  const password = randomBytes(16).toString('hex')
  const owner = await makeDatabase(admin, server, name, password)
  const keyFile = `${home}/${name}.key`
  const url = addressOf(server, name, `${name}_node`, password)
  const { node, keys } = await makeNode({ url, keyFile, home, people })
  return {
    owner,
    ownerUrl: addressOf(server, name),
    url,
    bareUrl: addressOf(server, name, `${name}_bare`, password),
    keyFile,
    node,
    keys,
    async drop() {
      await node.engine.close()
      await admin.query(`drop database ${name} with (force)`)
      for (const login of ['node', 'bare']) await admin.query(`drop role ${name}_${login}`)
      await admin.end()
    },
  }
}

/**
 * A database with everyone of the programme in it and so many cases.
 *
 * @param {{ server: string, cases: number, seed: string, home: string, people?: import('./people.mjs').People }} wanted server: the address of a superuser
 * @returns {Promise<Programme>}
 */
export async function makeProgramme({ server, cases, seed, home, people = peopleFrom(seed) }) {
  const { owner, ...inhabited } = await inhabit({ server, called: String(cases), home, people })
  const plan = planFor(people, cases)
  await fill(owner, casesBy(plan, codesFor(plan.cases, seed)), seed)
  return { ...inhabited, readers: plan.seats.slice(0, plan.readers), supervisor: supervisorOf(people) }
}

/**
 * @param {string} server
 * @param {string} database
 * @param {string} [user]
 * @param {string} [password]
 */
function addressOf(server, database, user, password) {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (user !== undefined) url.username = user
  if (password !== undefined) url.password = password
  return url.href
}

/**
 * @param {pg.Client} admin
 * @param {string} server
 * @param {string} name
 * @param {string} password
 */
async function makeDatabase(admin, server, name, password) {
  await admin.query(`create database ${name}`)
  const url = addressOf(server, name)
  const engine = postgresEngine(url, { connections: 1 })
  await migrate(engine)
  await engine.close()
  await admin.query(`create role ${name}_node login noinherit password '${password}'`)
  await admin.query(`grant ${servingRoles.join(', ')} to ${name}_node`)
  await admin.query(`create role ${name}_bare login bypassrls password '${password}'`)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(`grant usage on schema public to ${name}_bare`)
  await owner.query(`grant select, insert on all tables in schema public to ${name}_bare`)
  return owner
}

/**
 * @param {{ url: string, keyFile: string, home: string, people: import('../../packages/server/src/directory/index.ts').Beginning }} made
 * @returns {Promise<{ node: Node, keys: ReadonlyMap<string, Buffer> }>}
 */
async function makeNode({ url, keyFile, home, people }) {
  const nodeKey = nodeKeyOfFile(keyFile, `${home}/data`, true)
  if (typeof nodeKey === 'string') throw new Error(`no key file: ${nodeKey}`)
  const engine = postgresEngine(url, { connections: 4 })
  const clock = () => new Date()
  /** @type {Node} */
  const node = { name: 'bench', engine, nodeKey, clock, demo: false, version: '0', passwordCost: usualCost }
  return { node, keys: await setUp(node, people) }
}

/** @param {import('./people.mjs').People} people */
function supervisorOf({ supervisors: [first] }) {
  if (!first) throw new Error('nobody supervises')
  return first
}

/**
 * Half of a small programme's cases are the readers', and at most some thousand of a large one's.
 *
 * @param {import('./people.mjs').People} people
 * @param {number} cases
 * @returns {import('./cases.mjs').Plan}
 */
function planFor({ caseworkers, receivers, ...people }, cases) {
  const { unit } = supervisorOf({ caseworkers, receivers, ...people })
  const busiest = caseworkers.filter((seat) => seat.unit === unit)
  const others = caseworkers.filter((seat) => seat.unit !== unit)
  const readers = Math.max(1, Math.min(mostReaders, Math.floor(cases / 2 / casesEach)))
  const near = busiest.slice(0, 4)
  const far = others.filter((_, at) => at % 7 === 0).slice(0, Math.max(0, readers - near.length))
  const first = [...near, ...far].slice(0, readers)
  const rest = [...busiest.slice(4), ...others].filter((seat) => !first.includes(seat))
  return { cases, seats: [...first, ...rest], receivers, readers, each: casesEach, busy: busiest.length - 4 }
}

/**
 * A code for each case, no two alike: a holder never has the same code twice.
 *
 * @param {number} cases
 * @param {string} seed
 */
export function codesFor(cases, seed) {
  /** @type {Set<string>} */
  const codes = new Set()
  for (let at = 0; codes.size < cases; at += 1) {
    codes.add(caseCodeFrom(createHash('sha256').update(`${seed}|code ${at}`).digest().subarray(0, 8)))
  }
  return [...codes]
}

/**
 * Runs the statements that fill a database; keys between tables and triggers are left out on the way.
 *
 * @param {pg.Client} owner
 * @param {readonly import('./cases.mjs').Statement[]} statements
 * @param {string} seed
 */
export async function fill(owner, statements, seed) {
  await owner.query(`insert into node_fact (name, value) values ('name', '"bench"'), ('demo', 'false')`)
  await owner.query("select set_config('bench.seed', $1, false)", [seed])
  await owner.query('set session_replication_role = replica')
  await owner.query('set synchronous_commit = off')
  for (const { text, values = [] } of statements) await owner.query(text, [...values])
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
  await owner.end()
}
