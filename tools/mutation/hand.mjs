import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {import('./worker.mjs').Outcome} Outcome
 * @typedef {import('./worker.mjs').Tried} Tried
 * @typedef {{ file: string, env: NodeJS.ProcessEnv }} Setting
 */
const worker = fileURLToPath(new URL('worker.mjs', import.meta.url))

/** A worker process at our hand, and a way to wait for what it says next. */
class Hand {
  /** @type {import('node:child_process').ChildProcess} */
  child
  /** @type {any[]} */
  said = []
  /** @type {((message: any) => void) | null} */
  listening = null
  over = false

  /** @param {Setting} setting */
  constructor({ file, env }) {
    const quiet = process.env['SETU_LOUD'] === undefined
    this.child = fork(worker, [file], {
      env,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit', 'ipc'],
    })
    this.child.on('message', (message) => this.hear(message))
    this.child.on('exit', () => {
      this.over = true
      this.hear(null)
    })
  }

  /** @param {any} message */
  hear(message) {
    const listening = this.listening
    this.listening = null
    if (listening) listening(message)
    else this.said.push(message)
  }

  /** The next message; `null` when the worker ended or said nothing for so long. @param {number} patience */
  async next(patience) {
    if (this.said.length > 0) return this.said.shift()
    if (this.over) return null
    const { promise, resolve } = Promise.withResolvers()
    const timer = setTimeout(() => resolve(null), patience)
    this.listening = resolve
    const message = await promise
    clearTimeout(timer)
    this.listening = null
    return message
  }

  /** @param {object} message */
  tell(message) {
    if (!this.over) this.child.send(message)
  }

  end() {
    this.child.removeAllListeners('exit')
    this.over = true
    this.child.kill('SIGKILL')
  }
}

/**
 * Keeps one worker, and begins another when it is stuck or has done its share.
 *
 * @param {Setting} setting
 */
export function oneHand(setting) {
  /** @type {Hand | null} */
  let hand = null
  let done = 0

  async function ready() {
    if (hand && done < 250) return hand
    hand?.end()
    done = 0
    hand = new Hand(setting)
    const first = await hand.next(180_000)
    if (first === null) throw new Error('the tests cannot be loaded as they are')
    return hand
  }

  return {
    ready,
    /** @param {Partial<import('./worker.mjs').RunAsk> & { files: readonly string[] }} asked @param {number} patience @returns {Promise<Outcome>} */
    async run(asked, patience) {
      const at = await ready()
      done += 1
      at.tell({
        ask: 'run',
        mutant: null,
        most: Number.MAX_SAFE_INTEGER,
        statements: [],
        afresh: false,
        patience: 30_000,
        ...asked,
      })
      const heard = await at.next(patience)
      if (heard === null || heard.outcome.overdue) {
        at.end()
        hand = null
      }
      return heard?.outcome ?? { by: 'time', test: null, why: '', overdue: true, broken: false, ms: patience }
    },
    end: () => hand?.end(),
  }
}
