import { readFileSync } from 'node:fs'
import path from 'node:path'
import { missingFrom } from '../lockfile.mjs'

export const lockfileNames = [
  'package-lock.json',
  ...['node24', 'postgres', 'chromium', 'sbom', 'mutation'].map((name) => `tools/${name}/package-lock.json`),
]

/**
 * A lockfile names the packages of every platform, or `npm ci` refuses it, and no registry, so that
 * everyone may use their own.
 *
 * @param {string} root
 * @returns {import('./report.d.ts').Report}
 */
export function lockfiles(root) {
  const problems = lockfileNames.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const missing = Object.keys(missingFrom(JSON.parse(text).packages))
    return [
      ...missing.map((name) => `${file}: ${name} is not named; \`npm run fix\` names it`),
      ...(/"resolved": "https?:/.test(text) ? [`${file}: names the registry it was made with`] : []),
    ]
  })
  return { problems }
}
