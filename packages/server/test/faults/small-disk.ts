import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of a few megabytes that can be filled to the last byte and freed again. */
export interface SmallDisk {
  readonly folder: string
  free(): number
  /** Fills it with something that is none of ours, all but so many bytes. */
  fill(butBytes?: number): void
  /** Takes that away again. */
  clear(): void
  close(): void
}

/** Mounts a small disk in memory; `null` where this account may not, so that tests can say that they are left out. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'setu-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    rmdirSync(folder)
    return null
  }
  const ballast = join(folder, 'ballast')
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    free,
    fill(butBytes = 0) {
      const handle = openSync(ballast, 'a')
      const piece = Buffer.alloc(64 * 1024)
      try {
        while (free() > butBytes) {
          const left = Math.min(piece.length, free() - butBytes)
          if (writeSync(handle, piece, 0, left) === 0) return
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(handle)
      }
    },
    clear: () => rmSync(ballast, { force: true }),
    close() {
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
