import { type MoneyLine, tableTypes, writeMoneyCsv, writeMoneyXlsx } from '@setu/exchange'
import type { MoneyRow } from '@setu/records/api'
import { type Language, labelOf, paymentKinds, paymentStates } from '@setu/vocabulary'
import { needRole, type PagedWork } from '../../platform/index.ts'
import { moneyRows } from '../../protection/index.ts'

function lineOf(row: MoneyRow, language: Language): MoneyLine {
  const { case: file, unit, kind, state, line, asked, paidOn, currency, amount, counter } = row
  return {
    code: file.code,
    unit: unit[language],
    kind: kind === null ? '' : labelOf(paymentKinds, kind, language),
    state: labelOf(paymentStates, state, language),
    line: line === null ? '' : `${line.code} ${line.name[language]}`,
    donor: line?.donor ?? '',
    asked,
    paid: paidOn ?? '',
    currency,
    amount,
    counter,
  }
}

async function* bytesOf(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  yield* chunks
}

/** The payments as a file for the finance office; its name says nothing of what is in it. */
export async function exportMoney(
  pages: PagedWork,
  { format, language }: { readonly format: 'csv' | 'xlsx'; readonly language: Language },
) {
  const { today, rows } = await pages.inWork(async (work) => {
    needRole(work, 'supervisor')
    const found = await moneyRows(work, null)
    work.because('supervision')
    work.counted(found.length)
    return { today: work.today, rows: found.map((row) => lineOf(row, language)) }
  })
  const name = `export-${today}.${format}`
  return format === 'csv'
    ? { type: tableTypes.csv, name, chunks: bytesOf(writeMoneyCsv(rows)) }
    : {
        type: tableTypes.xlsx,
        name,
        chunks: bytesOf(writeMoneyXlsx(rows, today)),
      }
}
