import { parseArgs } from 'node:util'
import { sessionView } from '@setu/records/api'
import { askCode } from '../ask-code.ts'
import type { Context } from '../context.ts'
import { forgetSession } from '../session-file.ts'
import { ask, askHidden } from '../terminal.ts'

/** Signs somebody in and keeps their session on this machine. */
export async function signIn({ args, env, language, node, say }: Context): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const client = node()
  const asked = { en: 'Sign-in name: ', bn: 'প্রবেশ-নাম: ' }[language]
  const name =
    positionals[0] ??
    (await ask(asked, {
      en: 'say who signs in: setu sign-in NAME',
      bn: 'কে প্রবেশ করছেন বলুন: setu sign-in NAME',
    }))
  const question = { en: 'Password: ', bn: 'পাসওয়ার্ড: ' }[language]
  const password =
    env['SETU_PASSWORD'] || (await askHidden(question, 'SETU_PASSWORD', process.stdin, process.stderr))
  await client.signIn(name, password, () => askCode(env, language))
  const { account, org } = await node().ask('GET', '/session', sessionView)
  say({
    en: `Signed in to ${client.origin} as ${account.name}, ${org.name.en}.`,
    bn: `${client.origin}-এ ${account.name} (${org.name.bn}) হিসেবে প্রবেশ করেছেন।`,
  })
}

/** Ends the session that is kept on this machine, there and here. */
export async function signOut({ env, node, say }: Context): Promise<void> {
  try {
    await node().tell('DELETE', '/session')
  } finally {
    forgetSession(env)
  }
  say({ en: 'Signed out.', bn: 'প্রবেশ শেষ হয়েছে।' })
}
