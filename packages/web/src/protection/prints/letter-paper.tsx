import type { PrintMark, ReferralLetter } from '@setu/records/api'
import { ageBands, parts, serviceTypes, sexes, spokenLanguages, urgencies } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { placeName } from '../../directory/place-names.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Facts, Part, Said, Signatures } from './paper-parts.tsx'

interface LetterPaperProps {
  readonly letter: ReferralLetter
  readonly mark: PrintMark
}

/** A referral as its receiver may see it, to be carried along by whoever goes there. */
export function LetterPaper({ letter, mark }: LetterPaperProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, code, name } = useLabels()
  const { sex, ageBand, language: speaks, district, workerPreference, accompanied } = letter
  const of = (list: Parameters<typeof code>[0], value: string | null) =>
    value === null ? null : code(list, value)
  return (
    <>
      <h2>{say('print.letter-title')}</h2>
      <Facts
        facts={[
          [say('print.to'), name(letter.to)],
          [say('print.from'), name(letter.from)],
          [say('print.code'), mark.code],
          [say('print.sent'), letter.sent === null ? null : dates.moment(new Date(letter.sent))],
          [say('print.service'), code(serviceTypes, letter.service)],
          [say('print.urgency'), code(urgencies, letter.urgency)],
        ]}
      />
      <Part title={say('print.person')}>
        <Facts
          facts={[
            [say('print.name'), letter.name],
            [say('print.sex'), of(sexes, sex)],
            [say('print.age'), of(ageBands, ageBand)],
            [say('print.language'), of(spokenLanguages, speaks)],
            [say('print.area'), district === null ? null : placeName(district, language)],
            [say('print.worker'), of(sexes, workerPreference)],
            [say('print.accompanied'), accompanied === true ? say('print.accompanied-yes') : null],
          ]}
        />
      </Part>
      {letter.note !== null && (
        <Part title={say('print.note')}>
          <Said words={letter.note} />
        </Part>
      )}
      <Part title={say('print.opens')}>
        {letter.accepted ? (
          <p>
            {letter.opens.length === 0
              ? say('print.opens-nothing')
              : say('print.opens-what', { what: letter.opens.map((part) => code(parts, part)).join(', ') })}
          </p>
        ) : (
          <p>{say('print.opens-later')}</p>
        )}
      </Part>
      <p>{say('print.letter-please')}</p>
      <Signatures who={[say('print.sign-sender'), say('print.sign-receiver')]} />
    </>
  )
}
