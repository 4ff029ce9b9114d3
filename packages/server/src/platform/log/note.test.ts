import { createHash } from 'node:crypto'
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

  test('may say how many cases were erased, with the digest of their list', () => {
    const tombstones = { count: 12, digest: Buffer.alloc(32, 3) }
    const text = signedCheckpoint({ origin: 'setu-test', size: 42, root, tombstones }, signer)
    expect(text.split('\n')[3]).toBe(`tombstones 12 ${tombstones.digest.toString('base64')}`)
    const read = readNote(text)
    expect(read).toMatchObject({ size: 42, tombstones })
    expect(read && signedAt(read, log)).toBe(true)
    for (const bent of [
      'tombstones 012 ',
      'tombstones 0 ',
      'xtombstones 12 ',
      'tombstones 12  ',
      'tombstones 1234567890123456 ',
    ])
      expect(readNote(text.replace('tombstones 12 ', bent))).toBeNull()
    expect(readNote(text.replace(/(tombstones .*)/, '$1x'))).toBeNull()
    expect(readNote(text.replace(/(tombstones .*)/, '$1\nmore'))).toBeNull()
  })

  test('is none without a name, with a size that is written otherwise, or with a root of another length', () => {
    const body = (origin: string, size: string, bytes: Buffer) =>
      `${origin}\n${size}\n${bytes.toString('base64')}\n\n`
    expect(readNote(body('o', '0', root))).toMatchObject({ origin: 'o', size: 0, signatures: [] })
    expect(readNote(body('o', '999999999999999', root))?.size).toBe(999999999999999)
    for (const text of [
      body('', '1', root),
      body('o', '01', root),
      body('o', '1000000000000000', root),
      body('o', 'x1', root),
      body('o', '1x', root),
      body('o', '', root),
      body('o', '1', Buffer.alloc(31)),
      body('o', '1', Buffer.alloc(33)),
    ])
      expect(readNote(text)).toBeNull()
  })

  test('is read up to ten thousand signs, and with nothing but its signatures behind it', () => {
    const long = (length: number) => note + ' '.repeat(length - note.length)
    expect(readNote(long(10_000))).not.toBeNull()
    expect(readNote(long(10_001))).toBeNull()
    const [line = ''] = note.split('\n').slice(-2)
    const bent = [`x${line}`, `${line} x`, line.replace(/ \S+$/, ''), '\u2014 a', '']
    const read = readNote(`${note}${bent.join('\n')}\n${line}\n`)
    expect(read?.signatures).toHaveLength(2)
    expect(read?.signatures.every(({ name }) => name === 'setu-test')).toBe(true)
    expect(read?.body).toBe(note.slice(0, note.indexOf('\n\n') + 1))
    const named = `\u2014 a ${root.toString('base64')}\n1\n${root.toString('base64')}\n\n`
    expect(readNote(named)).toMatchObject({ size: 1, signatures: [] })
  })

  test('is signed by whoever signed it, whichever other lines stand beside', () => {
    const [line = ''] = note.split('\n').slice(-2)
    const [, , text = ''] = line.split(' ')
    const bytes = Buffer.from(text, 'base64')
    const lineOf = (name: string, signature: Buffer) => `\u2014 ${name} ${signature.toString('base64')}\n`
    const bent = Buffer.from(bytes)
    bent[10] = (bent[10] ?? 0) ^ 1
    const head = note.slice(0, note.indexOf('\n\n') + 2)
    const stands = (lines: string) => {
      const read = readNote(head + lines)
      return read && signedAt(read, log)
    }
    expect(stands(lineOf('setu-test', bent) + lineOf('setu-test', bytes))).toBe(true)
    expect(stands(lineOf('setu-other', bytes))).toBeNull()
    expect(stands(lineOf('setu-test', Buffer.concat([Buffer.alloc(4), bytes.subarray(4)])))).toBeNull()
    const cosigned = readNote(head + cosignature(note, signer, new Date(0)))
    expect(cosigned && signedAt(cosigned, log)).toBeNull()
    expect(cosigned && signedAt(cosigned, { ...log, kind: 'witness' })).toEqual(new Date(0))
  })

  test('is not a witness’s whose line is longer, of another moment or of another note', () => {
    const line = cosignature(note, witness, new Date('2026-05-04T03:02:01.999Z'))
    const stands = (text: string) => {
      const read = readNote(text)
      return read && signedAt(read, beside)
    }
    expect(stands(note + line)).toEqual(new Date('2026-05-04T03:02:01Z'))
    const [, , text = ''] = line.trim().split(' ')
    const bytes = Buffer.from(text, 'base64')
    expect(bytes).toHaveLength(76)
    const again = (change: Buffer) => `${note}\u2014 witness.example ${change.toString('base64')}\n`
    expect(stands(again(Buffer.concat([bytes, Buffer.alloc(1)])))).toBeNull()
    expect(stands(again(bytes.subarray(0, 75)))).toBeNull()
    expect(stands(again(bytes.subarray(0, 4)))).toBeNull()
    const later = Buffer.from(bytes)
    later[11] = (later[11] ?? 0) ^ 1
    expect(stands(again(later))).toBeNull()
    expect(stands(`${again(later)}${line}`)).toEqual(new Date('2026-05-04T03:02:01Z'))
    const other = signedCheckpoint({ origin: 'setu-test', size: 43, root }, signer)
    expect(stands(other + line)).toBeNull()
  })
})

describe('a key in one line', () => {
  const digestOf = (bytes: Uint8Array) =>
    createHash('sha256').update('setu-test\n').update(bytes).digest('hex').slice(0, 8)
  const [name = '', short = '', text = ''] = keyLine(log).split('+')

  test('is its name, four bytes of a digest, and the kind with the key', () => {
    expect([name, short]).toEqual(['setu-test', expect.stringMatching(/^[0-9a-f]{8}$/)])
    expect(Buffer.from(keyLine(log).slice(name.length + 10), 'base64')).toEqual(
      Buffer.concat([Buffer.from([1]), log.publicKey]),
    )
    expect(keyLine(beside)).toMatch(/^witness[.]example\+[0-9a-f]{8}\+B[A-P]/)
    expect(readKeyLine(` ${keyLine(log)}\n`)).toEqual(log)
    expect(text).not.toBe('')
  })

  test('is none with anything before or behind, another digest, another kind or another length', () => {
    const line = keyLine(log)
    const rest = line.slice(name.length + 10)
    for (const bent of [
      `x ${line}`,
      `${line} x`,
      `${line}*`,
      line.slice(1).replace('etu-test', ''),
      `${name}+${short.toUpperCase().replace(/^./, 'G')}+${rest}`,
      `${name}+${short}0+${rest}`,
      `${name}+00000000+${rest}`,
    ])
      expect(readKeyLine(bent)).toBeNull()
    const bytes = Buffer.from(rest, 'base64')
    for (const other of [
      Buffer.concat([Buffer.from([2]), bytes.subarray(1)]),
      bytes.subarray(0, 32),
      Buffer.concat([bytes, Buffer.alloc(1)]),
    ])
      for (const digest of [short, digestOf(other)])
        expect(readKeyLine(`${name}+${digest}+${other.toString('base64')}`)).toBeNull()
    expect(digestOf(bytes)).toBe(short)
  })

  test('comes from a secret of 32 bytes', () => {
    for (const length of [0, 31, 33]) expect(() => signerFrom('x', Buffer.alloc(length))).toThrow('32 bytes')
  })
})
