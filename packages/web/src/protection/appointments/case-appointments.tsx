import { Button } from '@mantine/core'
import { caseRecords } from '@setu/records'
import type { CaseView, RecordWrite, TextsView } from '@setu/records/api'
import { appointmentAnswers, appointmentPlaces, contactChannels, isCode } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { ByText, reminderOf, remindsItself } from '../texts/by-text.tsx'
import { CaseTexts } from '../texts/case-texts.tsx'
import { useTexts } from '../texts/use-texts.ts'

type Kept = CaseView['records'][number]

interface FileProps {
  readonly file: CaseView
}

const ahead: readonly (string | null)[] = ['proposed', 'agreed']

/** When the survivor is met next, what they answered, and whether somebody has reminded them in the agreed way. */
export function CaseAppointments({ file }: FileProps): ReactNode {
  const say = useWords()
  const texts = useTexts(file)
  if (file.tracing === null) return null
  const those = file.records
    .filter(({ record, state }) => record === 'appointment' && state !== 'moved')
    .toSorted((a, b) => String(b.values['at']).localeCompare(String(a.values['at'])))
  const next = those.filter(({ state }) => ahead.includes(state)).toReversed()
  const past = those.filter(({ state }) => !ahead.includes(state))
  return (
    <Card title={say('meet.title')} id="appointments">
      {those.length === 0 && <p className={lists['empty']}>{say('meet.none')}</p>}
      <ul className={lists['rows']}>
        {[...next, ...past].map((kept) => (
          <Row key={kept.id} file={file} kept={kept} texts={texts} />
        ))}
      </ul>
      {file.may.write.includes('narrative') && (
        <div className={lists['acts']}>
          <AddRecordLink file={file} record="appointment" />
        </div>
      )}
      {texts !== null && <CaseTexts file={file} texts={texts} />}
    </Card>
  )
}

interface RowProps extends FileProps {
  readonly kept: Kept
  readonly texts: TextsView | null
}

function Row({ file, kept, texts }: RowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, language } = useLabels()
  const { at, place, answer, channel, remindedOn } = kept.values
  const open = ahead.includes(kept.state)
  const reminder = reminderOf(texts, kept, dates.today)
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {typeof at === 'string' ? dates.moment(new Date(at)) : caseRecords.appointment.label[language]}
          </RecordLink>
          <RecordState kept={kept} />
        </div>
        {isCode(appointmentPlaces, place) && (
          <p className={lists['quiet']}>{code(appointmentPlaces, place)}</p>
        )}
        {isCode(appointmentAnswers, answer) && (
          <p>{say('meet.answered', { answer: code(appointmentAnswers, answer) })}</p>
        )}
        <ByText reminder={reminder} open={open} />
        {open && isCode(contactChannels, channel) && (
          <Reminding
            file={file}
            kept={kept}
            way={code(contactChannels, channel)}
            reminded={typeof remindedOn === 'string'}
            byText={remindsItself(reminder)}
          />
        )}
        {open && <RecordSteps file={file} kept={kept} />}
      </div>
    </li>
  )
}

interface RemindingProps extends FileProps {
  readonly kept: Kept
  readonly way: string
  readonly reminded: boolean
  /** A text does, so that nobody is asked to. */
  readonly byText: boolean
}

/** A person reminds, in the way that was agreed on, and says so here. */
function Reminding({ file, kept, way, reminded, byText }: RemindingProps): ReactNode {
  const say = useWords()
  const { today } = useDates()
  const { cases } = useDoors()
  const write = useCommand(
    (given: RecordWrite) => cases.write(file, 'appointment', given),
    () => toast(say('meet.reminded')),
  )
  return (
    <div>
      {(reminded || !byText) && (
        <p className={lists['quiet']}>{reminded ? say('meet.reminded') : say('meet.remind-how', { way })}</p>
      )}
      {!reminded && file.may.write.includes('narrative') && (
        <div className={lists['acts']}>
          <Button
            variant="default"
            loading={write.pending}
            onClick={() => write.run({ id: kept.id, base: kept.version, values: { remindedOn: today } })}
          >
            {say('meet.remind-done')}
          </Button>
        </div>
      )}
      <RefusalNote error={write.refused} />
    </div>
  )
}
