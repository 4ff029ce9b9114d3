import { expect, vi } from 'vitest'
import type { Engine } from '../src/platform/index.ts'
import { finishRenewals } from '../src/protection/renewals/clock-renewals.ts'

/** Longer than any other test of the same server writes in one transaction, laying down a whole schema for one. */
const patience = 180_000

vi.setConfig({ testTimeout: patience + 60_000 })

/** A renewal waits for everybody who was writing when it began, in other databases of the server too: until it has ended. */
export async function oneRenewalEnds(engine: Engine): Promise<void> {
  await expect.poll(() => finishRenewals(engine), { timeout: patience }).toBe(1)
}
