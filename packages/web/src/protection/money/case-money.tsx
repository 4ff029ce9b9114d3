import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { compensationSources, isCode, paymentKinds } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { paidOf, paymentsIn } from './paid-in.ts'

type Kept = CaseView['records'][number]

interface FileProps {
  readonly file: CaseView
}

/** What was asked for, approved and paid for a survivor, and compensation. Only those who work on the case see it. */
export function CaseMoney({ file }: FileProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const payments = paymentsIn(file.records)
  const claims = file.records.filter(({ record }) => record === 'compensation')
  if (file.tracing === null) return null
  const paid = [...paidOf(file.records)]
  return (
    <Card title={say('money.title')} id="money">
      {payments.length + claims.length === 0 && <p className={lists['empty']}>{say('money.none')}</p>}
      {paid.length > 0 && (
        <p className={lists['strong']}>
          {say('money.paid-in-all')}{' '}
          {paid.map(([currency, sum]) => `${dates.money(sum)} ${currency}`).join(' · ')}
        </p>
      )}
      <ul className={lists['rows']}>
        {payments.map((kept) => (
          <Payment key={kept.id} file={file} kept={kept} />
        ))}
        {claims.map((kept) => (
          <Claim key={kept.id} file={file} kept={kept} />
        ))}
      </ul>
      {file.may.write.includes('narrative') && (
        <div className={lists['acts']}>
          <AddRecordLink file={file} record="payment" />
          <AddRecordLink file={file} record="compensation" />
        </div>
      )}
    </Card>
  )
}

interface KeptProps extends FileProps {
  readonly kept: Kept
}

function useAmount(): (amount: unknown, currency: unknown) => string {
  const dates = useDates()
  return (amount, currency) =>
    typeof amount === 'number' ? `${dates.money(amount)} ${typeof currency === 'string' ? currency : ''}` : ''
}

function Payment({ file, kept }: KeptProps): ReactNode {
  const say = useWords()
  const amountOf = useAmount()
  const { code, language } = useLabels()
  const { kind, amount, currency, paidOn, reverses } = kept.values
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {isCode(paymentKinds, kind) ? code(paymentKinds, kind) : caseRecords.payment.label[language]}
          </RecordLink>
          <span className={lists['strong']}>{amountOf(amount, currency)}</span>
          <RecordState kept={kept} />
          {typeof reverses === 'string' && <span>{say('money.counter')}</span>}
          {typeof paidOn === 'string' && (
            <span className={lists['quiet']}>
              <DayText day={paidOn} />
            </span>
          )}
        </div>
        <RecordSteps file={file} kept={kept} />
      </div>
    </li>
  )
}

function Claim({ file, kept }: KeptProps): ReactNode {
  const say = useWords()
  const amountOf = useAmount()
  const { code, language } = useLabels()
  const { source, claimed, amount, received, currency } = kept.values
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {caseRecords.compensation.label[language]}
            {isCode(compensationSources, source) ? `: ${code(compensationSources, source)}` : ''}
          </RecordLink>
          <span className={lists['strong']}>{amountOf(amount ?? claimed, currency)}</span>
          <RecordState kept={kept} />
          {kept.state === 'partlyPaid' && (
            <span className={lists['quiet']}>
              {say('money.so-far', { amount: amountOf(received, currency) })}
            </span>
          )}
        </div>
        <RecordSteps file={file} kept={kept} />
      </div>
    </li>
  )
}
