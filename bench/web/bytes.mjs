import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/**
 * @typedef {{ raw: number, gzip: number, brotli: number }} Weight bytes
 * @typedef {{ name: string } & Weight} Weighed
 * @typedef {{ file: string, imports?: string[], css?: string[], isDynamicEntry?: boolean }} Chunk
 */

/**
 * @param {string} dist the built web application
 * @param {Iterable<string>} files
 * @returns {Weight} without fonts
 */
export function weigh(dist, files) {
  const weight = { raw: 0, gzip: 0, brotli: 0 }
  for (const file of files) {
    if (/[.]woff2?$/.test(file)) continue
    const bytes = readFileSync(path.join(dist, file))
    weight.raw += bytes.length
    weight.gzip += gzipSync(bytes).length
    weight.brotli += brotliCompressSync(bytes).length
  }
  return weight
}

/**
 * What each screen brings beyond files that are there already, the heaviest first.
 *
 * @param {string} dist
 * @param {ReadonlySet<string>} known
 * @returns {Weighed[]}
 */
export function screensBeyond(dist, known) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'))
  /** @type {(key: string, seen: Set<string>) => Set<string>} */
  const filesOf = (key, seen) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) return seen
    for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file)
    for (const other of chunk.imports ?? []) filesOf(other, seen)
    return seen
  }
  return Object.keys(manifest)
    .filter((key) => key.endsWith('-screen.tsx'))
    .map((key) => {
      const fresh = [...filesOf(key, new Set())].filter((file) => !known.has(file))
      return { name: path.basename(key, '.tsx'), ...weigh(dist, fresh) }
    })
    .toSorted((a, b) => b.gzip - a.gzip)
}
