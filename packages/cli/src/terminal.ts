import { createInterface } from 'node:readline/promises'
import type { Words } from '@setu/vocabulary'
import { Stop } from './words.ts'

/** The keys somebody presses, one by one; what a terminal in raw mode gives. */
export interface Keys extends AsyncIterable<Buffer> {
  readonly isTTY?: boolean
  setRawMode?(raw: boolean): unknown
  pause?(): unknown
}

const [enter, newLine, backspace, erase, interrupt, end] = ['\r', '\n', '\b', '\x7f', '\x03', '\x04']

/** Reads a line that is not shown while it is typed. */
async function readHidden(keys: Keys): Promise<string | null> {
  const decoder = new TextDecoder('utf-8')
  let typed: string[] = []
  keys.setRawMode?.(true)
  try {
    for await (const piece of keys) {
      for (const key of decoder.decode(piece, { stream: true })) {
        if (key === enter || key === newLine) return typed.join('')
        if (key === interrupt || key === end) return null
        if (key === backspace || key === erase) typed = typed.slice(0, -1)
        else typed.push(key)
      }
    }
    return null
  } finally {
    keys.setRawMode?.(false)
    keys.pause?.()
  }
}

/** Asks for a password on the terminal, without showing it; without a terminal it must come by a variable. */
export async function askHidden(
  question: string,
  variable: string,
  keys: Keys,
  out: NodeJS.WritableStream,
): Promise<string> {
  if (keys.isTTY !== true) {
    throw new Stop('usage', {
      en: `there is no terminal to ask on; give the answer by ${variable}`,
      bn: `জিজ্ঞেস করার মতো কোনো টার্মিনাল নেই; ${variable} দিয়ে উত্তর দিন`,
    })
  }
  out.write(question)
  const typed = await readHidden(keys)
  out.write('\n')
  if (typed === null) throw new Stop('usage', { en: 'Nothing was done.', bn: 'কিছুই করা হয়নি।' })
  return typed
}

/** Asks something that is shown, on the terminal. */
export async function ask(question: string, otherwise: Words): Promise<string> {
  if (!process.stdin.isTTY) throw new Stop('usage', otherwise)
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await asking.question(question)).trim()
  } finally {
    asking.close()
  }
}
