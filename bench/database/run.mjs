import { bareOn } from './bare.mjs'
import { clientOf } from './client.mjs'
import { sideBySide } from './measure.mjs'
import { makeProgramme } from './programme.mjs'
import { startNode } from './server.mjs'
import { signIn, tasksFor } from './tasks.mjs'

/** @typedef {import('./measure.mjs').Pair & { task: string, cases: number, together: number }} Line */

const atOnce = [1, 8, 32]
const requestsEach = 200

/**
 * Measures every task on a node with so many cases, alone and with others at once.
 *
 * @param {{ server: string, cases: number, seed: string, home: string, say: (line: Line) => void }} wanted
 * @returns {Promise<Line[]>}
 */
export async function measureNode({ server, cases, seed, home, say }) {
  const programme = await makeProgramme({ server, cases, seed, home })
  const node = await startNode({
    DATABASE_URL: programme.url,
    SETU_KEY_FILE: programme.keyFile,
    SETU_DATA: `${home}/data`,
  })
  const client = clientOf(node.origin)
  const bare = bareOn(programme.bareUrl)
  try {
    const tasks = tasksFor(await signIn(programme, client), client, bare)
    /** @type {Line[]} */
    const lines = []
    for (const { name, ...sides } of tasks) {
      for (const together of atOnce) {
        const pair = await sideBySide({ ...sides, together, requests: requestsEach })
        const line = { ...pair, task: name, cases, together }
        lines.push(line)
        say(line)
      }
    }
    return lines
  } finally {
    client.close()
    await bare.close()
    await node.stop()
    await programme.drop()
  }
}
