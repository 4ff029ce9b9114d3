import { type CodeOf, defineCodes } from '../codes.ts'

/** The industries of forced labour: the sections of ISIC, revision 4, in the codes of HTCDS. */
export const labourIndustries = defineCodes('htcds:vic_ForcedLabourIndustry', '2.0', [
  {
    code: 'A_AgricultureForestryAndFishing',
    en: 'Farming, forestry and fishing',
    bn: 'কৃষি, বন ও মৎস্য',
    htcds: 'A_AgricultureForestryAndFishing',
  },
  {
    code: 'B_MiningAndQuarrying',
    en: 'Mining and quarrying',
    bn: 'খনি ও পাথর উত্তোলন',
    htcds: 'B_MiningAndQuarrying',
  },
  { code: 'C_Manufacturing', en: 'Factories and workshops', bn: 'কারখানা ও উৎপাদন', htcds: 'C_Manufacturing' },
  {
    code: 'D_ElectricityGasSteamAndAirConditioningSupply',
    en: 'Electricity and gas',
    bn: 'বিদ্যুৎ ও গ্যাস',
    htcds: 'D_ElectricityGasSteamAndAirConditioningSupply',
  },
  {
    code: 'E_WaterSupplySewerageWasteManagement',
    en: 'Water and waste',
    bn: 'পানি ও বর্জ্য',
    htcds: 'E_WaterSupplySewerageWasteManagement',
  },
  { code: 'F_Construction', en: 'Construction', bn: 'নির্মাণ', htcds: 'F_Construction' },
  {
    code: 'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
    en: 'Trade and vehicle repair',
    bn: 'ব্যবসা ও গাড়ি মেরামত',
    htcds: 'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
  },
  {
    code: 'H_TransportationAndStorage',
    en: 'Transport and storage',
    bn: 'পরিবহন ও গুদাম',
    htcds: 'H_TransportationAndStorage',
  },
  {
    code: 'I_AccommodationAndFoodServiceActivities',
    en: 'Hotels and restaurants',
    bn: 'হোটেল ও রেস্তোরাঁ',
    htcds: 'I_AccommodationAndFoodServiceActivities',
  },
  {
    code: 'J_InformationAndCommunication',
    en: 'Information and communication',
    bn: 'তথ্য ও যোগাযোগ',
    htcds: 'J_InformationAndCommunication',
  },
  {
    code: 'K_FinancialAndInsuranceActivities',
    en: 'Finance and insurance',
    bn: 'আর্থিক সেবা ও বীমা',
    htcds: 'K_FinancialAndInsuranceActivities',
  },
  { code: 'L_RealEstateActivities', en: 'Real estate', bn: 'আবাসন ব্যবসা', htcds: 'L_RealEstateActivities' },
  {
    code: 'M_ProfessionalScientificAndTechnicalActivities',
    en: 'Professional and technical work',
    bn: 'পেশাগত ও কারিগরি কাজ',
    htcds: 'M_ProfessionalScientificAndTechnicalActivities',
  },
  {
    code: 'N_AdministrativeAndSupportServiceActivities',
    en: 'Cleaning, security and other support',
    bn: 'পরিচ্ছন্নতা, নিরাপত্তা ও অন্যান্য সহায়ক কাজ',
    htcds: 'N_AdministrativeAndSupportServiceActivities',
  },
  {
    code: 'O_PublicAdministrationAndDefence',
    en: 'Public administration and defence',
    bn: 'সরকারি প্রশাসন ও প্রতিরক্ষা',
    htcds: 'O_PublicAdministrationAndDefence',
  },
  { code: 'P_Education', en: 'Education', bn: 'শিক্ষা', htcds: 'P_Education' },
  {
    code: 'Q_HumanHealthAndSocialWorkActivities',
    en: 'Health and social work',
    bn: 'স্বাস্থ্য ও সমাজসেবা',
    htcds: 'Q_HumanHealthAndSocialWorkActivities',
  },
  {
    code: 'R_ArtsEntertainmentAndRecreation',
    en: 'Arts and entertainment',
    bn: 'শিল্প ও বিনোদন',
    htcds: 'R_ArtsEntertainmentAndRecreation',
  },
  {
    code: 'S_OtherServiceActivities',
    en: 'Other services',
    bn: 'অন্যান্য সেবা',
    htcds: 'S_OtherServiceActivities',
  },
  {
    code: 'T_ActivitiesOfHouseholdsAsEmployers',
    en: 'Work in private homes',
    bn: 'গৃহকর্ম',
    htcds: 'T_ActivitiesOfHouseholdsAsEmployers',
  },
  {
    code: 'U_ActivitiesOfExtraterritorialOrganizations',
    en: 'International organisations',
    bn: 'আন্তর্জাতিক সংস্থা',
    htcds: 'U_ActivitiesOfExtraterritorialOrganizations',
  },
])

/** An industry. */
export type LabourIndustry = CodeOf<typeof labourIndustries>
