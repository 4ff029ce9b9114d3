import type { CaseView, ReferralPreview, ServiceView } from '@setu/records/api'
import { ageBands, parts, type ServiceType, sexes, spokenLanguages } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { placeName } from '../../directory/place-names.ts'
import { Icon } from '../../shell/icons.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './referrals.module.css'

const because: Readonly<Record<ReferralPreview['after'][number]['because'], WordId>> = {
  consented: 'refer.consented',
  noConsent: 'refer.no-consent',
  neverForThisWork: 'refer.never',
}

interface WhatTheySeeProps {
  readonly file: CaseView
  readonly preview: ReferralPreview
  readonly who: ServiceView
  readonly service: ServiceType
}

/** Exactly what the receiver will see: at once, and after they accepted; what they will not see, and why. */
export function WhatTheySee({ file, preview, who, service }: WhatTheySeeProps): ReactNode {
  const say = useWords()
  const { language, code, name } = useLabels()
  const { offered } = preview
  const atOnce = [
    offered.sex && code(sexes, offered.sex),
    offered.ageBand && code(ageBands, offered.ageBand),
    offered.language && code(spokenLanguages, offered.language),
    offered.district && placeName(offered.district, language),
  ].filter(Boolean)
  return (
    <section className={styles['step']}>
      <h2 className={styles['stepTitle']}>{say('refer.see', { who: name(who.organisation.name) })}</h2>
      <p>
        <strong>{say('refer.at-once')}</strong> {say('refer.at-once-what', { what: atOnce.join(', ') })}
      </p>
      <p>
        <strong>{say('refer.after')}</strong>
      </p>
      <ul className={styles['told']}>
        {preview.after.map(({ part, shared, because: why }) => (
          <li key={part} data-shared={shared}>
            <Icon name={shared ? 'done' : 'close'} size={16} />
            <span>
              {code(parts, part)} <span className={lists['quiet']}>({say(because[why])})</span>
            </span>
          </li>
        ))}
      </ul>
      {!preview.maySend && <p>{say('refer.needs-consent')}</p>}
      <LinkButton
        to="/cases/$org/$id/consent"
        params={{ org: file.org, id: file.id }}
        search={{ org: who.org, unit: who.unit.id, service }}
        quiet={preview.maySend}
      >
        {say('refer.ask-consent')}
      </LinkButton>
    </section>
  )
}
