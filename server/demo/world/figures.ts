/**
 * What is known of the people whom the demonstration imitates. `source` names the publication; `assumption` marks what no
 * publication gives. Nothing here is about a person.
 */
export const figures = {
  growthPerYear: { value: 0.2, source: 'assumption' },
  /** Quarter weights of the United Kingdom's mechanism in 2023. */
  quarters: { value: [0.278, 0.235, 0.243, 0.244], source: 'nrm' },
  /** No French breakdown of who flags is published. */
  channel: {
    value: { association: 0.75, police: 0.15, ofii: 0.04, ase: 0.03, work: 0.02, health: 0.01 },
    source: 'assumption'
  },
  /** Associations, survey on 2024. */
  formsByAssociations: {
    value: { sexual: 0.86, labour: 0.11, criminality: 0.02, begging: 0.01 },
    source: 'prudencia2025'
  },
  /** Police and gendarmerie, 2024; strict trafficking (21 %) covers every form and is not told apart here. */
  formsByPolice: {
    value: { sexual: 0.47, labour: 0.36, criminality: 0.1, begging: 0.03 },
    source: 'ssmsi2025_crsi'
  },
  /** Police and gendarmerie overseas, 2016-2023: share of labour, or of procuring. */
  formsOverseas: {
    value: {
      '971': { sexual: 0.7, labour: 0.3 },
      '972': { sexual: 0.65, labour: 0.35 },
      '973': { sexual: 0.29, labour: 0.71 },
      '976': { sexual: 0.15, labour: 0.85 }
    },
    source: 'la1ere2024'
  },
  womenByForm: {
    value: { sexual: 0.95, labour: 0.34, domestic: 0.8, criminality: 0.3, begging: 0.54, other: 0.7 },
    source: 'ssmsi2025_crsi'
  },
  minorsByAssociations: { value: 0.14, source: 'prudencia2025' },
  minorsByPolice: { value: 0.23, source: 'ssmsi2025_crsi' },
  nationality: {
    value: { FR: 0.46, Africa: 0.27, Americas: 0.12, Asia: 0.09, EU: 0.04, other: 0.02 },
    source: 'ssmsi2025_crsi'
  },
  unknownAge: { value: 0.055, source: 'nrm' },
  unknownForm: { value: 0.108, source: 'nrm' },
  severalForms: { value: 0.224, source: 'nrm' },
  /** Victims recorded by police and gendarmerie for 100,000 inhabitants, 2024. */
  rates: { value: { '976': 13.6, '93': 10.4, '95': 8.6 }, source: 'ssmsi2025_crsi' },
  /** 186 victims in Guyane from 2016 to 2023, for 293,996 inhabitants. */
  rateOfGuyane: { value: 7.9, source: 'la1ere2024' },
  /** What is left for the others, so that the national rate is 3.1. */
  residualRate: { value: 2.76, source: 'derived' },
  /** Elements found sufficient by the United Kingdom's mechanism: 54.6 %; French field workers flag later and better. */
  insufficient: { value: 0.22, source: 'assumption' }
} as const

export const rateOf = (territory: string): number =>
  (figures.rates.value as Record<string, number>)[territory] ??
  (territory === '973' ? figures.rateOfGuyane.value : figures.residualRate.value)
