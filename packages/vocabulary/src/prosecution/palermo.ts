import { type CodeOf, defineCodes } from '../codes.ts'

/** The acts of article 3 of the Palermo protocol, each with the coarser act that an identification knows. */
export const palermoActs = defineCodes('setu:palermo-act', '2026-11', [
  { code: 'recruitment', en: 'Recruitment', bn: 'সংগ্রহ', asked: 'recruited' },
  { code: 'transportation', en: 'Transportation', bn: 'পরিবহন', asked: 'transported' },
  { code: 'transfer', en: 'Transfer, sale or purchase', bn: 'হস্তান্তর, বিক্রয় বা ক্রয়', asked: 'transferred' },
  { code: 'harbouring', en: 'Harbouring or confining', bn: 'আশ্রয় দেওয়া, লুকানো বা আটকে রাখা', asked: 'harboured' },
  { code: 'receipt', en: 'Receipt', bn: 'গ্রহণ', asked: 'received' },
])

/** The means of article 3, finer than an identification asks for them. */
export const palermoMeans = defineCodes('setu:palermo-means', '2026-11', [
  { code: 'force', en: 'Threat or use of force', bn: 'বলপ্রয়োগ বা হুমকি', asked: 'force' },
  { code: 'otherCoercion', en: 'Other coercion', bn: 'অন্য জবরদস্তি', asked: 'force' },
  { code: 'abduction', en: 'Abduction', bn: 'অপহরণ', asked: 'force' },
  { code: 'fraud', en: 'Fraud', bn: 'জালিয়াতি', asked: 'deception' },
  { code: 'deception', en: 'Deception', bn: 'প্রতারণা', asked: 'deception' },
  { code: 'power', en: 'Abuse of power', bn: 'ক্ষমতার অপব্যবহার', asked: 'power' },
  {
    code: 'vulnerability',
    en: 'Abuse of a position of vulnerability',
    bn: 'অসহায়ত্বের সুযোগ নেওয়া',
    asked: 'vulnerability',
  },
  {
    code: 'payment',
    en: 'Payment to whoever has control',
    bn: 'নিয়ন্ত্রণকারীকে অর্থ বা সুবিধা দেওয়া',
    asked: 'payment',
  },
])

/** The purposes of article 3, and those that laws of the region name beside them. */
export const palermoPurposes = defineCodes('setu:palermo-purpose', '2026-11', [
  { code: 'prostitution', en: 'Prostitution of others', bn: 'অন্যকে পতিতাবৃত্তিতে ব্যবহার', asked: 'sexual' },
  { code: 'otherSexual', en: 'Other sexual exploitation', bn: 'অন্য যৌন শোষণ', asked: 'sexual' },
  { code: 'forcedLabour', en: 'Forced labour or services', bn: 'জবরদস্তিমূলক শ্রম বা সেবা', asked: 'labour' },
  { code: 'debtBondage', en: 'Debt bondage', bn: 'ঋণ-দাসত্ব', asked: 'labour' },
  { code: 'slavery', en: 'Slavery', bn: 'দাসত্ব', asked: 'servitude' },
  {
    code: 'similarToSlavery',
    en: 'Practices similar to slavery',
    bn: 'দাসত্বের অনুরূপ প্রথা',
    asked: 'servitude',
  },
  { code: 'servitude', en: 'Servitude', bn: 'বশ্যতা', asked: 'servitude' },
  { code: 'forcedMarriage', en: 'Forced marriage', bn: 'জোরপূর্বক বিয়ে', asked: 'servitude' },
  { code: 'organs', en: 'Removal of organs', bn: 'অঙ্গ অপসারণ', asked: 'organs' },
  { code: 'begging', en: 'Begging', bn: 'ভিক্ষাবৃত্তি', asked: 'crime' },
  { code: 'criminality', en: 'Forced criminality', bn: 'জোর করে অপরাধ করানো', asked: 'crime' },
  { code: 'other', en: 'Any other exploitation', bn: 'অন্য যে কোনো শোষণ', asked: 'other' },
])

/** One act of the Palermo definition. */
export type PalermoAct = CodeOf<typeof palermoActs>

/** One of its means. */
export type PalermoMeans = CodeOf<typeof palermoMeans>

/** One of its purposes. */
export type PalermoPurpose = CodeOf<typeof palermoPurposes>

/**
 * Codes of UNODC's International Classification of Crime (ICCS, version 1.0, 2015) that offences of these laws are
 * put under. Those marked unverified are given as remembered: no published list of them has been read yet.
 */
export const iccsCodes = defineCodes('iccs:1.0', '2015', [
  { code: '0202', en: 'Acts against liberty', bn: 'স্বাধীনতার বিরুদ্ধে কাজ', mark: 'verified' },
  { code: '020221', en: 'Kidnapping', bn: 'অপহরণ', mark: 'verified' },
  { code: '0203', en: 'Slavery and exploitation', bn: 'দাসত্ব ও শোষণ', mark: 'unverified' },
  { code: '0204', en: 'Trafficking in persons', bn: 'মানব পাচার', mark: 'verified' },
  { code: '02041', en: 'Trafficking for sexual exploitation', bn: 'যৌন শোষণের জন্য পাচার', mark: 'verified' },
  {
    code: '02042',
    en: 'Trafficking for forced labour or services',
    bn: 'জবরদস্তিমূলক শ্রম বা সেবার জন্য পাচার',
    mark: 'verified',
  },
  { code: '02043', en: 'Trafficking for organ removal', bn: 'অঙ্গ অপসারণের জন্য পাচার', mark: 'verified' },
  { code: '02044', en: 'Trafficking for other purposes', bn: 'অন্য উদ্দেশ্যে পাচার', mark: 'verified' },
  { code: '0302', en: 'Sexual exploitation', bn: 'যৌন শোষণ', mark: 'verified' },
  { code: '03022', en: 'Sexual exploitation of children', bn: 'শিশুদের যৌন শোষণ', mark: 'verified' },
  { code: '08051', en: 'Smuggling of migrants', bn: 'অভিবাসী চোরাচালান', mark: 'unverified' },
])

/** A code of the classification of crime. */
export type IccsCode = CodeOf<typeof iccsCodes>
