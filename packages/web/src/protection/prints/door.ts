import type { PrintAsk, Printed } from '@setu/records/api'
import type { Address } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What a paper is asked by; the door names the command. */
export type PrintAsked = Omit<PrintAsk, 'command'>

/** Papers that are made from a case to be printed. */
export interface PrintsDoor {
  readonly make: (file: Address, asked: PrintAsked & { readonly command: string }) => Promise<Printed>
}

export function remotePrints(http: Http): PrintsDoor {
  return { make: ({ org, id }, asked) => http.post(`/api/cases/${org}/${id}/print`, asked) }
}
