import { DatabaseRefusal, type Engine } from '../../src/platform/index.ts'

/**
 * How a statement goes wrong: the database refuses it, the line is cut before it gets there, or the line is cut
 * after it was done and before anybody heard so.
 */
export type Fault = 'refused' | 'cut' | 'unheard'

/** An engine of which one statement can be made to go wrong. */
export interface FaultyEngine extends Engine {
  /** The kth statement from now on goes wrong, once, on whichever connection it is said. */
  failAt(statement: number, fault: Fault): void
  /** The next commit, or a later one, is done, and nobody hears so. */
  loseCommit(which?: number): void
  /** Nothing goes wrong any more; statements are counted from here. */
  mend(): void
  /** How many statements were said since then. */
  said(): number
}

const refusal = `do $$ begin raise exception using errcode = 'XX000'; end $$`

/** Counts what is said to a database, and lets one statement of it go wrong. */
export function faulty(engine: Engine): FaultyEngine {
  let counted = 0
  let plan: { readonly at: number; readonly fault: Fault } | null = null
  let losing = 0

  function due(text: string): Fault | null {
    counted += 1
    if (losing > 0 && text === 'commit') {
      losing -= 1
      if (losing === 0) return 'unheard'
    }
    if (plan?.at !== counted) return null
    const { fault } = plan
    plan = null
    return fault
  }

  function begin(next: typeof plan): void {
    counted = 0
    losing = 0
    plan = next
  }

  return {
    ...engine,
    failAt: (at, fault) => begin({ at, fault }),
    loseCommit(which = 1) {
      begin(null)
      losing = which
    },
    mend: () => begin(null),
    said: () => counted,
    async connect() {
      const held = await engine.connect()
      let gone = false
      async function say<Answer>(text: string, statement: () => Promise<Answer>): Promise<Answer> {
        const fault = gone ? 'cut' : due(text)
        if (fault === null) return statement()
        // Truly refused, so that whoever goes on in the same transaction finds it spoilt.
        if (fault === 'refused') await held.script(refusal)
        if (fault === 'unheard') await statement()
        gone = true
        throw new DatabaseRefusal('08006', '')
      }
      return {
        ...held,
        query: (text, values) => say(text, () => held.query(text, values)),
        script: (text) => say(text, () => held.script(text)),
      }
    },
  }
}
