import {
  ageBands, ageCertainties, controlMethods, decidingBodies, educationLevels, exploitationTypes, labourIndustries,
  genders, maritalStatuses, nationalityStatuses, recruitmentMethods, sexes, sexualExploitationTypes,
  relationshipsToTrafficker, traffickingStatuses, vulnerabilities, websitesAndApps,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** The coded facts of a case: no name, no address, no one's words. */
export const caseFacts = defineRecord({
  name: 'caseFacts',
  table: 'case_facts',
  of: 'case',
  part: 'facts',
  many: false,
  label: { en: 'What happened', bn: 'কী ঘটেছিল' },
  fields: {
    ageBand: { kind: 'code', from: ageBands, reach: 'shared', erasure: 'keep', label: { en: 'Age', bn: 'বয়স' }, why: { en: 'When in doubt, we treat the person as a child.', bn: 'সন্দেহ থাকলে শিশু হিসেবে গণ্য করা হয়।' } },
    ageCertainty: { kind: 'code', from: ageCertainties, reach: 'shared', erasure: 'keep', label: { en: 'How the age is known', bn: 'বয়স কীভাবে জানা গেল' } },
    sex: { kind: 'code', from: sexes, reach: 'shared', erasure: 'keep', label: { en: 'Sex', bn: 'লিঙ্গ' } },
    gender: { kind: 'code', from: genders, reach: 'shared', erasure: 'keep', htcds: 'prs_Gender', label: { en: 'Gender', bn: 'জেন্ডার পরিচয়' } },
    nationalityStatus: { kind: 'code', from: nationalityStatuses, reach: 'shared', erasure: 'keep', label: { en: 'Nationality status', bn: 'নাগরিকত্বের অবস্থা' } },
    citizenship: { kind: 'countries', reach: 'shared', erasure: 'keep', htcds: 'prs_Citizenship', label: { en: 'Citizenship', bn: 'নাগরিকত্ব' } },
    language: { kind: 'language', reach: 'shared', erasure: 'keep', htcds: 'prs_PrimaryLanguage', label: { en: 'Language', bn: 'ভাষা' } },
    otherLanguage: { kind: 'language', reach: 'shared', htcds: 'prs_SecondaryLanguage', label: { en: 'Second language', bn: 'দ্বিতীয় ভাষা' } },
    homeDistrict: { kind: 'place', reach: 'shared', erasure: 'keep', label: { en: 'Home district', bn: 'নিজ জেলা' } },
    foundDistrict: { kind: 'place', reach: 'shared', erasure: 'keep', label: { en: 'Where the person is now (district)', bn: 'এখন কোন জেলায় আছেন' } },
    maritalStatus: { kind: 'code', from: maritalStatuses, reach: 'agency', htcds: 'prs_MaritalStatus', label: { en: 'Marital status', bn: 'বৈবাহিক অবস্থা' } },
    children: { kind: 'number', least: 0, most: 40, reach: 'agency', htcds: 'prs_NumberOfChildren', label: { en: 'Number of children', bn: 'সন্তানের সংখ্যা' } },
    education: { kind: 'code', from: educationLevels, reach: 'agency', erasure: 'keep', htcds: 'prs_HighestLevelOfEducation', label: { en: 'Education', bn: 'শিক্ষা' } },
    deceased: { kind: 'yesNo', reach: 'agency', htcds: 'prs_Deceased', label: { en: 'The person has died', bn: 'ব্যক্তি মারা গেছেন' } },
    traffickingStatus: { kind: 'code', from: traffickingStatuses, reach: 'shared', erasure: 'keep', htcds: 'vic_TraffickingStatus', label: { en: 'Identification', bn: 'শনাক্তকরণ' } },
    decidedBy: { kind: 'code', from: decidingBodies, reach: 'shared', erasure: 'keep', htcds: 'vic_TraffickingStatusDecisionMakingOrg', label: { en: 'Decided by', bn: 'সিদ্ধান্ত দিয়েছে' } },
    relationship: { kind: 'code', from: relationshipsToTrafficker, reach: 'shared', erasure: 'keep', htcds: 'vic_RelationshipToTrafficker', label: { en: 'Relation to the trafficker', bn: 'পাচারকারীর সঙ্গে সম্পর্ক' } },
    ageThen: { kind: 'number', least: 0, most: 120, reach: 'agency', erasure: 'coarsen', htcds: 'vic_AgeWhenTrafficked', label: { en: 'Age when trafficked', bn: 'পাচারের সময় বয়স' } },
    recruitment: { kind: 'codes', from: recruitmentMethods, reach: 'shared', erasure: 'keep', htcds: 'vic_MethodOfRecruitment', label: { en: 'How the person was recruited', bn: 'কীভাবে সংগ্রহ করা হয়েছিল' } },
    recruitmentApps: { kind: 'codes', from: websitesAndApps, reach: 'shared', erasure: 'keep', htcds: 'vic_RecruitmentWebsitesAndApps', label: { en: 'Websites and apps used in recruitment', bn: 'সংগ্রহে ব্যবহৃত ওয়েবসাইট ও অ্যাপ' } },
    control: { kind: 'codes', from: controlMethods, reach: 'shared', erasure: 'keep', htcds: 'vic_MethodsOfControl', label: { en: 'Means of control', bn: 'নিয়ন্ত্রণের উপায়' } },
    exploitation: { kind: 'codes', from: exploitationTypes, reach: 'open', erasure: 'keep', htcds: 'vic_TypeOfExploitation', label: { en: 'Forms of exploitation', bn: 'শোষণের ধরন' } },
    industry: { kind: 'code', from: labourIndustries, reach: 'shared', erasure: 'keep', htcds: 'vic_ForcedLabourIndustry', label: { en: 'Industry', bn: 'শিল্প বা খাত' } },
    sexExploitation: { kind: 'codes', from: sexualExploitationTypes, reach: 'agency', erasure: 'keep', htcds: 'vic_TypeOfSexExploitation', label: { en: 'Kinds of sexual exploitation', bn: 'যৌন শোষণের ধরন' } },
    exploitationApps: { kind: 'codes', from: websitesAndApps, reach: 'agency', erasure: 'keep', htcds: 'vic_ExploitationWebsitesAndApps', label: { en: 'Websites and apps used in exploitation', bn: 'শোষণে ব্যবহৃত ওয়েবসাইট ও অ্যাপ' } },
    vulnerabilities: { kind: 'codes', from: vulnerabilities, reach: 'agency', erasure: 'keep', htcds: 'vic_Vulnerabilities', label: { en: 'Vulnerabilities (older files)', bn: 'ঝুঁকির কারণ (পুরোনো ফাইল)' } },
  },
  sections: {
    person: { label: { en: 'The person', bn: 'ব্যক্তি' }, asks: ['ageBand', 'ageCertainty', 'sex', 'gender', 'nationalityStatus', 'citizenship', 'language', 'otherLanguage'] },
    home: { label: { en: 'Home and life', bn: 'ঠিকানা ও জীবন' }, asks: ['homeDistrict', 'foundDistrict', 'maritalStatus', 'children', 'education', 'deceased'] },
    identification: { label: { en: 'Identification', bn: 'শনাক্তকরণ' }, asks: ['traffickingStatus', 'decidedBy'] },
    trafficking: { label: { en: 'Trafficking', bn: 'পাচার' }, asks: ['exploitation', 'industry', 'sexExploitation', 'recruitment', 'recruitmentApps', 'control', 'exploitationApps', 'relationship', 'ageThen', 'vulnerabilities'] },
  },
  list: ['ageBand', 'sex', 'exploitation', 'homeDistrict'],
})

export type CaseFacts = Values<typeof caseFacts>
