import type { Part, Relation, Role } from '@setu/vocabulary'
import type { z } from 'zod'
import type { Node } from '../node.ts'
import type { OwnWork } from '../own/own-work.ts'
import type { Work } from '../work.ts'

/** Who an endpoint is for: shown in its OpenAPI entry and tried cell by cell against the access table. */
export interface Access {
  /** The part of a case that it touches; `various` when the request names it, `none` when it is not about a case. */
  readonly part: Part | 'none' | 'various'
  readonly relations: readonly (Relation | 'dataProtection' | 'signedIn' | 'anyone')[]
  readonly writes: boolean
  /** Roles that it asks for beside the relation. */
  readonly roles?: readonly Role[]
  /**
   * Whether it asks for a proof, not older than five minutes, that it is the person who sits there; `bound` where that
   * proof must have been made for this very request, which the database sees to.
   */
  readonly stepUp?: true | 'bound'
}

export interface Reply<Body> {
  readonly status: number
  readonly body: Body
  /** Only sign-in and sign-out set it: the session's new cookie, or `null` to take it away. */
  readonly cookie?: string | null
  /** What this browser is known by from now on, once somebody has come in from it. */
  readonly deviceCookie?: string
  /** The cookie of a survivor's own window, or `null` to take it away. */
  readonly ownCookie?: string | null
  /** What ends the session itself: done once all is logged, in the same transaction. */
  readonly last?: () => Promise<unknown>
}

export interface Inputs<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

/** What a request carries beside its inputs, for the few endpoints that answer without a session. */
export interface Visit {
  readonly node: Node
  readonly device: string
  readonly request: string
  readonly cookie: string | null
  /** What the browser is known by, if somebody came in from it before. */
  readonly deviceCookie: string | null
  /** What a survivor's own window is open by. It is none of the others, and nobody at their addresses. */
  readonly ownCookie: string | null
}

/** Work done in several transactions, page by page, for what is too long for one. */
export interface PagedWork {
  readonly node: Node
  inWork<Result>(work: (work: Work) => Promise<Result>): Promise<Result>
}

/** How much one request may carry, where the usual bounds are too narrow for what it is for. */
export interface Bounds {
  readonly bytes: number
  readonly keys: number
}

interface Shape {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly summary: string
  readonly params: z.ZodType | null
  readonly query: z.ZodType | null
  readonly body: z.ZodType | 'bytes' | null
  readonly answers: z.ZodType | null
  readonly bounds: Bounds | null
  readonly seconds: number | null
}

type AnyInputs = Inputs<unknown, unknown, unknown>

/** One address of the API: what it takes, what it answers, and the work between. */
export type Endpoint =
  | (Shape & {
      readonly kind: 'work'
      readonly run: (work: Work, inputs: AnyInputs) => Promise<Reply<unknown>>
    })
  | (Shape & {
      readonly kind: 'visit'
      readonly run: (visit: Visit, inputs: AnyInputs) => Promise<Reply<unknown>>
    })
  | (Shape & {
      readonly kind: 'own'
      readonly run: (work: OwnWork, inputs: AnyInputs) => Promise<Reply<unknown>>
    })
  | (Shape & {
      readonly kind: 'download'
      readonly run: (pages: PagedWork, inputs: AnyInputs) => Promise<Download>
    })

/** A file that is streamed as it is made. */
export interface Download {
  readonly type: string
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

interface Spec<P, Q, B, A, From, To> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly summary: string
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly answers?: z.ZodType<A>
  readonly bounds?: Bounds
  /** How long the line stays open without a word while the answer is made, where a quarter of a minute is too short. */
  readonly seconds?: number
  readonly run: (from: From, inputs: Inputs<P, Q, B>) => Promise<To>
}

function shapeOf(spec: Omit<Spec<unknown, unknown, unknown, unknown, never, unknown>, 'run'>): Shape {
  const { name, method, path, access, summary } = spec
  const { params = null, query = null, body = null, answers = null, bounds = null, seconds = null } = spec
  return { name, method, path, access, summary, params, query, body, answers, bounds, seconds }
}

/** Declares an endpoint with its shapes; the answer's shape is enforced, so an undeclared field never leaves. */
export function endpoint<P = undefined, Q = undefined, B = undefined, A = undefined>(
  spec: Spec<P, Q, B, A, Work, Reply<A>>,
): Endpoint {
  return { ...shapeOf(spec), kind: 'work', run: (work, inputs) => spec.run(work, inputs as Inputs<P, Q, B>) }
}

/** Declares an endpoint that answers people who are not signed in. */
export function visitEndpoint<P = undefined, Q = undefined, B = undefined, A = undefined>(
  spec: Spec<P, Q, B, A, Visit, Reply<A>>,
): Endpoint {
  return {
    ...shapeOf(spec),
    kind: 'visit',
    run: (visit, inputs) => spec.run(visit, inputs as Inputs<P, Q, B>),
  }
}

/** Declares an endpoint of a survivor's own window: it answers her alone, and about her own case. */
export function ownEndpoint<P = undefined, Q = undefined, B = undefined, A = undefined>(
  spec: Spec<P, Q, B, A, OwnWork, Reply<A>>,
): Endpoint {
  return { ...shapeOf(spec), kind: 'own', run: (work, inputs) => spec.run(work, inputs as Inputs<P, Q, B>) }
}

/** Declares an endpoint that takes the bytes of a file. */
export function uploadEndpoint<A, Q = undefined>(
  spec: Omit<Spec<undefined, Q, Uint8Array, A, Work, Reply<A>>, 'body' | 'params'>,
): Endpoint {
  const run: (work: Work, inputs: AnyInputs) => Promise<Reply<unknown>> = (work, inputs) =>
    spec.run(work, inputs as Inputs<undefined, Q, Uint8Array>)
  return { ...shapeOf(spec), body: 'bytes', kind: 'work', run }
}

/** Declares an endpoint that streams a file, page by page. */
export function downloadEndpoint<Q>(
  spec: Omit<Spec<undefined, Q, undefined, undefined, PagedWork, Download>, 'body' | 'params' | 'answers'>,
): Endpoint {
  return {
    ...shapeOf(spec),
    kind: 'download',
    run: (pages, inputs) => spec.run(pages, inputs as Inputs<undefined, Q, undefined>),
  }
}

export const ok = <Body>(body: Body): Reply<Body> => ({ status: 200, body })
export const made = <Body>(body: Body): Reply<Body> => ({ status: 201, body })
export const nothing: Reply<undefined> = { status: 204, body: undefined }
