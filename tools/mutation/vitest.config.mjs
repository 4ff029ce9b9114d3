import { defineConfig } from 'vitest/config'

/** The tests that stand for what is mutated: beside it, and nothing that needs a browser. */
const beside = process.env['SETU_MUTATED']?.split(',') ?? [
  'packages/vocabulary/src/**/*.test.ts',
  'packages/records/src/kit/*.test.ts',
  'packages/server/src/platform/{keys,log}/*.test.ts',
]

export default defineConfig({ test: { include: beside, testTimeout: 30_000, hookTimeout: 60_000 } })
