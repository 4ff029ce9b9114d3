/**
 * What is changed, and which tests answer for it. `walkers` are the tests for what is worked out when a file is
 * loaded, tables above all: nothing says which test met that, so these are named, the quickest first.
 *
 * @typedef {{ name: string, sources: readonly string[], tests: readonly string[], walkers: readonly string[], worlds: boolean }} Group
 */
const server = 'packages/server/src'

/** @type {readonly Group[]} */
export const groups = [
  {
    name: 'rules',
    sources: [
      'packages/vocabulary/src/transitions.ts',
      'packages/vocabulary/src/protection/{sharing,consent,referral-states,case-states,parts}.ts',
      'packages/records/src/kit/{check,table,record}.ts',
    ],
    tests: ['packages/vocabulary/src/**/*.test.ts', 'packages/records/src/**/*.test.ts'],
    walkers: ['packages/vocabulary/src/**/*.test.ts', 'packages/records/src/**/*.test.ts'],
    worlds: false,
  },
  {
    name: 'keys',
    sources: [`${server}/platform/keys/*.ts`],
    tests: [
      `${server}/platform/keys/*.test.ts`,
      `${server}/{own-key,member-keys,unit-renewal,recovery}.test.ts`,
      `${server}/protection/renewals/renewal.test.ts`,
      `${server}/protection/emergencies/emergency*.test.ts`,
      `${server}/protection/window/window{,.crash}.test.ts`,
      `${server}/protection/cases/sealed-values.attack.test.ts`,
      `${server}/protection/referrals/referral-story.test.ts`,
      `${server}/protection/transfers/*.test.ts`,
      `${server}/commands/rotate-node-key.test.ts`,
      `${server}/directory/accounts/accounts.test.ts`,
      `${server}/platform/sessions/sign-in.test.ts`,
    ],
    walkers: [`${server}/platform/keys/*.test.ts`, `${server}/{api-document,own-key,member-keys}.test.ts`],
    worlds: true,
  },
  {
    name: 'log',
    sources: [`${server}/platform/{log,audit}/*.ts`],
    tests: [
      `${server}/platform/log/*.test.ts`,
      `${server}/audit.attack.test.ts`,
      `${server}/protection/cases/trail-place.test.ts`,
      `${server}/protection/erasures/erasure.test.ts`,
      `${server}/platform/backup/erase-again.test.ts`,
    ],
    walkers: [
      `${server}/platform/log/{verify,entry,note,tree,outside,witness-server,alarm,restored-log}.test.ts`,
      `${server}/{api-document,audit.attack}.test.ts`,
    ],
    worlds: true,
  },
]

/** The checks that a fault in the database's own rules has to get past. */
export const checksOfPolicies = [
  `${server}/platform/database/{schema,doctor}.test.ts`,
  `${server}/platform/database/no-session.attack.test.ts`,
  `${server}/platform/{factors/second-factor,factors/step-up,factors/passkey}.test.ts`,
  `${server}/platform/sessions/{own-session,known-device,sign-in}.test.ts`,
  `${server}/platform/notices/notices.test.ts`,
  `${server}/platform/jobs/{remind,tell-outside}.test.ts`,
  `${server}/protection/{relations.oracle,any-statement.attack}.test.ts`,
  `${server}/protection/*/*.test.ts`,
  `${server}/directory/{accounts,services,organisations,boundaries,calendars,begin}/*.test.ts`,
  `${server}/{own-key,member-keys,unit-renewal,recovery,audit.attack,taken-ids.attack}.test.ts`,
]

/** These take minutes each, and what they try the others try as well. */
export const leftOutOfPolicies = /named[.]matrix|window[.]attack|crash|sign-in-pace|outside-budget/
