import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLoopback, keyFileOf, readSettings, reminderKeyFileOf } from './config.ts'

const publicKey = `B${'a'.repeat(86)}`
const privateKey = 'b'.repeat(43)

describe('the settings of a node', () => {
  test('are usable without a single variable', () => {
    const { settings, faults } = readSettings({})
    expect(faults).toEqual([])
    expect(settings).toEqual({
      dataFolder: resolve('data'),
      port: 8080,
      host: '127.0.0.1',
      origin: null,
      databaseUrl: null,
      databaseFolder: null,
      ownerUrl: null,
      backupUrl: null,
      keyFile: null,
      mail: null,
      push: null,
      texts: null,
      reminderKeyFile: null,
      witnesses: [],
      casesAnHour: 30,
    })
    expect(keyFileOf(settings, false)).toBe(resolve('keys/node.key'))
    expect(keyFileOf(settings, true)).toBe(resolve('keys/demonstration.key'))
    expect(reminderKeyFileOf(settings, false)).toBe(resolve('keys/reminders.key'))
  })

  test('are read from their variables', () => {
    const { settings, faults } = readSettings({
      SETU_DATA: '/srv/setu/data',
      PORT: '0',
      HOST: '::1',
      SETU_ORIGIN: 'https://Setu.example:443/',
      DATABASE_URL: 'postgresql://setu_login:secret@db/setu',
      DATABASE_OWNER_URL: 'postgres://owner@db/setu',
      SETU_KEY_FILE: '/srv/setu/keys/node.key',
      SETU_REMINDER_KEY_FILE: '/srv/setu/keys/reminders.key',
      SETU_TEXTS_URL: 'https://texts.example/send?v=1',
      SETU_TEXTS_SECRET_FILE: '/srv/setu/texts-secret',
      SETU_MAIL_URL: 'smtps://user:secret@mail.example',
      SETU_MAIL_FROM: 'setu@example.org',
      SETU_PUSH_PUBLIC_KEY: publicKey,
      SETU_PUSH_PRIVATE_KEY: privateKey,
      SETU_PUSH_SUBJECT: 'mailto:operator@example.org',
      SETU_WITNESSES:
        '/srv/witness, https://witness.example/#witness.example+a50367b6+BP0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY',
    })
    expect(faults).toEqual([])
    expect(settings).toMatchObject({
      dataFolder: '/srv/setu/data',
      port: 0,
      host: '::1',
      origin: 'https://setu.example',
      keyFile: '/srv/setu/keys/node.key',
      reminderKeyFile: '/srv/setu/keys/reminders.key',
      texts: { way: 'address', url: 'https://texts.example/send?v=1', secretFile: '/srv/setu/texts-secret' },
      mail: { url: 'smtps://user:secret@mail.example', from: 'setu@example.org' },
      push: { publicKey, privateKey, subject: 'mailto:operator@example.org' },
    })
  })

  test.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['SETU_CASES_AN_HOUR', { SETU_CASES_AN_HOUR: '0' }],
    ['SETU_CASES_AN_HOUR', { SETU_CASES_AN_HOUR: 'many' }],
    ['SETU_WITNESSES', { SETU_WITNESSES: 'witness' }],
    ['SETU_ORIGIN', { SETU_ORIGIN: 'setu.example' }],
    ['SETU_ORIGIN', { SETU_ORIGIN: 'https://setu.example/path' }],
    ['SETU_ORIGIN', { SETU_ORIGIN: 'ftp://setu.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://secret@db' }],
    ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: 'secret' }],
    ['DATABASE_BACKUP_URL', { DATABASE_BACKUP_URL: 'secret' }],
    ['SETU_KEY_FILE', { SETU_DATA: '/srv/setu', SETU_KEY_FILE: '/srv/setu/keys/node.key' }],
    ['SETU_KEY_FILE', { SETU_DATA: 'data', SETU_KEY_FILE: './data/../data/node.key' }],
    [
      'SETU_REMINDER_KEY_FILE',
      { SETU_DATA: '/srv/setu', SETU_REMINDER_KEY_FILE: '/srv/setu/keys/reminders.key' },
    ],
    ['SETU_TEXTS_URL', { SETU_TEXTS_URL: 'http://texts.example/secret', SETU_TEXTS_SECRET_FILE: '/x' }],
    ['SETU_TEXTS_URL', { SETU_TEXTS_URL: 'https://me:secret@texts.example', SETU_TEXTS_SECRET_FILE: '/x' }],
    ['SETU_TEXTS_URL', { SETU_TEXTS_URL: 'file:///etc/secret', SETU_TEXTS_SECRET_FILE: '/x' }],
    ['SETU_TEXTS_URL', { SETU_TEXTS_URL: 'https://texts.example', SETU_TEXTS_FOLDER: '/x' }],
    ['SETU_TEXTS_SECRET_FILE', { SETU_TEXTS_URL: 'https://texts.example' }],
    ['SETU_MAIL_URL', { SETU_MAIL_FROM: 'setu@example.org' }],
    ['SETU_MAIL_URL', { SETU_MAIL_URL: 'https://secret', SETU_MAIL_FROM: 'setu@example.org' }],
    ['SETU_MAIL_FROM', { SETU_MAIL_URL: 'smtp://secret@mail.example' }],
    [
      'SETU_PUSH_PUBLIC_KEY',
      { SETU_PUSH_PRIVATE_KEY: privateKey, SETU_PUSH_SUBJECT: 'mailto:a@example.org' },
    ],
    [
      'SETU_PUSH_PRIVATE_KEY',
      {
        SETU_PUSH_PUBLIC_KEY: publicKey,
        SETU_PUSH_PRIVATE_KEY: 'secret',
        SETU_PUSH_SUBJECT: 'mailto:a@example.org',
      },
    ],
    ['SETU_PUSH_SUBJECT', { SETU_PUSH_PUBLIC_KEY: publicKey, SETU_PUSH_PRIVATE_KEY: privateKey }],
  ])('name %s when it cannot be used, in both languages, and never say its value', (variable, env) => {
    const { faults } = readSettings(env)
    expect(faults.map((fault) => fault.variable)).toEqual([variable])
    expect(faults[0]?.en).toMatch(/^must /)
    expect(faults[0]?.bn).toMatch(/[ঀ-৿]/)
    expect(JSON.stringify(faults)).not.toContain('secret')
  })

  test('name every variable that cannot be used, not only the first', () => {
    const { faults } = readSettings({ PORT: 'x', DATABASE_URL: 'y', SETU_MAIL_URL: 'z' })
    expect(faults.map(({ variable }) => variable)).toEqual(['PORT', 'DATABASE_URL', 'SETU_MAIL_URL'])
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.4', false],
  ['127.example.org', false],
])('%s is this machine alone: %s', (host, alone) => {
  expect(isLoopback(host)).toBe(alone)
})
