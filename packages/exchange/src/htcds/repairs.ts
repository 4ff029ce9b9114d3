import type { HtcdsFieldName } from '@setu/vocabulary'
import type { ProblemWords } from '../spreadsheets/file-problem.ts'

/** A name that a published file spells otherwise than the standard. */
export interface NameRepair {
  readonly name: string
  readonly field: HtcdsFieldName
  readonly from: 'excel-template' | 'xlsform'
  readonly why: ProblemWords
}

const template: ProblemWords = {
  en: 'The Excel templates leave out a letter of this name.',
  bn: 'এক্সেল নমুনায় এই নামের একটি অক্ষর বাদ পড়েছে।',
}

const form: ProblemWords = {
  en: 'The survey form writes this name with underscores between its words.',
  bn: 'জরিপ ফরমে এই নামের শব্দগুলোর মাঝে আন্ডারস্কোর আছে।',
}

/** The misspelt names of the published Excel templates and survey form. */
export const nameRepairs: readonly NameRepair[] = [
  {
    name: 'vic_TraffickinStatusDecisionMakingOrg',
    field: 'vic_TraffickingStatusDecisionMakingOrg',
    from: 'excel-template',
    why: template,
  },
  { name: 'prs_First_Name', field: 'prs_FirstName', from: 'xlsform', why: form },
  { name: 'prs_Second_Name', field: 'prs_SecondName', from: 'xlsform', why: form },
  { name: 'vic_Methods_of_Control', field: 'vic_MethodsOfControl', from: 'xlsform', why: form },
]

/** A column of a published file whose machine name and visible label name two different fields. */
export interface PairRepair {
  readonly name: HtcdsFieldName
  readonly label: HtcdsFieldName
}

/**
 * The address columns of both Excel templates, N to R without P.
 *
 * The row of machine names is hidden in them, so whoever typed saw the label alone and the label counts.
 * Some programs fill the template by its machine names all the same: where the values fit only the names (a
 * country under the one and none under the other), the names count for all these columns together.
 */
export const pairRepairs: readonly PairRepair[] = [
  { name: 'prs_MailingCity', label: 'prs_MailingStreet' },
  { name: 'prs_MailingCountry', label: 'prs_MailingCity' },
  { name: 'prs_MailingStreet', label: 'prs_MailingPostalCode' },
  { name: 'prs_MailingPostalCode', label: 'prs_MailingCountry' },
]

/** Something a published file asks otherwise than the standard, which its columns alone do not show. */
export interface KnownDefect {
  readonly format: 'excel-template' | 'excel-template-single-select' | 'xlsform'
  readonly field: HtcdsFieldName
  readonly why: ProblemWords
}

const oneOnly: ProblemWords = {
  en: 'The template offers one choice where the standard takes several.',
  bn: 'নমুনায় একটি বিকল্প বাছা যায়, মানদণ্ডে একাধিক।',
}

const otherCase: ProblemWords = {
  en: 'Some labels offered here are written otherwise than in the standard; they are read as the same codes.',
  bn: 'এখানে কিছু লেবেল মানদণ্ডের চেয়ে ভিন্নভাবে লেখা; একই কোড হিসেবে পড়া হয়।',
}

const noDate: ProblemWords = {
  en: 'The check on this column points at words instead of dates and refuses every day, so days may come as text.',
  bn: 'এই কলামের যাচাই তারিখের বদলে শব্দের ঘর দেখে সব দিন ফেরত দেয়, তাই দিন লেখা হিসেবে আসতে পারে।',
}

function singleSelect(why: ProblemWords, ...fields: readonly HtcdsFieldName[]): KnownDefect[] {
  return fields.map((field) => ({ format: 'excel-template-single-select', field, why }))
}

/** What the published files are known to ask otherwise than the standard. */
export const knownDefects: readonly KnownDefect[] = [
  ...singleSelect(
    oneOnly,
    'prs_Citizenship',
    'vic_MethodOfRecruitment',
    'vic_MethodsOfControl',
    'vic_TypeOfExploitation',
    'vic_TypeOfSexExploitation',
  ),
  ...singleSelect(
    otherCase,
    'prs_Gender',
    'cas_Status',
    'cas_ReasonForIncomingReferral',
    'cas_ReasonForOutgoingReferral',
  ),
  ...singleSelect(noDate, 'cas_IncomingReferralDate', 'cas_OutgoingReferralDate'),
  {
    format: 'xlsform',
    field: 'prs_Title',
    why: {
      en: 'The form asks “Second Name” here, for the second time; the name of the question says title, and the name counts.',
      bn: 'ফরমে এখানে দ্বিতীয়বার “Second Name” চাওয়া হয়; প্রশ্নের নাম বলে পদবি, আর নামটিই ধরা হয়।',
    },
  },
  {
    format: 'xlsform',
    field: 'prs_Citizenship',
    why: {
      en: 'The form offers one country where the standard takes several.',
      bn: 'ফরমে একটি দেশ বাছা যায়, মানদণ্ডে একাধিক।',
    },
  },
  {
    format: 'xlsform',
    field: 'vic_ForcedLabourIndustry',
    why: {
      en: 'The form takes several industries where the standard takes one; all that are given are kept.',
      bn: 'ফরমে একাধিক খাত বাছা যায়, মানদণ্ডে একটি; যা দেওয়া আছে সব রাখা হয়।',
    },
  },
  {
    format: 'xlsform',
    field: 'vic_MethodsOfControl',
    why: {
      en: 'The form spells the code DebtBondage with a space behind it; the space is taken off.',
      bn: 'ফরমে DebtBondage কোডের শেষে একটি ফাঁকা আছে; সেটি বাদ দেওয়া হয়।',
    },
  },
  {
    format: 'xlsform',
    field: 'cas_ReasonForIncomingReferral',
    why: {
      en: 'The form asks for the reason in free words where the standard has codes; words become “Other” and are kept as details.',
      bn: 'ফরমে কারণ নিজের ভাষায় চাওয়া হয়, মানদণ্ডে কোড আছে; লেখাটি “Other” হয় এবং বিস্তারিতে থাকে।',
    },
  },
]

/** Fields for which the published survey form takes several codes and the standard one. */
export const severalInForm: ReadonlySet<HtcdsFieldName> = new Set(['vic_ForcedLabourIndustry'])

/** Fields that the published survey form asks in free words: where the words go when they are no code. */
export const wordsInForm: Readonly<
  Partial<Record<HtcdsFieldName, { readonly code: string; readonly words: HtcdsFieldName }>>
> = {
  cas_ReasonForIncomingReferral: { code: 'Other', words: 'cas_IncomingReferralDetails' },
}

/** Columns that survey tools add of their own accord (ODK Central, KoboToolbox, Ona). They are left out. */
export const surveyToolColumns: ReadonlySet<string> = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'KEY',
  'SubmissionDate',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
  'instanceID',
  'instanceName',
  'rootUuid',
  '__version__',
  '_version_',
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '_tags',
  '_index',
  '_attachments',
  '_xform_id',
  '_duration',
  '_edited',
  '_last_edited',
  '_media_count',
  '_total_media',
  '_media_all_received',
])
