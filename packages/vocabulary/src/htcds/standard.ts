import type { CodeList } from '../codes.ts'
import { organisationTypes } from '../directory/organisation-types.ts'
import { htcdsCaseStatuses, supportPlanTypes } from '../protection/case-lists.ts'
import { labourIndustries } from '../protection/labour-industries.ts'
import { educationLevels, genders, maritalStatuses } from '../protection/person-lists.ts'
import { referralReasons } from '../protection/referral-states.ts'
import {
  controlMethods,
  decidingBodies,
  exploitationTypes,
  perpetratorRoles,
  recruitmentMethods,
  relationshipsToTrafficker,
  sexualExploitationTypes,
  traffickingEventTypes,
  traffickingStatuses,
  vulnerabilities,
  websitesAndApps,
} from '../protection/trafficking-lists.ts'
import { type HtcdsField, htcdsFields } from './fields-table.ts'
import type { HtcdsPicklist } from './picklists-table.ts'

/** The version of the Human Trafficking Case Data Standard that Setu reads and writes. */
export const htcdsVersion = '2.0'

/** The list of ours that stands for each code list of HTCDS. */
export const listForPicklist: Readonly<Record<HtcdsPicklist, CodeList>> = {
  org_Type: organisationTypes,
  prs_Gender: genders,
  prs_MaritalStatus: maritalStatuses,
  prs_HighestLevelOfEducation: educationLevels,
  vic_TraffickingStatus: traffickingStatuses,
  vic_TraffickingStatusDecisionMakingOrg: decidingBodies,
  vic_RelationshipToTrafficker: relationshipsToTrafficker,
  vic_RecruitmentWebsitesAndApps: websitesAndApps,
  vic_MethodOfRecruitment: recruitmentMethods,
  vic_MethodsOfControl: controlMethods,
  vic_TypeOfExploitation: exploitationTypes,
  vic_ForcedLabourIndustry: labourIndustries,
  vic_TypeOfSexExploitation: sexualExploitationTypes,
  vic_Vulnerabilities: vulnerabilities,
  per_RoleInProcess: perpetratorRoles,
  cas_Status: htcdsCaseStatuses,
  cas_ReasonForIncomingReferral: referralReasons,
  hte_Type: traffickingEventTypes,
  spl_Type: supportPlanTypes,
}

/** What the standard says of the field with this name; null when there is no such field. */
export function htcdsField(name: string): HtcdsField | null {
  return htcdsFields.find((field) => field.name === name) ?? null
}
