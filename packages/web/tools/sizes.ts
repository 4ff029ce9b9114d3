import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/**
 * What a phone fetches, compressed and without fonts: the first load, and what each screen adds to it. Ends
 * with an error when a promise of ours is broken.
 */
interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
  readonly isEntry?: boolean
}

const kilobyte = 1024
const firstLoadLimit = 300 * kilobyte
const screenLimit = 60 * kilobyte

const dist = new URL('../dist/', import.meta.url)
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** Every file that comes with a chunk, itself included. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const style of chunk.css ?? []) seen.add(style)
  for (const other of chunk.imports ?? []) filesOf(other, seen)
  return seen
}

function weigh(files: Iterable<string>): { readonly gzip: number; readonly brotli: number } {
  let gzip = 0
  let brotli = 0
  for (const file of files) {
    const bytes = readFileSync(new URL(file, dist))
    gzip += gzipSync(bytes).length
    brotli += brotliCompressSync(bytes).length
  }
  return { gzip, brotli }
}

function told(name: string, { gzip, brotli }: ReturnType<typeof weigh>): string {
  const inKilobytes = (bytes: number) => `${(bytes / kilobyte).toFixed(1).padStart(6)} KB`
  return `${inKilobytes(gzip)} gzip ${inKilobytes(brotli)} brotli  ${name}`
}

const [entryKey, entry] = Object.entries(manifest).find(([, { isEntry }]) => isEntry) ?? []
if (entryKey === undefined || entry === undefined)
  throw new TypeError('no entry: build the application first')

const words = Object.keys(manifest).find((key) => key.includes('words/shell.bn'))
const first = filesOf(entryKey)
if (words !== undefined) filesOf(words, first)
first.add('index.html')

const firstLoad = weigh(first)
console.log(told('first load', firstLoad))
let broken = firstLoad.gzip > firstLoadLimit

for (const key of (entry.dynamicImports ?? []).filter((name) => name.endsWith('screen.tsx'))) {
  const added = weigh([...filesOf(key)].filter((file) => !first.has(file)))
  console.log(told(key.replace(/^src\//, ''), added))
  broken ||= added.gzip > screenLimit
}

if (broken) {
  console.error('more than 300 KB for the first load, or more than 60 KB for a screen')
  process.exitCode = 1
}
