import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Engine, type Environment, servingRoles } from '../platform/index.ts'
import { openPostgres, settingsOf } from './open-database.ts'
import { migrateAsOwner } from './ready-database.ts'
import { refuse, type Voice } from './refuse.ts'

const loginShape = /^[a-z][a-z0-9_]{1,40}$/

async function script(engine: Engine, text: string): Promise<Record<string, unknown>[]> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    const rows = await connection.script(text)
    spoilt = false
    return rows
  } finally {
    connection.release(spoilt)
  }
}

/** The sign-ins that a database has: one that serves people, and one that backs it up and serves nobody. */
interface Login {
  readonly name: string
  readonly roles: readonly string[]
  readonly variable: 'DATABASE_URL' | 'DATABASE_BACKUP_URL'
}

function loginsOf(name: string): readonly Login[] {
  return [
    { name, roles: servingRoles, variable: 'DATABASE_URL' },
    { name: `${name}_backup`, roles: ['setu_backup'], variable: 'DATABASE_BACKUP_URL' },
  ]
}

/** The password is hexadecimal and the name is checked, since a role's words take no parameters. */
async function makeLogin(owner: Engine, { name, roles }: Login, password: string | null): Promise<void> {
  const rights = 'login noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication'
  await script(
    owner,
    `${(await hasLogin(owner, name)) ? 'alter' : 'create'} role ${name} ${rights}${password === null ? '' : ` password '${password}'`}`,
  )
  await script(owner, `grant ${roles.join(', ')} to ${name}`)
  // An earlier release let the one sign-in do both.
  if (!roles.includes('setu_backup')) await script(owner, `revoke setu_backup from ${name}`)
}

async function hasLogin(owner: Engine, login: string): Promise<boolean> {
  return (await script(owner, `select 1 as yes from pg_roles where rolname = '${login}'`)).length > 0
}

function addressOf(ownerUrl: string, login: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = login
  url.password = password
  return url.href
}

interface Wish {
  readonly ownerUrl: string
  readonly login: string
  readonly newPassword: boolean
}

function wishOf(env: Environment, args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'owner-url': { type: 'string' },
      login: { type: 'string', default: 'setu_login' },
      'new-password': { type: 'boolean', default: false },
    },
  })
  const given = values['owner-url']
  const { ownerUrl } = settingsOf(given === undefined ? env : { ...env, DATABASE_OWNER_URL: given })
  if (ownerUrl === null) {
    refuse(
      'say whose database to prepare: --owner-url postgresql://… or DATABASE_OWNER_URL',
      'কোন ডেটাবেস প্রস্তুত করতে হবে বলুন: --owner-url postgresql://… অথবা DATABASE_OWNER_URL',
      2,
    )
  }
  if (!loginShape.test(values.login)) {
    refuse('--login: lower-case letters, digits and _ only', '--login: শুধু ইংরেজি ছোট হাতের অক্ষর, অঙ্ক ও _', 2)
  }
  return { ownerUrl, login: values.login, newPassword: values['new-password'] }
}

function sayAddress(voice: Voice, { name, variable }: Login, address: string | null): void {
  if (address === null) {
    voice.say({
      en: `The sign-in ${name} keeps its password; --new-password draws another.`,
      bn: `${name} সংযোগের পাসওয়ার্ড আগেরটিই আছে; --new-password নতুন একটি দেয়।`,
    })
    return
  }
  voice.say(
    variable === 'DATABASE_URL'
      ? {
          en: 'Start Setu with this address. It is shown once, and it is a secret:',
          bn: 'এই ঠিকানা দিয়ে সেতু শুরু করুন। এটি একবারই দেখানো হয়, আর এটি গোপন:',
        }
      : {
          en: 'Only `setu backup` needs this one. Keep it where the node cannot read it:',
          bn: 'এটি শুধু `setu backup`-এর জন্য। নোড পড়তে পারে না এমন জায়গায় রাখুন:',
        },
  )
  voice.say({ en: `${variable}=${address}`, bn: `${variable}=${address}` })
}

/**
 * Prepares a PostgreSQL database: roles, tables, a sign-in that can do no more than a node must, and another that
 * can do nothing but back it up.
 */
export async function prepare(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const { ownerUrl, login, newPassword } = wishOf(env, args)
  const applied = await migrateAsOwner(ownerUrl, 'DATABASE_OWNER_URL')
  voice.say({
    en:
      applied.length === 0
        ? 'The database has the present shape.'
        : `The database has the present shape; ${applied.length} migrations were applied.`,
    bn:
      applied.length === 0
        ? 'ডেটাবেস বর্তমান কাঠামোয় আছে।'
        : `ডেটাবেস বর্তমান কাঠামোয় আছে; ${applied.length}টি মাইগ্রেশন প্রয়োগ হয়েছে।`,
  })
  const owner = await openPostgres('DATABASE_OWNER_URL', ownerUrl, { connections: 1 })
  try {
    for (const one of loginsOf(login)) {
      const fresh = newPassword || !(await hasLogin(owner, one.name))
      const password = fresh ? randomBytes(24).toString('hex') : null
      await makeLogin(owner, one, password)
      sayAddress(voice, one, password === null ? null : addressOf(ownerUrl, one.name, password))
    }
    return 0
  } finally {
    await owner.close()
  }
}
