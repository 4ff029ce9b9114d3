import type { TipView } from '@setu/records/api'
import { tipChannels, tipClosings, tipStates, tipSubjects, urgencies } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { placeName } from '../../directory/place-names.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { TipActs } from './tip-acts.tsx'

/** One tip with its words, for the unit that looks at it. */
export function TipScreen(): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const at = useParams({ from: '/inside/tips/$org/$id' })
  const { tips } = useDoors()
  const { data: tip } = useQuery({ queryKey: ['tip', at.org, at.id], queryFn: () => tips.read(at) })
  if (tip === undefined) return <Pending />
  return (
    <Page
      title={tip.subjects.map((one) => code(tipSubjects, one)).join(' · ')}
      above={[{ label: say('bar.tips'), to: '/tips' }]}
    >
      <div className={lists['stack']}>
        <Told tip={tip} />
        <TipActs tip={tip} />
      </div>
    </Page>
  )
}

function Told({ tip }: { readonly tip: TipView }): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { channel, urgency, district, received, words, mentioned, way, added, closing } = tip
  return (
    <Card title={code(tipStates, tip.state)}>
      <div className={lists['stack']}>
        <p className={lists['quiet']}>
          {[
            code(urgencies, urgency),
            code(tipChannels, channel),
            district === null ? say('tip.place-unknown') : placeName(district, language),
          ].join(' · ')}{' '}
          · <MomentText moment={received} />
        </p>
        {closing !== null && <p>{code(tipClosings, closing)}</p>}
        {tip.gone && <p>{say('tip.is-gone')}</p>}
        {words !== null && <blockquote>{words}</blockquote>}
        {added.map((one) => (
          <blockquote key={one.id}>
            <MomentText moment={one.at} />
            <br />
            {one.words}
          </blockquote>
        ))}
        {mentioned.length > 0 && (
          <div>
            <p className={lists['strong']}>{say('tip.are-mentioned')}</p>
            <p>{mentioned.join(' · ')}</p>
            <p className={lists['quiet']}>{say('tip.mentioned-why')}</p>
          </div>
        )}
        {way !== null && (
          <p>
            <span className={lists['strong']}>{say('tip.way')}:</span> {way}
          </p>
        )}
        {!tip.gone && (
          <p className={lists['quiet']}>
            {say('tip.kept-until')} <MomentText moment={tip.keptUntil} />
          </p>
        )}
      </div>
    </Card>
  )
}
