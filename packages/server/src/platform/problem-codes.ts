/**
 * Every refusal that Setu gives and the HTTP status it travels under. Codes are promises: clients and
 * translators hold on to them, so one may be added or retired but never given a new meaning.
 */
export const problems = {
  'not-found': 404,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'sign-in-later': 429,
  'code-wrong': 401,
  'step-up-needed': 403,
  'role-needed': 403,
  'not-for-you': 403,
  'bad-request': 400,
  'unknown-field': 400,
  'body-too-large': 413,
  'body-unreadable': 400,
  'body-kind': 415,
  'cross-site': 403,
  stale: 409,
  'exists-already': 409,
  'step-not-possible': 409,
  'requirements-missing': 409,
  'consent-missing': 409,
  'consent-not-for-recipient': 409,
  'conflict-of-interest': 409,
  'case-not-yours-to-own': 403,
  'receiver-not-available': 409,
  'reason-needed': 400,
  'cannot-be-opened': 409,
  'password-weak': 400,
  'name-taken': 409,
  'import-unreadable': 422,
  'import-has-errors': 409,
  'import-expired': 404,
  'demo-refuses': 409,
  'node-in-use': 409,
  'too-many-requests': 429,
  busy: 503,
  'storage-full': 507,
  failed: 500,
} as const

export type ProblemCode = keyof typeof problems
