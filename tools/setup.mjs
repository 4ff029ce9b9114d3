import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumIsReady, prepareChromium } from './chromium.mjs'
import { postgresIsReady, preparePostgres } from './postgres/install.mjs'
import { dependenciesAreReady, prepareDependencies } from './setup/dependencies.mjs'
import { withLock } from './setup/lock.mjs'
import { ownNodeIsReady, prepareOwnNode } from './setup/own-node.mjs'
import { Interrupted } from './setup/processes.mjs'
import { prepareWebApp, webAppIsReady } from './setup/web-app.mjs'

/**
 * Makes the checkout ready for a command. It runs before anything is installed: plain JavaScript, the
 * modules built into Node 18, nothing else.
 *
 * @typedef {{ isReady: (root: string) => boolean, prepare: (root: string, watch: import('./setup/lock.mjs').Watch) => Promise<void> }} Step
 */

/** @type {Step} */
const ownNode = { isReady: ownNodeIsReady, prepare: prepareOwnNode }
/** @type {Step} */
const dependencies = { isReady: dependenciesAreReady, prepare: prepareDependencies }
/** @type {Step} */
const webApp = { isReady: webAppIsReady, prepare: prepareWebApp }
/** @type {Step} */
const postgres = { isReady: postgresIsReady, prepare: preparePostgres }
/** @type {Step} */
const chromium = { isReady: chromiumIsReady, prepare: prepareChromium }

/** @type {Record<string, readonly Step[]>} */
const needs = {
  start: [ownNode, dependencies, webApp],
  test: [ownNode, dependencies, postgres, chromium],
  check: [ownNode, dependencies],
  bench: [ownNode, dependencies, webApp, postgres, chromium],
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const steps = needs[process.argv[2] ?? '']
if (!steps) {
  console.error(`usage: node tools/setup.mjs ${Object.keys(needs).join('|')}`)
  process.exit(2)
}

try {
  if (!steps.every(({ isReady }) => isReady(root))) {
    await withLock(path.join(root, '.local/setup.lock'), async (watch) => {
      for (const { prepare } of steps) await prepare(root, watch)
    })
  }
} catch (error) {
  console.error(`setu: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = error instanceof Interrupted ? error.exitCode : 1
}
