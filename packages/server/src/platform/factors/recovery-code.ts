import { createHash, randomBytes } from 'node:crypto'

/** Letters that are not mistaken for one another when read from paper; 32 of them, five bits each. */
const letters = 'abcdefghjkmnpqrstuvwxyz023456789'

const howMany = 10
const signs = 16

/** 80 random bits in four groups of four letters. */
function freshCode(): string {
  const bytes = randomBytes(signs)
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
  return (text.match(/.{4}/g) ?? []).join('-')
}

/** What somebody types or copies, without what they put between the letters. */
function plainCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** What is kept of a code. It has 80 random bits, so a plain hash is as good as a slow one. */
export function recoveryHash(typed: string): Buffer {
  return createHash('sha256')
    .update(`setu1|recovery|${plainCode(typed)}`)
    .digest()
}

/** A set of codes for a day on which the phone is lost. */
export function freshRecoveryCodes(): readonly string[] {
  return Array.from({ length: howMany }, freshCode)
}

/** Whether something typed can only be a recovery code. */
export function looksLikeRecovery(typed: string): boolean {
  return plainCode(typed).length === signs
}
