import type { InputProblem } from '../vocabulary/problem.ts'
import { ageProblems, bornProblems, yearOfBirthProblems } from './age.problems.ts'
import { closingProblems, validationProblems } from './closing.problems.ts'
import { judicialChecks } from './judicial.problems.ts'
import { residenceChecks } from './residence.problems.ts'
import { yearProblems } from '../facts/particulars.ts'
import type { Situation } from '../guards/guards.ts'
import { lengthChecks } from './lengths.problems.ts'

type Input = Record<string, unknown>
export type Check = (input: Input, situation: Situation, today: string | undefined) => readonly InputProblem[]

const unexplained: InputProblem = {
  field: 'reason',
  code: 'unexplained',
  message: {
    fr: 'Dites pourquoi les éléments sont insuffisants.',
    en: 'Say why the elements are insufficient.'
  }
}

const unfounded: InputProblem = {
  field: 'elements',
  code: 'unfounded',
  message: {
    fr: 'Cochez ce qui fonde cet avis : le second avis s’appuiera dessus.',
    en: 'Tick what this opinion rests on: the second opinion will build on it.'
  }
}

const explained = ({ reason }: Input) => (reason ? [] : [unexplained])

/** What only the case can refuse in a form. A row names those that hold its own. */
export const checks = {
  ...judicialChecks,
  ...residenceChecks,
  ...lengthChecks,
  explained,
  explainedOpinion: (input) => (input['opinion'] === 'insufficient' ? explained(input) : []),
  founded: ({ opinion, elements }) =>
    opinion !== 'positive' || (Array.isArray(elements) && elements.length > 0) ? [] : [unfounded],
  ageFits: ageProblems,
  yearsInOrder: (input, { facts }, today) => yearProblems(input, facts, today),
  yearFitsAge: (input, { facts }, today) => (today ? yearOfBirthProblems(input, { facts, today }) : []),
  bornSo: (input, { facts }, today) => (today ? bornProblems(input, { facts, today }) : []),
  sameReason: ({ reason }, { facts }) => validationProblems(String(reason), facts),
  closable: ({ reason }, situation) => closingProblems(String(reason), situation),
  closableBecause: ({ because }, situation) =>
    closingProblems(String(because), situation).map((one) => ({ ...one, field: 'because' }))
} satisfies Record<string, Check>

export type CheckId = keyof typeof checks
