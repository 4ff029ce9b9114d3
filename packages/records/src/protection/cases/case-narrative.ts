import { defineRecord, type Values } from '../../kit/record.ts'

/** Free text of a file that belongs to protection: worries, details, the reason a case was closed. */
export const caseNarrative = defineRecord({
  name: 'caseNarrative',
  table: 'case_narrative',
  of: 'case',
  part: 'narrative',
  many: false,
  label: { en: 'In words', bn: 'কথায়' },
  fields: {
    ownWords: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What the person wishes, in their own words', bn: 'ব্যক্তি কী চান, তাঁর নিজের কথায়' },
    },
    safetyNow: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Safety right now', bn: 'এই মুহূর্তে নিরাপত্তা' },
    },
    vulnerabilityDetails: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'vic_DetailsOfVulnerabilities',
      label: { en: 'Vulnerabilities in detail (older files)', bn: 'ঝুঁকির বিবরণ (পুরোনো ফাইল)' },
    },
    recruitmentPlace: {
      kind: 'text',
      most: 300,
      reach: 'sealed',
      htcds: 'vic_LocationOfRecruitment',
      label: { en: 'Place of recruitment', bn: 'কোথায় সংগ্রহ করা হয়েছিল' },
    },
    exploitationPlace: {
      kind: 'text',
      most: 300,
      reach: 'sealed',
      htcds: 'vic_LocationOfExploitation',
      label: { en: 'Place of exploitation', bn: 'কোথায় শোষণ হয়েছিল' },
    },
    closureReason: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'cas_ReasonForCaseClosure',
      label: { en: 'Why the case was closed', bn: 'কেস কেন সমাপ্ত হয়েছে' },
    },
  },
  sections: {
    words: { label: { en: 'Wishes and safety', bn: 'ইচ্ছা ও নিরাপত্তা' }, asks: ['ownWords', 'safetyNow'] },
    details: {
      label: { en: 'Details', bn: 'বিবরণ' },
      asks: ['recruitmentPlace', 'exploitationPlace', 'vulnerabilityDetails', 'closureReason'],
    },
  },
  list: [],
})

export type CaseNarrative = Values<typeof caseNarrative>
