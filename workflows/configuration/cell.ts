import type { Bilingual } from '../vocabulary.ts'
import type { Configuration } from './configuration.ts'

/** Kinds of organisations that may sit in a local cell; the words are those of policies/actor.ts. */
export const seats = {
  cell: { fr: 'secrétariat de la cellule', en: 'cell secretariat' },
  association: { fr: 'associations', en: 'associations' },
  prefecture: { fr: 'préfecture', en: 'prefecture' },
  prosecution: { fr: 'parquet', en: 'public prosecutor' },
  police: { fr: 'police et gendarmerie', en: 'police and gendarmerie' },
  labour_inspection: { fr: 'inspection du travail', en: 'labour inspection' },
  ofii: { fr: 'OFII', en: 'immigration office (OFII)' },
  ase: { fr: 'aide sociale à l’enfance', en: 'child protection' },
  health: { fr: 'soin', en: 'health care' }
} as const satisfies Record<string, Bilingual>

export type SeatType = keyof typeof seats
export const seatTypes = Object.keys(seats) as SeatType[]

export type Present = { personId: string; orgId: string; orgType: string }

const distinct = (values: readonly string[]) => new Set(values).size

const fewMembers = (has: number, needs: number): Bilingual => ({
  fr: `Quorum : ${has} membre(s) avec voix sur ${needs} requis.`,
  en: `Quorum: ${has} voting member(s) of the ${needs} required.`
})
const fewInstitutions = (has: number, needs: number): Bilingual => ({
  fr: `Quorum : ${has} institution(s) sur ${needs} requises.`,
  en: `Quorum: ${has} institution(s) of the ${needs} required.`
})
const absent = (type: SeatType): Bilingual => ({
  fr: `Quorum : il manque « ${seats[type].fr} ».`,
  en: `Quorum: “${seats[type].en}” is missing.`
})

/** Who of those present has a vote under this configuration. */
export const votersAmong = (present: readonly Present[], { composition }: Configuration): Present[] =>
  present.filter(({ orgType }) => composition.some(({ type, votes }) => type === orgType && votes))

/** What the quorum still lacks, in words; nothing when it is reached. Only those who vote count. */
export const quorumLacks = (present: readonly Present[], configuration: Configuration): Bilingual[] => {
  const voters = votersAmong(present, configuration)
  const members = distinct(voters.map(({ personId }) => personId))
  const institutions = distinct(voters.map(({ orgId }) => orgId))
  const { quorum } = configuration
  return [
    ...(members < quorum.members ? [fewMembers(members, quorum.members)] : []),
    ...(institutions < quorum.institutions ? [fewInstitutions(institutions, quorum.institutions)] : []),
    ...quorum.mustInclude.filter((type) => !voters.some(({ orgType }) => orgType === type)).map(absent)
  ]
}
