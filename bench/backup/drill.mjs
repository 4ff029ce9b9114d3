import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../tools/postgres.mjs'
import { makeProgramme } from '../database/programme.mjs'

/**
 * How long a drill takes on a PostgreSQL that writes through: backup, restore into a scratch database, checks.
 *
 *     .local/bin/node bench/backup/drill.mjs [cases]
 */
const [cases = 200_000] = process.argv.slice(2).map(Number)
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const home = mkdtempSync(path.join(tmpdir(), 'setu-bench-drill-'))
const postgres = await startPostgres({ durable: true })
try {
  const programme = await makeProgramme({ server: postgres.url, cases, seed: 'setu', home })
  const { logSigner } = await import('../../packages/server/src/platform/index.ts')
  await logSigner(programme.node.engine, programme.node)
  const child = spawn(
    process.execPath,
    ['packages/server/src/main.ts', 'drill', '--never-witnessed', '--in', home],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        PATH: process.env['PATH'] ?? '',
        LANG: 'C',
        DATABASE_BACKUP_URL: programme.ownerUrl,
        DATABASE_OWNER_URL: programme.ownerUrl,
        SETU_KEY_FILE: programme.keyFile,
        SETU_DATA: `${home}/data`,
      },
    },
  )
  const code = await new Promise((resolve) => child.on('exit', resolve))
  console.log(`${cases} cases; the drill ended with ${code}.`)
  await programme.drop()
  process.exitCode = code === 0 ? 0 : 1
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}
