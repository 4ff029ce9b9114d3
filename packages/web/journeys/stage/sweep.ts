import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { Swept } from './stage.ts'

const script = fileURLToPath(new URL('../../../server/test/sweep-folder.ts', import.meta.url))

/** A folder in which all lies that a node and the browsers before it put on the disk. */
export interface Place {
  readonly folder: string
  /** Takes it away, after what the node complained about was passed on. */
  clear(): void
}

export function placeToSweep(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'setu-journey-'))
  const before = process.env['TMPDIR']
  mkdirSync(join(folder, 'tmp'))
  process.env['TMPDIR'] = join(folder, 'tmp')
  return {
    folder,
    clear() {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
      process.stderr.write(readFileSync(join(folder, 'node.log')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Looks for words in all that lies in a folder on which no node works. */
export function sweepFolder(folder: string, words: readonly string[]): Swept {
  const { stdout } = spawnSync(process.execPath, [script, folder], { input: JSON.stringify(words) })
  return JSON.parse(stdout.toString()) as Swept
}

/** No file holds a word that was typed. The words are made up, so that they may be named here. */
export function expectNothingHeld(folder: string, { files, held }: Swept): void {
  const named = Object.entries(held).map(([file, words]) => [file.replace(folder, ''), words])
  expect(named, `among ${files} files`).toEqual([])
}
