/** What a refusal is about: identifiers, codes and field names, never a person's words. */
export type About = Readonly<Record<string, string>>

/** What the node has now, where a change was made from an older version. */
export interface Current {
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
}

export interface FieldProblem {
  readonly field: string
  readonly problem: string
}

interface Refused {
  readonly code: string
  readonly status: number
  /** The node's own sentence, in both languages. */
  readonly title?: { readonly en: string; readonly bn: string } | null
  readonly about?: About
  readonly fields?: readonly FieldProblem[]
  readonly current?: Current | null
  /** What a person quotes to whoever looks after the node. */
  readonly number?: string | null
}

/** An answer that is no: from the node, or from the network on the way. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly title: { readonly en: string; readonly bn: string } | null
  readonly about: About
  readonly fields: readonly FieldProblem[]
  readonly current: Current | null
  readonly number: string | null

  constructor(refused: Refused) {
    super(refused.code)
    this.name = 'Refusal'
    this.code = refused.code
    this.status = refused.status
    this.title = refused.title ?? null
    this.about = refused.about ?? {}
    this.fields = refused.fields ?? []
    this.current = refused.current ?? null
    this.number = refused.number ?? null
  }
}

type Given = Readonly<Record<string, unknown>>

function given(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function aboutOf(value: unknown): About {
  const entries = Object.entries(given(value))
  return Object.fromEntries(
    entries.flatMap(([key, about]) => (typeof about === 'string' ? [[key, about]] : [])),
  )
}

function titleOf(value: unknown): Refused['title'] {
  const [en, bn] = [text(given(value)['en']), text(given(value)['bn'])]
  return en !== null && bn !== null ? { en, bn } : null
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.map(given).flatMap((entry) => {
    const [field, problem] = [text(entry['field']), text(entry['problem'])]
    return field !== null && problem !== null ? [{ field, problem }] : []
  })
}

function currentOf(value: unknown): Current | null {
  const { version, values } = given(value)
  return typeof version === 'number' ? { version, values: given(values) } : null
}

/** Reads an `application/problem+json` body; whatever else comes with a bad status still becomes a refusal. */
export function readRefusal(status: number, body: unknown): Refusal {
  const problem = given(body)
  return new Refusal({
    status,
    code: text(problem['code']) ?? (status === 404 ? 'not-found' : 'unexpected-answer'),
    title: titleOf(problem['title']) ?? null,
    about: aboutOf(problem['about']),
    fields: fieldsOf(problem['fields']),
    current: currentOf(problem['current']),
    number: text(problem['number']),
  })
}

/** The request never arrived, or its answer never came back. */
export function unreachable(): Refusal {
  return new Refusal({ code: 'network.unreachable', status: 0 })
}
