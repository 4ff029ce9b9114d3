import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { NodeKey } from '../keys/node-key.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const whole = z.number().int().min(0)

/** The first line of a backup file: what follows, how much of it, and its digest. */
export const backupHeader = z.strictObject({
  format: z.literal('setu-backup'),
  version: z.union([z.literal(1), z.literal(2)]),
  /** The two files of one backup carry the same id. */
  backup: z.uuidv4(),
  holds: z.enum(['data', 'keys']),
  taken: z.iso.datetime(),
  release: z.string().max(40),
  nodeKey: z.string().regex(/^[0-9a-f]{16}$/),
  /** Who outside remembered the log and what was erased, by name; those of the first format did not say. */
  witnesses: z.array(z.string().max(400)).max(100).optional(),
  migrations: z
    .array(z.strictObject({ name: z.string().regex(/^\d{4}-[a-z0-9-]+[.]sql$/), digest: sha256 }))
    .max(10_000),
  tables: z
    .array(z.strictObject({ name, columns: z.array(name).max(400), rows: whole, bytes: whole, sha256 }))
    .max(2000),
  seal: z.base64(),
})

export type BackupHeader = z.infer<typeof backupHeader>
export type TablePart = BackupHeader['tables'][number]

type Unsealed = Omit<BackupHeader, 'seal'>

function placeOf({ backup, holds }: Unsealed): string {
  return `backup|${backup}|${holds}`
}

function digestOf({
  format,
  version,
  backup,
  holds,
  taken,
  release,
  nodeKey,
  witnesses,
  migrations,
  tables,
}: Unsealed): Buffer {
  const before = [format, version, backup, holds, taken, release, nodeKey]
  const said = JSON.stringify([...before, ...(version === 1 ? [] : [witnesses]), migrations, tables])
  return createHash('sha256').update(said).digest()
}

/** Seals a header with the node key: who holds that key can tell that nobody else wrote or changed the backup. */
export function sealHeader(header: Unsealed, nodeKey: NodeKey): BackupHeader {
  return { ...header, seal: Buffer.from(nodeKey.wrap(digestOf(header), placeOf(header))).toString('base64') }
}

/** Whether a header, and with its digests all that follows, was written under this node key. */
export function isSealedBy(header: BackupHeader, nodeKey: NodeKey): boolean {
  try {
    const opened = nodeKey.unwrap(Buffer.from(header.seal, 'base64'), placeOf(header))
    return digestOf(header).equals(opened)
  } catch {
    return false
  }
}
