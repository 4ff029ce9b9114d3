/** What a test gets that asks for vitest: its expectations as they are, and our own way of running tests. */
export { expect, expectTypeOf, vi } from '../../node_modules/vitest/dist/index.js'
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from './harness.mjs'
