import { expect, test } from 'vitest'
import { missingFrom } from './lockfile.mjs'

test('a lockfile names the packages of platforms it was not made on', () => {
  const packages = {
    '': {},
    'node_modules/linter': {
      optionalDependencies: {
        '@linter/linux-x64': '1.2.3',
        '@linter/darwin-arm64': '1.2.3',
        '@linter/linux-arm64-musl': '1.2.3',
        '@linter/win32-x64-msvc': '1.2.3',
      },
    },
    'node_modules/@linter/linux-x64': { version: '1.2.3' },
  }
  expect(missingFrom(packages)).toEqual({
    'node_modules/@linter/darwin-arm64': { version: '1.2.3', cpu: ['arm64'], optional: true, os: ['darwin'] },
    'node_modules/@linter/linux-arm64-musl': {
      version: '1.2.3',
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@linter/win32-x64-msvc': { version: '1.2.3', cpu: ['x64'], optional: true, os: ['win32'] },
  })
})

test('a package is found beside its parent or above it, as Node looks for it', () => {
  const parent = { optionalDependencies: { '@linter/darwin-x64': '1.0.0' } }
  const beside = 'node_modules/app/node_modules/linter'
  const found = (/** @type {string} */ place) =>
    Object.keys(missingFrom({ [beside]: parent, [place]: { version: '1.0.0' } })).length === 0
  expect(found('node_modules/@linter/darwin-x64')).toBe(true)
  expect(found('node_modules/app/node_modules/@linter/darwin-x64')).toBe(true)
  expect(found(`${beside}/node_modules/@linter/darwin-x64`)).toBe(true)
  expect(found('node_modules/other/node_modules/@linter/darwin-x64')).toBe(false)
})
