import { describe, expect, test } from 'vitest'
import {
  cosignature,
  keyLine,
  readKeyLine,
  readNote,
  signedAt,
  signedCheckpoint,
  signerFrom,
} from './note.ts'

const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
const signer = signerFrom('setu-test', seed)
const log = { name: signer.name, kind: 'log', publicKey: signer.publicKey } as const
const root = Buffer.alloc(32, 7)
const note = signedCheckpoint({ origin: 'setu-test', size: 42, root }, signer)
const witness = signerFrom('witness.example', Buffer.alloc(32, 9))
const beside = { name: witness.name, kind: 'witness', publicKey: witness.publicKey } as const

describe('a signed checkpoint', () => {
  test('signs with Ed25519 as RFC 8032 has it, section 7.1, test 1', () => {
    expect(signer.publicKey.toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    expect(signer.sign(Buffer.alloc(0)).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    )
  })

  test('says whose log it is, its size and its root, and who signed', () => {
    const read = readNote(note)
    expect(read).toMatchObject({ origin: 'setu-test', size: 42, root })
    expect(read && signedAt(read, log)).toBe(true)
    expect(note.split('\n').slice(0, 4)).toEqual(['setu-test', '42', root.toString('base64'), ''])
  })

  test('bears a witness’s line with the moment it was given', () => {
    const read = readNote(note + cosignature(note, witness, new Date('2026-05-04T03:02:01Z')))
    expect(read && signedAt(read, beside)).toEqual(new Date('2026-05-04T03:02:01Z'))
    expect(read && signedAt(read, log)).toBe(true)
  })

  test.each([
    ['another size', note.replace('42', '43')],
    ['another root', note.replace(root.toString('base64'), Buffer.alloc(32, 8).toString('base64'))],
    [
      'another signer',
      signedCheckpoint({ origin: 'setu-test', size: 42, root }, signerFrom('setu-test', Buffer.alloc(32, 1))),
    ],
    [
      'a bent signature',
      note.replace(/.{5}=\n$/, (end) => `${end.startsWith('AAAAA') ? 'BBBBB' : 'AAAAA'}=\n`),
    ],
  ])('is nobody’s with %s', (_, text) => {
    const read = readNote(text)
    expect(read === null ? null : signedAt(read, log)).toBeNull()
  })

  test.each([
    '',
    'setu-test\n42\n',
    'setu-test\n042\nAAAA\n\n',
    'setu-test\n1e3\nAAAA\n\n',
    note.replace('\n\n', '\n'),
  ])('is none when it reads %j', (text) => expect(readNote(text)).toBeNull())

  test('a key goes from hand to hand in one line, and a slip of the pen is seen', () => {
    expect(readKeyLine(keyLine(log))).toEqual(log)
    expect(readKeyLine(keyLine(beside))).toEqual(beside)
    expect(readKeyLine(keyLine(log).replace('setu-test', 'setu-tess'))).toBeNull()
    expect(readKeyLine('nonsense')).toBeNull()
  })
})
