import {
  currencies,
  noReceiptReasons,
  paymentKinds,
  paymentRefusals,
  paymentSteps,
  paymentWays,
  receiptKinds,
  reversalReasons,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * Money for a survivor or a case: asked for, approved by somebody else, paid, receipted. Once asked for nothing of it
 * is changed; what was paid is taken back by a counter entry, which is a payment itself.
 */
export const payment = defineRecord({
  name: 'payment',
  table: 'payment',
  of: 'case',
  part: 'narrative',
  states: paymentSteps,
  many: true,
  label: { en: 'Payment', bn: 'অর্থ প্রদান' },
  fields: {
    kind: {
      kind: 'code',
      from: paymentKinds,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'What for', bn: 'কী জন্য' },
    },
    amount: {
      kind: 'money',
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Amount', bn: 'অঙ্ক' },
    },
    currency: {
      kind: 'code',
      from: currencies,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Currency, if not taka', bn: 'মুদ্রা, টাকা না হলে' },
    },
    line: { kind: 'link', to: 'budgetLine', reach: 'agency', label: { en: 'Budget line', bn: 'বাজেট খাত' } },
    neededFor: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Why it is needed', bn: 'কেন প্রয়োজন' },
    },
    reverses: {
      kind: 'link',
      to: 'payment',
      reach: 'agency',
      label: { en: 'Takes back the payment', bn: 'যে প্রদান ফিরিয়ে নেয়' },
      why: {
        en: 'Amount, line and kind are then those of that payment.',
        bn: 'তখন অঙ্ক, খাত ও ধরন সেই প্রদানেরই হবে।',
      },
    },
    whyReversed: {
      kind: 'code',
      from: reversalReasons,
      reach: 'agency',
      label: { en: 'Why it is taken back', bn: 'কেন ফিরিয়ে নেওয়া হচ্ছে' },
    },
    whyRefused: {
      kind: 'code',
      from: paymentRefusals,
      reach: 'agency',
      label: { en: 'Why it is refused', bn: 'কেন অনুমোদন হয়নি' },
    },
    paidOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Paid on', bn: 'পরিশোধের তারিখ' } },
    paidBy: { kind: 'code', from: paymentWays, reach: 'agency', label: { en: 'Paid how', bn: 'কীভাবে' } },
    receiptKind: { kind: 'code', from: receiptKinds, reach: 'agency', label: { en: 'Receipt', bn: 'রসিদ' } },
    receipt: {
      kind: 'link',
      to: 'caseDocument',
      reach: 'agency',
      label: { en: 'Which paper', bn: 'কোন কাগজ' },
    },
    receiptNumber: {
      kind: 'text',
      most: 60,
      reach: 'sealed',
      label: { en: 'Number of the receipt', bn: 'রসিদের নম্বর' },
    },
    whyNoReceipt: {
      kind: 'code',
      from: noReceiptReasons,
      reach: 'agency',
      label: { en: 'Why there is none', bn: 'কেন রসিদ নেই' },
    },
  },
  sections: {
    ask: {
      label: { en: 'What is asked', bn: 'যা চাওয়া হচ্ছে' },
      asks: ['kind', 'amount', 'currency', 'line', 'neededFor'],
    },
    back: { label: { en: 'Counter entry', bn: 'পাল্টা ভুক্তি' }, asks: ['reverses', 'whyReversed'] },
    course: {
      label: { en: 'Answer, payment, receipt', bn: 'উত্তর, পরিশোধ, রসিদ' },
      asks: ['whyRefused', 'paidOn', 'paidBy', 'receiptKind', 'receipt', 'receiptNumber', 'whyNoReceipt'],
    },
  },
  list: ['kind', 'amount', 'currency', 'paidOn'],
})

export type Payment = Values<typeof payment>
