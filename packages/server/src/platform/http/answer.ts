import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Outcome } from '../audit/trail.ts'
import { DatabaseRefusal } from '../database/engine.ts'
import { provedLately } from '../factors/factor-store.ts'
import { asActor, logApart, type Node } from '../node.ts'
import { asOwn, logOwnRefusal } from '../own/own-work.ts'
import { Problem } from '../problem.ts'
import type { ProblemCode } from '../problem-codes.ts'
import { handleOf, type Pass, passOf } from '../sessions/token.ts'
import { needRole, type Work } from '../work.ts'
import { doneBefore, remember } from './command-done.ts'
import type { Endpoint, Inputs, PagedWork, Reply, Visit } from './endpoint.ts'
import { needStorable } from './storable.ts'

type WorkEndpoint = Extract<Endpoint, { kind: 'work' }>
type AnyInputs = Inputs<unknown, unknown, unknown>

/** One field a name, in the order in which people meet them; the value itself is never repeated. */
function fieldsOf(error: z.ZodError): { field: string; problem: string }[] {
  return error.issues.slice(0, 40).flatMap((issue) => {
    const at = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: at === '' ? key : `${at}.${key}`, problem: 'unknown' }))
    }
    return [{ field: at === '' ? 'body' : at, problem: issue.code === 'custom' ? issue.message : issue.code }]
  })
}

function checked(shape: z.ZodType | null, value: unknown): unknown {
  if (shape === null) return undefined
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const fields = fieldsOf(result.error)
  const unknown = fields.every(({ problem }) => problem === 'unknown')
  throw new Problem(unknown ? 'unknown-field' : 'bad-request', { fields })
}

export function readInputs(endpoint: Endpoint, raw: AnyInputs): AnyInputs {
  needStorable(raw.params)
  needStorable(raw.query)
  if (endpoint.body !== 'bytes') needStorable(raw.body)
  return {
    params: checked(endpoint.params, raw.params),
    query: checked(endpoint.query, raw.query),
    body: endpoint.body === 'bytes' ? raw.body : checked(endpoint.body, raw.body),
  }
}

/** It took too long, two got in each other's way, something ran out, or the database is away: another try may go well. */
const passing = /^(57014|40001|40P01|53...|08...|57P0.|58000)$/

/** What of two of a kind is one too many, by the name of the rule that says so. */
function takenCode(constraint: string): ProblemCode {
  if (constraint.includes('sign_in_name')) return 'name-taken'
  return constraint === 'shelter_one_home' ? 'lives-elsewhere' : 'exists-already'
}

/** What the database's refusals mean to a person. A row that may not be touched does not exist. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof DatabaseRefusal) {
    if (error.sqlState === '42501' || error.sqlState === '23503') return new Problem('not-found')
    if (error.sqlState === '23505') return new Problem(takenCode(error.constraint))
    if (error.sqlState === '53100') return new Problem('storage-full')
    if (passing.test(error.sqlState)) return new Problem('busy')
    // A value that no check of ours refused and that the database cannot take: too long, not a number, not a day.
    if (error.sqlState.startsWith('22') || error.sqlState === '23514' || error.sqlState === '23502')
      return new Problem('bad-request')
  }
  return new Problem('failed')
}

function commandOf(inputs: AnyInputs): string | null {
  const body = inputs.body
  if (typeof body !== 'object' || body === null || !('command' in body)) return null
  return typeof body.command === 'string' ? body.command : null
}

function shaped(endpoint: Endpoint, body: unknown): unknown {
  return endpoint.answers === null ? undefined : endpoint.answers.parse(body)
}

function outcomeOf(endpoint: Endpoint, request: string, status: number, problem: string | null) {
  const { name: action, method } = endpoint
  return { request, action, method, status, problem, reason: null, count: null }
}

/** What an address declares is asked for before it runs: a role, and a fresh proof where it is grave. */
async function needDeclared({ access }: Endpoint, work: Work): Promise<void> {
  if (access.roles) needRole(work, ...access.roles)
  if (access.stepUp === true && !(await provedLately(work.db))) throw new Problem('step-up-needed')
}

/** Nothing is begun that the disk could not hold; readings go on. */
async function needRoom(node: Node, { access }: Endpoint): Promise<void> {
  if (access.writes && (await node.engine.hasRoom?.()) === false) throw new Problem('storage-full')
}

/** Runs a command or a reading: once, logged in its own transaction; a repeated command answers as it did before. */
async function attempt(
  node: Node,
  endpoint: WorkEndpoint,
  pass: Pass | null,
  inputs: AnyInputs,
  request: string,
): Promise<Reply<unknown>> {
  await needRoom(node, endpoint)
  const once = async (work: Work, log: (outcome: Outcome) => Promise<void>): Promise<Reply<unknown>> => {
    const command = endpoint.access.writes ? commandOf(inputs) : null
    const before = command === null ? null : await doneBefore(work, command, endpoint.name)
    if (before === null) await needDeclared(endpoint, work)
    const reply = before ?? (await endpoint.run(work, inputs))
    const body = shaped(endpoint, reply.body)
    if (command !== null && before === null)
      await remember(work, command, endpoint.name, { status: reply.status, body })
    await log(outcomeOf(endpoint, request, reply.status, null))
    return { status: reply.status, body }
  }
  return asActor(node, pass, once, { reads: !endpoint.access.writes })
}

/** What a survivor asks of her own window. Her writes have no command id: done twice, they are done once. */
async function attemptOwn(
  { node, visit }: Pick<Asked, 'node' | 'visit'>,
  endpoint: Extract<Endpoint, { kind: 'own' }>,
  inputs: AnyInputs,
): Promise<Reply<unknown>> {
  await needRoom(node, endpoint)
  const pass = visit.ownCookie === null ? null : passOf(visit.ownCookie)
  return asOwn(
    node,
    pass,
    async (work, log) => {
      const { last, ...said } = await endpoint.run(work, inputs)
      const body = shaped(endpoint, said.body)
      await log(outcomeOf(endpoint, visit.request, said.status, null))
      await last?.()
      return { ...said, body }
    },
    { reads: !endpoint.access.writes },
  )
}

interface Asked {
  readonly node: Node
  readonly endpoint: Endpoint
  readonly visit: Visit
  readonly inputs: AnyInputs
}

async function run({ node, endpoint, visit, inputs }: Asked): Promise<Reply<unknown>> {
  if (endpoint.kind === 'visit') {
    const reply = await endpoint.run(visit, inputs)
    return { ...reply, body: shaped(endpoint, reply.body) }
  }
  if (endpoint.kind === 'own') return attemptOwn({ node, visit }, endpoint, inputs)
  if (endpoint.kind === 'download') throw new TypeError('a download is streamed')
  const pass = visit.cookie === null ? null : passOf(visit.cookie)
  return attempt(node, endpoint, pass, inputs, visit.request)
}

/** Logs a refusal. A log that cannot be written is itself a failure, said as such. */
export async function refused(
  node: Node,
  endpoint: Endpoint,
  visit: Visit,
  error: unknown,
): Promise<Problem> {
  const problem = problemOf(error)
  const handle = visit.cookie === null ? null : handleOf(visit.cookie)
  const { touched = [], also } = problem.details
  const outcome = outcomeOf(endpoint, visit.request, problem.status, problem.code)
  const own = endpoint.kind === 'own' && visit.ownCookie !== null ? handleOf(visit.ownCookie) : null
  try {
    if (own !== null && (await logOwnRefusal(node, own, outcome))) return problem
    await logApart(node, handle, outcome, touched, also)
    return problem
  } catch (cause) {
    // What is away or full can take no event either; a refusal that shows nothing is still given.
    const why = problemOf(cause)
    if (touched.length === 0 && (why.code === 'busy' || why.code === 'storage-full')) return why
    throw cause
  }
}

export async function answer(
  asked: Omit<Asked, 'inputs'> & { readonly raw: () => AnyInputs },
): Promise<Reply<unknown>> {
  return run({ ...asked, inputs: readInputs(asked.endpoint, asked.raw()) })
}

/** Pages of a long reading, each in a short transaction whose items are logged under the one event. */
export function pagesOf(node: Node, endpoint: Endpoint, visit: Visit): PagedWork {
  const pass = visit.cookie === null ? null : passOf(visit.cookie)
  const event = { id: randomUUID(), portions: 0 }
  return {
    node,
    inWork: (work) =>
      asActor(
        node,
        pass,
        async (unit, log) => {
          if (event.portions === 0) await needDeclared(endpoint, unit)
          const result = await work(unit)
          await log(outcomeOf(endpoint, visit.request, 200, null), event)
          return result
        },
        { reads: true },
      ),
  }
}

export function visitOf(
  node: Node,
  from: Pick<Visit, 'cookie' | 'deviceCookie' | 'ownCookie' | 'device'>,
): Visit {
  return { node, ...from, request: randomUUID() }
}
