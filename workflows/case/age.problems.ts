import { addMonths } from '../calendar/calendar.ts'
import { justiceClocks } from '../deadlines/clocks/justice.ts'
import type { Duration } from '../deadlines/row.ts'
import { isMinor, type Facts } from '../facts/facts.ts'
import type { FlagInput } from '../facts/flag.ts'
import type { Situation } from '../guards/guards.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { minorBands } from '../vocabulary/words.ts'

// What is written of an age must neither pass a child for an adult, nor end a protection that justice gave.

const { 'D-MAJORITY': majority } = justiceClocks

const yearsBefore = (day: string, years: number) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
const isAdultOn = (day: string, born: string) => born <= yearsBefore(day, majority.duration.n)

const notThatAge: InputProblem = problem(
  'ageBand',
  'other_age',
  'Cette tranche d’âge contredit la majorité : corrigez l’une ou l’autre, ou dites que l’âge est en doute.',
  'This age band contradicts the age group: correct one or the other, or say that the age is in doubt.'
)
const bornTooLate = (field: string): InputProblem =>
  problem(
    field,
    'born_too_late',
    'À cette date de naissance, la personne a moins de dix-huit ans : indiquez qu’elle est mineure, ou que l’âge est en doute.',
    'Born on that day they are under eighteen: say that they are a minor, or that the age is in doubt.'
  )
const bornTooEarly = (field: string): InputProblem =>
  problem(
    field,
    'born_too_early',
    'À cette date de naissance, la personne serait majeure, et elle est protégée comme mineure. Tant que rien n’est transmis, indiquez d’abord qu’elle est majeure ; ensuite, seul le parquet ou le juge des enfants décide de son âge.',
    'Born on that day they would be an adult, and they are protected as a minor. While nothing is sent, first say that they are an adult; afterwards only the prosecutor or the juvenile judge decides their age.'
  )
const decidedElsewhere: InputProblem = problem(
  'ageGroup',
  'age_decided_by_justice',
  'La personne est protégée comme mineure : seul le parquet ou le juge des enfants décide de sa majorité. Signalez sa situation au parquet s’il ne la connaît pas, ou faites noter que l’âge est contesté.',
  'Their protection as a minor is under way: only the prosecutor or the juvenile judge decides that they are an adult. Report them to the prosecutor if not done, or have it recorded that the age is disputed.'
)

/** A band of years and an age group that contradict one another: a child would pass for an adult, unprotected. */
const bandProblems = (ageGroup: unknown, ageBand: unknown): InputProblem[] => {
  if (typeof ageBand !== 'string' || (ageGroup !== 'adult' && ageGroup !== 'minor')) return []
  return minorBands.includes(ageBand) === (ageGroup === 'minor') ? [] : [notThatAge]
}

/** Where nobody has been told of a child yet, whoever said that she was one may say that she is not. */
const stillTheirs: readonly string[] = ['not_applicable', 'presumed_minor']

/** Of the age that a situation is completed with. */
export const ageProblems = (
  { ageGroup, ageBand }: Record<string, unknown>,
  { facts, regions }: Situation
): InputProblem[] => [
  ...(ageGroup === 'adult' && isMinor(facts) && !stillTheirs.includes(regions.minor)
    ? [decidedElsewhere]
    : []),
  ...bandProblems(ageGroup ?? facts.ageGroup, ageBand)
]

/** So little before the birthday, a birth date ends a protection at once: this project’s choice, and of no text. */
export const beforeMajority: Duration = { n: 6, unit: 'months' }

export const nearMajority = (born: string, today: string): boolean =>
  addMonths(born, majority.duration.n * 12 - beforeMajority.n) <= today

type Born = { facts: Pick<Facts, 'ageGroup'>; today: string }

/** Of a birth date: the clock of the eighteenth birthday runs from it, and would end a protection that nobody has ended. */
export const bornProblems = (
  { birthDate }: Record<string, unknown>,
  { facts, today }: Born,
  field = 'birthDate'
): InputProblem[] => {
  if (typeof birthDate !== 'string') return []
  const adult = isAdultOn(today, birthDate)
  if (adult === !isMinor(facts)) return []
  return [adult ? bornTooEarly(field) : bornTooLate(field)]
}

const yearAgainstAge = (fr: string, en: string): InputProblem =>
  problem(
    'birthYear',
    'age_in_doubt',
    `${fr} Si l’âge est en doute, dites-le d’abord (« Compléter la situation »). Sinon, dites que l’âge du dossier reste le même.`,
    `${en} Where age is in doubt say so first (“Complete the situation”). Otherwise say that the age of the case stays.`
  )
const yearOfChild = yearAgainstAge(
  'Avec cette année de naissance, la personne a moins de dix-huit ans, et le dossier la dit majeure.',
  'With that year of birth they are under eighteen, and the case says that they are an adult.'
)
const yearOfAdult = yearAgainstAge(
  'Avec cette année de naissance, la personne a dix-huit ans passés, et elle est protégée comme mineure : cette protection reste.',
  'With that year of birth they are past eighteen, and they are protected as a minor: that protection stays.'
)

/**
 * Of a year of birth alone, often an estimate: it changes no age, and is refused until its author says that they have seen what it
 * contradicts. In the year of the eighteenth birthday it contradicts neither.
 */
export const yearOfBirthProblems = (
  { birthYear, ageStands }: Record<string, unknown>,
  { facts, today }: Born
): InputProblem[] => {
  if (typeof birthYear !== 'number' || ageStands === true) return []
  const atMost = Number(today.slice(0, 4)) - birthYear
  if (isMinor(facts)) return atMost > majority.duration.n ? [yearOfAdult] : []
  return atMost < majority.duration.n ? [yearOfChild] : []
}

export const flaggedAgeProblems = ({ ageGroup, ageBand, identity, metOn }: FlagInput): InputProblem[] => [
  ...bandProblems(ageGroup, ageBand),
  ...bornProblems({ birthDate: identity?.birthDate }, { facts: { ageGroup }, today: metOn }, 'ageGroup')
]
