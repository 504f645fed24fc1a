import type { TObject } from 'typebox'
import { statuteClocks } from '../deadlines/clocks/statute.ts'
import { isMinor, type Facts, type PermitAsked } from '../facts/facts.ts'
import { answeredBeside, besideUnanswered, onlyBesideAsked } from '../guards/asked.ts'
import type { Situation } from '../guards/guard.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { needsVisaToLeave } from '../calendar/territories.ts'
import { childBands } from '../vocabulary/words.ts'
import { isApplied } from '../vocabulary/states.ts'
import { spelled } from '../deadlines/spelled.ts'

type Input = Record<string, unknown>

const invited = spelled(statuteClocks['D-ASILE-SEJOUR'].duration)
const silence = spelled(statuteClocks['D-SILENCE'].duration)
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

const notSilent = problem(
  'permit',
  'silence_not_over',
  `La préfecture garde le silence sur cette demande depuis moins de ${silence.fr} : aucune décision implicite n’est née (R432-2).`,
  `The prefecture has been silent on this application for less than ${silence.en}: no implied decision exists (R432-2).`
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

/** Citizens of the Union need no permit anywhere; of whom it is not known, it is asked. */
const leavesItsPermit = ({ territory, nationality }: Facts) =>
  needsVisaToLeave(territory) && !['french', 'eu'].includes(nationality)

const boardProblems = (input: Input, permitAsked: PermitAsked | null): InputProblem[] => {
  if (permitAsked === 'discretion' && input['tenYears'] === undefined) return [tenYearsUnsaid]
  const due = permitAsked === 'l425_3' || (permitAsked === 'discretion' && input['tenYears'] === true)
  return due && input['boardHeard'] !== true ? [boardUnheard] : []
}

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

/** Of any form that asks it: the visa of whoever leaves Mayotte, and what is new after the prefect’s invitation. */
export const askedOfResidence = (
  { properties }: TObject,
  input: Input,
  { facts }: Situation
): InputProblem[] => {
  const unsaid = (field: string) => field in properties && input[field] === undefined
  const late = 'newCircumstances' in properties && facts.invitationOver && input['newCircumstances'] !== true
  return [
    ...(unsaid('mayotteVisa') && leavesItsPermit(facts) ? [visaUnsaid] : []),
    ...(late ? [twoMonthsOver] : [])
  ]
}

/** What only the facts of the case can refuse in an application for a permit, or in its refusal. */
export const residenceChecks = {
  endSaid: ({ validUntil }: Input, { facts }: Situation) =>
    facts.withdrawnPermit === 'aps_psp' && !validUntil ? [endUnsaid] : [],
  oldEnough: ({ worksOrTrains }: Input, { facts }: Situation) =>
    isMinor(facts) && (childBands.includes(facts.ageBand) || worksOrTrains !== true) ? [tooYoung] : [],
  removalOpen: ({ appealWithin }: Input, { facts }: Situation) =>
    facts.removalBar && appealWithin !== 'two_months' ? [barred] : [],
  removalStated: ({ appealWithin }: Input, { facts }: Situation) =>
    facts.removalBar && appealWithin !== undefined && appealWithin !== 'two_months' ? [barred] : [],
  // What is asked for beside it has an answer of its own, unless nothing else is before the prefecture.
  boardHeard: (input: Input, { facts, regions }: Situation) =>
    boardProblems(
      input,
      isApplied(regions.residence) && onlyBesideAsked(facts)
        ? (answeredBeside(facts)?.permit ?? null)
        : facts.permitAsked
    ),
  otherBoardHeard: (input: Input, { facts }: Situation) =>
    boardProblems(input, answeredBeside(facts, input['permit'])?.permit ?? null),
  // Each application has its own silence (R432-2).
  silenceOfIt: ({ permit }: Input, { facts }: Situation) => {
    const own = besideUnanswered(facts).filter((one) => one.permit === permit)
    return own.length > 0 && !own.some(({ over }) => over) ? [notSilent] : []
  },
  heardFirst: ({ reason, heardOn }: Input) =>
    reason !== 'public_order' && heardOn === undefined ? [notHeard] : [],
  datesInOrder: orderProblems
}
