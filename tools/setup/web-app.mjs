import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { plainEnvironment } from './npm.mjs'
import { run } from './processes.mjs'
import { hashOf, stampOf } from './stamps.mjs'

const sources = ['packages/web', 'packages/records', 'packages/vocabulary', 'package-lock.json']

/**
 * Whether the built web app in `packages/web/dist` comes from the sources as they are.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function webAppIsReady(root) {
  if (!existsSync(path.join(root, 'packages/web/vite.config.ts'))) return true
  const built = existsSync(path.join(root, 'packages/web/dist/index.html'))
  return built && stampOf(root, 'web-app').says(content(root))
}

/**
 * Builds the web app aside and puts it in place when it is whole.
 *
 * @param {string} root
 * @param {import('./lock.mjs').Watch} watch
 */
export async function prepareWebApp(root, watch) {
  if (webAppIsReady(root)) return
  console.error('setu: building the web app')
  const before = content(root)
  const draft = path.join(root, '.local/web-app')
  const built = await run(
    path.join(root, '.local/bin/node'),
    [
      path.join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--outDir',
      draft,
      '--emptyOutDir',
      '--logLevel=warn',
    ],
    {
      cwd: path.join(root, 'packages/web'),
      env: { ...plainEnvironment(), NODE_ENV: 'production' },
      onStart: watch,
    },
  )
  if (!built) throw new Error('the web app could not be built')

  const place = path.join(root, 'packages/web/dist')
  const old = `${draft}.old`
  mkdirSync(path.dirname(old), { recursive: true })
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(draft, place)
  rmSync(old, { recursive: true, force: true })
  stampOf(root, 'web-app').write(before)
}

/** @param {string} root */
function content(root) {
  return hashOf(root, sources, (file) =>
    /(^|\/)(node_modules|dist|journeys|test)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$|\.md$/.test(file),
  )
}
