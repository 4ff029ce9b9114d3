import { z } from 'zod'
import { downloadEndpoint, type Endpoint } from '../../platform/index.ts'
import { exportMoney } from './export-money.ts'

/** What the finance office takes along: codes of cases and amounts, and no name. */
export const moneyFileEndpoints: readonly Endpoint[] = [
  downloadEndpoint({
    name: 'exchange.exportMoney',
    method: 'GET',
    path: '/exchange/money/export',
    summary: 'Payments of the cases that one supervises, by case code',
    access: {
      part: 'narrative',
      relations: ['supervise'],
      writes: false,
      roles: ['supervisor'],
      stepUp: true,
    },
    seconds: 300,
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']), language: z.enum(['en', 'bn']) }),
    run: (pages, { query }) => exportMoney(pages, query),
  }),
]
