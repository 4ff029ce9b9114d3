import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { floors } from './floors.mjs'

const names = ['vocabulary', 'records', 'exchange', 'estimation', 'server', 'web', 'cli']
const rooms = ['platform/database', 'platform', 'directory', 'protection', 'prosecution', 'evidence']

/** @type {string[]} */
const houses = []
afterEach(() => {
  for (const house of houses.splice(0)) rmSync(house, { recursive: true })
})

test('a house in order has nothing to report', async () => {
  expect((await floors(houseWith({}))).problems).toEqual([])
})

/** @type {[string, Record<string, string>, string][]} */
const faults = [
  [
    'a word that knows a record',
    { 'vocabulary/src/word.ts': '@setu/records' },
    'vocabulary-knows-nothing-above-it',
  ],
  [
    'a record that reaches up by path',
    { 'records/src/one.ts': '../../server/src/index.ts' },
    'records-knows',
  ],
  [
    'a browser that knows the server',
    { 'web/src/screen.ts': 'type @setu/server' },
    'server-web-and-cli-apart',
  ],
  [
    'a library that knows our words',
    { 'estimation/src/chapman.ts': '@setu/vocabulary' },
    'libraries-stand-alone',
  ],
  [
    'a codec that calls a library',
    { 'exchange/src/send.ts': '@setu/estimation' },
    'exchange-knows-nothing-above',
  ],
  ['a way round a front door', { 'records/src/one.ts': '../../vocabulary/src/hidden.ts' }, 'front-door-only'],
  [
    'a room that knows a later one',
    { 'server/src/directory/a.ts': '../evidence/index.ts' },
    'directory-and-peers',
  ],
  [
    'a room that knows its peer',
    { 'server/src/protection/a.ts': '../prosecution/index.ts' },
    'protection-and-peers',
  ],
  ['a way round a room', { 'server/src/evidence/a.ts': '../protection/hidden.ts' }, 'room-front-door-only'],
  [
    'a platform that knows a room',
    { 'server/src/platform/a.ts': '../directory/index.ts' },
    'platform-knows-no-room',
  ],
  ['a second way to the database', { 'server/src/directory/a.ts': 'pg' }, 'one-module-owns-the-database'],
  [
    'a migration that imports',
    { 'server/src/platform/migrations/1.ts': '../index.ts' },
    'migrations-import-nothing',
  ],
  ['a record that reads a file', { 'records/src/one.ts': 'node:fs' }, 'records-does-no-io'],
  ['a codec that opens a socket', { 'exchange/src/send.ts': 'node:net' }, 'exchange-does-no-io'],
  ['a word from outside', { 'vocabulary/src/word.ts': 'zod' }, 'vocabulary-takes-little-from-outside'],
  ['a package nobody declared', { 'web/src/screen.ts': 'stranger' }, 'only-declared-packages'],
  ['an import of nothing', { 'web/src/screen.ts': './gone.ts' }, 'every-import-is-found'],
  [
    'a test that would ship',
    { 'web/src/screen.ts': './screen.test.ts', 'web/src/screen.test.ts': '' },
    'tests-are-not',
  ],
  ['a circle of types', { 'web/src/a.ts': 'type ./b.ts', 'web/src/b.ts': 'type ./a.ts' }, 'no-cycles'],
  ['a file nobody needs', { 'web/src/alone.ts': '' }, 'no-orphans'],
]

test.each(faults)('%s is reported', async (_, files, rule) => {
  const { problems } = await floors(houseWith(files))
  expect(problems.join('\n')).toContain(rule)
})

/** @type {[string, Record<string, string>][]} */
const allowed = [
  ['a room that knows an earlier one', { 'server/src/evidence/a.ts': '../protection/index.ts' }],
  ['a room that uses the platform', { 'server/src/protection/a.ts': '../platform/one.ts' }],
  ['the demonstration, which sees every room', { 'server/src/demo/a.ts': '../evidence/index.ts' }],
  ['the module that owns the database', { 'server/src/platform/database/a.ts': 'pg' }],
  ['a codec that unpacks bytes', { 'exchange/src/read.ts': 'node:buffer' }],
  ['a record that validates', { 'records/src/one.ts': 'zod' }],
]

test.each(allowed)('%s is in order', async (_, files) => {
  expect((await floors(houseWith(files))).problems).toEqual([])
})

/**
 * A small house on disk. Each file imports what stands beside its name; `type` before it makes it a type.
 *
 * @param {Record<string, string>} files
 */
function houseWith(files) {
  const house = mkdtempSync(path.join(tmpdir(), 'setu-house-'))
  houses.push(house)
  const put = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    writeFileSync(path.join(house, file), text)
  }

  const dependencies = Object.fromEntries(
    [...names.map((name) => `@setu/${name}`), 'pg', 'zod'].map((name) => [name, '*']),
  )
  put('package.json', JSON.stringify({ workspaces: ['packages/*'], dependencies }))
  for (const name of ['pg', 'zod', 'stranger']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  mkdirSync(path.join(house, 'node_modules/@setu'))
  for (const name of names) {
    put(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@setu/${name}`, exports: './src/index.ts', dependencies }),
    )
    put(`packages/${name}/src/index.ts`, "export * from './hidden.ts'\n")
    put(`packages/${name}/src/hidden.ts`, 'export type Hidden = string\n')
    symlinkSync(path.join(house, 'packages', name), path.join(house, 'node_modules/@setu', name))
  }
  for (const room of rooms) {
    put(`packages/server/src/${room}/index.ts`, "export * from './hidden.ts'\n")
    put(`packages/server/src/${room}/hidden.ts`, "export * from './one.ts'\n")
    put(`packages/server/src/${room}/one.ts`, 'export type One = string\n')
  }
  for (const [file, wanted] of Object.entries(files)) {
    const [, type = '', from = ''] = /^(type )?(.*)$/.exec(wanted) ?? []
    put(
      `packages/${file}`,
      from === '' ? 'export {}\n' : `import ${type}* as it from '${from}'\nexport type It = typeof it\n`,
    )
  }
  return house
}
