import { statfs } from 'node:fs/promises'

const megabyte = 1024 * 1024

/**
 * What is kept free of a disk, within bounds: changes stop while that much is left, so that people can go on reading
 * for a long time. Each reading is written down, and a database whose own journal finds no room cannot go on at all:
 * it grows by 16 MB at a time, so there is always room for two of these.
 */
const reserve = { part: 0.05, least: 40 * megabyte, most: 256 * megabyte }

/** Whether the disk that a folder lies on has room for changes. */
export async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(folder)
  const kept = Math.min(reserve.most, Math.max(reserve.least, blocks * bsize * reserve.part))
  return bavail * bsize > kept
}
