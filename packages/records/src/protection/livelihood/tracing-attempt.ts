import { attemptResults, contactChannels } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** One try to reach somebody with whom contact was lost, in a way that they agreed to. It stays with those who try. */
export const tracingAttempt = defineRecord({
  name: 'tracingAttempt',
  table: 'tracing_attempt',
  of: 'case',
  part: 'narrative',
  many: true,
  label: { en: 'Try to reach safely', bn: 'নিরাপদে যোগাযোগের চেষ্টা' },
  fields: {
    triedOn: {
      kind: 'day',
      usually: 'today',
      required: true,
      reach: 'agency',
      label: { en: 'Day', bn: 'তারিখ' },
    },
    channel: {
      kind: 'code',
      from: contactChannels,
      required: true,
      reach: 'agency',
      label: { en: 'How', bn: 'কীভাবে' },
      why: {
        en: 'Only ways that the person agreed to. To anybody else who answers say only: “An acquaintance asks after you; it is not urgent.” Never who we are, and never why.',
        bn: 'শুধু ব্যক্তি যেসব উপায়ে রাজি হয়েছেন। অন্য কেউ ধরলে শুধু বলুন: “একজন পরিচিত খোঁজ নিচ্ছিলেন, জরুরি নয়।” আমরা কারা ও কেন খুঁজছি তা কখনো নয়।',
      },
    },
    result: {
      kind: 'code',
      from: attemptResults,
      required: true,
      reach: 'agency',
      label: { en: 'What came of it', bn: 'কী হলো' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What else is to be known', bn: 'আর যা জানা দরকার' },
    },
  },
  sections: {
    attempt: {
      label: { en: 'The try', bn: 'চেষ্টা' },
      asks: ['triedOn', 'channel', 'result', 'words'],
    },
  },
  list: ['triedOn', 'channel', 'result'],
})

export type TracingAttempt = Values<typeof tracingAttempt>
