import { beforeMajority, nearMajority } from '../../workflows/case/age.problems.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import { handingProblems } from '../../workflows/case/residence.problems.ts'
import { loweredIn } from '../../workflows/case/risk-downgrade.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import { spelled } from '../../workflows/deadlines/spelled.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { isHouseOf } from '../actor.ts'
import { keepsBirthDates, mayLower } from '../correction-rights.ts'
import type { Filled, Readings } from './requirement.ts'

// What may not be written over what somebody else has said, or is theirs to say.

const saidByAnother: Bilingual = {
  fr: 'Une autre organisation a dit que cette personne est mineure : dites que l’âge est en doute, ou demandez-lui de corriger.',
  en: 'Another organisation said that this person is a minor: say that the age is in doubt, or ask it to correct.'
}
const notYoursToLower: Bilingual = {
  fr: 'Une association accompagne la personne : c’est elle qui dit que le danger a baissé, ou qui corrige ce qui est connu d’elle.',
  en: 'An association accompanies the person: it is the one that says that the danger is less, or corrects what is known of them.'
}
const stillRuns: Bilingual = {
  fr: 'Le titre court encore ce jour-là : il n’a pas expiré.',
  en: 'The permit is still running on that day: it has not expired.'
}
const addressOfReferent: Bilingual = {
  fr: 'Choisissez un service habilité : seul le service qui accompagne la personne écrit une adresse.',
  en: 'Choose an accredited service: only whoever accompanies the person writes an address.'
}
const noReturnDecided: Bilingual = {
  fr: 'Aucun retour décidé par le juge n’est enregistré : dites où va l’enfant, ou attendez cette décision.',
  en: 'No return ordered by the judge is on record: say where the child goes, or wait for that decision.'
}
const returnOfJudge: Bilingual = {
  fr: 'Le retour en famille suit une décision du juge : la protection de l’enfance l’enregistre.',
  en: 'A return to the family follows a decision of the judge: child protection records it.'
}
const remaining = spelled(beforeMajority)
const nearlyAdult: Bilingual = {
  fr: `À cette date de naissance, sa protection de mineure finirait dans moins de ${remaining.fr} : la protection de l’enfance ou la justice l’enregistre.`,
  en: `Born on that day, their protection as a minor would end within ${remaining.en}: child protection or justice records it.`
}

/** A child goes home by the judge’s word: whoever may not know of it says neither that it is there nor that it is not. */
export const returnProblems = ({ input, sight, told }: Filled): InputProblem[] => {
  if (input['reason'] !== 'family') return []
  if (!sight.sees('F')) return [{ field: 'reason', code: 'not_yours', message: returnOfJudge }]
  return told.facts.sentHome ? [] : [{ field: 'reason', code: 'no_return_decided', message: noReturnDecided }]
}

export const lapseProblems = ({ input }: Filled, until: string | null): InputProblem[] =>
  until !== null && String(input['on']) < until
    ? [{ field: 'on', code: 'still_runs', message: stillRuns }]
    : []

export const afterOfferProblems = (
  { input, openedAt, territory }: Filled,
  offered: string | null
): InputProblem[] => {
  const flaggedOn = civilDate(openedAt, zoneOf(territory))
  return handingProblems(input, offered !== null && offered > flaggedOn ? offered : flaggedOn)
}

type Said = Pick<Readings, 'lastAgeSaid' | 'referents'>

/** Where nobody has been told of a child yet, whoever said that she was one may say that she is not, and nobody else. */
const ageProblems = ({ actor, input, told }: Filled, { lastAgeSaid }: Said): InputProblem[] =>
  input['ageGroup'] !== 'adult' || !isMinor(told.facts) || isHouseOf(actor, lastAgeSaid)
    ? []
    : [{ field: 'ageGroup', code: 'said_by_another', message: saidByAnother }]

const lessProblems = ({ actor, input, told }: Filled, { referents }: Said): InputProblem[] =>
  mayLower(actor) || referents.length === 0 || referents.includes(actor.orgId)
    ? []
    : loweredIn(input, told.facts).map((field) => ({ field, code: 'not_yours', message: notYoursToLower }))

const lowers = ({ actor, input, told }: Filled) => !mayLower(actor) && loweredIn(input, told.facts).length > 0

/** Whether something is said otherwise that another may have to say: its age as an adult, less danger. */
export const corrects = (asked: Filled): boolean => asked.input['ageGroup'] === 'adult' || lowers(asked)

export const saidProblems = (asked: Filled, said: Said): InputProblem[] => [
  ...ageProblems(asked, said),
  ...lessProblems(asked, said)
]

export const addresses = ({ actor, input }: Filled): boolean =>
  actor.role === 'shelter' && input['address'] !== undefined

/** A letter to an address that a house has typed may go to the house itself, which would read by it what is closed to it. */
export const addressProblems = (asked: Filled, { referents }: Pick<Readings, 'referents'>): InputProblem[] =>
  !addresses(asked) || referents.includes(asked.actor.orgId)
    ? []
    : [{ field: 'address', code: 'not_yours', message: addressOfReferent }]

export const birthProblems = ({ actor, input, told, today }: Filled): InputProblem[] => {
  const born = input['birthDate']
  if (typeof born !== 'string' || !isMinor(told.facts)) return []
  return keepsBirthDates(actor) || !nearMajority(born, today)
    ? []
    : [{ field: 'birthDate', code: 'nearly_adult', message: nearlyAdult }]
}
