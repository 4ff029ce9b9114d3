import type { Endpoint } from '../platform/index.ts'
import { bridgeEndpoints } from './bridges/endpoints.ts'
import { htcdsEndpoints } from './htcds/endpoints.ts'
import { moneyFileEndpoints } from './money/endpoints.ts'
import { networkFileEndpoints } from './networks/endpoints.ts'

export { sendBridge } from './bridges/send-bridge.ts'
export { viewBridge } from './bridges/try-bridge.ts'

/** All addresses of the exchange room: cases in and out as files, to and from other systems, money out, networks in and out. */
export const exchangeEndpoints: readonly Endpoint[] = [
  ...htcdsEndpoints,
  ...bridgeEndpoints,
  ...moneyFileEndpoints,
  ...networkFileEndpoints,
]
