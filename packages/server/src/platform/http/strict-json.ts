import { Problem } from '../problem.ts'

const mostDepth = 32
const usualKeys = 5000
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

interface Scan {
  readonly text: string
  at: number
  keys: number
  readonly mostKeys: number
}

function unreadable(problem: string): Problem {
  return new Problem('body-unreadable', { fields: [{ field: 'body', problem }] })
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The one reader of request bodies: strict UTF-8, bounded depth and number of keys, no key said twice, no key
 * that reaches into prototypes. Values are read by the engine's own parser.
 */
export function readJson(bytes: Uint8Array, mostKeys = usualKeys): unknown {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw unreadable('not-utf-8')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unreadable('not-json')
  }
  scanValue({ text, at: 0, keys: 0, mostKeys }, 0)
  return value
}

function skipSpace(scan: Scan): void {
  while (' \t\n\r'.includes(scan.text[scan.at] ?? '!')) scan.at += 1
}

/** The text has parsed already, so only its shape is walked here. */
function scanValue(scan: Scan, depth: number): void {
  if (depth > mostDepth) throw unreadable('too-deep')
  skipSpace(scan)
  const first = scan.text[scan.at]
  if (first === '{') scanObject(scan, depth)
  else if (first === '[') scanArray(scan, depth)
  else if (first === '"') scanString(scan)
  else while (scan.at < scan.text.length && !',]} \t\n\r'.includes(scan.text[scan.at] ?? '')) scan.at += 1
}

function scanString(scan: Scan): string {
  const start = scan.at
  scan.at += 1
  while (scan.text[scan.at] !== '"') scan.at += scan.text[scan.at] === '\\' ? 2 : 1
  scan.at += 1
  return String(JSON.parse(scan.text.slice(start, scan.at)))
}

function scanObject(scan: Scan, depth: number): void {
  const seen = new Set<string>()
  scan.at += 1
  for (;;) {
    skipSpace(scan)
    if (scan.text[scan.at] === '}') break
    if (scan.text[scan.at] === ',') {
      scan.at += 1
      continue
    }
    const key = scanString(scan)
    scan.keys += 1
    if (scan.keys > scan.mostKeys) throw unreadable('too-many-keys')
    if (forbidden.has(key)) throw unreadable('forbidden-key')
    if (seen.has(key)) throw unreadable('key-twice')
    seen.add(key)
    skipSpace(scan)
    scan.at += 1
    scanValue(scan, depth + 1)
  }
  scan.at += 1
}

function scanArray(scan: Scan, depth: number): void {
  scan.at += 1
  for (;;) {
    skipSpace(scan)
    if (scan.text[scan.at] === ']') break
    if (scan.text[scan.at] === ',') scan.at += 1
    else scanValue(scan, depth + 1)
  }
  scan.at += 1
}
