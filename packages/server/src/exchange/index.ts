import type { Endpoint } from '../platform/index.ts'
import { htcdsEndpoints } from './htcds/endpoints.ts'
import { moneyFileEndpoints } from './money/endpoints.ts'

/** All addresses of the exchange room: cases in and out as files, and money out. */
export const exchangeEndpoints: readonly Endpoint[] = [...htcdsEndpoints, ...moneyFileEndpoints]
