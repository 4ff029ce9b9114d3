import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { channelsOf } from './channels.ts'
import { messageWords } from './message-words.ts'

/** A mail server that takes whatever comes and keeps it. */
function mailServer(refuse: boolean): { server: Server; mails: string[] } {
  const mails: string[] = []
  const server = createServer((socket: Socket) => {
    let taking = false
    let mail = ''
    socket.write('220 test\r\n')
    socket.on('data', (piece) => {
      for (const line of piece.toString('utf8').split(/(?<=\r\n)/)) {
        if (taking && line !== '.\r\n') mail += line
        else if (taking) {
          taking = false
          mails.push(mail)
          socket.write('250 kept\r\n')
        } else if (line.startsWith('DATA')) {
          taking = true
          socket.write('354 go on\r\n')
        } else if (line.startsWith('RCPT') && refuse) socket.write('451 not now\r\n')
        else if (line.startsWith('QUIT')) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
    socket.on('error', () => socket.destroy())
  })
  return { server, mails }
}

const origin = 'https://setu.example'

describe('a message that leaves Setu', () => {
  let open: Server | null = null

  beforeEach(() => {
    open = null
  })

  afterEach(() => {
    open?.close()
  })

  async function listening(refuse: boolean): Promise<{ url: string; mails: string[] }> {
    const { server, mails } = mailServer(refuse)
    open = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}/?ignoreTLS=true`, mails }
  }

  test.each(['en', 'bn'] as const)('says only that something waits, and where (%s)', async (language) => {
    const { url, mails } = await listening(false)
    const { email } = channelsOf({ mail: { url, from: 'setu@example.org' }, push: null }, origin)
    expect(await email?.({ address: 'asha@example.org' }, language)).toBe('sent')
    const [head = '', body = ''] = mails.join('').split(/\r\n\r\n/)
    const [, encoding] = /Content-Transfer-Encoding: (\S+)/i.exec(head) ?? []
    const text = encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : decodeQuoted(body)
    expect(text.trim()).toBe(`${messageWords[language]}\n${origin}`)
    expect(head.match(/^(From|To): .*$/gim)).toEqual(['From: setu@example.org', 'To: asha@example.org'])
  })

  function decodeQuoted(text: string): string {
    const bytes = text
      .replace(/=\r\n/g, '')
      .replace(/\r\n/g, '\n')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return Buffer.from(bytes, 'latin1').toString('utf8')
  }

  test('waits for later when the mail server will not take it, or is not there', async () => {
    const { url } = await listening(true)
    const refused = channelsOf({ mail: { url, from: 'setu@example.org' }, push: null }, origin)
    expect(await refused.email?.({ address: 'asha@example.org' }, 'bn')).toBe('later')
    const absent = channelsOf(
      { mail: { url: 'smtp://127.0.0.1:9', from: 'setu@example.org' }, push: null },
      origin,
    )
    expect(await absent.email?.({ address: 'asha@example.org' }, 'bn')).toBe('later')
  })

  test('waits for later when the push service is not there, and knows an address that never was one', async () => {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys()
    const { push } = channelsOf(
      { mail: null, push: { publicKey, privateKey, subject: 'mailto:a@example.org' } },
      origin,
    )
    const device = {
      endpoint: 'https://127.0.0.1:9/device',
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    }
    expect(await push?.(device, 'bn')).toBe('later')
    expect(await push?.({}, 'bn')).toBe('gone')
  })

  test('has no way out that the node was not given', () => {
    expect(channelsOf({ mail: null, push: null }, origin)).toEqual({})
  })
})
