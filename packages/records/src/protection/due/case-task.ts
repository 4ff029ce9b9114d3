import { taskKinds } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** Something that somebody promised to do in a case, by a day. */
export const caseTask = defineRecord({
  name: 'caseTask',
  table: 'case_task',
  of: 'case',
  part: 'status',
  many: true,
  label: { en: 'Task', bn: 'কাজ' },
  fields: {
    kind: {
      kind: 'code',
      from: taskKinds,
      required: true,
      reach: 'agency',
      label: { en: 'What is to be done', bn: 'কী করতে হবে' },
    },
    account: { kind: 'link', to: 'account', reach: 'agency', label: { en: 'Who', bn: 'কে করবেন' } },
    dueOn: { kind: 'day', required: true, reach: 'agency', label: { en: 'By', bn: 'কত তারিখের মধ্যে' } },
    doneOn: { kind: 'day', reach: 'agency', label: { en: 'Done on', bn: 'সম্পন্ন হয়েছে' } },
  },
  sections: { task: { label: { en: 'Task', bn: 'কাজ' }, asks: ['kind', 'account', 'dueOn', 'doneOn'] } },
  list: ['kind', 'account', 'dueOn', 'doneOn'],
})

export type CaseTask = Values<typeof caseTask>
