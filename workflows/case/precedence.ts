import { civilDate, isCivilDate } from '../calendar/calendar.ts'
import type { CommandType } from './commands.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import type { Zone } from '../calendar/territories.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

// Days that come after others: what is written down later is not dated before what it follows. What has no other before it
// may well have happened before she was flagged, and is left alone.

/** The acts of which the last counts, where its day stands in each, and what it is called. */
type Earlier = {
  acts: Partial<Record<CommandType, string>>
  named: Bilingual
  /** Only acts about one of the same things count, by this field; one that names none is about all. */
  about?: string
  /** An act that says no day was done on the day of its recording. */
  orRecorded?: true
}
type Rule = { field: string; after: Earlier }

const earlier = (acts: Earlier['acts'], fr: string, en: string): Earlier => ({ acts, named: { fr, en } })
const only = (acts: Earlier['acts'], { named }: Earlier): Earlier => ({ acts, named })

const applications = {
  permit: { 'permit.apply': 'on', 'permit.apply_beside': 'on' },
  unworthyHousing: { 'unworthy_housing.apply': 'on', 'unworthy_housing.apply_beside': 'on' },
  discretion: { 'discretion.apply': 'on', 'discretion.apply_beside': 'on' },
  comingOfAge: { 'coming_of_age.apply': 'on', 'coming_of_age.apply_beside': 'on' },
  resident: { 'resident.apply': 'on' }
} as const
const application = earlier(
  {
    ...applications.permit,
    ...applications.unworthyHousing,
    ...applications.discretion,
    ...applications.comingOfAge,
    ...applications.resident
  },
  'de la demande',
  'of the application'
)
const renewal = only({ 'permit.renew_ask': 'on' }, application)

const issue = earlier(
  {
    'permit.issue': 'issuedOn',
    'permit.renew': 'issuedOn',
    'unworthy_housing.issue': 'issuedOn',
    'discretion.issue': 'issuedOn',
    'psp.permit': 'issuedOn',
    'ta.restored': 'issuedOn'
  },
  'de la délivrance du titre',
  'of the issue of the permit'
)
const refusal = earlier(
  { 'permit.refuse': 'decisionOn', 'permit.withdraw': 'decisionOn' },
  'de la décision',
  'of the decision'
)
const appeal = earlier({ 'ta.filed': 'on', 'reflection.appeal': 'on' }, 'du recours', 'of the appeal')
const programme = earlier(
  { 'psp.decision': 'decidedOn', 'psp.renew': 'decidedOn' },
  'de la décision sur le parcours',
  'of the decision on the programme'
)

const interview = earlier({ 'acse.visio': 'at' }, 'de l’entretien', 'of the interview')
const arrival = earlier(
  { 'acse.admission': 'on', 'housing.moved': 'on', 'housing.other': 'on' },
  'de l’arrivée',
  'of the arrival'
)
const childArrival = only({ 'minor.placement_arrival': 'on' }, arrival)
const asylumArrival = only({ 'dna.admission': 'on' }, arrival)

const order = earlier(
  { 'opp.issue': 'on', 'opp.renew': 'on' },
  'du placement provisoire',
  'of the provisional placement'
)
const seizing = earlier(
  { 'judge.seize': 'on', 'judge.petition': 'on' },
  'de la saisine',
  'of the day the case came before the judge'
)
const measure = earlier({ 'measure.order': 'on' }, 'de la mesure', 'of the measure')
const documents = earlier(
  { 'permit.documents_asked': 'on' },
  'où elles ont été demandées',
  'on which they were asked for'
)
const flight = earlier({ 'runaway.report': 'lastSeenOn' }, 'de la fugue', 'of the flight')
const reception = earlier({ 'minor.received': 'on' }, 'du recueil', 'of the reception')
const allowance = earlier(
  { 'allowance.open': 'from', 'afis.open': 'from' },
  'de l’ouverture',
  'of the opening'
)
const weighing = earlier(
  { 'return.assess': 'on', 'return.judge': 'on' },
  'de l’examen du retour',
  'of the weighing of the return'
)

/** What the person answered last holds: a paper that is older revives no consent that they took back, and ends none that they gave since. */
const answer: Earlier = {
  ...earlier(
    {
      'person.inform': 'on',
      'consent.record': 'on',
      'consent.refuse': 'on',
      'consent.withdraw': 'on',
      'consent.lapsed': 'on'
    },
    'où les droits ont été expliqués, ou de la dernière réponse à la même question',
    'on which rights were explained, or of the last answer to the same question'
  ),
  about: 'scopes',
  orRecorded: true
}

/** Field by field, what its day does not precede. */
export const notBefore: Partial<Record<CommandType, readonly Rule[]>> = {
  'permit.receipt': [{ field: 'issuedOn', after: application }],
  'permit.documents_asked': [{ field: 'on', after: application }],
  'permit.documents_received': [{ field: 'on', after: documents }],
  'permit.issue': [{ field: 'issuedOn', after: only(applications.permit, application) }],
  'unworthy_housing.issue': [{ field: 'issuedOn', after: only(applications.unworthyHousing, application) }],
  'discretion.issue': [{ field: 'issuedOn', after: only(applications.discretion, application) }],
  'coming_of_age.issue': [{ field: 'issuedOn', after: only(applications.comingOfAge, application) }],
  'resident.issue': [{ field: 'issuedOn', after: only(applications.resident, application) }],
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
  'return.depart': [{ field: 'on', after: weighing }],
  'consent.record': [{ field: 'on', after: answer }],
  'consent.refuse': [{ field: 'on', after: answer }]
}

const actsOf = ({ after: { acts } }: Rule) => Object.keys(acts)

/** The acts whose day a command is held against. */
export const heldAgainst = (command: string): string[] =>
  (notBefore[command as CommandType] ?? []).flatMap(actsOf)

const beforeIt = ({ field, after: { named } }: Rule): InputProblem =>
  problem(
    field,
    'before_earlier',
    `Cette date précède le jour ${named.fr} : vérifiez-la.`,
    `This date comes before the day ${named.en}: check it.`
  )

type Told = { command: string; input: Record<string, unknown>; at?: Date }

/** The day that a value names: its own, or that of the moment in the zone of the territory. */
const dayOf = (value: unknown, zone: Zone): string | null => {
  if (typeof value !== 'string') return null
  return isCivilDate(value) ? value : civilDate(new Date(value), zone)
}

const isAbout = ({ about }: Earlier, one: Told, other: Told): boolean => {
  const [these, those] = [one, other].map(({ input }) => (about === undefined ? null : input[about]))
  return !Array.isArray(these) || !Array.isArray(those) || these.some((thing) => those.includes(thing))
}

/** Where a day that is given comes before what it follows; `earlier` lists the acts of the case, the last first. Pure. */
export const precedenceProblems = (asked: Told, earlier: readonly Told[], zone: Zone): InputProblem[] =>
  (notBefore[asked.command as CommandType] ?? []).flatMap((rule) => {
    const { acts, orRecorded } = rule.after
    const last = earlier.find((one) => one.command in acts && isAbout(rule.after, one, asked))
    const said = last && dayOf(last.input[acts[last.command as CommandType]!], zone)
    const from = said ?? (orRecorded && last?.at ? civilDate(last.at, zone) : null)
    const given = dayOf(asked.input[rule.field], zone)
    return from && given && given < from ? [beforeIt(rule)] : []
  })
