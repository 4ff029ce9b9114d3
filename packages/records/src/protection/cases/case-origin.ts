import { htcdsCaseStatuses, referralReasons } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * Where a file came from and where it went before it was kept here, as an imported file tells it.
 *
 * What the file says and our own records cannot hold in the same words is kept here too, so that it goes out
 * again as it came in: its state, its ticked boxes of consent, which allow nothing here, and names outside a
 * list. A text that shares its HTCDS field with a coded one holds the exact words of the file.
 */
export const caseOrigin = defineRecord({
  name: 'caseOrigin',
  table: 'case_origin',
  of: 'case',
  part: 'narrative',
  many: false,
  label: { en: 'Earlier referrals', bn: 'আগের রেফারেল' },
  fields: {
    caseOwner: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'cas_CaseOwner',
      label: { en: 'Caseworker named in the file', bn: 'ফাইলে উল্লিখিত কেস ওয়ার্কার' },
    },
    fromOrganisation: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'cas_ReferringOrganisation',
      label: { en: 'Referred by', bn: 'যে সংস্থা পাঠিয়েছে' },
    },
    fromCaseworker: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'cas_ReferringPrimaryCaseWorker',
      label: { en: 'Caseworker who referred', bn: 'যে কেস ওয়ার্কার পাঠিয়েছেন' },
    },
    receivedOn: {
      kind: 'partialDate',
      reach: 'agency',
      htcds: 'cas_IncomingReferralDate',
      label: { en: 'Received on', bn: 'গ্রহণের তারিখ' },
    },
    receivedBecause: {
      kind: 'code',
      from: referralReasons,
      reach: 'agency',
      erasure: 'keep',
      htcds: 'cas_ReasonForIncomingReferral',
      label: { en: 'Reason', bn: 'কারণ' },
    },
    receivedDetails: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'cas_IncomingReferralDetails',
      label: { en: 'Details of the referral received', bn: 'প্রাপ্ত রেফারেলের বিবরণ' },
    },
    toOrganisation: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'cas_ReferredOrganisation',
      label: { en: 'Referred to', bn: 'যে সংস্থায় পাঠানো হয়েছে' },
    },
    toCaseworker: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'cas_ReferredPrimaryCaseWorker',
      label: { en: 'Caseworker referred to', bn: 'যে কেস ওয়ার্কারের কাছে পাঠানো হয়েছে' },
    },
    sentOn: {
      kind: 'partialDate',
      reach: 'agency',
      htcds: 'cas_OutgoingReferralDate',
      label: { en: 'Sent on', bn: 'পাঠানোর তারিখ' },
    },
    sentBecause: {
      kind: 'code',
      from: referralReasons,
      reach: 'agency',
      erasure: 'keep',
      htcds: 'cas_ReasonForOutgoingReferral',
      label: { en: 'Reason for sending', bn: 'পাঠানোর কারণ' },
    },
    sentDetails: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'cas_OutgoingReferralDetails',
      label: { en: 'Details of the referral sent', bn: 'প্রেরিত রেফারেলের বিবরণ' },
    },
    status: {
      kind: 'code',
      from: htcdsCaseStatuses,
      reach: 'agency',
      erasure: 'keep',
      htcds: 'cas_Status',
      label: { en: 'State in the file', bn: 'ফাইলে লেখা অবস্থা' },
    },
    fileConsent: {
      kind: 'yesNo',
      reach: 'agency',
      htcds: 'con_Consent',
      label: { en: 'Consent ticked in the file', bn: 'ফাইলে সম্মতির ঘরে টিক' },
      why: {
        en: 'The file does not say to what. It allows nothing here; ask again.',
        bn: 'কীসে সম্মতি, ফাইলে তা নেই। এতে এখানে কিছুই অনুমোদিত হয় না; আবার জিজ্ঞাসা করুন।',
      },
    },
    fileAgreement: {
      kind: 'yesNo',
      reach: 'agency',
      htcds: 'vic_AgreementToManagePersonalData',
      label: { en: 'Older consent box ticked in the file', bn: 'ফাইলে পুরোনো সম্মতির ঘরে টিক' },
    },
    industryWords: {
      kind: 'text',
      most: 2000,
      reach: 'sealed',
      htcds: 'vic_ForcedLabourIndustry',
      label: { en: 'Industries as the file gives them', bn: 'ফাইলে দেওয়া শিল্প বা খাত' },
    },
    recruitmentAppWords: {
      kind: 'text',
      most: 2000,
      reach: 'sealed',
      htcds: 'vic_RecruitmentWebsitesAndApps',
      label: {
        en: 'Websites and apps of recruitment as the file gives them',
        bn: 'ফাইলে দেওয়া সংগ্রহের ওয়েবসাইট ও অ্যাপ',
      },
    },
    exploitationAppWords: {
      kind: 'text',
      most: 2000,
      reach: 'sealed',
      htcds: 'vic_ExploitationWebsitesAndApps',
      label: {
        en: 'Websites and apps of exploitation as the file gives them',
        bn: 'ফাইলে দেওয়া শোষণের ওয়েবসাইট ও অ্যাপ',
      },
    },
    sourceCase: {
      kind: 'text',
      most: 80,
      reach: 'agency',
      label: { en: 'Number of the case in the file', bn: 'ফাইলে কেসের নম্বর' },
    },
  },
  sections: {
    received: {
      label: { en: 'Received', bn: 'প্রাপ্ত' },
      asks: [
        'caseOwner',
        'fromOrganisation',
        'fromCaseworker',
        'receivedOn',
        'receivedBecause',
        'receivedDetails',
      ],
    },
    sent: {
      label: { en: 'Sent', bn: 'প্রেরিত' },
      asks: ['toOrganisation', 'toCaseworker', 'sentOn', 'sentBecause', 'sentDetails'],
    },
    file: {
      label: { en: 'As the file says', bn: 'ফাইলে যেমন আছে' },
      asks: [
        'status',
        'fileConsent',
        'fileAgreement',
        'industryWords',
        'recruitmentAppWords',
        'exploitationAppWords',
        'sourceCase',
      ],
    },
  },
  list: ['receivedOn', 'sentOn'],
})

export type CaseOrigin = Values<typeof caseOrigin>
