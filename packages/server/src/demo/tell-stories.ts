import { randomUUID } from 'node:crypto'
import { caseRecords } from '@setu/records'
import {
  asActor,
  type Clock,
  dayOf,
  endSession,
  markSeen,
  type Node,
  openSession,
  ownNotices,
  type Pass,
  passOf,
  type Work,
} from '../platform/index.ts'
import {
  addNote,
  addTask,
  answerTransfer,
  assignCaseworker,
  type CaseRef,
  changeState,
  checkRequirements,
  finishTask,
  giveService,
  offerTransfer,
  openCase,
  openPart,
  protectionWorks,
  recordConsents,
  rowsOf,
  sendReferral,
  stepRecord,
  stepReferral,
  withdrawConsent,
  writeRecord,
} from '../protection/index.ts'
import type { DemoPerson } from './directory.ts'
import { hour } from './plan/moments.ts'
import type { Act, Story, Turn } from './plan/story.ts'

/** Lets people of the demonstration do things at moments that have long gone by. */
export interface Troupe {
  /** One transaction of one person at one moment, logged under the name of what they did. */
  as(person: DemoPerson, at: Date, action: string, run: (work: Work) => Promise<void>): Promise<void>
  /** Everyone has seen what is old news, and nobody is signed in any more. */
  goHome(now: Date): Promise<void>
}

/**
 * Everyone signs in once, today: a session that is not over yet today was not over at any earlier moment either.
 */
export function troupeOn(node: Node): Troupe {
  const passes = new Map<string, Pass>()

  async function passOfPerson(person: DemoPerson): Promise<Pass> {
    const before = passes.get(person.account)
    if (before !== undefined) return before
    node.engine.tellTime?.(null)
    const cookie = await openSession(node, {
      org: person.org,
      account: person.account,
      device: 'demonstration',
    })
    const pass = passOf(cookie)
    passes.set(person.account, pass)
    return pass
  }

  async function as(
    person: DemoPerson,
    at: Date,
    action: string,
    run: (work: Work) => Promise<void>,
  ): Promise<void> {
    const pass = await passOfPerson(person)
    node.engine.tellTime?.(at)
    const clock: Clock = () => at
    await asActor({ ...node, clock }, pass, async (work, log) => {
      await run(work)
      await log({
        request: randomUUID(),
        action,
        method: 'POST',
        status: 200,
        problem: null,
        reason: null,
        count: null,
      })
    })
  }

  async function leave(pass: Pass, now: Date): Promise<void> {
    const oldNews = new Date(now.getTime() - 36 * hour).toISOString()
    await asActor(node, pass, async (work) => {
      const old = (await ownNotices(work.db)).filter(({ seen, made }) => !seen && made < oldNews)
      await markSeen(
        work.db,
        old.map(({ id }) => id),
      )
      await endSession(work.db, work.actor.session)
    })
  }

  return {
    as,
    async goHome(now) {
      node.engine.tellTime?.(null)
      for (const pass of passes.values()) await leave(pass, now)
      passes.clear()
    },
  }
}

/** Where a case stands while it is told: the versions that the next change of it begins from. */
interface Progress {
  readonly file: CaseRef
  readonly versions: Map<string, number>
}

const actions: Readonly<Record<Act['act'], string>> = {
  open: 'cases.open',
  check: 'cases.check',
  state: 'cases.changeState',
  note: 'notes.add',
  record: 'cases.writeRecord',
  recordStep: 'cases.stepRecord',
  closureReason: 'cases.writeRecord',
  task: 'tasks.add',
  taskDone: 'tasks.done',
  consents: 'consents.record',
  withdraw: 'consents.withdraw',
  send: 'referrals.send',
  step: 'referrals.step',
  session: 'services.give',
  look: 'cases.openPart',
  offer: 'transfers.offer',
  answer: 'transfers.answer',
  assign: 'cases.assign',
}

/** Commands are told apart by the app when it sends one again; here nothing is sent twice. */
const command = '00000000-0000-4000-8000-000000000000'

async function doAct(work: Work, { file, versions }: Progress, act: Act): Promise<void> {
  const base = (id: string): number => versions.get(id) ?? 1
  const moved = (id: string, version = base(id) + 1): void => void versions.set(id, version)
  const today = dayOf(work.now)
  switch (act.act) {
    case 'open':
      await openCase(work, { command, id: file.id, unit: act.unit, conflict: 'none', ...act.values })
      return
    case 'check':
      await checkRequirements(
        work,
        file,
        act.checks.map(({ waived, ...check }) => ({
          ...check,
          ...(waived ? { answer: 'waived', reason: 'supervision' } : { answer: 'done' }),
        })),
      )
      return
    case 'state':
      moved(file.id, (await changeState(work, file, { ...act, base: base(file.id) })).version)
      return
    case 'note':
      await addNote(work, file, { id: act.id, kind: act.kind, happenedOn: today, words: act.words })
      moved(file.id)
      return
    case 'record':
      await writeRecord(work, file, act.record, { id: act.id, base: 0, values: act.values })
      return
    case 'recordStep': {
      const { id: item, record, to, values = {} } = act
      const stepped = await stepRecord(
        work,
        file,
        { record, item },
        { base: base(item), to, values: { ...values } },
      )
      moved(item, stepped.version)
      return
    }
    case 'closureReason': {
      const [row] = await rowsOf(work, file, caseRecords.caseNarrative)
      if (row === undefined) throw new TypeError('a case without a narrative')
      const values = { closureReason: act.words }
      await writeRecord(work, file, 'caseNarrative', { id: row.id, base: row.version, values })
      return
    }
    case 'task':
      await addTask(work, file, { id: act.id, kind: act.kind, account: work.actor.account, dueOn: act.dueOn })
      return
    case 'taskDone':
      await finishTask(work, file, act.id, { base: base(act.id), doneOn: today })
      return
    case 'consents':
      await recordConsents(work, file, act.answers)
      return
    case 'withdraw':
      for (const { id } of (await withdrawConsent(work, file, act.consent, 1)).recalled) moved(id)
      return
    case 'look':
      await openPart(work, file, act)
      return
    case 'assign':
      await assignCaseworker(work, file, { id: act.id, account: act.to.account, lead: false })
      moved(file.id)
      return
    default:
      await betweenAgencies(work, { file, versions }, act)
  }
}

type Between = Extract<Act, { act: 'send' | 'step' | 'session' | 'offer' | 'answer' }>

async function betweenAgencies(work: Work, { file, versions }: Progress, act: Between): Promise<void> {
  const base = (id: string): number => versions.get(id) ?? 1
  switch (act.act) {
    case 'send': {
      const { referral: id, to, service, urgency, words: note } = act
      const sent = await sendReferral(work, file, {
        command,
        id,
        to: { org: to.org, unit: to.unit },
        service,
        urgency,
        note,
      })
      versions.set(id, sent.version)
      return
    }
    case 'step': {
      const { referral: id, to, declineReason, words } = act
      const stepped = await stepReferral(
        work,
        { org: file.org, id },
        {
          command,
          base: base(id),
          to,
          ...(declineReason === undefined ? {} : { declineReason }),
          ...(words === undefined ? {} : { feedback: words }),
          ...(to === 'accepted' ? { conflict: 'none' } : {}),
        },
      )
      versions.set(id, stepped.version)
      return
    }
    case 'session':
      await giveService(work, { org: file.org, id: act.referral }, { id: act.id, ...act.told })
      return
    case 'offer':
      await offerTransfer(work, file, { id: act.transfer, to: { org: act.to.org, unit: act.to.unit } })
      return
    case 'answer':
      await answerTransfer(
        work,
        { org: file.org, id: act.transfer },
        { base: 1, to: act.to, conflict: 'none' },
      )
      if (act.to === 'accepted') versions.set(file.id, base(file.id) + 1)
  }
}

async function tellTurn(node: Node, troupe: Troupe, progress: Progress, turn: Turn): Promise<void> {
  if (turn.by === 'the clock') {
    node.engine.tellTime?.(turn.at)
    await protectionWorks(node.engine, () => turn.at)['expire-referrals']?.()
    return
  }
  const [first] = turn.acts
  if (first === undefined) return
  await troupe.as(turn.by, turn.at, actions[first.act], async (work) => {
    for (const act of turn.acts) await doAct(work, progress, act)
  })
}

/** Tells one story: everyone in it does what they did, at the moment when they did it. */
export async function tellStory(node: Node, troupe: Troupe, story: Story): Promise<void> {
  const progress: Progress = { file: { org: story.org, id: story.id }, versions: new Map() }
  for (const turn of story.turns) await tellTurn(node, troupe, progress, turn)
}
