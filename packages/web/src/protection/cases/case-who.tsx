import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { isCode, type Part, parts } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './case-screen.module.css'
import { RecordValues } from './record-values.tsx'
import { SealedPart } from './sealed-part.tsx'

/** The facts about a person that are read at a glance; the others stand further down. */
export const atAGlance = [
  'ageBand',
  'ageCertainty',
  'sex',
  'gender',
  'language',
  'homeDistrict',
  'foundDistrict',
]

/** Who the file is about: age, sex and language in clear, name and safe contact behind *Show*. */
export function CaseWho({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const facts = file.facts?.values ?? {}
  const glance = Object.fromEntries(atAGlance.map((key) => [key, facts[key]]))
  const reads = (part: Part) => file.may.read.includes(part)
  return (
    <Card
      title={say('case.who')}
      act={
        file.may.write.includes('facts') && (
          <LinkButton
            to="/cases/$org/$id/record/$record"
            params={{ org: file.org, id: file.id, record: 'caseFacts' }}
            search={file.facts ? { of: file.facts.id } : {}}
            quiet
          >
            {say('case.change')}
          </LinkButton>
        )
      }
    >
      <RecordValues record={caseRecords.caseFacts} values={glance} />
      {reads('identity') && (
        <div className={styles['sealed']}>
          <SealedPart file={file} part="identity" />
          <Change file={file} record="personIdentity" />
        </div>
      )}
      {reads('contact') && (
        <div className={styles['sealed']} id="contact">
          <SealedPart file={file} part="contact" />
          <Change file={file} record="personContact" />
        </div>
      )}
      {file.relation === 'named' && !reads('identity') && (
        <p>
          {say('case.no-name')} <Link to="/referrals">{say('case.to-referral')}</Link>
        </p>
      )}
      {file.relation === 'named' && !reads('contact') && (
        <p>{say('case.no-contact', { who: name(file.ownerUnit.name) })}</p>
      )}
      {file.relation !== 'own' && (
        <p className={lists['quiet']}>{say('case.owned-by', { who: name(file.ownerUnit.name) })}</p>
      )}
    </Card>
  )
}

interface ChangeProps {
  readonly file: CaseView
  readonly record: 'personIdentity' | 'personContact'
}

function Change({ file, record }: ChangeProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const declared = caseRecords[record]
  const kept = file.records.find((candidate) => candidate.record === record)
  const part = declared.part
  if (part === null || !isCode(parts, part) || !file.may.write.includes(part)) return null
  return (
    <p className={lists['quiet']}>
      <Link
        className={lists['act']}
        to="/cases/$org/$id/record/$record"
        params={{ org: file.org, id: file.id, record }}
        search={kept ? { of: kept.id } : {}}
      >
        {say('case.change-what', { what: declared.label[language] })}
      </Link>
    </p>
  )
}
