import type { Language, Words } from '@setu/vocabulary'

/** The user's language, as their terminal has it. */
export function languageOf(env: Environment): Language {
  return (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').startsWith('bn') ? 'bn' : 'en'
}

export type Environment = Readonly<Record<string, string | undefined>>

/** How a command ended, for scripts: done; refused or wrong; not understood; not signed in; nobody there. */
export const exitCodes = { done: 0, refused: 1, usage: 2, signIn: 3, unreachable: 4 } as const

export type Ending = Exclude<keyof typeof exitCodes, 'done'>

/** A command that stops here: why, in both languages, line by line, and how it ended. */
export class Stop extends Error {
  readonly lines: readonly Words[]
  readonly ending: Ending

  constructor(ending: Ending, ...lines: readonly Words[]) {
    super(lines.map(({ en }) => en).join('\n'))
    this.name = 'Stop'
    this.lines = lines
    this.ending = ending
  }
}

export const usage: Words = {
  en: `setu: work with a running node

  setu sign-in [NAME]            sign in, and stay signed in on this machine
  setu sign-out                  end that session
  setu import FILE               bring in cases from an HTCDS file
       --check                   only look through it
       --unit ID                 the unit that will own the cases
       --days day-first|month-first, --columns C:field,D:
                                 how to read what the file leaves open
       --yes                     do not ask before storing
  setu export --format csv|xlsx --out FILE
                                 the cases that you work on or supervise
  setu user list
  setu user add --sign-in-name NAME --name "FULL NAME" --role ROLE
       [--unit ID] [--supervises] [--focal] [--post-en TEXT] [--post-bn TEXT] [--language en|bn]
  setu user disable NAME
  setu user let-in [NAME]        who waits for your unit's key; let somebody in whom you know

  setu start | doctor | prepare | backup | backup-key | restore | drill | node-key
                                 run and keep a node; see docs/guides/run-a-node.md

  --node URL or SETU_NODE        which node (http://127.0.0.1:8080)
  SETU_PASSWORD, SETU_CODE, SETU_NEW_PASSWORD, SETU_SESSION
                                 for scripts, instead of the terminal`,
  bn: `setu: চলমান একটি নোডের সঙ্গে কাজ করুন

  setu sign-in [NAME]            প্রবেশ করুন; এই যন্ত্রে প্রবেশ বহাল থাকবে
  setu sign-out                  সেই প্রবেশ শেষ করুন
  setu import FILE               HTCDS ফাইল থেকে কেস আনুন
       --check                   শুধু দেখে নিন
       --unit ID                 যে ইউনিট কেসগুলোর দায়িত্বে থাকবে
       --days day-first|month-first, --columns C:field,D:
                                 ফাইলে যা অস্পষ্ট তা কীভাবে পড়তে হবে
       --yes                     সংরক্ষণের আগে জিজ্ঞেস করবে না
  setu export --format csv|xlsx --out FILE
                                 আপনি যেসব কেসে কাজ করেন বা তদারক করেন
  setu user list
  setu user add --sign-in-name NAME --name "পুরো নাম" --role ROLE
       [--unit ID] [--supervises] [--focal] [--post-en TEXT] [--post-bn TEXT] [--language en|bn]
  setu user disable NAME
  setu user let-in [NAME]        আপনার ইউনিটের চাবির অপেক্ষায় কে; যাঁকে চেনেন তাঁকে চাবি দিন

  setu start | doctor | prepare | backup | backup-key | restore | drill | node-key
                                 নোড চালানো ও দেখাশোনা; docs/guides/run-a-node.md দেখুন

  --node URL বা SETU_NODE        কোন নোড (http://127.0.0.1:8080)
  SETU_PASSWORD, SETU_CODE, SETU_NEW_PASSWORD, SETU_SESSION
                                 স্ক্রিপ্টের জন্য, টার্মিনালের বদলে`,
}
