import { defineRecord, type Values } from '../../kit/record.ts'

/** Who a survivor is: names as people use them, family names for telling two people apart, papers. */
export const personIdentity = defineRecord({
  name: 'personIdentity',
  table: 'person_identity',
  of: 'case',
  part: 'identity',
  many: false,
  label: { en: 'Who the person is', bn: 'ব্যক্তির পরিচয়' },
  fields: {
    name: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'Full name', bn: 'পূর্ণ নাম' },
      why: {
        en: 'One name as the person says it. It is never split.',
        bn: 'ব্যক্তি যেভাবে বলেন, সেভাবেই একটি নাম। ভাগ করা হয় না।',
      },
    },
    nameInOtherScript: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'Name in another script', bn: 'অন্য লিপিতে নাম' },
    },
    alsoKnownAs: {
      kind: 'text',
      most: 300,
      reach: 'sealed',
      label: { en: 'Other names used', bn: 'অন্য যে নামে পরিচিত' },
    },
    father: { kind: 'text', most: 200, reach: 'sealed', label: { en: 'Father’s name', bn: 'পিতার নাম' } },
    mother: { kind: 'text', most: 200, reach: 'sealed', label: { en: 'Mother’s name', bn: 'মাতার নাম' } },
    spouse: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'Spouse’s name', bn: 'স্বামী বা স্ত্রীর নাম' },
    },
    birth: {
      kind: 'partialDate',
      reach: 'sealed',
      htcds: 'prs_Birthdate',
      label: { en: 'Date of birth, as far as known', bn: 'জন্ম তারিখ, যতটুকু জানা আছে' },
    },
    identityNumber: {
      kind: 'text',
      most: 60,
      reach: 'sealed',
      htcds: 'prs_IdentityNumber',
      label: { en: 'Identity number', bn: 'পরিচয়পত্র নম্বর' },
    },
    salutation: {
      kind: 'text',
      most: 60,
      reach: 'sealed',
      htcds: 'prs_Salutation',
      label: { en: 'Form of address', bn: 'সম্বোধন' },
    },
    firstName: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'prs_FirstName',
      label: { en: 'First name (only where a paper has one)', bn: 'নামের প্রথম অংশ (কাগজে থাকলে)' },
    },
    middleName: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'prs_MiddleName',
      label: { en: 'Middle name (only where a paper has one)', bn: 'নামের মধ্য অংশ (কাগজে থাকলে)' },
    },
    secondName: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'prs_SecondName',
      label: { en: 'Family name (only where a paper has one)', bn: 'পারিবারিক নাম (কাগজে থাকলে)' },
    },
    title: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'prs_Title',
      label: { en: 'Position in an organisation', bn: 'প্রতিষ্ঠানে পদবি' },
    },
  },
  sections: {
    names: { label: { en: 'Names', bn: 'নাম' }, asks: ['name', 'nameInOtherScript', 'alsoKnownAs'] },
    family: { label: { en: 'Family names', bn: 'পরিবারের নাম' }, asks: ['father', 'mother', 'spouse'] },
    papers: {
      label: { en: 'Birth and papers', bn: 'জন্ম ও কাগজপত্র' },
      asks: ['birth', 'identityNumber', 'salutation', 'firstName', 'middleName', 'secondName', 'title'],
    },
  },
  list: ['name'],
})

export type PersonIdentity = Values<typeof personIdentity>
