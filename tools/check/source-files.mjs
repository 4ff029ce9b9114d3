import { filesUnder } from '../setup/stamps.mjs'

/**
 * Every file of ours that a person writes and reads as code.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function sourceFiles(root) {
  return ['packages', 'tools', 'bench']
    .flatMap((folder) => filesUnder(root, folder, (file) => /\/(node_modules|dist)$/.test(file)))
    .filter((file) => /\.(ts|tsx|mjs|js|sql|css)$/.test(file))
}
