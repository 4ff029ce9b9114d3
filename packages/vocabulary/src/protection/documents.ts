import { type CodeOf, defineCodes } from '../codes.ts'
import type { Part } from './parts.ts'

/** The kinds of papers kept with a case. The kind decides which part a paper belongs to, and so who can read it. */
export const documentTypes = defineCodes('setu:document-type', '2026-01', [
  { code: 'nationalId', en: 'National identity card', bn: 'জাতীয় পরিচয়পত্র' },
  { code: 'birthRegistration', en: 'Birth registration', bn: 'জন্ম নিবন্ধন' },
  { code: 'passport', en: 'Passport', bn: 'পাসপোর্ট' },
  { code: 'travelPermit', en: 'Travel permit', bn: 'ট্রাভেল পারমিট' },
  { code: 'visa', en: 'Visa or work permit', bn: 'ভিসা বা কাজের অনুমতিপত্র' },
  { code: 'refugeeCard', en: 'Refugee or camp card', bn: 'শরণার্থী বা ক্যাম্প কার্ড' },
  { code: 'schoolCertificate', en: 'School certificate', bn: 'শিক্ষা সনদ' },
  { code: 'marriageCertificate', en: 'Marriage certificate', bn: 'বিবাহের সনদ' },
  { code: 'unionCertificate', en: 'Certificate of the union or ward', bn: 'ইউনিয়ন বা ওয়ার্ডের প্রত্যয়নপত্র' },
  { code: 'medicalReport', en: 'Medical report', bn: 'চিকিৎসা প্রতিবেদন' },
  { code: 'policeReport', en: 'General diary or first information report', bn: 'জিডি বা এজাহার' },
  { code: 'courtOrder', en: 'Court order', bn: 'আদালতের আদেশ' },
  { code: 'statement', en: 'Statement', bn: 'জবানবন্দি' },
  { code: 'employmentContract', en: 'Employment contract', bn: 'চাকরির চুক্তি' },
  { code: 'recruitmentReceipt', en: 'Recruitment receipt', bn: 'নিয়োগের টাকার রসিদ' },
  { code: 'consentForm', en: 'Consent form', bn: 'সম্মতিপত্র' },
  { code: 'photo', en: 'Photo', bn: 'ছবি' },
  { code: 'handoverSheet', en: 'Handover sheet', bn: 'হস্তান্তরপত্র' },
  { code: 'counsellingReport', en: 'Report on counselling', bn: 'কাউন্সেলিং প্রতিবেদন' },
  { code: 'trainingCertificate', en: 'Training certificate', bn: 'প্রশিক্ষণের সনদ' },
  { code: 'paymentReceipt', en: 'Receipt of a payment', bn: 'টাকা পাওয়ার রসিদ' },
  { code: 'familyTracing', en: 'For tracing the family', bn: 'পরিবার খোঁজার জন্য' },
  { code: 'other', en: 'Other', bn: 'অন্যান্য' },
])

/** A kind of paper. */
export type DocumentType = CodeOf<typeof documentTypes>

/** The part of the case each kind of paper belongs to. */
export const partOfDocument: Readonly<Record<DocumentType, Part>> = {
  nationalId: 'identity',
  birthRegistration: 'identity',
  passport: 'identity',
  travelPermit: 'identity',
  visa: 'identity',
  refugeeCard: 'identity',
  schoolCertificate: 'narrative',
  marriageCertificate: 'identity',
  unionCertificate: 'identity',
  medicalReport: 'health',
  policeReport: 'legal',
  courtOrder: 'legal',
  statement: 'legal',
  employmentContract: 'legal',
  recruitmentReceipt: 'legal',
  consentForm: 'narrative',
  photo: 'identity',
  handoverSheet: 'narrative',
  counsellingReport: 'health',
  trainingCertificate: 'narrative',
  paymentReceipt: 'narrative',
  familyTracing: 'family',
  other: 'narrative',
}

/** As what a paper is kept, whatever it came as: a picture, or pages. */
export const documentFiles = ['image/jpeg', 'application/pdf'] as const

/** How large a file may be when it comes, in bytes, and how many pages a PDF may have. */
export const mostOfDocument = { bytes: 10 * 1024 * 1024, pages: 100 } as const
