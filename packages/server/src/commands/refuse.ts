import type { Language } from '@setu/vocabulary'

/** A sentence for the operator, in both languages. */
export interface Words {
  readonly en: string
  readonly bn: string
}

/** A server command that stops here, and why: said on the terminal, then the process ends with this code. */
export class CommandRefused extends Error {
  readonly reasons: readonly Words[]
  readonly exitCode: number

  constructor(reasons: readonly Words[], exitCode = 1) {
    super(reasons.map(({ en }) => en).join('; '))
    this.name = 'CommandRefused'
    this.reasons = reasons
    this.exitCode = exitCode
  }
}

export function refuse(en: string, bn: string, exitCode = 1): never {
  throw new CommandRefused([{ en, bn }], exitCode)
}

/** The operator's language, as their terminal has it. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  return (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').startsWith('bn') ? 'bn' : 'en'
}

/** Where a command speaks: answers to one stream, complaints to the other, in the operator's language. */
export interface Voice {
  readonly language: Language
  say(words: Words): void
  complain(words: Words): void
}

export function voiceOn(
  streams: { readonly out: NodeJS.WritableStream; readonly err: NodeJS.WritableStream },
  language: Language,
): Voice {
  return {
    language,
    say: (words) => void streams.out.write(`${words[language]}\n`),
    complain: (words) => void streams.err.write(`setu: ${words[language]}\n`),
  }
}
