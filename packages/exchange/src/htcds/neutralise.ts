/**
 * Texts that a spreadsheet program may run as a formula when it opens a CSV file: those that begin, spaces
 * and apostrophes aside, with = + - @ in any width, or with a tab, a line break or NUL. OWASP ASVS 1.2.10.
 */
const dangerous = /^'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/** Puts an apostrophe before a text that a spreadsheet program might run. */
export function neutralise(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/**
 * Takes off the apostrophe that `neutralise` put on, and no other.
 *
 * A text that had apostrophes of its own before the sign got one more, so taking one off is always right.
 */
export function restore(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text
}

/** Whether a spreadsheet program might run a text, so that a workbook should mark it as typed text. */
export function mayBeRun(text: string): boolean {
  return dangerous.test(text)
}
