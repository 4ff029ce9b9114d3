import type { MessageAnswer, MessageList, MessagesSeen } from '@setu/records/api'
import type { Address } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Messages with a survivor, as those who work on her case read and answer them. */
export interface MessagesDoor {
  readonly list: (file: Address) => Promise<MessageList>
  readonly answer: (file: Address, answer: MessageAnswer) => Promise<void>
  readonly seen: (file: Address, seen: MessagesSeen) => Promise<void>
}

export function remoteMessages(http: Http): MessagesDoor {
  const of = ({ org, id }: Address) => `/api/cases/${org}/${id}/messages`
  return {
    list: (file) => http.get(of(file)),
    answer: async (file, answer) => {
      await http.post(of(file), answer)
    },
    seen: async (file, seen) => {
      await http.post(`${of(file)}/seen`, seen)
    },
  }
}
