import { directoryEndpoints } from './directory/index.ts'
import { exchangeEndpoints } from './exchange/index.ts'
import { type Endpoint, platformEndpoints } from './platform/index.ts'
import { prosecutionEndpoints } from './prosecution/index.ts'
import { protectionEndpoints } from './protection/index.ts'

/** Every address that a node answers, room by room. */
export const endpoints: readonly Endpoint[] = [
  ...platformEndpoints,
  ...directoryEndpoints,
  ...protectionEndpoints,
  ...prosecutionEndpoints,
  ...exchangeEndpoints,
]
