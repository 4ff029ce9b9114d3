import { supportPlanTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** A plan of support: what the survivor wants to reach and what will be done by when. */
export const supportPlan = defineRecord({
  name: 'supportPlan',
  table: 'support_plan',
  of: 'case',
  part: 'narrative',
  many: true,
  label: { en: 'Support plan', bn: 'সহায়তা পরিকল্পনা' },
  fields: {
    type: {
      kind: 'code',
      from: supportPlanTypes,
      reach: 'agency',
      erasure: 'keep',
      htcds: 'spl_Type',
      label: { en: 'Area of support', bn: 'সহায়তার ক্ষেত্র' },
    },
    objectives: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'spl_Objectives',
      label: { en: 'Goals in the survivor’s words', bn: 'সারভাইভারের ভাষায় লক্ষ্য' },
    },
    actions: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'spl_ActionPlan',
      label: { en: 'What will be done', bn: 'কী করা হবে' },
    },
    plannedEnd: {
      kind: 'partialDate',
      reach: 'agency',
      htcds: 'spl_PlannedEndDate',
      label: { en: 'Planned end', bn: 'সমাপ্তির পরিকল্পিত তারিখ' },
    },
    actualEnd: {
      kind: 'partialDate',
      reach: 'agency',
      htcds: 'spl_ActualEndDate',
      label: { en: 'Ended on', bn: 'সমাপ্ত হয়েছে' },
    },
  },
  sections: {
    plan: {
      label: { en: 'Plan', bn: 'পরিকল্পনা' },
      asks: ['type', 'objectives', 'actions', 'plannedEnd', 'actualEnd'],
    },
  },
  list: ['type', 'plannedEnd', 'actualEnd'],
})

export type SupportPlan = Values<typeof supportPlan>
