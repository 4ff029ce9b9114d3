import { type CodeOf, defineCodes } from '../codes.ts'

/** Sex as recorded at birth or on a document; gender is asked apart and said by the person. */
export const sexes = defineCodes('setu:sex', '2026-01', [
  { code: 'female', en: 'Female', bn: 'নারী' },
  { code: 'male', en: 'Male', bn: 'পুরুষ' },
  { code: 'intersex', en: 'Intersex', bn: 'আন্তঃলিঙ্গ' },
  { code: 'unknown', en: 'Not known', bn: 'জানা নেই' },
])

/** Sex as recorded. */
export type Sex = CodeOf<typeof sexes>

/** Gender as the person says it, in the codes of HTCDS. */
export const genders = defineCodes('htcds:prs_Gender', '2.0', [
  { code: 'Feminine', en: 'Woman or girl', bn: 'নারী বা মেয়ে', htcds: 'Feminine' },
  { code: 'Masculine', en: 'Man or boy', bn: 'পুরুষ বা ছেলে', htcds: 'Masculine' },
  { code: 'TransgenderFeminine', en: 'Trans woman', bn: 'রূপান্তরিত নারী', htcds: 'TransgenderFeminine' },
  { code: 'TransgenderMasculine', en: 'Trans man', bn: 'রূপান্তরিত পুরুষ', htcds: 'TransgenderMasculine' },
  {
    code: 'NonConforming',
    en: 'Hijra or another gender',
    bn: 'হিজড়া বা অন্য লিঙ্গ পরিচয়',
    htcds: 'NonConforming',
  },
  {
    code: 'NonSpecifiedUnknown',
    en: 'Not said or not known',
    bn: 'বলা হয়নি বা জানা নেই',
    htcds: 'NonSpecifiedUnknown',
  },
])

/** Gender as the person says it. */
export type Gender = CodeOf<typeof genders>

/** How an age is known. In doubt a person is treated as a child. */
export const ageCertainties = defineCodes('setu:age-certainty', '2026-01', [
  { code: 'documented', en: 'From a document', bn: 'নথি অনুযায়ী' },
  { code: 'stated', en: 'As the person says', bn: 'ব্যক্তির কথা অনুযায়ী' },
  { code: 'estimated', en: 'Estimated', bn: 'আনুমানিক' },
  { code: 'unknown', en: 'Not known', bn: 'জানা নেই' },
])

/** How an age is known. */
export type AgeCertainty = CodeOf<typeof ageCertainties>

/** What is known of the tie to a country. Services never depend on it. */
export const nationalityStatuses = defineCodes('setu:nationality-status', '2026-01', [
  { code: 'national', en: 'National of a country', bn: 'কোনো দেশের নাগরিক' },
  { code: 'stateless', en: 'Stateless', bn: 'রাষ্ট্রহীন' },
  { code: 'undetermined', en: 'Not yet determined', bn: 'এখনো নির্ধারিত হয়নি' },
])

/** What is known of the tie to a country. */
export type NationalityStatus = CodeOf<typeof nationalityStatuses>

/** Marital status, in the codes of HTCDS. */
export const maritalStatuses = defineCodes('htcds:prs_MaritalStatus', '2.0', [
  { code: 'Single', en: 'Never married', bn: 'অবিবাহিত', htcds: 'Single' },
  { code: 'Married', en: 'Married', bn: 'বিবাহিত', htcds: 'Married' },
  { code: 'Widowed', en: 'Widowed', bn: 'বিধবা বা বিপত্নীক', htcds: 'Widowed' },
  { code: 'Divorced', en: 'Divorced', bn: 'তালাকপ্রাপ্ত', htcds: 'Divorced' },
  { code: 'Separated', en: 'Living apart', bn: 'আলাদা থাকেন', htcds: 'Separated' },
  {
    code: 'RegisteredPartnership',
    en: 'Registered partnership',
    bn: 'নিবন্ধিত সঙ্গী',
    htcds: 'RegisteredPartnership',
  },
])

/** A marital status. */
export type MaritalStatus = CodeOf<typeof maritalStatuses>

/** Highest schooling, in the codes of HTCDS (levels of ISCED 2011). */
export const educationLevels = defineCodes('htcds:prs_HighestLevelOfEducation', '2.0', [
  { code: 'EarlyChildhoodEducation', en: 'Pre-primary', bn: 'প্রাক্-প্রাথমিক', htcds: 'EarlyChildhoodEducation' },
  { code: 'PrimaryEducation', en: 'Primary', bn: 'প্রাথমিক', htcds: 'PrimaryEducation' },
  {
    code: 'LowerSecondaryEducation',
    en: 'Lower secondary',
    bn: 'নিম্ন মাধ্যমিক',
    htcds: 'LowerSecondaryEducation',
  },
  {
    code: 'UpperSecondaryEducation',
    en: 'Upper secondary',
    bn: 'মাধ্যমিক বা উচ্চমাধ্যমিক',
    htcds: 'UpperSecondaryEducation',
  },
  {
    code: 'PostSecondaryNonTertiaryEducation',
    en: 'After secondary, not a college',
    bn: 'উচ্চমাধ্যমিকের পর, কলেজ নয়',
    htcds: 'PostSecondaryNonTertiaryEducation',
  },
  {
    code: 'ShortCycleTertiaryEducation',
    en: 'Short college course or diploma',
    bn: 'স্বল্পমেয়াদি কোর্স বা ডিপ্লোমা',
    htcds: 'ShortCycleTertiaryEducation',
  },
  {
    code: 'BachelorsOrEquivalentLevel',
    en: 'Bachelor’s degree',
    bn: 'স্নাতক',
    htcds: 'BachelorsOrEquivalentLevel',
  },
  {
    code: 'MastersOrEquivalentLevel',
    en: 'Master’s degree',
    bn: 'স্নাতকোত্তর',
    htcds: 'MastersOrEquivalentLevel',
  },
  { code: 'DoctoralOrEquivalentLevel', en: 'Doctorate', bn: 'ডক্টরেট', htcds: 'DoctoralOrEquivalentLevel' },
])

/** A level of schooling. */
export type EducationLevel = CodeOf<typeof educationLevels>

/** How somebody can be spoken to or reached. */
export const communicationMeans = defineCodes('setu:communication-means', '2026-01', [
  { code: 'inPerson', en: 'In person', bn: 'সামনাসামনি' },
  { code: 'ownPhone', en: 'Own phone', bn: 'নিজের ফোন' },
  { code: 'sharedPhone', en: 'Shared phone', bn: 'অন্যের সঙ্গে ব্যবহৃত ফোন' },
  { code: 'trustedPerson', en: 'Through a trusted person', bn: 'বিশ্বস্ত ব্যক্তির মাধ্যমে' },
  { code: 'messagingApp', en: 'Messaging app', bn: 'মেসেজিং অ্যাপ' },
  { code: 'textMessage', en: 'Text message', bn: 'খুদে বার্তা' },
  { code: 'email', en: 'E-mail', bn: 'ই-মেইল' },
  { code: 'letter', en: 'Letter', bn: 'চিঠি' },
  { code: 'office', en: 'At the office', bn: 'কার্যালয়ে' },
  { code: 'shelterStaff', en: 'Through shelter staff', bn: 'আশ্রয়কেন্দ্রের কর্মীর মাধ্যমে' },
  { code: 'noContact', en: 'Must not be contacted', bn: 'যোগাযোগ করা যাবে না' },
])

/** How somebody can be reached. */
export type CommunicationMeans = CodeOf<typeof communicationMeans>
