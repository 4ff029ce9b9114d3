import { cruise } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'
import { filesUnder } from '../setup/stamps.mjs'

/** @typedef {import('./report.d.ts').Report} Report */

const leastShare = 0.8

/**
 * Who imports whom, held against the floors and rooms of the house. A cruiser that cannot read TypeScript
 * finds nothing and complains of nothing, so it must also have read most of the files on disk.
 *
 * @param {string} root
 * @returns {Promise<Report>}
 */
export async function floors(root) {
  const onDisk = filesUnder(root, 'packages', (file) => /\/(node_modules|dist)$/.test(file)).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const { output } = await cruise(['packages'], {
    .../** @type {object} */ (config.options),
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: /** @type {any} */ (config.forbidden) },
  })
  if (typeof output === 'string') throw new Error(output)

  const read = output.modules.filter(({ source }) => onDisk.includes(source)).length
  const problems = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  if (read < onDisk.length * leastShare) {
    problems.push(`only ${read} of ${onDisk.length} files could be read; is the parser there?`)
  }
  return { problems, said: `${read} of ${onDisk.length} files read` }
}
