import { civilDate, isCivilDate } from '../calendar/calendar.ts'
import type { CommandType } from './commands.ts'
import type { InputProblem } from '../vocabulary/input.ts'
import type { Zone } from '../calendar/territories.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

// Days that come after others: what is written down later is not dated before what it follows. What has no other before it
// may well have happened before she was flagged, and is left alone.

/** The acts of which the last counts, where its day stands in each, and what it is called. */
type Earlier = { acts: Partial<Record<CommandType, string>>; named: Bilingual }
type Rule = { field: string; after: Earlier }

const application: Earlier = {
  acts: {
    'permit.apply': 'on',
    'permit.apply_beside': 'on',
    'unworthy_housing.apply': 'on',
    'unworthy_housing.apply_beside': 'on',
    'discretion.apply': 'on',
    'discretion.apply_beside': 'on',
    'coming_of_age.apply': 'on',
    'coming_of_age.apply_beside': 'on',
    'resident.apply': 'on'
  },
  named: { fr: 'de la demande', en: 'of the application' }
}
const only = (acts: Earlier['acts'], of: Earlier): Earlier => ({ ...of, acts })
const renewal = only({ 'permit.renew_ask': 'on' }, application)

const issue: Earlier = {
  acts: {
    'permit.issue': 'issuedOn',
    'permit.renew': 'issuedOn',
    'unworthy_housing.issue': 'issuedOn',
    'discretion.issue': 'issuedOn',
    'psp.permit': 'issuedOn',
    'ta.restored': 'issuedOn'
  },
  named: { fr: 'de la délivrance du titre', en: 'of the issue of the permit' }
}
const refusal: Earlier = {
  acts: { 'permit.refuse': 'decisionOn', 'permit.withdraw': 'decisionOn' },
  named: { fr: 'de la décision', en: 'of the decision' }
}
const appeal: Earlier = {
  acts: { 'ta.filed': 'on', 'reflection.appeal': 'on' },
  named: { fr: 'du recours', en: 'of the appeal' }
}
const programme: Earlier = {
  acts: { 'psp.decision': 'decidedOn', 'psp.renew': 'decidedOn' },
  named: { fr: 'de la décision sur le parcours', en: 'of the decision on the programme' }
}

const interview: Earlier = {
  acts: { 'acse.visio': 'at' },
  named: { fr: 'de l’entretien', en: 'of the interview' }
}
const arrival: Earlier = {
  acts: { 'acse.admission': 'on', 'housing.moved': 'on', 'housing.other': 'on' },
  named: { fr: 'de l’arrivée', en: 'of the arrival' }
}
const childArrival = only({ 'minor.placement_arrival': 'on' }, arrival)
const asylumArrival = only({ 'dna.admission': 'on' }, arrival)

const order: Earlier = {
  acts: { 'opp.issue': 'on', 'opp.renew': 'on' },
  named: { fr: 'du placement provisoire', en: 'of the provisional placement' }
}
const seizing: Earlier = {
  acts: { 'judge.seize': 'on', 'judge.petition': 'on' },
  named: { fr: 'de la saisine', en: 'of the day the case came before the judge' }
}
const measure: Earlier = {
  acts: { 'measure.order': 'on' },
  named: { fr: 'de la mesure', en: 'of the measure' }
}
const documents: Earlier = {
  acts: { 'permit.documents_asked': 'on' },
  named: { fr: 'où elles ont été demandées', en: 'on which they were asked for' }
}
const flight: Earlier = {
  acts: { 'runaway.report': 'lastSeenOn' },
  named: { fr: 'de la fugue', en: 'of the flight' }
}
const reception: Earlier = {
  acts: { 'minor.received': 'on' },
  named: { fr: 'du recueil', en: 'of the reception' }
}
const allowance: Earlier = {
  acts: { 'allowance.open': 'from', 'afis.open': 'from' },
  named: { fr: 'de l’ouverture', en: 'of the opening' }
}
const weighing: Earlier = {
  acts: { 'return.assess': 'on', 'return.judge': 'on' },
  named: { fr: 'de l’examen du retour', en: 'of the weighing of the return' }
}

/** Field by field, what its day does not precede. */
export const notBefore: Partial<Record<CommandType, readonly Rule[]>> = {
  'permit.receipt': [{ field: 'issuedOn', after: application }],
  'permit.documents_asked': [{ field: 'on', after: application }],
  'permit.documents_received': [{ field: 'on', after: documents }],
  'permit.issue': [
    { field: 'issuedOn', after: only({ 'permit.apply': 'on', 'permit.apply_beside': 'on' }, application) }
  ],
  'unworthy_housing.issue': [
    {
      field: 'issuedOn',
      after: only({ 'unworthy_housing.apply': 'on', 'unworthy_housing.apply_beside': 'on' }, application)
    }
  ],
  'discretion.issue': [
    {
      field: 'issuedOn',
      after: only({ 'discretion.apply': 'on', 'discretion.apply_beside': 'on' }, application)
    }
  ],
  'coming_of_age.issue': [
    {
      field: 'issuedOn',
      after: only({ 'coming_of_age.apply': 'on', 'coming_of_age.apply_beside': 'on' }, application)
    }
  ],
  'resident.issue': [{ field: 'issuedOn', after: only({ 'resident.apply': 'on' }, application) }],
  'permit.renew_ask': [{ field: 'on', after: issue }],
  'permit.renew': [
    { field: 'issuedOn', after: renewal },
    { field: 'issuedOn', after: issue }
  ],
  'permit.withdraw': [{ field: 'decisionOn', after: issue }],
  'ta.filed': [{ field: 'on', after: refusal }],
  'ta.granted': [{ field: 'decisionOn', after: appeal }],
  'ta.restored': [{ field: 'decisionOn', after: appeal }],
  'ta.rejected': [{ field: 'decisionOn', after: appeal }],
  'psp.permit': [{ field: 'issuedOn', after: programme }],
  'psp.renew': [{ field: 'decidedOn', after: programme }],
  'psp.end': [{ field: 'on', after: programme }],
  'acse.admission': [{ field: 'on', after: interview }],
  'stay.review': [{ field: 'on', after: arrival }],
  'housing.left': [{ field: 'on', after: arrival }],
  'housing.absconded': [{ field: 'lastSeenOn', after: arrival }],
  'housing.ended': [{ field: 'on', after: arrival }],
  'dna.stay_review': [{ field: 'on', after: asylumArrival }],
  'dna.left': [{ field: 'on', after: asylumArrival }],
  'dna.absconded': [{ field: 'lastSeenOn', after: asylumArrival }],
  'minor.placement_ended': [{ field: 'on', after: childArrival }],
  'judge.seize': [{ field: 'on', after: order }],
  'measure.order': [{ field: 'on', after: seizing }],
  'measure.merits': [{ field: 'on', after: measure }],
  'place.distanced': [{ field: 'on', after: measure }],
  'place.secure': [{ field: 'on', after: measure }],
  'place.common': [{ field: 'on', after: measure }],
  'runaway.found': [{ field: 'on', after: flight }],
  'minor.reception_ended': [{ field: 'on', after: reception }],
  'allowance.end': [{ field: 'on', after: allowance }],
  'return.depart': [{ field: 'on', after: weighing }]
}

const actsOf = ({ after: { acts } }: Rule) => Object.keys(acts)

/** The acts whose day a command is held against. */
export const heldAgainst = (command: string): string[] =>
  (notBefore[command as CommandType] ?? []).flatMap(actsOf)

const beforeIt = ({ field, after: { named } }: Rule): InputProblem => ({
  field,
  code: 'before_earlier',
  message: {
    fr: `Cette date précède le jour ${named.fr} : vérifiez-la.`,
    en: `This date comes before the day ${named.en}: check it.`
  }
})

type Told = { command: string; input: Record<string, unknown> }

/** The day that a value names: its own, or that of the moment in the zone of the territory. */
const dayOf = (value: unknown, zone: Zone): string | null => {
  if (typeof value !== 'string') return null
  return isCivilDate(value) ? value : civilDate(new Date(value), zone)
}

/** Where a day that is given comes before what it follows; `earlier` lists the acts of the case, the last first. Pure. */
export const precedenceProblems = (
  { command, input }: Told,
  earlier: readonly Told[],
  zone: Zone
): InputProblem[] =>
  (notBefore[command as CommandType] ?? []).flatMap((rule) => {
    const { acts } = rule.after
    const last = earlier.find((one) => one.command in acts)
    const from = last && dayOf(last.input[acts[last.command as CommandType]!], zone)
    const given = dayOf(input[rule.field], zone)
    return from && given && given < from ? [beforeIt(rule)] : []
  })
