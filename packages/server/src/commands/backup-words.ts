import { type BackupFault, BackupRefused, type TombstoneFault } from '../platform/index.ts'
import { tombstoneFaultWords } from './log-words.ts'
import { refuse, type Words } from './refuse.ts'

const ofWitness =
  (fault: TombstoneFault) =>
  (where: string): Words => ({
    en: `what was erased since the backup: ${where}: ${tombstoneFaultWords[fault].en}; nothing was put back`,
    bn: `ব্যাকআপের পরে যা মোছা হয়েছে: ${where}: ${tombstoneFaultWords[fault].bn}; কিছুই ফিরিয়ে আনা হয়নি`,
  })

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
    en: `${where} was made under another node key; put that key file in its place (SETU_KEY_FILE), or name it with --node-key`,
    bn: `${where} অন্য নোড-চাবিতে তৈরি; সেই চাবির ফাইলটি যথাস্থানে রাখুন (SETU_KEY_FILE), অথবা --node-key দিয়ে দেখান`,
  }),
  'other-version': (where) => ({
    en: `${where} was made by another version of Setu, whose tables differ; restore it with that version`,
    bn: `${where} সেতুর অন্য সংস্করণে তৈরি, যার টেবিল আলাদা; সেই সংস্করণ দিয়ে ফিরিয়ে আনুন`,
  }),
  'not-empty': (where) => ({
    en: `this database is in use already (${where}); a backup is only ever put back into an empty one`,
    bn: `এই ডেটাবেস ইতিমধ্যে ব্যবহৃত (${where}); ব্যাকআপ শুধু খালি ডেটাবেসেই ফিরিয়ে আনা যায়`,
  }),
  'identity-needed': (where) => ({
    en: `${where} is encrypted: name the file of the secret key with --identity FILE`,
    bn: `${where} এনক্রিপ্ট করা: --identity FILE দিয়ে গোপন চাবির ফাইলের নাম দিন`,
  }),
  'other-identity': (where) => ({
    en: `${where} is encrypted to another key than that of --identity, or its beginning is damaged`,
    bn: `${where} --identity-র চাবিতে নয়, অন্য চাবিতে এনক্রিপ্ট করা; অথবা এর শুরুটা নষ্ট`,
  }),
  'tombstones-needed': () => ({
    en: 'cases may have been erased since this backup: name a witness of its log with --tombstones FOLDER-OR-ADDRESS, or in SETU_WITNESSES',
    bn: 'এই ব্যাকআপের পরে কেস মোছা হয়ে থাকতে পারে: --tombstones ফোল্ডার-বা-ঠিকানা দিয়ে, অথবা SETU_WITNESSES-এ, লগের একজন সাক্ষীর নাম দিন',
  }),
  'tombstones-stale': (where) => ({
    en: `${where}: what is known there is older than the backup; name a witness who has seen the log since`,
    bn: `${where}: সেখানকার তথ্য ব্যাকআপের চেয়ে পুরোনো; পরে লগ দেখেছে এমন সাক্ষীর নাম দিন`,
  }),
  'tombstones-differ': (where) => ({
    en: `${where}: the lists of what was erased are not one list that grew; nothing was put back`,
    bn: `${where}: মোছা কেসের তালিকাগুলো একটিই বেড়ে ওঠা তালিকা নয়; কিছুই ফিরিয়ে আনা হয়নি`,
  }),
  'never-witnessed-needed': () => ({
    en: 'no witness ever saw the log of this backup, so nobody can say what was erased since; if that is so, say --never-witnessed',
    bn: 'এই ব্যাকআপের লগ কোনো সাক্ষী কখনো দেখেনি, তাই পরে কী মোছা হয়েছে কেউ বলতে পারে না; তা-ই হলে --never-witnessed দিন',
  }),
  'was-witnessed': () => ({
    en: 'this backup says that its log had witnesses: --never-witnessed cannot be said of it; name one with --tombstones',
    bn: 'এই ব্যাকআপ বলছে এর লগের সাক্ষী ছিল: --never-witnessed এখানে চলে না; --tombstones দিয়ে একজনের নাম দিন',
  }),
  'no-log-key': (where) => ({
    en: `${where} holds no key of a log, so what a witness says cannot be checked against it`,
    bn: `${where}-এ কোনো লগের চাবি নেই, তাই সাক্ষীর কথা মিলিয়ে দেখা যায় না`,
  }),
  'witness-unreachable': ofWitness('unreachable'),
  'witness-unknown': ofWitness('unknown'),
  'witness-forged': ofWitness('forged'),
  'witness-incomplete': ofWitness('incomplete'),
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
