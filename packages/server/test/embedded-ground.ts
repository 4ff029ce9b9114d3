import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, pgliteEngine } from '../src/platform/index.ts'

const kept = fileURLToPath(new URL('../../../.local/', import.meta.url))
const namePart = 'ground-'
const aDay = 24 * 3_600_000

const server = new URL('../', import.meta.url)

/** Another release of the database, or another migration, wants another ground. */
function groundName(): string {
  const migrations = readdirSync(new URL('migrations/', server)).toSorted()
  const files = ['package.json', ...migrations.map((name) => `migrations/${name}`)]
  const digest = createHash('sha256')
  for (const name of files) digest.update(name).update(readFileSync(new URL(name, server)))
  return `${namePart}${digest.digest('hex').slice(0, 16)}.tar`
}

async function pack(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'setu-ground-'))
  try {
    const engine = await pgliteEngine(folder)
    await migrate(engine)
    await engine.close()
    const { PGlite } = await import('@electric-sql/pglite')
    const database = await PGlite.create({ dataDir: folder })
    const packed = await database.dumpDataDir('none')
    await database.close()
    return new Uint8Array(await packed.arrayBuffer())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The packed folder of an embedded database that is empty and migrated, which others begin as copies of: they are
 * there in a sixth of the time. Who comes first makes it, and it is kept until a migration changes.
 */
export async function embeddedGround(): Promise<string> {
  const name = groundName()
  const place = join(kept, name)
  if (existsSync(place)) return place
  mkdirSync(kept, { recursive: true })
  const unfinished = `${place}.${randomBytes(4).toString('hex')}`
  writeFileSync(unfinished, await pack())
  // Somebody who began at the same moment may have been faster, and may be reading theirs already.
  if (existsSync(place)) rmSync(unfinished)
  else renameSync(unfinished, place)
  const longAgo = Date.now() - aDay
  for (const other of readdirSync(kept)) {
    if (other.startsWith(namePart) && other !== name && statSync(join(kept, other)).mtimeMs < longAgo)
      rmSync(join(kept, other), { force: true })
  }
  return place
}
