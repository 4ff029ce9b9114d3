import type { Language } from '@setu/vocabulary'
import { askHidden } from './terminal.ts'
import type { Environment } from './words.ts'

/** The code of the second factor: by a variable, else asked for on the terminal. */
export async function askCode(env: Environment, language: Language): Promise<string> {
  const question = {
    en: 'Code from your app, or a recovery code: ',
    bn: 'অ্যাপের কোড, অথবা একটি উদ্ধার-কোড: ',
  }[language]
  return env['SETU_CODE'] || askHidden(question, 'SETU_CODE', process.stdin, process.stderr)
}
