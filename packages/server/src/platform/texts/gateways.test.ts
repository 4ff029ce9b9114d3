import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addressGateway, secretHeaderOf } from './address-gateway.ts'
import { folderGateway } from './folder-gateway.ts'

const text = {
  id: '7d4f0f5e-0000-4000-8000-000000000001',
  number: '+8801712345678',
  text: 'Tomorrow, as we said.',
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('texts put into a folder for the daemon of a modem', () => {
  test('each is one whole file with the number and the words, and nothing else lies beside it', async () => {
    const gateway = folderGateway(folder)
    expect(await gateway.works()).toBe(true)
    expect(await gateway.hand(text)).toBe('handed')
    expect(readdirSync(folder).toSorted()).toEqual(['.writing', `setu-${text.id}`])
    expect(readdirSync(join(folder, '.writing'))).toEqual([])
    expect(readFileSync(join(folder, `setu-${text.id}`), 'latin1')).toBe(
      'To: 8801712345678\n\nTomorrow, as we said.\n',
    )
  })

  test('words in Bangla go as two bytes a letter, as a modem sends them', async () => {
    const bangla = 'কথামতো, আগামীকাল।'
    await folderGateway(folder).hand({ ...text, text: bangla })
    const file = readFileSync(join(folder, `setu-${text.id}`))
    const head = 'To: 8801712345678\nAlphabet: UCS2\n\n'
    expect(file.subarray(0, head.length).toString('latin1')).toBe(head)
    expect(new TextDecoder('utf-16be').decode(file.subarray(head.length))).toBe(bangla)
  })

  test('what is no number never reaches the line with the number', async () => {
    const gateway = folderGateway(folder)
    for (const number of ['+8801712345678\nFlash: yes', '999', '', 's1234'])
      expect([number, await gateway.hand({ ...text, number })]).toEqual([number, 'refused'])
    expect(readdirSync(folder)).toEqual(['.writing'])
  })

  test('a text that lies there is not written over', async () => {
    const gateway = folderGateway(folder)
    await gateway.hand(text)
    expect(await gateway.hand({ ...text, text: 'Other words' })).toBe('unknown')
    expect(readFileSync(join(folder, `setu-${text.id}`), 'latin1')).toContain('as we said')
  })

  const unfetched = `setu-${text.id}`

  test('a text that nobody fetched can be had back, and only once it is written down it is gone', async () => {
    const { hand, back } = folderGateway(folder)
    await hand(text)
    writeFileSync(join(folder, 'of-somebody-else'), '')
    expect(await back?.lying()).toEqual([text.id])
    const died = back?.take(text.id, () => Promise.reject(new RangeError('the power failed')))
    await expect(died).rejects.toThrow('the power failed')
    expect(existsSync(join(folder, unfetched)), 'the daemon does not find it any more').toBe(false)
    expect(await back?.lying(), 'and it is known to be there').toEqual([text.id])
    let remembered = 0
    const remember = async () => {
      remembered += 1
    }
    expect(await back?.take(text.id, remember)).toBe(true)
    expect([remembered, await back?.lying()]).toEqual([1, []])
    expect(readdirSync(join(folder, '.writing'))).toEqual([])
    expect(readdirSync(folder)).toContain('of-somebody-else')
  })

  test('a text that was fetched cannot be had back, and nothing is written down of it', async () => {
    const { hand, back } = folderGateway(folder)
    await hand(text)
    rmSync(join(folder, unfetched))
    expect(await back?.take(text.id, () => Promise.reject(new RangeError('it went out')))).toBe(false)
  })

  test('what a process left half written is swept away, and what is just being written is not', async () => {
    const { back, works } = folderGateway(folder)
    await works()
    const [old, young] = [text.id, text.id.replace(/1$/, '2')].map((name) => join(folder, '.writing', name))
    for (const path of [old, young]) writeFileSync(path ?? '', 'To: 8801712345678')
    const before = new Date(Date.now() - 11 * 60_000)
    utimesSync(old ?? '', before, before)
    expect(await back?.lying()).toEqual([])
    expect([existsSync(old ?? ''), existsSync(young ?? '')]).toEqual([false, true])
  })

  test('where the folder cannot be used nothing was taken, and it is tried later', async () => {
    const blocked = join(folder, 'file')
    writeFileSync(blocked, '')
    const gateway = folderGateway(blocked)
    expect(await gateway.works()).toBe(false)
    expect(await gateway.hand(text)).toBe('later')
    expect(existsSync(blocked)).toBe(true)
  })
})

describe('texts handed to an address of an operator', () => {
  let server: Server | null = null
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
    server = null
  })

  async function operator(
    answer: (request: IncomingMessage, response: ServerResponse) => void,
  ): Promise<string> {
    server = createServer(answer)
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  }
  const secret = { name: 'Authorization', value: 'Bearer cnry' }

  test('the operator gets the number, the words and a name that stays the same', async () => {
    const asked: unknown[] = []
    const url = await operator((request, response) => {
      const { method, url: path, headers } = request
      let body = ''
      request.on('data', (piece: Buffer) => {
        body += piece.toString('utf8')
      })
      request.on('end', () => {
        asked.push({
          method,
          path,
          name: headers['idempotency-key'],
          secret: headers.authorization,
          body: JSON.parse(body),
        })
        response.writeHead(202).end()
      })
    })
    expect(await addressGateway(url, secret).hand(text)).toBe('handed')
    const body = { id: text.id, to: text.number, text: text.text }
    expect(asked).toEqual([{ method: 'POST', path: '/send', name: text.id, secret: 'Bearer cnry', body }])
  })

  test.each([
    [200, 'handed'],
    [301, 'later'],
    [307, 'later'],
    [400, 'refused'],
    [401, 'later'],
    [422, 'refused'],
    [429, 'later'],
    [500, 'unknown'],
    [502, 'unknown'],
    [408, 'unknown'],
    [503, 'unknown'],
  ] as const)('an answer of %i means: %s', async (status, meant) => {
    let asked = 0
    const url = await operator((_, response) => {
      asked += 1
      response.writeHead(status, { location: '/elsewhere' }).end()
    })
    expect(await addressGateway(url, secret).hand(text)).toBe(meant)
    expect(asked, 'and leads nowhere else').toBe(1)
  })

  test('nobody knows what became of a text when the line breaks or no answer comes', async () => {
    const broken = await operator((request) => request.socket.destroy())
    expect(await addressGateway(broken, secret).hand(text)).toBe('unknown')
    server?.close()
    const silent = await operator(() => undefined)
    expect(await addressGateway(silent, secret, 300).hand(text)).toBe('unknown')
  })

  test('where nobody listens nothing was taken', async () => {
    const url = await operator(() => undefined)
    await new Promise((resolve) => server?.close(resolve))
    const gateway = addressGateway(url, secret)
    expect(await gateway.hand(text)).toBe('later')
    expect(await gateway.works()).toBe(false)
  })

  test('looking whether it works tells the secret to nobody and hands nothing over', async () => {
    const asked: unknown[] = []
    const url = await operator(({ method, headers }, response) => {
      asked.push([method, headers.authorization])
      response.writeHead(405).end()
    })
    expect(await addressGateway(url, secret).works()).toBe(true)
    expect(asked).toEqual([['HEAD', undefined]])
  })

  test('the secret is one header in a file that nobody else reads', () => {
    const file = join(folder, 'secret')
    const holding = (content: string, mode = 0o600) => {
      writeFileSync(file, content)
      chmodSync(file, mode)
      return secretHeaderOf(file)
    }
    expect(secretHeaderOf(file)).toBe('missing')
    expect(holding('Authorization: Bearer a b\n')).toEqual({ name: 'Authorization', value: 'Bearer a b' })
    expect(holding('Authorization: x', 0o644)).toBe('open-to-others')
    for (const wrong of [
      '',
      'x',
      'A: b\r\nC: d',
      'A: b\nC: d',
      'Host: elsewhere',
      'Content-Type: text/plain',
      'ক: খ',
    ])
      expect([wrong, holding(wrong)]).toEqual([wrong, 'not-a-header'])
  })
})
