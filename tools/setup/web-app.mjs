import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { plainEnvironment } from './npm.mjs'
import { run } from './processes.mjs'
import { hashOf, stampOf } from './stamps.mjs'

/** Bytes; below this a packed copy saves no packet on the line. */
const smallest = 1024
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
  pack(draft)

  const place = path.join(root, 'packages/web/dist')
  const old = `${draft}.old`
  mkdirSync(path.dirname(old), { recursive: true })
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(draft, place)
  rmSync(old, { recursive: true, force: true })
  stampOf(root, 'web-app').write(before)
}

/**
 * Lays a packed copy beside each file of text, so that a phone on a slow line waits a third as long. Once, at the
 * build: nothing that carries a person's data is ever packed, since the size of what is packed tells of its words.
 *
 * @param {string} folder
 */
function pack(folder) {
  // This runs under the machine's own Node, which may be of an older release.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/[.](html|js|css|svg|json|webmanifest)$/.test(name)) continue
    const file = path.join(folder, name)
    const bytes = readFileSync(file)
    if (bytes.length < smallest) continue
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** @param {string} root */
function content(root) {
  return hashOf(root, sources, (file) =>
    /(^|\/)(node_modules|dist|journeys|test)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$|\.md$/.test(file),
  )
}
