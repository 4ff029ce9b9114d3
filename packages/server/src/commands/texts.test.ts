import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/client.ts'
import { type Opened, openNode } from '../../test/world.ts'
import { type Environment, readSettings } from '../platform/index.ts'
import { readyTexts, tellTexts } from './texts.ts'

describe('what reminders are sent with', () => {
  let opened: Opened
  let home: string
  const said: string[] = []
  const voice = {
    language: 'en',
    say: ({ en }: { readonly en: string }) => void said.push(en),
    complain: ({ en }: { readonly en: string }) => void said.push(`! ${en}`),
  } as const

  beforeAll(async () => {
    opened = await openNode('pglite')
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    said.length = 0
    home = mkdtempSync(join(tmpdir(), 'texts-'))
    await rowsOf(opened.owner, 'delete from reminder_key')
    return () => rmSync(home, { recursive: true, force: true })
  })

  const settings = (env: Environment = {}) =>
    readSettings({ SETU_DATA: join(home, 'data'), SETU_KEY_FILE: join(home, 'keys', 'node.key'), ...env })
      .settings
  const place = (demo = false) => ({ engine: opened.node.engine, demo })
  const keyFile = () => join(home, 'keys', 'reminders.key')
  const folder = () => ({ SETU_TEXTS_FOLDER: join(home, 'outgoing') })
  const published = async () =>
    (await rowsOf(opened.owner, 'select used, seals from reminder_key order by made_at')).map(
      ({ used, seals }) => `${String(used)} ${String(seals)}`,
    )

  test('a node that was told nothing sends nothing, and makes no key', async () => {
    expect(await readyTexts(settings(), place(), voice)).toBeNull()
    expect(existsSync(keyFile())).toBe(false)
    expect(await published()).toEqual([])
    expect(await tellTexts(settings(), place(), voice)).toBe(true)
    expect(said).toEqual(['Automatic reminders: none are sent from here.'])
  })

  test('with a folder it makes its key once, beside the node key and for its owner alone', async () => {
    expect(await tellTexts(settings(folder()), place(), voice), 'looking makes nothing').toBe(true)
    expect(existsSync(keyFile())).toBe(false)
    const first = await readyTexts(settings(folder()), place(), voice)
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
    const again = await readyTexts(settings(folder()), place(), voice)
    expect(again?.keys.map(({ id }) => id)).toEqual(first?.keys.map(({ id }) => id))
    expect(await published()).toEqual(['true true'])
    await readyTexts(settings(), place(), voice)
    expect(await published(), 'nothing is asked for while nothing can be sent').toEqual(['false false'])
  })

  test('a key that is gone is not made anew by itself: nothing is sent, and the operator is told', async () => {
    await readyTexts(settings(folder()), place(), voice)
    rmSync(keyFile())
    said.length = 0
    expect(await readyTexts(settings(folder()), place(), voice)).toBeNull()
    expect(existsSync(keyFile())).toBe(false)
    expect(await published()).toEqual(['false false'])
    expect(await tellTexts(settings(folder()), place(), voice)).toBe(false)
    expect(said).toEqual(Array(2).fill(expect.stringMatching(/^! SETU_REMINDER_KEY_FILE: .*not there/)))
  })

  test('a new key goes before the former one, which still opens what is its own', async () => {
    const former = await readyTexts(settings(folder()), place(), voice)
    writeFileSync(keyFile(), `${Buffer.alloc(32, 7).toString('base64')}\n${readFileSync(keyFile(), 'utf8')}`)
    const both = await readyTexts(settings(folder()), place(), voice)
    expect(both?.keys[1]?.id).toBe(former?.keys[0]?.id)
    expect(await published()).toEqual(['true false', 'true true'])
  })

  test('a way out that does not work is named, and the secret of an operator is never said', async () => {
    const secret = join(home, 'secret')
    const env = { SETU_TEXTS_URL: 'http://127.0.0.1:9/send', SETU_TEXTS_SECRET_FILE: secret }
    expect(await readyTexts(settings(env), place(), voice)).toBeNull()
    writeFileSync(secret, 'Authorization: Bearer cnry\n', { mode: 0o600 })
    expect(await readyTexts(settings(env), place(), voice)).not.toBeNull()
    expect(await tellTexts(settings(env), place(), voice)).toBe(false)
    expect(said.join('\n')).toMatch(/SETU_TEXTS_SECRET_FILE: .*cannot be read/)
    expect(said.join('\n')).toMatch(/does not work right now/)
    expect(said.join('\n')).not.toContain('cnry')
  })

  test('what the demonstration sends goes into a folder of its own, whatever is set', async () => {
    const secret = join(home, 'secret')
    writeFileSync(secret, 'Authorization: Bearer cnry\n', { mode: 0o600 })
    const env = { SETU_TEXTS_URL: 'http://127.0.0.1:9/send', SETU_TEXTS_SECRET_FILE: secret }
    const sending = await readyTexts(settings(env), place(true), voice)
    const text = { id: 'one', number: '+8801700000000', text: 'Tomorrow, as we said.' }
    expect(await sending?.gateway.hand(text)).toBe('handed')
    expect(readdirSync(join(home, 'data', 'texts'))).toContain('setu-one')
  })
})
