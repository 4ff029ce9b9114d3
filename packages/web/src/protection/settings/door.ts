import type { SettingLay, SettingList } from '@setu/records/api'
import type { Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Deadlines, weights and bounds that are laid down. */
export interface SettingsDoor {
  readonly list: () => Promise<SettingList>
  readonly layDown: (given: SettingLay) => Promise<Written>
}

export function remoteSettings(http: Http): SettingsDoor {
  return {
    list: () => http.get('/api/settings'),
    layDown: (given) => http.post('/api/settings', given),
  }
}
