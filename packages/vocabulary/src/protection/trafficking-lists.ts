import { type CodeOf, defineCodes } from '../codes.ts'

/** Whether somebody is held to have been trafficked. Services never depend on it. */
export const traffickingStatuses = defineCodes('htcds:vic_TraffickingStatus', '2.0', [
  {
    code: 'PossibleVictimOfTrafficking',
    en: 'Possibly trafficked',
    bn: 'সম্ভবত পাচারের শিকার',
    htcds: 'PossibleVictimOfTrafficking',
  },
  {
    code: 'ActualVictimOfTrafficking',
    en: 'Identified as trafficked',
    bn: 'পাচারের শিকার হিসেবে শনাক্ত',
    htcds: 'ActualVictimOfTrafficking',
  },
  {
    code: 'NotAVictimOfTrafficking',
    en: 'Not identified as trafficked',
    bn: 'পাচারের শিকার হিসেবে শনাক্ত নন',
    htcds: 'NotAVictimOfTrafficking',
  },
])

/** Whether somebody is held to have been trafficked. */
export type TraffickingStatus = CodeOf<typeof traffickingStatuses>

/** Who decided whether somebody was trafficked. */
export const decidingBodies = defineCodes('htcds:vic_TraffickingStatusDecisionMakingOrg', '2.0', [
  { code: 'Police', en: 'Police', bn: 'পুলিশ', htcds: 'Police' },
  { code: 'NGO', en: 'Non-governmental organisation', bn: 'বেসরকারি সংস্থা', htcds: 'NGO' },
  {
    code: 'CourtOrProsecution',
    en: 'Court or prosecution',
    bn: 'আদালত বা প্রসিকিউশন',
    htcds: 'CourtOrProsecution',
  },
  {
    code: 'NonPoliceGovernmentalOrganization',
    en: 'Government body other than police',
    bn: 'পুলিশ ছাড়া অন্য সরকারি সংস্থা',
    htcds: 'NonPoliceGovernmentalOrganization',
  },
  { code: 'Other', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** Who decided. */
export type DecidingBody = CodeOf<typeof decidingBodies>

/** How the person knew the trafficker. `Unaquainted` is spelt as HTCDS spells it. */
export const relationshipsToTrafficker = defineCodes('htcds:vic_RelationshipToTrafficker', '2.0', [
  { code: 'Familial', en: 'Family', bn: 'পরিবারের সদস্য', htcds: 'Familial' },
  { code: 'Acquainted', en: 'Known before', bn: 'পূর্বপরিচিত', htcds: 'Acquainted' },
  { code: 'Unaquainted', en: 'Not known before', bn: 'অপরিচিত', htcds: 'Unaquainted' },
])

/** How the person knew the trafficker. */
export type RelationshipToTrafficker = CodeOf<typeof relationshipsToTrafficker>

/** Websites and apps used to recruit or to exploit. HTCDS lets lists be added to. */
export const websitesAndApps = defineCodes('setu:website-or-app', '2026-01', [
  { code: 'Facebook', en: 'Facebook', bn: 'ফেসবুক', htcds: 'Facebook' },
  { code: 'Instagram', en: 'Instagram', bn: 'ইনস্টাগ্রাম', htcds: 'Instagram' },
  { code: 'WhatsApp', en: 'WhatsApp', bn: 'হোয়াটসঅ্যাপ', htcds: 'WhatsApp' },
  { code: 'Telegram', en: 'Telegram', bn: 'টেলিগ্রাম', htcds: 'Telegram' },
  { code: 'FacebookMessenger', en: 'Facebook Messenger', bn: 'ফেসবুক মেসেঞ্জার', htcds: 'FacebookMessenger' },
  { code: 'Viber', en: 'Viber', bn: 'ভাইবার', htcds: 'Viber' },
  { code: 'SnapChat', en: 'Snapchat', bn: 'স্ন্যাপচ্যাট', htcds: 'SnapChat' },
  { code: 'Line', en: 'Line', bn: 'লাইন', htcds: 'Line' },
  { code: '4Sale', en: '4Sale', bn: 'ফোর-সেল', htcds: '4Sale' },
  { code: 'WeChat', en: 'WeChat', bn: 'উইচ্যাট', htcds: 'WeChat' },
  { code: 'QQ', en: 'QQ', bn: 'কিউকিউ', htcds: 'QQ' },
  { code: 'QZone', en: 'QZone', bn: 'কিউজোন', htcds: 'QZone' },
  { code: 'TikTok', en: 'TikTok', bn: 'টিকটক', htcds: 'TikTok' },
  { code: 'Twitter', en: 'Twitter (X)', bn: 'টুইটার (এক্স)', htcds: 'Twitter' },
  { code: 'Imo', en: 'imo', bn: 'ইমো', htcds: 'Other' },
  { code: 'YouTube', en: 'YouTube', bn: 'ইউটিউব', htcds: 'Other' },
  { code: 'Other', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** A website or app. */
export type WebsiteOrApp = CodeOf<typeof websitesAndApps>

/** Where and how somebody was recruited. */
export const recruitmentMethods = defineCodes('htcds:vic_MethodOfRecruitment', '2.0', [
  {
    code: 'AtAPlaceOfBusiness',
    en: 'At a place of business',
    bn: 'ব্যবসা প্রতিষ্ঠানে',
    htcds: 'AtAPlaceOfBusiness',
  },
  {
    code: 'AtAnEducationalInstitution',
    en: 'At a school or college',
    bn: 'শিক্ষাপ্রতিষ্ঠানে',
    htcds: 'AtAnEducationalInstitution',
  },
  { code: 'AtWork', en: 'At work', bn: 'কর্মস্থলে', htcds: 'AtWork' },
  {
    code: 'ThroughOnlineSocialNetworks',
    en: 'Through online social networks',
    bn: 'সামাজিক যোগাযোগমাধ্যমে',
    htcds: 'ThroughOnlineSocialNetworks',
  },
  {
    code: 'ThroughAnOnlineAdvertisement',
    en: 'Through an online advertisement',
    bn: 'অনলাইন বিজ্ঞাপনের মাধ্যমে',
    htcds: 'ThroughAnOnlineAdvertisement',
  },
  {
    code: 'ThroughATelevisionAdvert',
    en: 'Through a television advertisement',
    bn: 'টেলিভিশনের বিজ্ঞাপনের মাধ্যমে',
    htcds: 'ThroughATelevisionAdvert',
  },
  {
    code: 'ThroughANewspaperAdvert',
    en: 'Through a newspaper advertisement',
    bn: 'পত্রিকার বিজ্ঞাপনের মাধ্যমে',
    htcds: 'ThroughANewspaperAdvert',
  },
  {
    code: 'ThroughFamilyOrFamilyEvents',
    en: 'Through family or at a family event',
    bn: 'পরিবার বা পারিবারিক অনুষ্ঠানের মাধ্যমে',
    htcds: 'ThroughFamilyOrFamilyEvents',
  },
  {
    code: 'ThroughFriendsOrSocialEvents',
    en: 'Through friends or at a social event',
    bn: 'বন্ধু বা সামাজিক অনুষ্ঠানের মাধ্যমে',
    htcds: 'ThroughFriendsOrSocialEvents',
  },
  { code: 'Other', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** How somebody was recruited. */
export type RecruitmentMethod = CodeOf<typeof recruitmentMethods>

/**
 * How somebody was kept under control. Being locked in and the use of children are our additions: HTCDS
 * defines both but leaves them off its list.
 */
export const controlMethods = defineCodes('setu:control-method', '2026-01', [
  { code: 'PhysicalThreats', en: 'Threats of violence', bn: 'শারীরিক ক্ষতির হুমকি', htcds: 'PhysicalThreats' },
  {
    code: 'ThreatsLawEnforcement',
    en: 'Threats of arrest or deportation',
    bn: 'পুলিশ বা দেশে ফেরত পাঠানোর ভয় দেখানো',
    htcds: 'ThreatsLawEnforcement',
  },
  {
    code: 'ThreatensChildrenFamily',
    en: 'Threats against children or family',
    bn: 'সন্তান বা পরিবারের ক্ষতির হুমকি',
    htcds: 'ThreatensChildrenFamily',
  },
  { code: 'DebtBondage', en: 'Debt bondage', bn: 'ঋণ-দাসত্ব', htcds: 'DebtBondage' },
  { code: 'FalsePromises', en: 'False promises', bn: 'মিথ্যা প্রতিশ্রুতি', htcds: 'FalsePromises' },
  { code: 'PhysicalAbuse', en: 'Physical violence', bn: 'শারীরিক নির্যাতন', htcds: 'PhysicalAbuse' },
  { code: 'SexualAbuse', en: 'Sexual violence', bn: 'যৌন নির্যাতন', htcds: 'SexualAbuse' },
  { code: 'TakesEarnings', en: 'Takes earnings', bn: 'উপার্জন কেড়ে নেওয়া', htcds: 'TakesEarnings' },
  {
    code: 'RestrictsFinancialAccess',
    en: 'Keeps from money',
    bn: 'টাকা ব্যবহারে বাধা',
    htcds: 'RestrictsFinancialAccess',
  },
  {
    code: 'RestrictsMedicalCare',
    en: 'Keeps from medical care',
    bn: 'চিকিৎসা নিতে বাধা',
    htcds: 'RestrictsMedicalCare',
  },
  {
    code: 'WithholdsNecessities',
    en: 'Withholds food, sleep or other needs',
    bn: 'খাবার, ঘুম বা অন্য প্রয়োজন থেকে বঞ্চিত করা',
    htcds: 'WithholdsNecessities',
  },
  { code: 'PsychologicalAbuse', en: 'Psychological abuse', bn: 'মানসিক নির্যাতন', htcds: 'PsychologicalAbuse' },
  {
    code: 'PsychoactiveSubstance',
    en: 'Drugs or alcohol',
    bn: 'মাদক বা অ্যালকোহল',
    htcds: 'PsychoactiveSubstance',
  },
  {
    code: 'ExcessiveWorkingHours',
    en: 'Excessive working hours',
    bn: 'অতিরিক্ত সময় কাজ করানো',
    htcds: 'ExcessiveWorkingHours',
  },
  { code: 'WithholdsDocuments', en: 'Withholds papers', bn: 'কাগজপত্র আটকে রাখা', htcds: 'WithholdsDocuments' },
  {
    code: 'RestrictsMovement',
    en: 'Locked in or not free to leave',
    bn: 'আটকে রাখা বা চলাচলে বাধা',
    htcds: 'Other',
  },
  { code: 'UsesChildren', en: 'Uses the person’s children', bn: 'সন্তানকে ব্যবহার করে নিয়ন্ত্রণ', htcds: 'Other' },
  { code: 'Other', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** How somebody was kept under control. */
export type ControlMethod = CodeOf<typeof controlMethods>

/** The forms of exploitation. Forced criminality, slavery and domestic servitude are our additions. */
export const exploitationTypes = defineCodes('setu:exploitation-type', '2026-01', [
  { code: 'ForcedLabour', en: 'Forced labour', bn: 'জবরদস্তিমূলক শ্রম', htcds: 'ForcedLabour' },
  { code: 'SexualExploitation', en: 'Sexual exploitation', bn: 'যৌন শোষণ', htcds: 'SexualExploitation' },
  { code: 'ChildLabour', en: 'Child labour', bn: 'শিশুশ্রম', htcds: 'ChildLabour' },
  { code: 'ForcedMarriage', en: 'Forced marriage', bn: 'জোরপূর্বক বিবাহ', htcds: 'ForcedMarriage' },
  { code: 'Servitude', en: 'Servitude', bn: 'দাসত্বমূলক সেবা', htcds: 'Servitude' },
  { code: 'DomesticServitude', en: 'Domestic servitude', bn: 'গৃহকাজে দাসত্ব', htcds: 'Servitude' },
  {
    code: 'ForcedMilitaryByNonStateActors',
    en: 'Forced fighting for armed groups',
    bn: 'সশস্ত্র গোষ্ঠীর হয়ে যুদ্ধে বাধ্য করা',
    htcds: 'ForcedMilitaryByNonStateActors',
  },
  { code: 'OrganRemoval', en: 'Organ removal', bn: 'অঙ্গ অপসারণ', htcds: 'OrganRemoval' },
  { code: 'ForcedBegging', en: 'Forced begging', bn: 'ভিক্ষাবৃত্তিতে বাধ্য করা', htcds: 'ForcedBegging' },
  { code: 'ForcedAdoption', en: 'Forced adoption', bn: 'জোরপূর্বক দত্তক', htcds: 'ForcedAdoption' },
  { code: 'Surrogacy', en: 'Surrogacy', bn: 'গর্ভভাড়া', htcds: 'Surrogacy' },
  {
    code: 'ForcedCriminality',
    en: 'Forced crime, such as online scams',
    bn: 'অপরাধে বাধ্য করা, যেমন অনলাইন প্রতারণা',
    htcds: 'Other',
  },
  { code: 'Slavery', en: 'Slavery', bn: 'দাসপ্রথা', htcds: 'Other' },
  { code: 'Other', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** A form of exploitation. */
export type ExploitationType = CodeOf<typeof exploitationTypes>

/** The forms of sexual exploitation. */
export const sexualExploitationTypes = defineCodes('htcds:vic_TypeOfSexExploitation', '2.0', [
  { code: 'Prostitution', en: 'Forced prostitution', bn: 'যৌন ব্যবসায় বাধ্য করা', htcds: 'Prostitution' },
  { code: 'Pornography', en: 'Sexual images or films', bn: 'যৌন ছবি বা ভিডিও', htcds: 'Pornography' },
  {
    code: 'RemoteInteractiveServices',
    en: 'Live online or by phone',
    bn: 'অনলাইনে বা ফোনে সরাসরি',
    htcds: 'RemoteInteractiveServices',
  },
  {
    code: 'PrivateSexualServices',
    en: 'For one person in private',
    bn: 'ব্যক্তিগতভাবে একজনের জন্য',
    htcds: 'PrivateSexualServices',
  },
])

/** A form of sexual exploitation. */
export type SexualExploitationType = CodeOf<typeof sexualExploitationTypes>

/** The stages of what happened. */
export const traffickingEventTypes = defineCodes('htcds:hte_Type', '2.0', [
  { code: 'Recruitment', en: 'Recruitment', bn: 'সংগ্রহ', htcds: 'Recruitment' },
  { code: 'Transit', en: 'Journey', bn: 'যাত্রাপথ', htcds: 'Transit' },
  { code: 'Exploitation', en: 'Exploitation', bn: 'শোষণ', htcds: 'Exploitation' },
])

/** A stage of what happened. */
export type TraffickingEventType = CodeOf<typeof traffickingEventTypes>

/** What somebody is said to have done in the process. A statement, never a finding of guilt. */
export const perpetratorRoles = defineCodes('htcds:per_RoleInProcess', '2.0', [
  { code: 'TravellingPartner', en: 'Travelled along', bn: 'সহযাত্রী', htcds: 'TravellingPartner' },
  { code: 'Transporter', en: 'Transported', bn: 'পরিবহনকারী', htcds: 'Transporter' },
  {
    code: 'RecruiterOrIntermediary',
    en: 'Recruited or acted as go-between',
    bn: 'সংগ্রহকারী বা মধ্যস্থতাকারী',
    htcds: 'RecruiterOrIntermediary',
  },
  {
    code: 'BrokerTravelAgent',
    en: 'Broker or travel agent',
    bn: 'দালাল বা ট্রাভেল এজেন্ট',
    htcds: 'BrokerTravelAgent',
  },
  {
    code: 'TransferredIndividual',
    en: 'Passed the person on',
    bn: 'অন্যের কাছে হস্তান্তরকারী',
    htcds: 'TransferredIndividual',
  },
  {
    code: 'HarbouredIndividual',
    en: 'Kept the person hidden',
    bn: 'লুকিয়ে রেখেছিলেন',
    htcds: 'HarbouredIndividual',
  },
  { code: 'SoldIndividual', en: 'Sold the person', bn: 'বিক্রি করেছিলেন', htcds: 'SoldIndividual' },
  { code: 'BoughtIndividual', en: 'Bought the person', bn: 'কিনেছিলেন', htcds: 'BoughtIndividual' },
  { code: 'ReceivedIndividual', en: 'Received the person', bn: 'গ্রহণ করেছিলেন', htcds: 'ReceivedIndividual' },
  {
    code: 'ControlledIndividual',
    en: 'Controlled the person',
    bn: 'নিয়ন্ত্রণ করেছিলেন',
    htcds: 'ControlledIndividual',
  },
  { code: 'Smuggler', en: 'Smuggler', bn: 'চোরাচালানকারী', htcds: 'Smuggler' },
  { code: 'Abuser', en: 'Abused the person', bn: 'নির্যাতনকারী', htcds: 'Abuser' },
  { code: 'Kidnapper', en: 'Kidnapped the person', bn: 'অপহরণকারী', htcds: 'Kidnapper' },
  { code: 'Exploiter', en: 'Exploited the person', bn: 'শোষণকারী', htcds: 'Exploiter' },
  { code: 'Other', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** A part somebody is said to have played. */
export type PerpetratorRole = CodeOf<typeof perpetratorRoles>

/** Vulnerabilities of HTCDS, which gave the list up: read from old files, offered in no form. */
export const vulnerabilities = defineCodes('htcds:vic_Vulnerabilities', '2.0', [
  { code: 'Addiction', en: 'Addiction', bn: 'আসক্তি', htcds: 'Addiction', retired: true },
  { code: 'SocialGroup', en: 'Social group', bn: 'সামাজিক গোষ্ঠী', htcds: 'SocialGroup', retired: true },
  { code: 'Discrimination', en: 'Discrimination', bn: 'বৈষম্য', htcds: 'Discrimination', retired: true },
  { code: 'Poverty', en: 'Poverty', bn: 'দারিদ্র্য', htcds: 'Poverty', retired: true },
  {
    code: 'DisabilityAndPhysicalHealth',
    en: 'Disability and physical health',
    bn: 'প্রতিবন্ধিতা ও শারীরিক স্বাস্থ্য',
    htcds: 'DisabilityAndPhysicalHealth',
    retired: true,
  },
  { code: 'MentalHealth', en: 'Mental health', bn: 'মানসিক স্বাস্থ্য', htcds: 'MentalHealth', retired: true },
  { code: 'Migration', en: 'Migration', bn: 'অভিবাসন', htcds: 'Migration', retired: true },
  { code: 'Homelessness', en: 'Homelessness', bn: 'গৃহহীনতা', htcds: 'Homelessness', retired: true },
  {
    code: 'AbuseSocialMedia',
    en: 'Abuse on social media',
    bn: 'সামাজিক যোগাযোগমাধ্যমে নির্যাতন',
    htcds: 'AbuseSocialMedia',
    retired: true,
  },
  { code: 'AbusePhysical', en: 'Physical abuse', bn: 'শারীরিক নির্যাতন', htcds: 'AbusePhysical', retired: true },
  { code: 'Education', en: 'Education', bn: 'শিক্ষা', htcds: 'Education', retired: true },
  {
    code: 'WorkEnvironment',
    en: 'Working conditions',
    bn: 'কাজের পরিবেশ',
    htcds: 'WorkEnvironment',
    retired: true,
  },
])

/** A vulnerability of old files. */
export type Vulnerability = CodeOf<typeof vulnerabilities>
