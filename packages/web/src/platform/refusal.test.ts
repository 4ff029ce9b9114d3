import { expect, test } from 'vitest'
import { remoteHttp, withQuery } from './http.ts'
import { Refusal, readRefusal } from './refusal.ts'

test('a problem keeps its code, its sentence, what it is about and its number', () => {
  const title = { en: 'Somebody changed this', bn: 'অন্য কেউ বদলেছেন' }
  const refusal = readRefusal(409, { code: 'stale', title, about: { case: 'c1' }, number: 'K7-22' })
  expect(refusal).toMatchObject({ code: 'stale', status: 409, title, about: { case: 'c1' }, number: 'K7-22' })
})

test('a stale change carries what the node has now', () => {
  const refusal = readRefusal(409, { code: 'stale', current: { version: 4, values: { children: 2 } } })
  expect(refusal.current).toEqual({ version: 4, values: { children: 2 } })
})

test('answers that cannot be kept are named by field', () => {
  const refusal = readRefusal(422, {
    code: 'not-valid',
    fields: [{ field: 'mobile', problem: 'format' }, { field: 7 }],
  })
  expect(refusal.fields).toEqual([{ field: 'mobile', problem: 'format' }])
})

test.each([null, 'Bad gateway', [1], { code: 7, about: 'x', title: 'No', current: 3 }])(
  'an answer of another shape is still a refusal',
  (body) => {
    expect(readRefusal(502, body)).toMatchObject({
      code: 'unexpected-answer',
      status: 502,
      title: null,
      about: {},
      fields: [],
      current: null,
      number: null,
    })
  },
)

test('what we may not know exists is said in one way', () => {
  expect(readRefusal(404, null).code).toBe('not-found')
})

function answering(response: () => Response | Promise<Response>, proved = false) {
  const asked: Request[] = []
  const http = remoteHttp(
    async (path, request) => {
      asked.push(new Request(typeof path === 'string' ? new URL(path, 'http://node.example') : path, request))
      return response()
    },
    () => Promise.resolve(proved),
  )
  return { http, asked }
}

test('every request carries our own mark and goes to our own house', async () => {
  const { http, asked } = answering(() => Response.json({ ok: true }))
  await http.get('/api/cases', { state: 'active', late: true, org: undefined })
  await http.post('/api/cases', { id: 'x' })
  expect(asked.map(({ method, url, credentials }) => [method, url, credentials])).toEqual([
    ['GET', 'http://node.example/api/cases?state=active&late=true', 'same-origin'],
    ['POST', 'http://node.example/api/cases', 'same-origin'],
  ])
  expect(asked.every(({ headers }) => headers.get('x-setu') === '1')).toBe(true)
})

test('a network that is gone is a refusal with its own code', async () => {
  const { http } = answering(() => Promise.reject(new TypeError('failed')))
  await expect(http.get('/api/session')).rejects.toMatchObject({ code: 'network.unreachable', status: 0 })
})

test('a bad status becomes a refusal and an empty answer is null', async () => {
  const refused = answering(() => Response.json({ code: 'policy.refused' }, { status: 403 }))
  await expect(refused.http.post('/api/x')).rejects.toBeInstanceOf(Refusal)
  const empty = answering(() => new Response(null, { status: 204 }))
  await expect(empty.http.delete('/api/session')).resolves.toBeNull()
})

test('what wants a fresh proof is sent again as it was, once, when the proof is given', async () => {
  const wanting = () => Response.json({ code: 'step-up-needed' }, { status: 403 })
  const answers = [wanting(), Response.json({ id: 'x' })]
  const proved = answering(() => answers.shift() ?? wanting(), true)
  await expect(proved.http.post('/api/x', { command: 'c1' })).resolves.toEqual({ id: 'x' })
  expect(await Promise.all(proved.asked.map((request) => request.text()))).toEqual([
    '{"command":"c1"}',
    '{"command":"c1"}',
  ])
  const twice = answering(wanting, true)
  await expect(twice.http.post('/api/x')).rejects.toMatchObject({ code: 'step-up-needed' })
  expect(twice.asked).toHaveLength(2)
  const declined = answering(wanting)
  await expect(declined.http.post('/api/x')).rejects.toMatchObject({ code: 'step-up-needed' })
  expect(declined.asked).toHaveLength(1)
})

test('nothing is asked where nothing was given', () => {
  expect(withQuery('/api/cases', { state: undefined })).toBe('/api/cases')
})
