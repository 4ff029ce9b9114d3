import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** Currencies in which amounts are kept, each with hundredths as its smallest unit. The taka is the usual one. */
export const currencies = defineCodes('setu:currency', '2026-01', [
  { code: 'BDT', en: 'Bangladeshi taka', bn: 'বাংলাদেশি টাকা' },
  { code: 'INR', en: 'Indian rupee', bn: 'ভারতীয় রুপি' },
  { code: 'NPR', en: 'Nepalese rupee', bn: 'নেপালি রুপি' },
  { code: 'MYR', en: 'Malaysian ringgit', bn: 'মালয়েশীয় রিংগিত' },
  { code: 'AED', en: 'Emirati dirham', bn: 'আমিরাতি দিরহাম' },
  { code: 'SAR', en: 'Saudi riyal', bn: 'সৌদি রিয়াল' },
  { code: 'USD', en: 'US dollar', bn: 'মার্কিন ডলার' },
  { code: 'EUR', en: 'Euro', bn: 'ইউরো' },
  { code: 'DKK', en: 'Danish krone', bn: 'ডেনিশ ক্রোন' },
  { code: 'NOK', en: 'Norwegian krone', bn: 'নরওয়েজীয় ক্রোন' },
])

/** A currency in which amounts are kept. */
export type Currency = CodeOf<typeof currencies>

/** What money is paid for: `grant` goes to the survivor, `cost` is spent on the case. */
export const paymentKinds = defineCodes('setu:payment-kind', '2026-01', [
  { code: 'livelihoodGrant', en: 'Grant to begin earning', bn: 'জীবিকা শুরুর অনুদান', sort: 'grant' },
  { code: 'emergencyGrant', en: 'Emergency grant', bn: 'জরুরি অনুদান', sort: 'grant' },
  { code: 'educationGrant', en: 'Grant for school or training', bn: 'শিক্ষা বা প্রশিক্ষণ অনুদান', sort: 'grant' },
  { code: 'housingGrant', en: 'Grant for housing', bn: 'বাসস্থান অনুদান', sort: 'grant' },
  { code: 'livingGrant', en: 'Grant for daily needs', bn: 'দৈনন্দিন প্রয়োজনে অনুদান', sort: 'grant' },
  { code: 'travel', en: 'Travel', bn: 'যাতায়াত', sort: 'cost' },
  { code: 'medical', en: 'Medical costs', bn: 'চিকিৎসা খরচ', sort: 'cost' },
  { code: 'legal', en: 'Legal costs', bn: 'আইনি খরচ', sort: 'cost' },
  { code: 'papers', en: 'Fees for papers', bn: 'কাগজপত্রের ফি', sort: 'cost' },
  { code: 'shelter', en: 'Costs of shelter', bn: 'আশ্রয়ের খরচ', sort: 'cost' },
  { code: 'course', en: 'Fees of a course', bn: 'প্রশিক্ষণের ফি', sort: 'cost' },
  { code: 'other', en: 'Other costs', bn: 'অন্যান্য খরচ', sort: 'cost' },
])

/** What money is paid for. */
export type PaymentKind = CodeOf<typeof paymentKinds>

/** How a payment stands. Nothing of one that was paid is changed: it is taken back by a counter entry. */
export const paymentStates = defineCodes('setu:payment-state', '2026-01', [
  { code: 'asked', en: 'Asked for', bn: 'চাওয়া হয়েছে' },
  { code: 'approved', en: 'Approved', bn: 'অনুমোদিত' },
  { code: 'refused', en: 'Refused', bn: 'অনুমোদন হয়নি' },
  { code: 'withdrawn', en: 'Withdrawn', bn: 'প্রত্যাহার' },
  { code: 'paid', en: 'Paid', bn: 'পরিশোধিত' },
  { code: 'receipted', en: 'Paid, with a receipt', bn: 'পরিশোধিত, রসিদ আছে' },
  { code: 'unreceipted', en: 'Paid, no receipt to be had', bn: 'পরিশোধিত, রসিদ পাওয়া যায়নি' },
])

/** The states in which money has left. */
export const paidStates: readonly CodeOf<typeof paymentStates>[] = ['paid', 'receipted', 'unreceipted']

const insiders = ['own', 'supervise'] as const

/** The steps of a payment. Whoever asked never approves. */
export const paymentSteps = defineStates({
  list: paymentStates,
  begins: 'asked',
  amends: [],
  steps: [
    {
      from: 'asked',
      to: 'approved',
      en: 'Approve',
      bn: 'অনুমোদন করুন',
      by: ['supervise'],
      notBy: ['asked'],
      takes: ['line'],
    },
    {
      from: 'asked',
      to: 'refused',
      en: 'Refuse',
      bn: 'অনুমোদন করবেন না',
      by: ['supervise'],
      notBy: ['asked'],
      asks: ['whyRefused'],
    },
    { from: 'asked', to: 'withdrawn', en: 'Withdraw', bn: 'প্রত্যাহার করুন', by: insiders },
    {
      from: 'approved',
      to: 'paid',
      en: 'It was paid',
      bn: 'পরিশোধ হয়েছে',
      by: insiders,
      asks: ['paidOn', 'paidBy'],
    },
    { from: 'approved', to: 'withdrawn', en: 'It is not paid', bn: 'পরিশোধ হবে না', by: insiders },
    {
      from: 'paid',
      to: 'receipted',
      en: 'Keep the receipt',
      bn: 'রসিদ রাখুন',
      by: insiders,
      asks: ['receiptKind'],
      takes: ['receipt', 'receiptNumber'],
    },
    {
      from: 'paid',
      to: 'unreceipted',
      en: 'No receipt can be had',
      bn: 'রসিদ পাওয়া সম্ভব নয়',
      by: ['supervise'],
      notBy: ['paid'],
      asks: ['whyNoReceipt'],
    },
  ],
})

/** In what way money was handed over. */
export const paymentWays = defineCodes('setu:payment-way', '2026-01', [
  { code: 'cash', en: 'Cash, into own hands', bn: 'নগদ, নিজ হাতে' },
  { code: 'mobile', en: 'Mobile money', bn: 'মোবাইল ব্যাংকিং' },
  { code: 'bank', en: 'Bank', bn: 'ব্যাংক' },
  { code: 'provider', en: 'To whoever gave the service', bn: 'সেবাদাতাকে' },
  { code: 'book', en: 'In the books only (counter entry)', bn: 'শুধু হিসাবে (পাল্টা ভুক্তি)' },
])

/** What shows that money arrived. */
export const receiptKinds = defineCodes('setu:receipt-kind', '2026-01', [
  { code: 'register', en: 'Signed or thumb print in the register', bn: 'রেজিস্টারে স্বাক্ষর বা টিপসই' },
  { code: 'attached', en: 'A paper of the case', bn: 'কেসের কাগজ' },
  { code: 'message', en: 'Message of the bank or mobile money', bn: 'ব্যাংক বা মোবাইল ব্যাংকিংয়ের বার্তা' },
])

/** Why money is not approved. */
export const paymentRefusals = defineCodes('setu:payment-refusal', '2026-01', [
  { code: 'noFunds', en: 'Nothing left on the line', bn: 'এই খাতে অর্থ নেই' },
  { code: 'otherLine', en: 'It belongs to another line', bn: 'এটি অন্য খাতের' },
  { code: 'tooMuch', en: 'More than is usual', bn: 'স্বাভাবিকের চেয়ে বেশি' },
  { code: 'unclear', en: 'It is not clear what for', bn: 'কী জন্য তা স্পষ্ট নয়' },
  { code: 'notSafe', en: 'Money would bring danger', bn: 'টাকা বিপদ ডেকে আনবে' },
])

/** Why there is no receipt. */
export const noReceiptReasons = defineCodes('setu:no-receipt', '2026-01', [
  { code: 'notSafe', en: 'A receipt would bring danger', bn: 'রসিদ বিপদ ডেকে আনবে' },
  { code: 'noneGiven', en: 'None is given there', bn: 'সেখানে রসিদ দেওয়া হয় না' },
  { code: 'lost', en: 'Lost', bn: 'হারিয়ে গেছে' },
])

/** Why a payment is taken back by a counter entry. */
export const reversalReasons = defineCodes('setu:payment-reversal', '2026-01', [
  { code: 'wrongAmount', en: 'The amount was wrong', bn: 'অঙ্ক ভুল ছিল' },
  { code: 'wrongCase', en: 'It was for another case', bn: 'অন্য কেসের জন্য ছিল' },
  { code: 'wrongLine', en: 'It was for another line', bn: 'অন্য খাতের ছিল' },
  { code: 'cameBack', en: 'The money came back', bn: 'টাকা ফেরত এসেছে' },
])

/** Where compensation comes from. */
export const compensationSources = defineCodes('setu:compensation-source', '2026-01', [
  { code: 'court', en: 'Order of a court', bn: 'আদালতের আদেশ' },
  { code: 'settlement', en: 'Settlement', bn: 'আপস-মীমাংসা' },
  { code: 'state', en: 'Fund of the state', bn: 'সরকারি তহবিল' },
])

/** How a claim for compensation stands. */
export const compensationStates = defineCodes('setu:compensation-state', '2026-01', [
  { code: 'claimed', en: 'Claimed', bn: 'দাবি করা হয়েছে' },
  { code: 'ordered', en: 'Ordered or agreed', bn: 'আদেশ বা সম্মতি হয়েছে' },
  { code: 'rejected', en: 'Rejected', bn: 'নামঞ্জুর' },
  { code: 'partlyPaid', en: 'Paid in part', bn: 'আংশিক পরিশোধিত' },
  { code: 'paid', en: 'Paid in full', bn: 'সম্পূর্ণ পরিশোধিত' },
  { code: 'overturned', en: 'Overturned', bn: 'আদেশ বাতিল হয়েছে' },
  { code: 'setAside', en: 'Set aside as wrong', bn: 'ভুল বলে সরানো' },
  { code: 'dropped', en: 'Not pursued', bn: 'আর এগোনো হচ্ছে না' },
])

const orders = { by: insiders, asks: ['amount', 'decidedOn'], takes: ['paper'] } as const
const part = { by: insiders, asks: ['received', 'receivedOn'], takes: ['paper'] } as const
const all = { by: insiders, asks: ['allReceivedOn'], takes: ['paper'] } as const
const wrong = { en: 'Set it aside as wrong', bn: 'ভুল বলে সরান', by: ['supervise'] } as const

/** The steps of a claim for compensation. What was written down as ordered or paid is set aside by somebody else, never changed. */
export const compensationSteps = defineStates({
  list: compensationStates,
  begins: 'claimed',
  amends: ['claimed'],
  steps: [
    { from: 'claimed', to: 'ordered', en: 'It is ordered or agreed', bn: 'আদেশ বা সম্মতি হয়েছে', ...orders },
    {
      from: 'claimed',
      to: 'rejected',
      en: 'It is rejected',
      bn: 'নামঞ্জুর হয়েছে',
      by: insiders,
      asks: ['decidedOn'],
    },
    {
      from: 'claimed',
      to: 'dropped',
      en: 'The survivor does not pursue it',
      bn: 'সারভাইভার আর এগোতে চান না',
      by: insiders,
    },
    { from: 'ordered', to: 'partlyPaid', en: 'Part of it came', bn: 'আংশিক এসেছে', ...part },
    { from: 'ordered', to: 'paid', en: 'All of it came', bn: 'সবটা এসেছে', ...all },
    { from: 'partlyPaid', to: 'paid', en: 'All of it came', bn: 'সবটা এসেছে', ...all },
    { from: 'ordered', to: 'overturned', en: 'It was overturned', bn: 'আদেশ বাতিল হয়েছে', by: insiders },
    { from: 'ordered', to: 'setAside', ...wrong, notBy: ['ordered'] },
    { from: 'partlyPaid', to: 'setAside', ...wrong, notBy: ['partlyPaid'] },
    { from: 'paid', to: 'setAside', ...wrong, notBy: ['paid'] },
  ],
})
