import { goalSteps, notReachedReasons, serviceGivers, serviceTypes, supportPlanTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * One goal of the service plan: what the survivor wants to reach, and what will be done by when and by whom. It is
 * what HTCDS calls a support plan.
 */
export const supportPlan = defineRecord({
  name: 'supportPlan',
  table: 'support_plan',
  of: 'case',
  part: 'narrative',
  states: goalSteps,
  many: true,
  label: { en: 'Goal of the plan', bn: 'পরিকল্পনার লক্ষ্য' },
  fields: {
    type: {
      kind: 'code',
      from: supportPlanTypes,
      reach: 'agency',
      erasure: 'keep',
      htcds: 'spl_Type',
      label: { en: 'Area of support', bn: 'সহায়তার ক্ষেত্র' },
    },
    service: {
      kind: 'code',
      from: serviceTypes,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Service', bn: 'সেবা' },
    },
    giver: {
      kind: 'code',
      from: serviceGivers,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Who does it', bn: 'কে করবেন' },
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
    whyNot: {
      kind: 'code',
      from: notReachedReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why it is not reached', bn: 'কেন অর্জিত হয়নি' },
    },
  },
  sections: {
    goal: {
      label: { en: 'Goal', bn: 'লক্ষ্য' },
      asks: ['type', 'objectives', 'actions', 'service', 'giver', 'plannedEnd'],
    },
    end: { label: { en: 'How it ended', bn: 'কীভাবে শেষ হলো' }, asks: ['actualEnd', 'whyNot'] },
  },
  list: ['type', 'service', 'plannedEnd', 'actualEnd'],
})

export type SupportPlan = Values<typeof supportPlan>
