import { refusal } from '@setu/records/api'
import fc from 'fast-check'
import { z } from 'zod'
import { problems } from '../src/platform/problem-codes.ts'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Json
  }[]
  readonly body: Json | 'bytes' | null
  /** What a good answer must look like; `null` where it has no body, `file` where it is one. */
  readonly answer: z.ZodType | null | 'file'
}

/** A request that was made up, as it goes over the line; `who` is a place in the list of people. */
export interface Generated {
  readonly name: string
  readonly method: Operation['method']
  readonly path: string
  readonly who: number
  readonly type: string | null
  readonly body: string | Buffer | null
}

/** What came back for it. */
export interface Came {
  readonly status: number
  readonly type: string
  readonly text: string
}

const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {}

function contentOf(place: unknown, kind: string): Json | null {
  const schema = objectOf(objectOf(objectOf(place)['content'])[kind])['schema']
  return schema === undefined ? null : objectOf(schema)
}

function answerOf(responses: Json): Operation['answer'] {
  if ('204' in responses) return null
  const schema = contentOf(responses['200'] ?? responses['2XX'], 'application/json')
  return schema === null ? 'file' : z.fromJSONSchema(schema)
}

/** The addresses of a node as its own document tells them to the world. */
export function operationsOf(document: Json): Operation[] {
  return Object.entries(objectOf(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).map(([method, given]): Operation => {
      const entry = objectOf(given)
      const bytes = contentOf(entry['requestBody'], 'application/octet-stream') !== null
      return {
        name: String(entry['operationId']),
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: entry['parameters'] as Operation['parameters'],
        body: bytes ? 'bytes' : contentOf(entry['requestBody'], 'application/json'),
        answer: answerOf(objectOf(entry['responses'])),
      }
    }),
  )
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    -0.5,
    '',
    ' ',
    [],
    {},
    [[]],
    { a: { b: 1 } },
    'x'.repeat(5000),
  ),
  fc.constantFrom(
    'a\u0000b',
    'a\ud800b',
    '=1+1',
    "' or 1=1 --",
    '2026-13-45',
    '9999-12-31',
    '0000-01-01',
    'রহিমা',
    '\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
)

const day = fc
  .integer({ min: -400, max: 800 })
  .map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))

function textFor(
  { format, pattern, minLength, maxLength }: Json,
  ids: readonly string[],
): fc.Arbitrary<unknown> {
  const most = Math.min(Number(maxLength ?? 60), 400)
  const least = Math.min(Number(minLength ?? 0), most)
  if (format === 'uuid')
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.uuid({ version: 4 }) },
    )
  if (format === 'date') return day
  if (format === 'date-time') return day.map((text) => `${text}T03:04:05Z`)
  if (format === 'email') return fc.constant('somebody@example.org')
  if (format === 'uri') return fc.constant('https://setu.example/x')
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'))
  const any = fc.string({ unit: 'grapheme', minLength: least, maxLength: most })
  const usual = ['রহিমা', 'Rahima', 'BD4041', 'bn', 'x'].filter(
    ({ length }) => length >= least && length <= most,
  )
  return usual.length === 0 ? any : fc.oneof(any, fc.constantFrom(...usual))
}

/** Values that fit a schema of the document. */
function fitting(schema: Json, ids: readonly string[]): fc.Arbitrary<unknown> {
  const among = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(among)) return fc.oneof(...among.map((one) => fitting(objectOf(one), ids)))
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  switch (schema['type']) {
    case 'string':
      return textFor(schema, ids)
    case 'integer':
      return fc.integer({
        min: Number(schema['minimum'] ?? 0),
        max: Math.min(Number(schema['maximum'] ?? 9), 20_000),
      })
    case 'number':
      return fc.double({
        min: Number(schema['minimum'] ?? -90),
        max: Number(schema['maximum'] ?? 90),
        noNaN: true,
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(fitting(objectOf(schema['items']), ids), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: Math.max(Number(schema['minItems'] ?? 0), Math.min(Number(schema['maxItems'] ?? 4), 4)),
      })
    case 'object': {
      const shapes = Object.entries(objectOf(schema['properties'])).map(
        ([key, of]) => [key, fitting(objectOf(of), ids)] as const,
      )
      if (shapes.length === 0) return fc.constant({})
      return fc.record(Object.fromEntries(shapes), {
        requiredKeys: Array.isArray(schema['required']) ? (schema['required'] as string[]) : [],
        noNullPrototype: true,
      })
    }
    default:
      return odd
  }
}

/** Where something may be broken: the path of every value inside. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

function replaced(
  value: unknown,
  [key, ...rest]: readonly string[],
  change: (was: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? replaced(one, rest, change) : one))
  const inner = objectOf(value)
  const next = replaced(inner[key], rest, change)
  const { [key]: _, ...others } = inner
  return next === undefined ? others : { ...others, [key]: next }
}

function broken(fits: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const way = fc.oneof(
    odd.map((by) => () => by),
    fc.constant(() => undefined),
    odd.map(
      (by) => (was: unknown) =>
        Array.isArray(was) ? [...(was as unknown[]), by] : { ...objectOf(was), more: by },
    ),
    fc.constant((was: unknown) => [was]),
  )
  return fc.tuple(fits, fc.nat(), way).map(([value, at, change]) => {
    const places = placesIn(value)
    return replaced(value, places[at % places.length] ?? [], change)
  })
}

const nonsense = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"__proto__":{}}',
    '{"command":1,"command":2}',
    '[[[[[[[[]]]]]]]]',
  ),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
)

function bodyFor(schema: Operation['body'], ids: readonly string[]): fc.Arbitrary<string | Buffer | null> {
  if (schema === null)
    return fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: nonsense })
  if (schema === 'bytes')
    return fc.oneof(
      fc.constant(Buffer.from('prs_FirstName,prs_Gender,cas_Status\nRahima,Feminine,Active\n')),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    )
  const fits = fitting(schema, ids)
  const asText = (value: unknown): string => JSON.stringify(value) ?? 'null'
  return fc.oneof(
    { weight: 6, arbitrary: fits.map(asText) },
    { weight: 5, arbitrary: broken(fits).map(asText) },
    { weight: 1, arbitrary: nonsense },
  )
}

const oddInAddress = fc
  .oneof(
    fc.constantFrom('', '%00', '%ED%A0%80', '%', 'null', '-1', '1e9', 'x'.repeat(300)),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
  )
  .map(String)

function addressFor({ path, parameters }: Operation, ids: readonly string[]): fc.Arbitrary<string> {
  const values = parameters.map(({ name, in: place, required, schema }) => {
    const fits = fitting(schema, ids).map((value) => encodeURIComponent(String(value).toWellFormed()))
    const some = fc.oneof({ weight: 8, arbitrary: fits }, { weight: 1, arbitrary: oddInAddress })
    const always = place === 'path' || required
    return (always ? some : fc.option(some)).map((value) => ({ name, place, value }))
  })
  const strange = fc.oneof(
    { weight: 15, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constant('strange=1') },
  )
  return fc.tuple(fc.tuple(...values), strange).map(([given, more]) => {
    let address = path
    const query: string[] = more === '' ? [] : [more]
    for (const { name, place, value } of given) {
      if (value === null) continue
      if (place === 'path') address = address.replace(`{${name}}`, value)
      else query.push(`${name}=${value}`)
    }
    return query.length === 0 ? address : `${address}?${query.join('&')}`
  })
}

/** Passwords are slow to try by design, and whoever leaves is gone: these come up seldom. */
const seldom: ReadonlySet<string> = new Set([
  'signIn',
  'signOut',
  'changePassword',
  'addAccount',
  'endDevice',
  'forgetDevice',
  'beginNode',
])

/** Requests to every address, in order and out of order, by so many people. */
export function requestsTo(
  operations: readonly Operation[],
  { ids, people }: { readonly ids: readonly string[]; readonly people: number },
): fc.Arbitrary<Generated> {
  const each = operations.map((operation) => {
    const { name, method } = operation
    const usual = operation.body === 'bytes' ? 'application/octet-stream' : 'application/json'
    const type = fc.oneof(
      { weight: 30, arbitrary: fc.constant(usual) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'text/plain',
          'application/x-www-form-urlencoded',
          'application/octet-stream',
        ),
      },
    )
    const made = fc.record({
      who: fc.nat(people - 1),
      path: addressFor(operation, ids),
      kind: type,
      body: bodyFor(operation.body, ids),
    })
    return {
      weight: seldom.has(name) ? 1 : 12,
      arbitrary: made.map(
        ({ kind, body, ...rest }): Generated => ({
          name,
          method,
          ...rest,
          body,
          type: body === null ? null : kind,
        }),
      ),
    }
  })
  return fc.oneof(...each)
}

const statusOf: Readonly<Record<string, number>> = problems

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is wrong with an answer, measured by the document; nothing when it is as it was promised. */
export function wrongWith(
  operations: readonly Operation[],
  asked: Generated,
  { status, type, text }: Came,
): string | null {
  const say = (what: string): string =>
    `${asked.method} ${asked.path.slice(0, 200)} (${asked.name}, ${String(asked.body).slice(0, 600)}): ${status} ${what} ${text.slice(0, 400)}`
  if (status >= 500) return say('is a failure')
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return say(`comes as ${type}`)
    const read = refusal.safeParse(readJson(text))
    if (!read.success) return say('is no refusal')
    return read.data.status === status && statusOf[read.data.code] === status
      ? null
      : say('names another code')
  }
  const operation = operations.find(({ name }) => name === asked.name)
  if (status === 204) return text === '' && operation?.answer === null ? null : say('should not be empty')
  if (operation?.answer === 'file') return null
  if (!operation?.answer) return say('is not in the document')
  const read = operation.answer.safeParse(readJson(text))
  return read.success
    ? null
    : say(`differs from the document: ${JSON.stringify(read.error.issues.slice(0, 3))}`)
}
