import { type CodeOf, defineCodes } from '../codes.ts'

/** The kinds of support plans, in the codes of HTCDS. */
export const supportPlanTypes = defineCodes('htcds:spl_Type', '2.0', [
  { code: 'Education', en: 'Education', bn: 'শিক্ষা', htcds: 'Education' },
  { code: 'Financial', en: 'Money', bn: 'আর্থিক', htcds: 'Financial' },
  { code: 'Health', en: 'Health', bn: 'স্বাস্থ্য', htcds: 'Health' },
  {
    code: 'LabourExploitationRehabilitation',
    en: 'Recovery from labour exploitation',
    bn: 'শ্রম শোষণ থেকে পুনর্বাসন',
    htcds: 'LabourExploitationRehabilitation',
  },
  { code: 'Legal', en: 'Legal', bn: 'আইনি', htcds: 'Legal' },
  { code: 'Livelihood', en: 'Livelihood', bn: 'জীবিকা', htcds: 'Livelihood' },
  {
    code: 'RightsBasedTraining',
    en: 'Training on rights',
    bn: 'অধিকার বিষয়ে প্রশিক্ষণ',
    htcds: 'RightsBasedTraining',
  },
  {
    code: 'SexualExploitationRehabilitation',
    en: 'Recovery from sexual exploitation',
    bn: 'যৌন শোষণ থেকে পুনর্বাসন',
    htcds: 'SexualExploitationRehabilitation',
  },
  { code: 'SocialCare', en: 'Social care', bn: 'সামাজিক যত্ন', htcds: 'SocialCare' },
])

/** A kind of support plan. */
export type SupportPlanType = CodeOf<typeof supportPlanTypes>

/** The four states a case can have in an HTCDS file. Our own states map to them. */
export const htcdsCaseStatuses = defineCodes('htcds:cas_Status', '2.0', [
  { code: 'Active', en: 'Active', bn: 'চলমান', htcds: 'Active' },
  { code: 'FollowUp', en: 'Follow-up', bn: 'ফলো-আপ', htcds: 'FollowUp' },
  { code: 'Closed', en: 'Closed', bn: 'সমাপ্ত', htcds: 'Closed' },
  {
    code: 'ClosedReferred',
    en: 'Closed, referred on',
    bn: 'সমাপ্ত, অন্য সংস্থায় প্রেরিত',
    htcds: 'ClosedReferred',
  },
])

/** A state of a case in an HTCDS file. */
export type HtcdsCaseStatus = CodeOf<typeof htcdsCaseStatuses>

/**
 * The kinds of organisations an HTCDS file can name. Ours are finer, so a file's word for one is kept as it
 * is and never read as one of ours.
 */
export const htcdsOrganisationTypes = defineCodes('htcds:org_Type', '2.0', [
  { code: 'NGO', en: 'Non-governmental organisation', bn: 'বেসরকারি সংস্থা', htcds: 'NGO' },
  { code: 'LawEnforcement', en: 'Law enforcement', bn: 'আইন প্রয়োগকারী সংস্থা', htcds: 'LawEnforcement' },
  {
    code: 'HealthServiceOrganisation',
    en: 'Health service',
    bn: 'স্বাস্থ্যসেবা প্রতিষ্ঠান',
    htcds: 'HealthServiceOrganisation',
  },
  {
    code: 'CentralGovernmentOrganisation',
    en: 'Central government',
    bn: 'কেন্দ্রীয় সরকারি প্রতিষ্ঠান',
    htcds: 'CentralGovernmentOrganisation',
  },
  {
    code: 'LocalGovernmentOrganisation',
    en: 'Local government',
    bn: 'স্থানীয় সরকার প্রতিষ্ঠান',
    htcds: 'LocalGovernmentOrganisation',
  },
  { code: 'ImmigrationService', en: 'Immigration service', bn: 'অভিবাসন কর্তৃপক্ষ', htcds: 'ImmigrationService' },
  { code: 'LegalService', en: 'Legal service', bn: 'আইনি সেবা প্রতিষ্ঠান', htcds: 'LegalService' },
  {
    code: 'CorporateBusiness',
    en: 'Company or business',
    bn: 'কোম্পানি বা ব্যবসা প্রতিষ্ঠান',
    htcds: 'CorporateBusiness',
  },
  { code: 'SchoolOrCollege', en: 'School or college', bn: 'স্কুল বা কলেজ', htcds: 'SchoolOrCollege' },
])

/** A kind of organisation in an HTCDS file. */
export type HtcdsOrganisationType = CodeOf<typeof htcdsOrganisationTypes>

/** Why a case is closed. Any of them can be reopened. */
export const closureReasons = defineCodes('setu:closure-reason', '2026-01', [
  { code: 'planMet', en: 'Goals met and life stable', bn: 'লক্ষ্য পূরণ হয়েছে ও জীবন স্থিতিশীল' },
  { code: 'survivorsWish', en: 'The survivor’s wish', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'transferred', en: 'Handed to another organisation', bn: 'অন্য সংস্থার কাছে হস্তান্তরিত' },
  { code: 'unreachable', en: 'Moved or cannot be reached', bn: 'স্থানান্তরিত বা যোগাযোগ সম্ভব নয়' },
  { code: 'notEligible', en: 'Not eligible after determination', bn: 'যাচাইয়ের পর সেবার আওতায় পড়েন না' },
  { code: 'deceased', en: 'Deceased', bn: 'মৃত্যুবরণ করেছেন' },
  { code: 'duplicate', en: 'The same case twice', bn: 'একই কেস দুবার' },
])

/** Why a case is closed. */
export type ClosureReason = CodeOf<typeof closureReasons>

/** Why work rests for a while, or is taken up again. None of them blames anyone. */
export const holdReasons = defineCodes('setu:hold-reason', '2026-01', [
  { code: 'survivorsWish', en: 'The survivor’s wish', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'away', en: 'Away for a known time', bn: 'নির্দিষ্ট সময়ের জন্য অনুপস্থিত' },
  { code: 'waitingForOthers', en: 'Waiting for another office', bn: 'অন্য দপ্তরের অপেক্ষায়' },
  { code: 'notSafeNow', en: 'Contact is not safe now', bn: 'এখন যোগাযোগ নিরাপদ নয়' },
  { code: 'newNeed', en: 'A new need', bn: 'নতুন প্রয়োজন' },
  { code: 'newRisk', en: 'A new risk', bn: 'নতুন ঝুঁকি' },
])

/** Why work on a case rests for a while. */
export type HoldReason = CodeOf<typeof holdReasons>

/** What a person declares before working on a case. It is asked each time, never inferred. */
export const conflictAnswers = defineCodes('setu:conflict-answer', '2026-01', [
  { code: 'none', en: 'I know nobody in this case', bn: 'এই কেসের কাউকে আমি চিনি না' },
  { code: 'knowsSurvivor', en: 'I know the survivor or the family', bn: 'সারভাইভার বা তাঁর পরিবারকে আমি চিনি' },
  { code: 'knowsAccused', en: 'I know the accused or their family', bn: 'অভিযুক্ত বা তাঁর পরিবারকে আমি চিনি' },
  { code: 'ownInterest', en: 'I have an interest of my own', bn: 'আমার নিজের স্বার্থ আছে' },
  { code: 'cannotSay', en: 'I cannot say yet', bn: 'এখনো বলতে পারছি না' },
])

/** What a person declares about a conflict of interest. */
export type ConflictAnswer = CodeOf<typeof conflictAnswers>

/** How somebody was told their rights. */
export const rightsNoticeMeans = defineCodes('setu:rights-notice-means', '2026-01', [
  { code: 'readAloud', en: 'Read aloud', bn: 'পড়ে শোনানো হয়েছে' },
  { code: 'explained', en: 'Explained in own words', bn: 'সহজ কথায় বোঝানো হয়েছে' },
  { code: 'leaflet', en: 'Leaflet', bn: 'লিফলেট' },
  { code: 'audio', en: 'Recording', bn: 'অডিও' },
  { code: 'interpreter', en: 'Through an interpreter', bn: 'দোভাষীর মাধ্যমে' },
  { code: 'signLanguage', en: 'In sign language', bn: 'ইশারা ভাষায়' },
])

/** How somebody was told their rights. */
export type RightsNoticeMeans = CodeOf<typeof rightsNoticeMeans>
