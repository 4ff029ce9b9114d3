import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { emergencyReasons } from '@setu/vocabulary'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import type { Change } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface EmergencyBannerProps {
  readonly emergency: NonNullable<CaseView['emergency']>
}

/** Says, for as long as it lasts, that one reads this case by emergency access, and until when. */
export function EmergencyBanner({ emergency }: EmergencyBannerProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { emergencies } = useDoors()
  const navigate = useNavigate()
  const end = useCommand(
    (change: Change) => emergencies.end(emergency, change),
    () => void navigate({ to: '/emergency' }),
  )
  return (
    <Card title={say('emergency.now')}>
      <p>
        {code(emergencyReasons, emergency.reason)} · {say('emergency.until')}{' '}
        <MomentText moment={emergency.until} />
      </p>
      <p>{say('emergency.seen')}</p>
      <RefusalNote error={end.refused} />
      <Button variant="default" loading={end.pending} onClick={() => end.run({ base: emergency.version })}>
        {say('emergency.end')}
      </Button>
    </Card>
  )
}
