import type { Endpoint } from '../platform/index.ts'
import { bridgeEndpoints } from './bridges/endpoints.ts'
import { htcdsEndpoints } from './htcds/endpoints.ts'
import { moneyFileEndpoints } from './money/endpoints.ts'

/** All addresses of the exchange room: cases in and out as files, to and from other systems, and money out. */
export const exchangeEndpoints: readonly Endpoint[] = [
  ...htcdsEndpoints,
  ...bridgeEndpoints,
  ...moneyFileEndpoints,
]
