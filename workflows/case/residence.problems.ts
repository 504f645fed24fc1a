import { statuteClocks } from '../deadlines/clocks/statute.ts'
import { isMinor, type Facts } from './facts.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { needsVisaToLeave } from '../calendar/territories.ts'
import { childBands } from '../regions/words.ts'
import { lengthProblems } from '../configuration/lengths.problems.ts'
import { spelled } from '../vocabulary/spelled.ts'

type Input = Record<string, unknown>

const invited = spelled(statuteClocks['D-ASILE-SEJOUR'].duration)
const reflecting = spelled(statuteClocks['D-REFLEX'].duration)

const tooYoung = problem(
  'worksOrTrains',
  'from_sixteen',
  'Avant dix-huit ans, ce titre s’ouvre à partir de seize ans, à qui déclare vouloir travailler ou se former.',
  'Before eighteen this permit opens from sixteen on, for whoever declares that they want to work or train.'
)
const twoMonthsOver = problem(
  'newCircumstances',
  'new_circumstances',
  `Les ${invited.fr} qui suivent l’invitation du préfet sont passés : la demande n’est reçue que pour des circonstances nouvelles.`,
  `The ${invited.en} after the prefect’s invitation are over: the application is only heard for new circumstances.`
)
const barred = problem(
  'appealWithin',
  'removal_barred',
  `Pendant les ${reflecting.fr} de réflexion, aucune obligation de quitter le territoire ne peut être prise.`,
  `During the ${reflecting.en} of reflection no obligation to leave may be decided.`
)

const notHeard = problem(
  'heardOn',
  'not_heard',
  'La personne est entendue avant la décision : seule l’urgence ou l’ordre public en dispense (CRPA L121-1, L121-2).',
  'The person is heard before the decision: only urgency or public order excuses it (CRPA L121-1, L121-2).'
)
const tenYearsUnsaid = problem(
  'tenYears',
  'unsaid',
  'Dites si la personne réside en France depuis plus de dix ans : la commission du titre de séjour est alors consultée (L432-13).',
  'Say whether the person has lived in France for over ten years: the residence-permit board is then consulted (L432-13).'
)
const boardUnheard = problem(
  'boardHeard',
  'board_unheard',
  'La commission du titre de séjour doit être consultée avant ce refus (L432-13).',
  'The residence-permit board must be consulted before this refusal (L432-13).'
)

const visaUnsaid = problem(
  'mayotteVisa',
  'visa_unsaid',
  'Un titre délivré à Mayotte ne vaut que sur place : dites où en est le visa du préfet de Mayotte (L441-8).',
  'A permit given in Mayotte is valid there only: say where the visa of its prefect stands (L441-8).'
)

const endUnsaid = problem(
  'validUntil',
  'unsaid',
  'C’est une autorisation provisoire qui est rétablie : dites jusqu’à quand elle vaut.',
  'A provisional permit is what comes back: say until when it is valid.'
)

const beforeIt = (field: string) =>
  problem(field, 'too_early', 'Cette date précède celle d’avant.', 'This date comes before the previous one.')

const forms = ['permit.apply', 'unworthy_housing.apply', 'discretion.apply', 'coming_of_age.apply']
const applications = forms.flatMap((form) => [form, `${form}_beside`])
const refusals = ['permit.refuse', 'permit.withdraw', 'other.refuse']

const departures = ['acse.offer', 'dna.offer', 'territory.transfer']

/** Citizens of the Union need no permit anywhere; of whom it is not known, it is asked. */
const leavesItsPermit = ({ territory, nationality }: Facts) =>
  needsVisaToLeave(territory) && !['french', 'eu'].includes(nationality)

const boardProblems = (input: Input, { permitAsked }: Facts): InputProblem[] => {
  if (permitAsked === 'discretion' && input['tenYears'] === undefined) return [tenYearsUnsaid]
  const due = permitAsked === 'l425_3' || (permitAsked === 'discretion' && input['tenYears'] === true)
  return due && input['boardHeard'] !== true ? [boardUnheard] : []
}

/** While a permit is held, its own refusal is of a renewal: what is asked for beside it has an answer of its own. */
const answersTheOther = (command: string, { otherPermit, stay }: Facts) =>
  command === 'other.refuse' ||
  (command === 'permit.refuse' && !(otherPermit === 'asked' && stay === 'regular'))

/** What is heard comes before what is decided, and that before what is notified. */
const orderProblems = (input: Input): InputProblem[] => {
  const days = ['heardOn', 'decisionOn', 'notifiedOn'].filter((field) => typeof input[field] === 'string')
  return days.flatMap((field, at) =>
    at > 0 && String(input[field]) < String(input[days[at - 1]!]) ? [beforeIt(field)] : []
  )
}

const beforeOffer = problem(
  'handedOn',
  'before_offer',
  'Ce jour précède le signalement, ou l’information sur le délai de réflexion : donnez le jour où le récépissé a été remis en main propre.',
  'This day comes before the flag, or the information on reflection: give the day on which the receipt was handed over in person.'
)

/** The thirty days run from the handing over: dated before they could begin, they would be over as they do. */
export const handingProblems = ({ handedOn }: Input, from: string): InputProblem[] =>
  typeof handedOn === 'string' && handedOn < from ? [beforeOffer] : []

/** What only the facts of the case can refuse in an application for a permit, or in its refusal. */
export const residenceProblems = (command: string, input: Input, facts: Facts): InputProblem[] => {
  const child = isMinor(facts) && (childBands.includes(facts.ageBand) || input['worksOrTrains'] !== true)
  const late = facts.invitationOver && input['newCircumstances'] !== true
  const interrupts = command === 'reflection.interrupt'
  const unheard = interrupts && input['reason'] !== 'public_order' && input['heardOn'] === undefined
  const visa = departures.includes(command) && leavesItsPermit(facts) && input['mayotteVisa'] === undefined
  return [
    ...(visa ? [visaUnsaid] : []),
    ...(command === 'ta.restored' && facts.withdrawnPermit === 'aps_psp' && !input['validUntil']
      ? [endUnsaid]
      : []),
    ...(command.startsWith('permit.apply') && child ? [tooYoung] : []),
    ...(applications.includes(command) && late ? [twoMonthsOver] : []),
    ...(refusals.includes(command) && facts.removalBar && input['appealWithin'] !== 'two_months'
      ? [barred]
      : []),
    ...(answersTheOther(command, facts) ? boardProblems(input, facts) : []),
    ...(unheard ? [notHeard] : []),
    ...(interrupts || refusals.includes(command) ? orderProblems(input) : []),
    ...lengthProblems(command, input)
  ]
}
