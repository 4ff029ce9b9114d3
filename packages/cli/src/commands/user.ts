import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import {
  type AccountView,
  accountView,
  type KeyWaits,
  keyWaits,
  sessionView,
  written,
} from '@setu/records/api'
import { codesOf, entryOf, isCode, roles } from '@setu/vocabulary'
import { type Context, plain } from '../context.ts'
import type { NodeClient, Shape } from '../node-client.ts'
import { askHidden } from '../terminal.ts'
import { Stop } from '../words.ts'

/** The list of accounts, each held to its shape. */
const accounts: Shape<AccountView[]> = {
  parse(value) {
    const { items } = value as { items: unknown[] }
    return items.map((item) => accountView.parse(item))
  },
}

async function list({ node, say, language }: Context, args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} })
  for (const { signInName, name, roles: of, disabled } of await node().ask(
    'GET',
    '/admin/accounts',
    accounts,
  )) {
    const labels = of.map((role) => (isCode(roles, role) ? entryOf(roles, role)[language] : role)).join(', ')
    const state = disabled ? { en: ' (closed)', bn: ' (বন্ধ)' } : { en: '', bn: '' }
    say({
      en: `${signInName.padEnd(20)} ${name} · ${labels}${state.en}`,
      bn: `${signInName.padEnd(20)} ${name} · ${labels}${state.bn}`,
    })
  }
}

async function newPassword({ env, language }: Context): Promise<string> {
  const given = env['SETU_NEW_PASSWORD']
  if (given) return given
  const [once, again] = { en: ['New password: ', 'Once more: '], bn: ['নতুন পাসওয়ার্ড: ', 'আরেকবার: '] }[language]
  const first = await askHidden(once ?? '', 'SETU_NEW_PASSWORD', process.stdin, process.stderr)
  const second = await askHidden(again ?? '', 'SETU_NEW_PASSWORD', process.stdin, process.stderr)
  if (first === second) return first
  throw new Stop('usage', {
    en: 'The two are not the same. Nothing was done.',
    bn: 'দুটি এক নয়। কিছুই করা হয়নি।',
  })
}

async function ownUnits(node: NodeClient): Promise<string[]> {
  const { units } = await node.ask('GET', '/session', sessionView)
  return units.map(({ id }) => id)
}

function needed(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value
  throw new Stop('usage', {
    en: `--${name} is missing; see setu help`,
    bn: `--${name} দেওয়া হয়নি; setu help দেখুন`,
  })
}

function knownRoles(given: readonly string[]): string[] {
  const unknown = given.find((role) => !isCode(roles, role))
  if (given.length > 0 && unknown === undefined) return [...given]
  const all = codesOf(roles).join(', ')
  throw new Stop('usage', { en: `--role is one of: ${all}`, bn: `--role এগুলোর একটি: ${all}` })
}

async function add(context: Context, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'sign-in-name': { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true, default: [] },
      unit: { type: 'string', multiple: true },
      supervises: { type: 'boolean', default: false },
      focal: { type: 'boolean', default: false },
      'post-en': { type: 'string', default: '' },
      'post-bn': { type: 'string', default: '' },
      language: { type: 'string', default: 'bn' },
    },
  })
  const { supervises, focal, language } = values
  const [signInName, name] = [needed('sign-in-name', values['sign-in-name']), needed('name', values.name)]
  const given = knownRoles(values.role)
  const node = context.node()
  const units = (values.unit ?? (await ownUnits(node))).map((id) => ({ id, supervises, focal }))
  const person = {
    id: randomUUID(),
    signInName,
    name,
    postEn: values['post-en'],
    postBn: values['post-bn'],
    language,
    roles: given,
    units,
  }
  const json = { command: randomUUID(), ...person, password: await newPassword(context) }
  await node.ask('POST', '/admin/accounts', written, { json })
  context.say({
    en: `${name} can sign in as ${signInName}.`,
    bn: `${name} এখন ${signInName} নামে প্রবেশ করতে পারবেন।`,
  })
}

async function disable(context: Context, args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const who = needed('name', positionals[0])
  const node = context.node()
  const found = (await node.ask('GET', '/admin/accounts', accounts)).find(
    ({ id, signInName }) => signInName === who || id === who,
  )
  if (found === undefined) {
    throw new Stop('refused', { en: `nobody here is called ${who}`, bn: `এখানে ${who} নামে কেউ নেই` })
  }
  const json = { command: randomUUID(), base: found.version, disabled: true }
  await node.ask('POST', `/admin/accounts/${found.id}`, written, { json })
  context.say({
    en: `${found.name} can no longer sign in, and was signed out everywhere.`,
    bn: `${found.name} আর প্রবেশ করতে পারবেন না; সব জায়গা থেকে তাঁর প্রবেশ শেষ করা হয়েছে।`,
  })
}

/** Who waits for the key of a unit that one holds, each held to its shape. */
const waiting: Shape<KeyWaits[]> = {
  parse(value) {
    const { items } = value as { items: unknown[] }
    return items.map((item) => keyWaits.parse(item))
  },
}

/** Without a name: who waits. With one: lets them in to the key of every unit for which they wait. */
async function letIn(context: Context, args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [who] = positionals
  const node = context.node()
  const all = await node.ask('GET', '/keys/waiting', waiting)
  const chosen = all.filter(({ signInName, account }) => signInName === who || account === who)
  if (who !== undefined && chosen.length === 0) {
    throw new Stop('refused', {
      en: `${who} does not wait for a key of yours`,
      bn: `${who} আপনার কোনো চাবির অপেক্ষায় নেই`,
    })
  }
  for (const { name, signInName, unitName } of who === undefined ? all : [])
    context.say({
      en: `${signInName.padEnd(20)} ${name} · ${unitName.en}`,
      bn: `${signInName.padEnd(20)} ${name} · ${unitName.bn}`,
    })
  for (const { name, unit, unitName, account } of chosen) {
    const json = { command: randomUUID(), unit, account }
    await node.tell('POST', '/keys/let-in', { json })
    context.say({
      en: `${name} holds the key of ${unitName.en} now.`,
      bn: `${name} এখন ${unitName.bn}-এর চাবি পেয়েছেন।`,
    })
  }
}

/** Looks after the accounts of one's own organisation. */
export async function user(context: Context): Promise<void> {
  const [what = '', ...rest] = context.args
  if (what === 'list') return list(context, rest)
  if (what === 'add') return add(context, rest)
  if (what === 'disable') return disable(context, rest)
  if (what === 'let-in') return letIn(context, rest)
  throw new Stop('usage', plain('setu user add | list | disable | let-in'))
}
