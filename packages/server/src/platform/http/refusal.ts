import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { Problem } from '../problem.ts'
import { securityHeaders } from './headers.ts'

const kind = 'application/problem+json'

function bodyOf(problem: Problem, number: string): Record<string, unknown> {
  const { about = {}, fields, current } = problem.details
  return {
    type: `https://setu.example/problems/${problem.code}`,
    code: problem.code,
    status: problem.status,
    title: problem.title,
    number,
    about,
    ...(fields === undefined ? {} : { fields }),
    ...(current === undefined ? {} : { current }),
  }
}

/** Sends a refusal with the number under which the operator's log knows it. */
export function send(reply: FastifyReply, problem: Problem, number: string): void {
  void reply.code(problem.status).type(kind).send(bodyOf(problem, number))
}

/** What a failure on the way to an endpoint, or in one, is called. */
export function problemOfHttp(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return new Problem('body-too-large')
  if (status === 415) return new Problem('body-kind')
  return new Problem(status < 500 ? 'body-unreadable' : 'failed')
}

/** Answers bytes that are no HTTP at all in the same words, since nothing else will. */
export function refuseBytes(socket: Socket, number: string): void {
  if (socket.destroyed || !socket.writable) return
  const problem = new Problem('body-unreadable')
  const body = JSON.stringify(bodyOf(problem, number))
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': kind,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n${body}`)
}
