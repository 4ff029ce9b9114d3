import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { replace } from './lock.mjs'

/**
 * One hash over the content of files and folders. A file that is not there counts as not there.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to the root
 * @param {(relative: string) => boolean} [leaveOut]
 * @returns {string}
 */
export function hashOf(root, paths, leaveOut = () => false) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((start) => filesUnder(root, start, leaveOut))) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Every file under a folder of the checkout, in an order that does not depend on the disk.
 *
 * @param {string} root
 * @param {string} start
 * @param {(relative: string) => boolean} [leaveOut]
 * @returns {string[]}
 */
export function filesUnder(root, start, leaveOut = () => false) {
  const kind = statSync(path.join(root, start), { throwIfNoEntry: false })
  if (!kind || leaveOut(start)) return []
  if (!kind.isDirectory()) return [start]
  return readdirSync(path.join(root, start))
    .sort()
    .flatMap((name) => filesUnder(root, `${start}/${name}`, leaveOut))
}

/**
 * The note that says which content something was last made from.
 *
 * @param {string} root
 * @param {string} name
 * @returns {{ says: (hash: string) => boolean, write: (hash: string) => void }}
 */
export function stampOf(root, name) {
  const file = path.join(root, '.local/stamps', name)
  return {
    says: (hash) => {
      try {
        return readFileSync(file, 'utf8') === hash
      } catch {
        return false
      }
    },
    write: (hash) => replace(file, hash),
  }
}
