import {
  type CodeList,
  caseStates,
  controlMethods,
  exploitationTypes,
  spokenLanguages,
  websitesAndApps,
} from '@setu/vocabulary'
import type { BridgeMapping } from './mapping.ts'

/** Codes whose names in the standard are other than ours, ours that the standard calls the same last. */
function htcdsOf(list: CodeList): Readonly<Record<string, string>> {
  const told = list.entries.flatMap(({ code, htcds }) =>
    htcds === undefined ? [] : [[code, htcds] as const],
  )
  const same = told.filter(([code, htcds]) => code === htcds)
  return Object.fromEntries([...same, ...told.filter(([code, htcds]) => code !== htcds)])
}

/**
 * Cases for the government's digital referral platform, in the fields of HTCDS 2.0: that platform has published no
 * form of its own, and HTCDS is what the field has agreed on. A reference of the case stands beside, since the
 * standard has no field for one. Sources: UNMigration/HTCDS, Field Standards 2.0; the launch of the platform,
 * justiceandcare.org, 13 October 2025.
 */
export const referralPlatformMapping: BridgeMapping = {
  system: 'referralPlatform',
  version: '2026-11',
  source: 'UNMigration/HTCDS: HTCDS Field Standards 2.0',
  lists: 'semicolon',
  reference: 'case_reference',
  from: 'cas_ReferringOrganisation',
  ids: ['case_reference'],
  state: { to: 'cas_Status', values: htcdsOf(caseStates) },
  fixed: {},
  purposes: ['shareService', 'sharePolice', 'shareLegalAid', 'repatriation'],
  fields: [
    {
      record: 'personIdentity',
      field: 'name',
      to: 'prs_FirstName',
      by: 'text',
      joined: ['prs_MiddleName', 'prs_SecondName'],
    },
    { record: 'personIdentity', field: 'birth', to: 'prs_Birthdate', by: 'partDay' },
    { record: 'personIdentity', field: 'identityNumber', to: 'prs_IdentityNumber', by: 'text' },
    { record: 'personContact', field: 'mobile', to: 'prs_MobilePhone', by: 'text' },
    { record: 'personContact', field: 'homePhone', to: 'prs_HomePhone', by: 'text' },
    { record: 'personContact', field: 'email', to: 'prs_Email', by: 'text' },
    { record: 'personContact', field: 'street', to: 'prs_MailingStreet', by: 'text' },
    { record: 'personContact', field: 'city', to: 'prs_MailingCity', by: 'text' },
    { record: 'personContact', field: 'state', to: 'prs_MailingState', by: 'text' },
    { record: 'personContact', field: 'postalCode', to: 'prs_MailingPostalCode', by: 'text' },
    { record: 'personContact', field: 'country', to: 'prs_MailingCountry', by: 'code' },
    { record: 'caseFacts', field: 'gender', to: 'prs_Gender', by: 'code' },
    { record: 'caseFacts', field: 'citizenship', to: 'prs_Citizenship', by: 'codes' },
    {
      record: 'caseFacts',
      field: 'language',
      to: 'prs_PrimaryLanguage',
      by: 'code',
      values: htcdsOf(spokenLanguages),
    },
    { record: 'caseFacts', field: 'maritalStatus', to: 'prs_MaritalStatus', by: 'code', way: 'in' },
    { record: 'caseFacts', field: 'children', to: 'prs_NumberOfChildren', by: 'number', way: 'in' },
    { record: 'caseFacts', field: 'education', to: 'prs_HighestLevelOfEducation', by: 'code', way: 'in' },
    { record: 'caseFacts', field: 'traffickingStatus', to: 'vic_TraffickingStatus', by: 'code' },
    { record: 'caseFacts', field: 'decidedBy', to: 'vic_TraffickingStatusDecisionMakingOrg', by: 'code' },
    { record: 'caseFacts', field: 'relationship', to: 'vic_RelationshipToTrafficker', by: 'code' },
    { record: 'caseFacts', field: 'ageThen', to: 'vic_AgeWhenTrafficked', by: 'number', way: 'in' },
    { record: 'caseFacts', field: 'recruitment', to: 'vic_MethodOfRecruitment', by: 'codes' },
    {
      record: 'caseFacts',
      field: 'recruitmentApps',
      to: 'vic_RecruitmentWebsitesAndApps',
      by: 'codes',
      values: htcdsOf(websitesAndApps),
    },
    {
      record: 'caseFacts',
      field: 'control',
      to: 'vic_MethodsOfControl',
      by: 'codes',
      values: htcdsOf(controlMethods),
    },
    {
      record: 'caseFacts',
      field: 'exploitation',
      to: 'vic_TypeOfExploitation',
      by: 'codes',
      values: htcdsOf(exploitationTypes),
    },
    { record: 'caseFacts', field: 'industry', to: 'vic_ForcedLabourIndustry', by: 'code' },
    { record: 'traffickingEvent', field: 'type', to: 'hte_Type', by: 'code' },
    { record: 'traffickingEvent', field: 'happened', to: 'hte_Date', by: 'partDay' },
    { record: 'traffickingEvent', field: 'country', to: 'hte_Country', by: 'code' },
    { record: 'caseOrigin', field: 'caseOwner', to: 'cas_CaseOwner', by: 'text', way: 'in' },
    {
      record: 'caseOrigin',
      field: 'fromOrganisation',
      to: 'cas_ReferringOrganisation',
      by: 'text',
      way: 'in',
    },
    {
      record: 'caseOrigin',
      field: 'receivedOn',
      to: 'cas_IncomingReferralDate',
      by: 'partDay',
      way: 'in',
    },
    {
      record: 'caseOrigin',
      field: 'receivedDetails',
      to: 'cas_IncomingReferralDetails',
      by: 'text',
      way: 'in',
    },
    { record: 'caseOrigin', field: 'fileConsent', to: 'con_Consent', by: 'flag', way: 'in' },
    {
      record: 'caseNarrative',
      field: 'closureReason',
      to: 'cas_ReasonForCaseClosure',
      by: 'text',
      way: 'in',
    },
  ],
}
