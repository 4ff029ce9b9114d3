import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { askHidden, type Keys } from './terminal.ts'
import { Stop } from './words.ts'

/** A terminal on which somebody presses these keys. */
function terminal(...pressed: readonly (string | Buffer)[]): { keys: Keys; modes: boolean[] } {
  const modes: boolean[] = []
  const keys: Keys = {
    isTTY: true,
    setRawMode: (raw) => modes.push(raw),
    async *[Symbol.asyncIterator]() {
      for (const key of pressed) yield Buffer.from(key)
    },
  }
  return { keys, modes }
}

async function asked(keys: Keys): Promise<{ typed: string; shown: string }> {
  const out = new PassThrough()
  const typed = await askHidden('Password: ', 'SETU_PASSWORD', keys, out)
  return { typed, shown: String(out.read()) }
}

describe('a password typed on the terminal', () => {
  test('is read to the end of the line and never shown', async () => {
    const { keys, modes } = terminal('a ri', 'ver', '\r', 'more')
    expect(await asked(keys)).toEqual({ typed: 'a river', shown: 'Password: \n' })
    expect(modes).toEqual([true, false])
  })

  test('can be put right, in any script, however its bytes arrive', async () => {
    const bytes = Buffer.from('নদী')
    const { keys } = terminal(bytes.subarray(0, 4), bytes.subarray(4), 'x', '\x7f', 'y\b', '\n')
    expect((await asked(keys)).typed).toBe('নদী')
  })

  test.each(['\x03', '\x04'])('can be given up', async (key) => {
    const { keys, modes } = terminal('secret', key)
    await expect(asked(keys)).rejects.toThrow(Stop)
    expect(modes).toEqual([true, false])
  })

  test('is not asked for where there is no terminal', async () => {
    const { keys } = terminal()
    await expect(asked({ ...keys, isTTY: false })).rejects.toThrow('SETU_PASSWORD')
  })
})
