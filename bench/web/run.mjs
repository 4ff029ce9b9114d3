import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../../tools/chromium.mjs'
import { startNode } from '../database/server.mjs'
import { screensBeyond, weigh } from './bytes.mjs'
import { visitSlowly } from './usable.mjs'

/**
 * @typedef {import('./bytes.mjs').Weighed} Weighed
 * @typedef {{ name: string, seconds: number, sent: number, weight: import('./bytes.mjs').Weight }} FirstLoad
 */

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const dist = path.join(root, 'packages/web/dist')

/**
 * The first load of the web application, as a browser really fetched it from a demonstration, and what the
 * other screens add to it.
 *
 * @param {string} home
 * @returns {Promise<{ first: FirstLoad[], screens: Weighed[] }>}
 */
export async function measureWeb(home) {
  const executable = findChromium(root)
  if (!executable) throw new Error('no Chromium here')
  const settings = { SETU_DATA: `${home}/demonstration`, SETU_KEY_FILE: `${home}/demonstration.key` }
  const node = await startNode(settings, ['--small'])
  try {
    const enter = node.lines.map((line) => /https?:\S+[/]enter[/]\S+/.exec(line)?.[0]).find(Boolean)
    if (!enter) throw new Error('the demonstration gave no link')
    const visits = await visitSlowly({ executable, origin: node.origin, enter })
    const known = new Set(visits.flatMap(({ files }) => [...files]))
    return {
      first: visits.map(({ files, ...visit }) => ({ ...visit, weight: weigh(dist, files) })),
      screens: screensBeyond(dist, known),
    }
  } finally {
    await node.stop()
  }
}
