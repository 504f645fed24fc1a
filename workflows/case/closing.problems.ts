import { isMinor, type Facts } from '../facts/facts.ts'
import type { Situation } from '../guards/guards.ts'
import { awaitsMeasure, minorGuards } from '../guards/minor.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'

const refused = (code: string, fr: string, en: string) => problem('reason', code, fr, en)

const neverLost = refused(
  'minor_never_lost',
  'Le dossier d’une personne mineure ne se clôt jamais pour contact perdu : elle est recherchée.',
  'A minor’s case is never closed because contact was lost: they are searched for.'
)
const stillPresumed = refused(
  'still_presumed',
  'Des motifs raisonnables ont été retenus, ou un jugement a reconnu la personne victime : le dossier ne se clôt pas « traite non caractérisée ».',
  'Reasonable grounds were recorded, or a judgment recognised them: the case is not closed as “not trafficking”.'
)
const noError = refused(
  'no_error',
  'Le signalement n’a été une erreur que de qui n’a encore été ni informé, ni reconnu : cette personne l’a été, ou la cellule s’est prononcée. Choisissez un autre motif.',
  'A flag was an error only of somebody who was neither informed nor recognised yet: this person was, or the cell has concluded. Choose another reason.'
)
const { noMeasureAwaited, concernTold } = minorGuards
const measureAwaited = refused('measure_awaited', noMeasureAwaited.reason.fr, noMeasureAwaited.reason.en)
const concernAwaited = refused('concern_awaited', concernTold.reason.fr, concernTold.reason.en)
const returnUnweighed = refused(
  'return_unweighed',
  'Le retour d’une personne mineure est d’abord autorisé par le juge des enfants : faites-le saisir, ou choisissez un autre motif.',
  'A minor’s return is first allowed by the juvenile judge: have the case brought before the judge, or choose another reason.'
)

/** While a child is searched for, only her death closes the case. */
const neverSo = (reason: string, { missing }: Facts) =>
  reason === 'lost' || (missing && reason !== 'deceased')

const otherReason = refused(
  'other_reason',
  'Ce n’est pas le motif demandé : validez celui-là, ou dites de ne pas clore et ce qui reste à faire.',
  'This is not the reason asked for: validate that one, or say not to close and what remains to be done.'
)

/** Nothing was found of her and nothing said to her since the flag: whatever she agreed to, the flag alone says. */
const untouched = ({ facts, regions }: Situation) =>
  !facts.presumed &&
  ['flagged', 'under_triage'].includes(regions.identification) &&
  regions.consent === 'not_informed'

/** What one person asked is what another validates. */
export const validationProblems = (reason: string, { closing }: Pick<Facts, 'closing'>): InputProblem[] =>
  closing !== null && closing.reason !== reason ? [otherReason] : []

/** Why a case may not be closed for this reason. A death closes any case. */
export const closingProblems = (reason: string, { facts, regions }: Situation): InputProblem[] => [
  ...(isMinor(facts) && neverSo(reason, facts) ? [neverLost] : []),
  ...(reason === 'not_victim' && facts.presumed ? [stillPresumed] : []),
  ...(reason === 'in_error' && !untouched({ facts, regions }) ? [noError] : []),
  ...(reason === 'returned' && isMinor(facts) && !facts.returnAssessed ? [returnUnweighed] : []),
  ...(reason !== 'deceased' && !concernTold.holds({ facts, regions }) ? [concernAwaited] : []),
  ...(reason !== 'deceased' && awaitsMeasure({ facts, regions }) ? [measureAwaited] : [])
]
