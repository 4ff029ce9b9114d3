import { dictionary, type RecordType, recordTypes } from '@setu/records'
import type { ReactNode } from 'react'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Wide } from '../../shell/wide.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './dictionary-screen.module.css'

const reaches: Readonly<Record<string, WordId>> = {
  sealed: 'dictionary.sealed',
  agency: 'dictionary.agency',
  shared: 'dictionary.shared',
  open: 'dictionary.open',
}

const erasures: Readonly<Record<string, WordId>> = {
  remove: 'dictionary.remove',
  keep: 'dictionary.keep',
  coarsen: 'dictionary.coarsen',
}

/** Everything Setu keeps, field by field: how far each may travel and what becomes of it in the end. */
export function DictionaryScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <Page title={say('bar.dictionary')}>
      <p>{say('dictionary.what')}</p>
      <nav aria-label={say('dictionary.records')}>
        <ul className={styles['records']}>
          {recordTypes.map((record) => (
            <li key={record.name}>
              <a href={`#${record.name}`}>{record.label[language]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={lists['stack']}>
        {recordTypes.map((record) => (
          <RecordDictionary key={record.name} record={record} />
        ))}
      </div>
    </Page>
  )
}

function RecordDictionary({ record }: { readonly record: RecordType }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <Card title={record.label[language]} id={record.name}>
      <Wide label={record.label[language]}>
        <table className={lists['table']}>
          <caption className="heard">{record.label[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{say('dictionary.field')}</th>
              <th scope="col">{say('dictionary.reach')}</th>
              <th scope="col">{say('dictionary.erasure')}</th>
              <th scope="col">{say('dictionary.codes')}</th>
              <th scope="col">HTCDS</th>
            </tr>
          </thead>
          <tbody>
            {dictionary([record]).map((row) => (
              <tr key={row.field}>
                <th scope="row">
                  {row.label[language]}
                  <div className={lists['quiet']}>{row.field}</div>
                </th>
                <td>{say(reaches[row.reach] ?? 'dictionary.agency')}</td>
                <td>{say(erasures[row.erasure] ?? 'dictionary.remove')}</td>
                <td>{row.codes && `${row.codes.scheme} ${row.codes.version}`}</td>
                <td>{row.htcds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  )
}
