import { countriesOfPrimero } from './countries-of-primero-table.ts'
import type { BridgeMapping } from './mapping.ts'

/**
 * Cases in the words of Primero's default child-protection configuration. An instance that was set up otherwise needs
 * a mapping of its own. Sources, all in primeroIMS/primero: doc/api/cases (shape of a case), the JSON and CSV exporters
 * in app/models/exporters (bulk exports), db/configuration/forms/case (fields) and db/configuration/lookups (codes).
 */
export const primeroMapping: BridgeMapping = {
  system: 'primero',
  version: '2026-11',
  source: 'primeroIMS/primero: doc/api/cases, app/models/exporters, db/configuration',
  lists: 'json',
  reference: 'other_agency_id',
  from: 'other_agency_name',
  ids: ['id', 'case_id', 'other_agency_id'],
  state: {
    to: 'status',
    values: {
      intake: 'open',
      assessed: 'open',
      planned: 'open',
      active: 'open',
      followUp: 'open',
      onHold: 'open',
      transferred: 'transferred',
      closed: 'closed',
    },
  },
  fixed: { module_id: 'primeromodule-cp' },
  purposes: ['shareService', 'shareLegalAid', 'repatriation'],
  fields: [
    { record: 'personIdentity', field: 'name', to: 'name', by: 'text' },
    { record: 'personIdentity', field: 'firstName', to: 'name_first', by: 'text' },
    { record: 'personIdentity', field: 'middleName', to: 'name_middle', by: 'text' },
    { record: 'personIdentity', field: 'secondName', to: 'name_last', by: 'text' },
    { record: 'personIdentity', field: 'alsoKnownAs', to: 'name_nickname', by: 'text' },
    { record: 'personIdentity', field: 'nameInOtherScript', to: 'name_other', by: 'text' },
    { record: 'personIdentity', field: 'birth', to: 'date_of_birth', by: 'day' },
    { record: 'personIdentity', field: 'birth', to: 'age', by: 'ageNow', way: 'out' },
    { record: 'personIdentity', field: 'identityNumber', to: 'national_id_no', by: 'text' },
    { record: 'personContact', field: 'mobile', to: 'telephone_current', by: 'text' },
    { record: 'personContact', field: 'street', to: 'address_current', by: 'text' },
    { record: 'caseFacts', field: 'ageBand', to: 'age', by: 'ageBand', way: 'in' },
    {
      record: 'caseFacts',
      field: 'ageCertainty',
      to: 'estimated',
      by: 'tick',
      values: { estimated: 'true', documented: 'false' },
    },
    { record: 'caseFacts', field: 'sex', to: 'sex', by: 'code', values: { female: 'female', male: 'male' } },
    { record: 'caseFacts', field: 'citizenship', to: 'nationality', by: 'codes', values: countriesOfPrimero },
    {
      record: 'caseFacts',
      field: 'maritalStatus',
      to: 'maritial_status',
      by: 'code',
      values: {
        Single: 'single',
        Married: 'married_cohabitating',
        Divorced: 'divorced_separated',
        Widowed: 'widowed',
      },
      way: 'in',
    },
    { record: 'caseFacts', field: 'foundDistrict', to: 'location_current', by: 'code' },
    { record: 'caseFacts', field: 'homeDistrict', to: 'location_last', by: 'code' },
    {
      record: 'caseFacts',
      field: 'traffickingStatus',
      to: 'protection_concerns',
      by: 'listed',
      values: {
        PossibleVictimOfTrafficking: 'trafficked_smuggled',
        ActualVictimOfTrafficking: 'trafficked_smuggled',
      },
    },
    {
      record: 'caseFacts',
      field: 'nationalityStatus',
      to: 'protection_concerns',
      by: 'listed',
      values: { stateless: 'statelessness' },
    },
    {
      record: 'caseFacts',
      field: 'exploitation',
      to: 'protection_concerns',
      by: 'codes',
      values: {
        SexualExploitation: 'sexually_exploited',
        ChildLabour: 'worst_forms_of_child_labor',
        ForcedMilitaryByNonStateActors: 'caafag',
        Other: 'other',
      },
      other: 'other',
    },
    { record: 'caseOrigin', field: 'caseOwner', to: 'owned_by', by: 'text', way: 'in' },
    { record: 'caseOrigin', field: 'fromOrganisation', to: 'owned_by_agency_id', by: 'text', way: 'in' },
    { record: 'caseOrigin', field: 'fileConsent', to: 'consent_for_services', by: 'flag', way: 'in' },
    { record: 'caseNarrative', field: 'closureReason', to: 'closure_reason', by: 'text', way: 'in' },
  ],
}
