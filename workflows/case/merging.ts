import { isMinor } from '../facts/facts.ts'
import type { Situation } from '../guards/guards.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** How far protection has gone, from nobody told to a place; the three places are one step. */
const steps = [
  'presumed_minor',
  'information_preoccupante',
  'signalement',
  'opp_issued',
  'je_seized',
  'measure_ordered',
  'placed'
] as const

/** A flight or a dispute about age leaves protection where it stood. */
const stepOf = ({ facts, regions }: Situation): number => {
  const apart = regions.minor === 'runaway' || regions.minor === 'age_disputed'
  const stands = (apart && facts.minorBefore) || regions.minor
  return steps.findIndex((step) => stands.startsWith(step))
}

const staysAnAdult: Bilingual = {
  fr: 'Ce dossier protège une personne mineure, et celui qui resterait est celui d’une personne majeure : réunissez l’autre dossier à celui-ci, ou corrigez-y d’abord la majorité.',
  en: 'This case protects a minor, and the one that would stay is an adult’s: merge the other case into this one, or first correct the age group there.'
}
const lessProtected: Bilingual = {
  fr: 'La protection de l’enfant est plus avancée dans ce dossier que dans celui qui resterait : c’est l’autre qui doit y être réuni.',
  en: 'The child’s protection has gone further in this case than in the one that would stay: the other one is to be merged into it.'
}
const notSearched: Bilingual = {
  fr: 'L’enfant est recherché dans ce dossier et ne l’est pas dans celui qui resterait : signalez-y d’abord la fugue, ou réunissez l’autre dossier à celui-ci.',
  en: 'The child is searched for in this case and not in the one that would stay: first report the flight there, or merge the other case into this one.'
}

/** Why the protection of a child would be lost by merging her file into another, or null. */
export const protectionLost = (merged: Situation, stays: Situation): Bilingual | null => {
  if (!isMinor(merged.facts)) return null
  if (!isMinor(stays.facts)) return staysAnAdult
  if (stepOf(stays) < stepOf(merged)) return lessProtected
  return merged.facts.missing && !stays.facts.missing ? notSearched : null
}
