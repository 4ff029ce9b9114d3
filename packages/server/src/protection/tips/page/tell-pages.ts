import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Language, type TipRules, type TipState, tipRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  challengeFor,
  countFailure,
  type Db,
  failuresUnder,
  freshReceipt,
  inTransaction,
  type Node,
  type PageAnswer,
  type PageAsked,
  Problem,
  type PublicPage,
  paced,
  receiptLookUp,
  sealForUnit,
  sealToKey,
  spendWork,
  workDone,
  writeOutcome,
} from '../../../platform/index.ts'
import { additionPlace, tipJson, tipPlace, triageBy } from '../tip-store.ts'
import { languageIn, receiptIn, toldIn, urgencyOf, wordsIn } from './tell-form.ts'
import { arrivedPage, saidPage, standingPage, tellPage } from './tell-html.ts'
import { tellBits, tellPaces } from './tell-pace.ts'

const signin = { role: 'setu_signin' } as const
const html = (status: number, body: string): PageAnswer => ({ status, type: 'text/html', body })

interface Desk {
  readonly rules: TipRules
  readonly unit: string | null
  readonly generation: number | null
  readonly publicKey: Buffer | null
}

async function deskFor(db: Db, district: string | null): Promise<Desk> {
  const { rows } = await sql<Desk & { rules: TipRules | null }>`
    select rules, unit, generation, public_key as "publicKey" from tip_page(${district}::text)`.execute(db)
  const [row] = rows
  return {
    rules: row?.rules ?? tipRules,
    unit: row?.unit ?? null,
    generation: row?.generation ?? null,
    publicKey: row?.publicKey ?? null,
  }
}

function log(db: Db, { request }: PageAsked, action: string, status: number): Promise<void> {
  const problem = status === 429 ? 'too-many-requests' : null
  return writeOutcome(
    db,
    null,
    { request, action, method: 'POST', status, problem, reason: null, count: null },
    [],
  )
}

const workName = (node: Node): Buffer => node.nodeKey.mark('tell', 'public page')

/** Whether it is this one's turn, at the pace of the node: nobody is known by anything, so nobody is locked out. */
async function itsTurn({ node, form }: PageAsked): Promise<boolean> {
  const work = { challenge: form.get('challenge') ?? '', answer: form.get('answer') ?? '' }
  const now = node.clock()
  const worked =
    /^\d{1,12}$/.test(work.answer) &&
    workDone(node.nodeKey, workName(node), now, work) &&
    spendWork(work, now)
  const wait = tellPaces[worked ? 'worked' : 'plain'].turn(now.getTime())
  if (wait === null) return false
  await sleep(wait)
  return true
}

const rulesOf = (node: Node): Promise<TipRules> =>
  inTransaction(node.engine, signin, async (db) => (await deskFor(db, null)).rules)

async function keep(asked: PageAsked, language: Language): Promise<PageAnswer> {
  const { node, form } = asked
  const told = toldIn(form)
  const rules = await rulesOf(node)
  const around = { language, rules }
  if (told.words.length < 3 || told.subjects.length === 0)
    return html(400, tellPage(around, { told, said: 'missing' }))
  if (!(await itsTurn(asked))) {
    await inTransaction(node.engine, signin, (db) => log(db, asked, 'tell', 429))
    return html(429, tellPage(around, { told, said: 'again' }))
  }
  const receipt = freshReceipt()
  const look = await receiptLookUp(node, receipt, 'stranger')
  const said = await inTransaction(node.engine, signin, async (db) => {
    const { unit, generation, publicKey } = await deskFor(db, told.district)
    if (unit === null || generation === null || publicKey === null) return 'nowhere'
    const id = told.id ?? randomUUID()
    const mentioned = told.mentioned.length > 0 ? told.mentioned : null
    const words = { words: told.words, mentioned, way: told.way }
    const kept = tipJson({
      id,
      unit,
      channel: 'publicPage',
      subjects: told.subjects,
      urgency: urgencyOf[told.now],
      district: told.district,
      receipt: look,
      sealed: await sealForUnit(node.name, { unit, generation, publicKey }, tipPlace(id), words),
      due: triageBy(rules, node.clock()),
      rule: rules.version,
    })
    const { rows } = await sql<{ said: string }>`select tip_tell(${kept}::jsonb) as said`.execute(db)
    await log(db, asked, 'tell', 201)
    return rows[0]?.said ?? 'nowhere'
  })
  if (said === 'kept') return html(201, arrivedPage(around, receipt))
  if (said === 'there') return html(200, arrivedPage(around, null))
  return html(503, saidPage(around, 'closed'))
}

interface Found {
  readonly id: string
  readonly state: TipState
  readonly gone: boolean
  readonly key: string | null
  readonly publicKey: Buffer | null
}

/** Failures are counted under two bytes of a mark, shared by very many receipts: more would help to try them alone. */
async function lookedUp(node: Node, receipt: string): Promise<{ look: Buffer; found: Found | null }> {
  const bucket = node.nodeKey.mark(receipt, 'tip receipt').subarray(0, 2)
  const failures = await inTransaction(node.engine, signin, (db) => failuresUnder(db, bucket))
  const look = await paced({ failures, line: 'stranger', admit: () => undefined }, () =>
    receiptLookUp(node, receipt, 'stranger'),
  )
  const found = await inTransaction(node.engine, signin, async (db) => {
    const { rows } = await sql<Found>`
      select tip as id, state, gone, key, public_key as "publicKey" from tip_find(${look})`.execute(db)
    if (rows[0] === undefined) await countFailure(db, bucket)
    return rows[0] ?? null
  })
  return { look, found }
}

const shown = (code: string, { gone, state }: Found) => ({ code, state: gone ? ('gone' as const) : state })

async function look(asked: PageAsked, language: Language): Promise<PageAnswer> {
  const { node, form } = asked
  const around = { language, rules: await rulesOf(node) }
  const code = receiptIn(form)
  if (code === null) return html(400, standingPage(around, null, 'unknown'))
  if (!(await itsTurn(asked))) return html(429, standingPage(around, null, 'again'))
  const { found } = await lookedUp(node, code)
  await inTransaction(node.engine, signin, (db) => log(db, asked, 'tell.look', found === null ? 404 : 200))
  return found === null
    ? html(404, standingPage(around, null, 'unknown'))
    : html(200, standingPage(around, shown(code, found)))
}

async function addMore(asked: PageAsked, language: Language): Promise<PageAnswer> {
  const { node, form } = asked
  const around = { language, rules: await rulesOf(node) }
  const code = receiptIn(form)
  const words = wordsIn(form)
  if (code === null || words.length < 3) return html(400, standingPage(around, null, 'unknown'))
  if (!(await itsTurn(asked))) return html(429, standingPage(around, null, 'again'))
  const { look, found } = await lookedUp(node, code)
  if (found === null) return html(404, standingPage(around, null, 'unknown'))
  const { key, publicKey } = found
  if (key === null || publicKey === null)
    return html(200, standingPage(around, shown(code, found), 'notAdded'))
  const id = randomUUID()
  const sealed = await sealToKey(node.name, { key, publicKey }, additionPlace(id), { words })
  const added = await inTransaction(node.engine, signin, async (db) => {
    const { rows } = await sql<{ added: boolean }>`
      select tip_add(${look}, ${id}::uuid, ${sealed['words']}::bytea) as added`.execute(db)
    await log(db, asked, 'tell.more', 200)
    return rows[0]?.added === true
  })
  return html(200, standingPage(around, shown(code, found), added ? 'added' : 'notAdded'))
}

async function show({ node, query }: PageAsked): Promise<PageAnswer> {
  const desk = await inTransaction(node.engine, signin, (db) => deskFor(db, null))
  const around = { language: languageIn(query), rules: desk.rules }
  return desk.unit === null ? html(503, saidPage(around, 'closed')) : html(200, tellPage(around))
}

const failed = ({ form, query }: PageAsked): PageAnswer =>
  html(503, saidPage({ language: languageIn(form.has('lang') ? form : query), rules: tipRules }, 'failed'))

const posting = (
  name: string,
  path: string,
  run: (asked: PageAsked, language: Language) => Promise<PageAnswer>,
): PublicPage => ({
  name,
  method: 'POST',
  path,
  failed,
  async run(asked) {
    const language = languageIn(asked.form)
    try {
      return await run(asked, language)
    } catch (error) {
      // The line of those who are not known is full: they try again, and nothing is lost but a minute.
      if (!(error instanceof Problem && error.status === 429)) throw error
      const around = { language, rules: await rulesOf(asked.node) }
      return html(429, tellPage(around, { told: toldIn(asked.form), said: 'again' }))
    }
  },
})

/** Where anybody tells something: a page without account, cookie or script, in Bangla first. */
export const tellPages: readonly PublicPage[] = [
  { name: 'tell.page', method: 'GET', path: '/tell', failed, run: show },
  {
    name: 'tell.work',
    method: 'GET',
    path: '/tell/work',
    failed,
    run: ({ node }) => {
      const challenge = challengeFor(node.nodeKey, workName(node), node.clock(), tellBits)
      return Promise.resolve({ status: 200, type: 'text/plain', body: `${challenge} ${tellBits}` })
    },
  },
  posting('tell', '/tell', keep),
  posting('tell.look', '/tell/number', look),
  posting('tell.more', '/tell/more', addMore),
]
