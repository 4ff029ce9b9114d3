import type { TextChoose, TextStop, TextsView } from '@setu/records/api'
import type { Address } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Reminders by text, as those who work on a case see them and write down what the survivor chose. */
export interface TextsDoor {
  readonly view: (file: Address) => Promise<TextsView>
  readonly choose: (file: Address, choice: TextChoose) => Promise<void>
  readonly stop: (file: Address, stop: TextStop) => Promise<void>
}

export function remoteTexts(http: Http): TextsDoor {
  const of = ({ org, id }: Address) => `/api/cases/${org}/${id}/texts`
  return {
    view: (file) => http.get(of(file)),
    choose: async (file, choice) => {
      await http.post(of(file), choice)
    },
    stop: async (file, stop) => {
      await http.post(`${of(file)}/stop`, stop)
    },
  }
}
