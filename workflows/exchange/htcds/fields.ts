import { Type, type Static, type TSchema } from 'typebox'
import { closed } from '../../vocabulary/fields.ts'

// Contains field names and codes from the Human Trafficking Case Data Standard (HTCDS) 2.0 of 24 December 2021, by IOM, under CC BY 4.0:
// the names of the field standard (.ods), which the templates and the survey form do not all keep. No endorsement by IOM is implied.

const codes = <const S extends string>(list: S) => list.split(' ')
const one = (list: string) => Type.String({ enum: codes(list) })
const many = (list: string) => Type.Array(one(list), { uniqueItems: true, minItems: 1, maxItems: 30 })
const words = Type.String({ minLength: 1, maxLength: 200 })
const longText = Type.String({ minLength: 1, maxLength: 5000 })
const yes = Type.Boolean()
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const number = Type.Number()
const age = Type.Number({ minimum: 0, maximum: 120 })
const telephone = Type.String({ pattern: '^\\+?[1-9]\\d{1,14}$' })
/** ISO 3166-1 in two letters, ISO 639-2 in three: the standard names the lists and no length. */
const country = Type.String({ pattern: '^[A-Z]{2}$' })
const countryList = Type.Array(country, { uniqueItems: true, minItems: 1, maxItems: 10 })
const language = Type.String({ pattern: '^[a-z]{3}$' })

const fields = {
  org_Name: words,
  org_ShippingCity: words,
  org_ShippingCountry: country,
  org_ShippingState: words,
  org_ShippingStreet: words,
  org_ShippingPostalCode: words,
  org_ShippingLongitude: number,
  org_ShippingLatitude: number,
  org_Phone: telephone,
  org_Type: one(
    'NGO LawEnforcement HealthServiceOrganisation CentralGovernmentOrganisation LocalGovernmentOrganisation ImmigrationService LegalService CorporateBusiness SchoolOrCollege'
  ),
  prs_Salutation: words,
  prs_FirstName: words,
  prs_MiddleName: words,
  prs_SecondName: words,
  prs_Birthdate: day,
  prs_Gender: one(
    'Feminine Masculine TransgenderFeminine TransgenderMasculine NonConforming NonSpecifiedUnknown'
  ),
  prs_Deceased: yes,
  prs_MaritalStatus: one('Single Married Widowed Divorced Separated RegisteredPartnership'),
  prs_NumberOfChildren: number,
  prs_PrimaryLanguage: language,
  prs_SecondaryLanguage: language,
  prs_HighestLevelOfEducation: one(
    'EarlyChildhoodEducation PrimaryEducation LowerSecondaryEducation UpperSecondaryEducation PostSecondaryNonTertiaryEducation ShortCycleTertiaryEducation BachelorsOrEquivalentLevel MastersOrEquivalentLevel DoctoralOrEquivalentLevel'
  ),
  prs_Citizenship: countryList,
  prs_IdentityNumber: words,
  prs_Title: words,
  prs_Email: words,
  prs_HomePhone: telephone,
  prs_MobilePhone: telephone,
  prs_MailingCity: words,
  prs_MailingCountry: country,
  prs_MailingState: words,
  prs_MailingStreet: words,
  prs_MailingPostalCode: words,
  prs_MailingLongitude: number,
  prs_MailingLatitude: number,
  vic_TraffickingStatus: one('PossibleVictimOfTrafficking ActualVictimOfTrafficking NotAVictimOfTrafficking'),
  vic_TraffickingStatusDecisionMakingOrg: one(
    'Police NGO CourtOrProsecution NonPoliceGovernmentalOrganization Other'
  ),
  vic_RelationshipToTrafficker: one('Familial Acquainted Unaquainted'),
  vic_AgeWhenTrafficked: age,
  vic_RecruitmentWebsitesAndApps: many(
    'Facebook Instagram WhatsApp Telegram FacebookMessenger Viber SnapChat Line 4Sale WeChat QQ QZone TikTok Twitter Other'
  ),
  vic_MethodOfRecruitment: many(
    'AtAPlaceOfBusiness AtAnEducationalInstitution AtWork ThroughOnlineSocialNetworks ThroughAnOnlineAdvertisement ThroughATelevisionAdvert ThroughANewspaperAdvert ThroughFamilyOrFamilyEvents ThroughFriendsOrSocialEvents Other'
  ),
  vic_LocationOfRecruitment: words,
  vic_MethodsOfControl: many(
    'PhysicalThreats ThreatsLawEnforcement ThreatensChildrenFamily DebtBondage FalsePromises PhysicalAbuse SexualAbuse TakesEarnings RestrictsFinancialAccess RestrictsMedicalCare WithholdsNecessities PsychologicalAbuse PsychoactiveSubstance ExcessiveWorkingHours WithholdsDocuments Other'
  ),
  vic_TypeOfExploitation: many(
    'ForcedLabour SexualExploitation ChildLabour ForcedMarriage Servitude ForcedMilitaryByNonStateActors OrganRemoval ForcedBegging ForcedAdoption Surrogacy Other'
  ),
  vic_ForcedLabourIndustry: one(
    'A_AgricultureForestryAndFishing B_MiningAndQuarrying C_Manufacturing D_ElectricityGasSteamAndAirConditioningSupply E_WaterSupplySewerageWasteManagement F_Construction G_WholesaleAndRetailTradeRepairOfMotorVehicles H_TransportationAndStorage I_AccommodationAndFoodServiceActivities J_InformationAndCommunication K_FinancialAndInsuranceActivities L_RealEstateActivities M_ProfessionalScientificAndTechnicalActivities N_AdministrativeAndSupportServiceActivities O_PublicAdministrationAndDefence P_Education Q_HumanHealthAndSocialWorkActivities R_ArtsEntertainmentAndRecreation S_OtherServiceActivities T_ActivitiesOfHouseholdsAsEmployers U_ActivitiesOfExtraterritorialOrganizations'
  ),
  vic_TypeOfSexExploitation: many('Prostitution Pornography RemoteInteractiveServices PrivateSexualServices'),
  vic_LocationOfExploitation: words,
  vic_ExploitationWebsitesAndApps: many(
    'Facebook Instagram WhatsApp Telegram FacebookMessenger Viber SnapChat Line 4Sale WeChat QQ QZone TikTok Twitter Other'
  ),
  per_RoleInProcess: many(
    'TravellingPartner Transporter RecruiterOrIntermediary BrokerTravelAgent TransferredIndividual HarbouredIndividual SoldIndividual BoughtIndividual ReceivedIndividual ControlledIndividual Smuggler Abuser Kidnapper Exploiter Other'
  ),
  per_RoleDetails: longText,
  cas_Status: one('Active FollowUp Closed ClosedReferred'),
  cas_ReasonForCaseClosure: longText,
  cas_CaseOwner: words,
  cas_ReferringOrganisation: words,
  cas_IncomingReferralDate: day,
  cas_ReferringPrimaryCaseWorker: words,
  cas_ReasonForIncomingReferral: one('AdditionalServicesRequired MigrationOrChangeOfLocation Other'),
  cas_IncomingReferralDetails: longText,
  cas_ReferredOrganisation: words,
  cas_ReferredPrimaryCaseWorker: words,
  cas_ReasonForOutgoingReferral: one('AdditionalServicesRequired MigrationOrChangeOfLocation Other'),
  cas_OutgoingReferralDate: day,
  cas_OutgoingReferralDetails: longText,
  cco_CaseComment: longText,
  hte_Longitude: number,
  hte_Latitude: number,
  hte_City: words,
  hte_Country: country,
  hte_State: words,
  hte_Street: words,
  hte_PostalCode: words,
  hte_Date: day,
  hte_Type: one('Recruitment Transit Exploitation'),
  hte_Description: longText,
  spl_Objectives: longText,
  spl_ActionPlan: longText,
  spl_PlannedEndDate: day,
  spl_ActualEndDate: day,
  spl_Type: one(
    'Education Financial Health LabourExploitationRehabilitation Legal Livelihood RightsBasedTraining SexualExploitationRehabilitation SocialCare'
  ),
  con_Consent: yes
} as const satisfies Record<string, TSchema>

export type HtcdsField = keyof typeof fields
export const htcdsFields = Object.keys(fields) as HtcdsField[]

/** One case as the standard writes it: every field may be left out, and none may be added. */
export const htcdsRecord = closed(
  Object.fromEntries(htcdsFields.map((name) => [name, Type.Optional(fields[name])])) as {
    [F in HtcdsField]: ReturnType<typeof Type.Optional<(typeof fields)[F]>>
  }
)
export type HtcdsRecord = Static<typeof htcdsRecord>

/** The standard has no serialisation of its own: this is the envelope that two systems agree on. */
export const htcdsFile = closed({
  standard: Type.Literal('HTCDS'),
  version: Type.Literal('2.0'),
  attribution: Type.Optional(Type.String({ maxLength: 400 })),
  record: htcdsRecord
})
export type HtcdsFile = Static<typeof htcdsFile>

export const attribution =
  'Contains field names and codes from the Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, CC BY 4.0.'
