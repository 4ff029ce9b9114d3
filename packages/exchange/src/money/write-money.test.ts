import { plainDate } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { unzipParts } from '../../test/workbooks.ts'
import { decimalOf, type MoneyLine, writeMoneyCsv, writeMoneyXlsx } from './write-money.ts'

const line: MoneyLine = {
  code: 'K4T-9WX',
  unit: 'যশোর, "দক্ষিণ"',
  kind: 'Travel',
  state: 'Paid',
  line: '=DK-1 Grants',
  donor: '',
  asked: '2026-11-01',
  paid: '2026-11-04',
  currency: 'BDT',
  amount: 1_250_050,
  counter: false,
}
const back: MoneyLine = { ...line, amount: -7, counter: true }

test('an amount is told to its last hundredth, whatever its size', () => {
  expect([0, 7, -7, 110, -1_250_050, 99_999_999_999].map(decimalOf)).toEqual([
    '0.00',
    '0.07',
    '-0.07',
    '1.10',
    '-12500.50',
    '999999999.99',
  ])
})

test('as CSV a row has the code of the case and no name, and holds no text that a program might run', () => {
  const text = Buffer.concat([...writeMoneyCsv([line, back])]).toString('utf8')
  const [header = '', first = '', second = ''] = text.split('\r\n')
  expect(header).toMatch(/^\ufeff"case","unit",.*,"currency","amount"$/)
  expect(first).toBe(
    '"K4T-9WX","যশোর, ""দক্ষিণ""","Travel","Paid","\'=DK-1 Grants",,"2026-11-01","2026-11-04","no","BDT",12500.50',
  )
  expect(second).toMatch(/"yes","BDT",-0\.07$/)
})

test('as a workbook its amounts are numbers that can be added up', async () => {
  const parts: Uint8Array[] = []
  for await (const chunk of writeMoneyXlsx([line, back], plainDate('2026-11-22'))) parts.push(chunk)
  const sheet = Object.entries(unzipParts(new Uint8Array(Buffer.concat(parts)))).find(([name]) =>
    name.endsWith('sheet1.xml'),
  )
  const numbers = [...String(sheet?.[1]).matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => Number(value))
  expect(numbers).toEqual([12_500.5, -0.07])
})
