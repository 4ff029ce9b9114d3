import { referralReasons } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** Where a file came from and where it went before it was kept here, as an imported file tells it. */
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
      kind: 'day',
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
      kind: 'day',
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
  },
  list: ['receivedOn', 'sentOn'],
})

export type CaseOrigin = Values<typeof caseOrigin>
