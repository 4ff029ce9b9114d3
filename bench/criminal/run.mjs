import { clientOf } from '../database/client.mjs'
import { sideBySide } from '../database/measure.mjs'
import { startNode } from '../database/server.mjs'
import { makeCountry } from './country.mjs'
import { sweepCountry } from './sweep.mjs'
import { criminalTasks } from './tasks.mjs'

/** @typedef {import('../database/run.mjs').Line} Line */

const atOnce = [1, 8]

/**
 * Measures what offices ask of a country’s criminal cases, alone and with others at once, and how long it takes to tell
 * them of a day’s alerts; answers a line about that.
 *
 * @param {{ server: string, cases: number, seed: string, home: string, say: (line: Line) => void }} wanted
 * @returns {Promise<string>}
 */
export async function measureCriminal({ server, cases, seed, home, say }) {
  const made = await makeCountry({ server, cases, seed, home })
  const swept = await sweepCountry(made)
  const node = await startNode({
    DATABASE_URL: made.url,
    SETU_KEY_FILE: made.keyFile,
    SETU_DATA: `${home}/data`,
  })
  const client = clientOf(node.origin)
  const { tasks, close } = await criminalTasks(made, client)
  try {
    for (const { name, requests, ...sides } of tasks)
      for (const together of atOnce) {
        const pair = await sideBySide({ ...sides, together, requests })
        say({ ...pair, task: name, cases, together })
      }
    return swept
  } finally {
    client.close()
    await close()
    await node.stop()
    await made.drop()
  }
}
