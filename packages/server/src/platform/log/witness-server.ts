import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { writeOnce } from '../write-once.ts'
import {
  type Checkpoint,
  cosignature,
  keyLine,
  type Note,
  readNote,
  type Signer,
  signedAt,
  signerFrom,
  type Verifier,
} from './note.ts'
import { isSumOf, readTombstones, type ToldTombstones } from './tombstones.ts'
import { emptyRoot, isConsistent } from './tree.ts'

/**
 * A witness of logs, as C2SP's tlog-witness v1.0.0 describes it: it remembers how far each log had come, and signs
 * a checkpoint only with the proof that it continues what was there. It learns sizes and roots, nothing else.
 */
interface Witness {
  readonly folder: string
  readonly signer: Signer
  readonly logs: readonly Verifier[]
  readonly clock: () => Date
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly type?: string
}

const mostBytes = 20_000
/** A hundred thousand of them. */
const mostTombstoneBytes = 8 * 1024 * 1024
const mostProof = 63

/** The witness's signer, its secret kept in its folder. */
export function witnessSigner(folder: string, name: string): Signer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'witness.key')
  writeOnce(file, randomBytes(32).toString('base64'), 0o600)
  return signerFrom(name, Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'))
}

/** The witness's public key, for the operators of logs. */
export function witnessKeyLine({ name, publicKey }: Signer): string {
  return keyLine({ name, kind: 'witness', publicKey })
}

function remembered(folder: string, origin: string): Pick<Checkpoint, 'size' | 'root' | 'tombstones'> {
  const file = join(folder, `${origin}.checkpoint`)
  if (!existsSync(file)) return { size: 0, root: emptyRoot, tombstones: undefined }
  const note = readNote(readFileSync(file, 'utf8'))
  if (note === null) throw new RangeError('a damaged memory')
  return note
}

function remember(folder: string, name: string, text: string): void {
  const file = join(folder, name)
  writeFileSync(`${file}.half`, text, { flush: true })
  renameSync(`${file}.half`, file)
}

interface Asked {
  readonly old: number
  readonly proof: readonly Buffer[]
  readonly note: string
  readonly said: Note
}

function readAsked(text: string): Asked | null {
  const end = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, end).split('\n')
  const [, old] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? []
  const note = text.slice(end + 2)
  const said = readNote(note)
  if (said === null || old === undefined || lines.length > mostProof) return null
  const proof = lines.map((line) => Buffer.from(line, 'base64'))
  return proof.every((hash) => hash.length === 32) ? { old: Number(old), proof, note, said } : null
}

function answerTo({ folder, signer, logs, clock }: Witness, text: string): Answer {
  const asked = readAsked(text)
  if (asked === null) return { status: 400, body: 'unreadable\n' }
  const { said } = asked
  const known = logs.filter(({ name }) => name === said.origin)
  if (known.length === 0) return { status: 404, body: 'unknown log\n' }
  if (!known.some((log) => signedAt(said, log) !== null)) return { status: 403, body: 'unsigned\n' }
  if (asked.old > said.size) return { status: 400, body: 'backwards\n' }
  const before = remembered(folder, said.origin)
  if ((said.tombstones?.count ?? 0) < (before.tombstones?.count ?? 0))
    return { status: 422, body: 'fewer were erased than before\n' }
  if (before.size !== asked.old) return { status: 409, body: `${before.size}\n`, type: 'text/x.tlog.size' }
  const claim = {
    old: before.size,
    oldRoot: before.root,
    size: said.size,
    root: said.root,
    proof: asked.proof,
  }
  if (!isConsistent(claim)) {
    return before.size === said.size
      ? { status: 409, body: `${before.size}\n`, type: 'text/x.tlog.size' }
      : { status: 422, body: 'inconsistent\n' }
  }
  remember(folder, `${said.origin}.checkpoint`, asked.note)
  return { status: 200, body: cosignature(asked.note, signer, clock()) }
}

async function bodyOf(request: IncomingMessage, most: number): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request) {
    if (!(piece instanceof Uint8Array)) return null
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

async function respond(witness: Witness, request: IncomingMessage): Promise<Answer> {
  const { method, url = '' } = request
  const [, asked] = /^\/tombstones\/([^/?#]{1,200})$/.exec(url) ?? []
  if (method === 'GET' && asked !== undefined) return tellTombstones(witness, decodeURIComponent(asked))
  const take = method === 'POST' ? takers[url] : undefined
  if (take === undefined) return { status: 404, body: '' }
  const text = await bodyOf(request, take.most)
  return text === null ? { status: 413, body: '' } : take.answer(witness, text)
}

const takers: Readonly<
  Record<string, { readonly most: number; readonly answer: (witness: Witness, text: string) => Answer }>
> = {
  '/add-checkpoint': { most: mostBytes, answer: answerTo },
  '/add-tombstones': { most: 2 * mostTombstoneBytes, answer: takeTombstones },
}

const handedOver = z.strictObject({
  origin: z.string().max(200),
  from: z.int().min(0),
  tombstones: z.string().max(mostTombstoneBytes),
})

function keptTombstones(folder: string, origin: string): readonly string[] {
  const file = join(folder, `${origin}.tombstones`)
  const lines = existsSync(file) ? readTombstones(readFileSync(file, 'utf8')) : []
  if (lines === null) throw new RangeError('a damaged memory')
  return lines
}

/** Takes more tombstones only when all of them together are those that the log signed; none is ever taken away. */
function takeTombstones({ folder, logs }: Witness, text: string): Answer {
  const asked = parsed(handedOver, text)
  if (asked === null) return { status: 400, body: 'unreadable\n' }
  if (!logs.some(({ name }) => name === asked.origin)) return { status: 404, body: 'unknown log\n' }
  const known = keptTombstones(folder, asked.origin)
  if (asked.from !== known.length) return { status: 409, body: `${known.length}\n` }
  const fresh = readTombstones(asked.tombstones)
  const sum = remembered(folder, asked.origin).tombstones
  const all = [...known, ...(fresh ?? [])]
  if (fresh === null || sum === undefined || !isSumOf(sum, all))
    return { status: 422, body: 'not what was signed\n' }
  if (fresh.length > 0) remember(folder, `${asked.origin}.tombstones`, all.join(''))
  return { status: 200, body: `${all.length}\n` }
}

function parsed<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** For whoever restores: the last checkpoint, and every tombstone. */
function tellTombstones({ folder, logs }: Witness, origin: string): Answer {
  if (!logs.some(({ name }) => name === origin)) return { status: 404, body: 'unknown log\n' }
  const file = join(folder, `${origin}.checkpoint`)
  if (!existsSync(file)) return { status: 404, body: 'nothing seen\n' }
  const told: ToldTombstones = {
    checkpoint: readFileSync(file, 'utf8'),
    tombstones: keptTombstones(folder, origin).join(''),
  }
  return { status: 200, body: JSON.stringify(told), type: 'application/json' }
}

/** A witness over HTTP. Everything after the body is read happens in one step, so that two callers take turns. */
export function witnessServer(witness: Witness): Server {
  return createServer({ headersTimeout: 10_000, requestTimeout: 20_000 }, (request, response) => {
    void respond(witness, request)
      .catch((): Answer => ({ status: 500, body: '' }))
      .then(({ status, body, type = 'text/plain; charset=utf-8' }) =>
        response.writeHead(status, { 'content-type': type }).end(body),
      )
  })
}
