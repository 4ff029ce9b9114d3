import { type BackupFault, BackupRefused } from '../platform/index.ts'
import { refuse, type Words } from './refuse.ts'

const words: Readonly<Record<BackupFault, (where: string) => Words>> = {
  'file-there': (where) => ({
    en: `${where} is there already; a backup never overwrites another`,
    bn: `${where} আগে থেকেই আছে; একটি ব্যাকআপ কখনো অন্যটির ওপর লেখা হয় না`,
  }),
  'not-a-backup': (where) => ({
    en: `${where} cannot be read, or is not a backup of Setu`,
    bn: `${where} পড়া যাচ্ছে না, অথবা এটি সেতুর ব্যাকআপ নয়`,
  }),
  damaged: (where) => ({
    en: `${where} is damaged or was changed; nothing was put back`,
    bn: `${where} নষ্ট হয়েছে বা বদলানো হয়েছে; কিছুই ফিরিয়ে আনা হয়নি`,
  }),
  'not-together': (where) => ({
    en: `${where} does not belong to the other file; give the data and the keys of one backup`,
    bn: `${where} অন্য ফাইলটির সঙ্গী নয়; একই ব্যাকআপের তথ্য ও চাবি দিন`,
  }),
  'other-key': (where) => ({
    en: `${where} was made under another node key; put that key file in its place (SETU_KEY_FILE)`,
    bn: `${where} অন্য নোড-চাবিতে তৈরি; সেই চাবির ফাইলটি যথাস্থানে রাখুন (SETU_KEY_FILE)`,
  }),
  'other-version': (where) => ({
    en: `${where} was made by another version of Setu, whose tables differ; restore it with that version`,
    bn: `${where} সেতুর অন্য সংস্করণে তৈরি, যার টেবিল আলাদা; সেই সংস্করণ দিয়ে ফিরিয়ে আনুন`,
  }),
  'not-empty': (where) => ({
    en: `this database is in use already (${where}); a backup is only ever put back into an empty one`,
    bn: `এই ডেটাবেস ইতিমধ্যে ব্যবহৃত (${where}); ব্যাকআপ শুধু খালি ডেটাবেসেই ফিরিয়ে আনা যায়`,
  }),
}

/** Says in words why a backup was not taken or not put back. */
export async function sayingWhy<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error
    const { en, bn } = words[error.fault](error.where)
    return refuse(en, bn)
  }
}
