import type { controls, recruitments, sexualKinds, ties } from '../../vocabulary/words.particulars.ts'
import type { finerForms } from '../../vocabulary/words.particulars.ts'
import type { forms, languages, sexes } from '../../vocabulary/words.ts'

/**
 * Ours by theirs. Null: the standard has no code for it, and the export says so rather than take a neighbour. Where several of ours have
 * one code, the import takes none of them: which it was, only the person can say.
 */
type Codes<W> = Readonly<Record<Exclude<keyof W, 'unknown' | 'other'>, string | null>>

export const sexCodes: Codes<typeof sexes> = { female: 'Feminine', male: 'Masculine' }

/** Forced criminality has no code in 2.0. Domestic servitude is forced labour in the household of somebody: the sector says so. */
export const formCodes: Codes<typeof forms> = {
  sexual: 'SexualExploitation',
  labour: 'ForcedLabour',
  domestic: 'ForcedLabour',
  begging: 'ForcedBegging',
  criminality: null
}

export const finerFormCodes: Codes<typeof finerForms> = {
  forced_marriage: 'ForcedMarriage',
  organs: 'OrganRemoval',
  adoption: 'ForcedAdoption',
  surrogacy: 'Surrogacy',
  servitude: 'Servitude',
  slavery: null,
  armed_group: 'ForcedMilitaryByNonStateActors'
}

export const sexualKindCodes: Codes<typeof sexualKinds> = {
  street: 'Prostitution',
  indoor: 'Prostitution',
  venue: 'Prostitution',
  private: 'PrivateSexualServices',
  pornography: 'Pornography',
  remote: 'RemoteInteractiveServices'
}

export const controlCodes: Codes<typeof controls> = {
  debt: 'DebtBondage',
  earnings: 'TakesEarnings',
  money: 'RestrictsFinancialAccess',
  threats: 'PhysicalThreats',
  threats_relatives: 'ThreatensChildrenFamily',
  threats_law: 'ThreatsLawEnforcement',
  psychological: 'PsychologicalAbuse',
  physical: 'PhysicalAbuse',
  sexual: 'SexualAbuse',
  promises: 'FalsePromises',
  substances: 'PsychoactiveSubstance',
  movement: null,
  care: 'RestrictsMedicalCare',
  hours: 'ExcessiveWorkingHours',
  necessities: 'WithholdsNecessities',
  documents: 'WithholdsDocuments'
}

export const recruitmentCodes: Codes<typeof recruitments> = {
  workplace: 'AtWork',
  school: 'AtAnEducationalInstitution',
  networks: 'ThroughOnlineSocialNetworks',
  online_advert: 'ThroughAnOnlineAdvertisement',
  advert: null,
  family: 'ThroughFamilyOrFamilyEvents',
  friends: 'ThroughFriendsOrSocialEvents'
}
/** Codes that one word of ours takes in beside its own. */
export const alsoRecruitment: Readonly<Record<string, keyof typeof recruitments>> = {
  AtAPlaceOfBusiness: 'workplace',
  ThroughATelevisionAdvert: 'advert',
  ThroughANewspaperAdvert: 'advert'
}

/** The standard misspells its third code, and so does whoever writes it. */
export const tieCodes: Codes<typeof ties> = {
  family: 'Familial',
  friend: 'Acquainted',
  stranger: 'Unaquainted',
  partner: null,
  employer: null,
  agency: null,
  group: null
}

/** ISO 639-2 in its terminological form. */
export const languageCodes: Codes<typeof languages> = {
  ...{ fr: 'fra', en: 'eng', bin: 'bin', yor: 'yor', ro: 'ron', bg: 'bul', es: 'spa', pt: 'por' },
  ...{ ar: 'ara', zh: 'zho', vi: 'vie', th: 'tha', tl: 'tgl', bn: 'ben', ur: 'urd', am: 'amh' },
  ...{ ti: 'tir', so: 'som', ff: 'ful', wo: 'wol', bm: 'bam', ln: 'lin', ht: 'hat', swb: null },
  ...{ rom: 'rom', hi: 'hin', pa: 'pan', snk: 'snk', uk: 'ukr', ru: 'rus', tr: 'tur', fa: 'fas' },
  ...{ ps: 'pus', sq: 'sqi', pcm: null, fsl: null }
}

const industries = [
  'A_AgricultureForestryAndFishing',
  'B_MiningAndQuarrying',
  'C_Manufacturing',
  'D_ElectricityGasSteamAndAirConditioningSupply',
  'E_WaterSupplySewerageWasteManagement',
  'F_Construction',
  'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
  'H_TransportationAndStorage',
  'I_AccommodationAndFoodServiceActivities',
  'J_InformationAndCommunication',
  'K_FinancialAndInsuranceActivities',
  'L_RealEstateActivities',
  'M_ProfessionalScientificAndTechnicalActivities',
  'N_AdministrativeAndSupportServiceActivities',
  'O_PublicAdministrationAndDefence',
  'P_Education',
  'Q_HumanHealthAndSocialWorkActivities',
  'R_ArtsEntertainmentAndRecreation',
  'S_OtherServiceActivities',
  'T_ActivitiesOfHouseholdsAsEmployers',
  'U_ActivitiesOfExtraterritorialOrganizations'
]
export const industryOf = (sector: string): string | undefined =>
  industries.find((code) => code.startsWith(`${sector}_`))
export const household = 'T'

/** Of one code of theirs, what it is with us: nothing where several of ours would be meant. */
export const oursOf = (codes: Readonly<Record<string, string | null>>, code: string): string | null => {
  const found = Object.keys(codes).filter((own) => codes[own] === code)
  return found.length === 1 ? found[0]! : null
}
