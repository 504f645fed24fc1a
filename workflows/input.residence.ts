import { isMinor, type Facts } from './facts.ts'
import type { InputProblem } from './input.ts'
import { childBands } from './regions/words.ts'

type Input = Record<string, unknown>

const problem = (field: string, code: string, fr: string, en: string): InputProblem => ({
  field,
  code,
  message: { fr, en }
})

const tooYoung = problem(
  'worksOrTrains',
  'from_sixteen',
  'Avant dix-huit ans, ce titre s’ouvre à partir de seize ans, à qui déclare vouloir travailler ou se former.',
  'Before eighteen this permit opens from sixteen on, for whoever declares that they want to work or train.'
)
const twoMonthsOver = problem(
  'newCircumstances',
  'new_circumstances',
  'Les deux mois qui suivent l’invitation du préfet sont passés : la demande n’est reçue que pour des circonstances nouvelles.',
  'The two months after the prefect’s invitation are over: the application is only heard for new circumstances.'
)
const barred = problem(
  'appealWithin',
  'removal_barred',
  'Pendant les trente jours de réflexion, aucune obligation de quitter le territoire ne peut être prise.',
  'During the thirty days of reflection no obligation to leave may be decided.'
)

const applications = ['permit.apply', 'unworthy_housing.apply', 'discretion.apply', 'coming_of_age.apply']
const refusals = ['permit.refuse', 'permit.withdraw']

/** What only the facts of the case can refuse in an application for a permit, or in its refusal. */
export const residenceProblems = (command: string, input: Input, facts: Facts): InputProblem[] => {
  const child = isMinor(facts) && (childBands.includes(facts.ageBand) || input['worksOrTrains'] !== true)
  const late = facts.lapsed.includes('D-ASILE-SEJOUR') && input['newCircumstances'] !== true
  return [
    ...(command === 'permit.apply' && child ? [tooYoung] : []),
    ...(applications.includes(command) && late ? [twoMonthsOver] : []),
    ...(refusals.includes(command) && facts.removalBar && input['appealWithin'] !== 'two_months'
      ? [barred]
      : [])
  ]
}
