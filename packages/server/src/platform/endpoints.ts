import { factorEndpoints } from './factors/endpoints.ts'
import type { Endpoint } from './http/endpoint.ts'
import { keyEndpoints } from './keys/endpoints.ts'
import { logEndpoints } from './log/endpoints.ts'
import { noticeEndpoints } from './notices/endpoints.ts'
import { ownEndpoints } from './own/endpoints.ts'
import { recoveryEndpoints } from './recovery/endpoints.ts'
import { sessionEndpoints } from './sessions/endpoints.ts'

/** What every node answers, whatever rooms stand on it. */
export const platformEndpoints: readonly Endpoint[] = [
  ...sessionEndpoints,
  ...factorEndpoints,
  ...keyEndpoints,
  ...recoveryEndpoints,
  ...noticeEndpoints,
  ...logEndpoints,
  ...ownEndpoints,
]
