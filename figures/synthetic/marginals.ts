import { populations } from './populations.ts'

/** How often each value is drawn, as parts of their sum. */
export type Shares = Readonly<Record<string, number>>

const mixed = (one: Shares, other: Shares, share: number): Shares =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((value) => [
      value,
      share * (one[value] ?? 0) + (1 - share) * (other[value] ?? 0)
    ])
  )

/**
 * Who is detected in France, as far as figures were published; what is not known of the mechanism, which does not run yet, is
 * assumed, and its name says so. Two thirds are accompanied by associations (MIPROF 2024: 4,823 of 7,285), others known to the
 * police and gendarmerie (SSMSI 2024: about 2,128).
 */
const byAssociations = 4823 / 7285

/** MIPROF, survey on 2024; SSMSI, 2024, whose shares add to 105 % (strict trafficking is told by what it was for). */
export const forms = mixed(
  { sexual: 86, labour: 11, forced_crime: 2, begging: 1 },
  { sexual: 55, labour: 36, domestic: 5, forced_crime: 3, begging: 1 },
  byAssociations
)

/** Home Office, NRM 2023: referrals with two forms or more, and those whose form or age nobody knows. */
export const [severalForms, unknownForm, unknownAge] = [0.224, 0.108, 0.055]

/** SSMSI 2024 (96 % of pimping, 34 % of labour) and 2023 (54 % of begging); of forced crime assumed. */
export const women: Shares = { sexual: 0.95, labour: 0.34, domestic: 0.8, forced_crime: 0.3, begging: 0.54 }

/** MIPROF 2024 and SSMSI 2024: minors are 14 % and 23 %; mean ages of 24 and 34. What is between is assumed. */
export const ages = {
  sexual: { '0-14': 4, '15-17': 14, '18-24': 40, '25-34': 28, '35-49': 12, '50+': 2 },
  labour: { '0-14': 1, '15-17': 5, '18-24': 18, '25-34': 36, '35-49': 31, '50+': 9 },
  other: { '0-14': 22, '15-17': 30, '18-24': 18, '25-34': 15, '35-49': 11, '50+': 4 }
} as const satisfies Record<string, Shares>

/** SSMSI 2024 (46 % French, 27 % Africa, 12 % Americas, 9 % Asia, 4 % EU); MIPROF 2022: 70 % Africa, of whom Nigeria is half. */
export const zones = mixed(
  { west_africa: 52, other_africa: 18, france: 12, eu: 7, other_europe: 2, americas: 6, asia: 3 },
  { west_africa: 12, other_africa: 15, france: 46, eu: 4, other_europe: 2, americas: 12, asia: 9 },
  byAssociations
)

/** SSMSI 2024: victims in 100,000 inhabitants; 3.1 in the country. The rest is what makes that. */
const rates: Shares = { '976': 13.6, '93': 10.4, '95': 8.6 }
const [elsewhere, hundredThousand] = [2.76, 100]

export const territories: Shares = Object.fromEntries(
  Object.entries(populations).map(([code, people]) => [
    code,
    (people / hundredThousand) * (rates[code] ?? elsewhere)
  ])
)

/** Home Office, NRM 2023, by quarter. */
export const quarters: Shares = { Q1: 27.8, Q2: 23.5, Q3: 24.3, Q4: 24.4 }

/** Assumed: no French breakdown was published. */
export const channels: Shares = {
  association: 75,
  police: 15,
  asylum: 4,
  child_welfare: 3,
  labour_inspection: 2,
  other: 1
}
