import type { Endpoint } from '../platform/index.ts'
import { htcdsEndpoints } from './htcds/endpoints.ts'

/** All addresses of the exchange room: cases in and out as files. */
export const exchangeEndpoints: readonly Endpoint[] = [...htcdsEndpoints]
