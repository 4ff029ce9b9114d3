import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeBill } from './sbom.mjs'

const lockfile = new URL('../package-lock.json', import.meta.url)

/** Every package of the lockfile, as a bill of materials names it. */
function locked() {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'))
  return Object.entries(packages).flatMap(([place, { version, link, optional }]) => {
    const name = place.split('node_modules/').at(-1) ?? ''
    return place.includes('node_modules/') && !link && !optional ? [`${name}@${version}`] : []
  })
}

test('the bill of materials names every package of the lockfile with its version', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-sbom-'))
  try {
    const bill = await writeBill(path.join(folder, 'bill.json'))
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX' })
    const named = new Set()
    const list = [...bill.components]
    for (const one of list) {
      const { group, name, version, components = [] } = one
      named.add(`${group ? `${group}/` : ''}${name}@${version}`)
      list.push(...components)
    }
    const wanted = locked()
    expect(wanted.length).toBeGreaterThan(150)
    expect(wanted.filter((one) => !named.has(one))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
