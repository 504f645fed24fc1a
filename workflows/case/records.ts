import { broughtBeside, contests, isNoStep } from './records.order.ts'
import { isOfAnother } from '../facts/accused.ts'
import { notesOf, type FieldNotes } from '../vocabulary/fields.ts'
import {
  inSentence,
  type Bilingual,
  type DataClass,
  type RegionId,
  type Seen
} from '../vocabulary/vocabulary.ts'
import { guards, type Guard, type GuardId, type Situation } from '../guards/guards.ts'
import { commandRow, commandTypes, isCommandType, stateRow, type CommandType } from './commands.ts'
import { factProblems } from './fact.problems.ts'
import { formWords } from './records.words.ts'
import { guardsOf } from './machine.ts'
import type { InputProblem } from '../vocabulary/problem.ts'

// What an authority has really decided is written down wherever the case stands. Here is what makes such a record unusual: the
// story keeps it in codes, and says it to whoever may know it.

type Input = Record<string, unknown>

/** Regions in which what is newer replaces what is older. What a court or a service has found of her is not outlived by a day. */
const dated: readonly (RegionId | null)[] = ['residence', 'asylum', 'judicial', 'minor']

/** What a record is about, so that its own day counts: what its row says, or the region that it moves. */
const about = (type: CommandType) => {
  const { records, thread, region, to } = commandRow(type)
  if (!records) return null
  return thread?.of ?? (to !== 'same' && dated.includes(region) ? region : null)
}

/** Which field bears the day of a record, the first that it has: what was decided, before what was notified. */
const days = [
  'decisionOn',
  'decidedOn',
  'pronouncedOn',
  'finalOn',
  'issuedOn',
  'handedOn',
  'attestedOn',
  'on',
  'notifiedOn'
]

/** Trafficking became an offence on that day (law of 18 March 2003): whatever is decided of a victim is later, or mistyped. */
const firstDay = '2003-03-19'

const isLongAgo = (input: Input): boolean =>
  days.some((field) => typeof input[field] === 'string' && input[field] < firstDay)

/** The day of what was decided or done, as the record bears it. */
export const ownDay = (command: string, input: Input): string | null => {
  if (!isCommandType(command)) return null
  const { input: form, thread } = commandRow(command)
  const { properties } = form
  const field = thread?.day ?? days.find((one) => properties[one] && !notesOf(properties[one])?.ahead)
  const value = field && input[field]
  return typeof value === 'string' ? value : null
}

/** The day of an act that was written down; of one that bears none, the day of its writing, where this record does not lead on from it. */
const dayBeside = (type: CommandType, { command, input, on }: Written): string | null =>
  ownDay(command, input) ?? (isCommandType(command) && isNoStep(type, command) ? (on ?? null) : null)

/** The acts whose day that of this record is held against: records about the same, and what was asked or brought since. */
export const heldBeside = (type: CommandType): CommandType[] => [
  ...(about(type) === null ? [] : commandTypes.filter((one) => about(one) === about(type))),
  ...broughtBeside(type)
]

/** An act that was written down, on this day. `quiet`: it left its region as it was. */
export type Written = { command: string; input: Input; on?: string; quiet?: boolean }

const teaches = (command: string) => isCommandType(command) && commandRow(command).recalls !== null

/** What a court sends back says nothing of a permit that ends, nor that of it. */
const isSentBack = (command: string) => command === 'ta.granted'

/** Whether an act that was written down counts: one that moved something, or that taught what this one would teach as well. */
const counts = (type: CommandType, { command, input, quiet = false }: Written) =>
  (!quiet || (teaches(command) && teaches(type) && isSentBack(command) === isSentBack(type))) &&
  // What is final for another accused leaves all else where it was, whatever comes first.
  !(quiet && isOfAnother(input))

/** Whether a record lies before another that has moved its region, or before what it would end; `earlier`: what was written down. Pure. */
export const isOlder = (command: CommandType, input: Input, earlier: readonly Written[]): boolean => {
  const day = ownDay(command, input)
  if (day === null) return false
  const beside: readonly string[] = heldBeside(command).filter((one) => !contests(command, one))
  return earlier.some(
    (one) => beside.includes(one.command) && counts(command, one) && (dayBeside(command, one) ?? day) > day
  )
}

/** What a record refuses all the same: a form that is not complete, and a court of another place, which would be let in to read. */
const refusesStill = ({ code, field }: InputProblem) =>
  (code === 'unsaid' && field === 'validUntil') || (code === 'other_place' && field === 'court')

/** What the facts find odd in what a record says: it is kept with it, and refuses nothing. */
const oddities = (command: CommandType, input: Input, situation: Situation): InputProblem[] =>
  factProblems(command, input, situation).filter((one) => isOdd(command, one))

/** Whether what a check of the facts says of a form only makes a record unusual. */
export const isOdd = (command: CommandType, one: InputProblem): boolean =>
  commandRow(command).records && !refusesStill(one)

/** What should have been so, and is said not to be. */
const saidNot = (command: CommandType, input: Input): string[] =>
  Object.entries(commandRow(command).input.properties).flatMap(([field, schema]) =>
    notesOf(schema)?.awaited && input[field] === false ? [field] : []
  )

/** Codes of a record that left its region as it was; `kept` is told to nobody, since its state is. */
export const quietCodes = ['older', 'kept'] as const
/** Those of an event that say so. */
export const quietIn = (codes: readonly string[] = []): string[] =>
  quietCodes.filter((one) => codes.includes(one))
export const isQuiet = (codes?: readonly string[]): boolean => quietIn(codes).length > 0

/** What makes a record unusual, as its event keeps it; of another act, what was said beside it. */
export const unusualIn = (
  situation: Situation,
  command: CommandType,
  {
    input,
    older,
    kept = false,
    said = []
  }: { input: Input; older: boolean; kept?: boolean; said?: readonly string[] }
): string[] => {
  const { records, region, from } = commandRow(command)
  const beside = said.map((code) => `form.${code}`)
  if (!records) return beside
  const state = region && situation.regions[region]
  return [
    ...(older ? ['older'] : []),
    ...(kept ? ['kept'] : []),
    ...(state && from !== 'any' && !from.includes(state) ? [`state.${state}`] : []),
    ...guardsOf(command)
      .filter((guard) => !guards[guard].holds(situation))
      .map((guard) => `guard.${guard}`),
    ...(isLongAgo(input) ? ['form.long_ago'] : []),
    ...oddities(command, input, situation).map(({ code }) => `form.${code}`),
    ...saidNot(command, input).map((field) => `form.not.${field}`),
    ...beside
  ]
}

const olderThanKnown: Bilingual = {
  fr: 'antérieur à ce que le dossier savait : rien d’autre n’en est changé',
  en: 'earlier than what the case knew: nothing else changes by it'
}

/** `region`: told to whoever sees where the region of the act stands; `act`: who may follow it; `field`: and whose the field is. */
type Reason = Pick<Guard, 'coarse' | 'reason'> & {
  sees: Seen | 'region' | 'act'
  field?: DataClass | undefined
}

/**
 * That a record is older tells of a later one. Those of one thread are of one class, so that whoever follows the one hears of the
 * other; of a region the later one may be of any class that moves it, and is told to whoever sees where it stands.
 */
const older = (command: CommandType): Reason => ({
  sees: commandRow(command).thread ? 'act' : 'region',
  reason: olderThanKnown
})

const notAsked = ({ label }: FieldNotes): Bilingual => ({
  fr: `« ${label.fr} », que la version du dossier demande, n’est pas dit`,
  en: `“${label.en}”, which the version of the case asks for, is not said`
})
const notSo = ({ label, answers }: FieldNotes): Bilingual => ({
  fr: answers ? `dit : « ${answers.false.fr} »` : `« ${label.fr} » : non`,
  en: answers ? `said: “${answers.false.en}”` : `“${label.en}”: no`
})

/** What is odd about a field of the record, told to whoever reads it. */
const ofField = (
  command: CommandType,
  field: string,
  told: (notes: FieldNotes) => Bilingual
): Reason | null => {
  const notes = commandRow(command).input.properties[field]
    ? notesOf(commandRow(command).input.properties[field]!)
    : undefined
  return notes
    ? {
        sees: 'region',
        field: notes.dataClass ?? notes.tells,
        reason: told(notes)
      }
    : null
}

const lowered = ({ fr, en }: Bilingual): Bilingual => ({ fr: inSentence(fr), en: inSentence(en) })

/** What a kept code says, and the classes of what it tells; null of a code that no table knows any more. */
export const unusualReason = (command: CommandType, code: string): Reason | null => {
  if (code === 'older') return older(command)
  const [kind, name = ''] = [code.slice(0, code.indexOf('.')), code.slice(code.indexOf('.') + 1)]
  const { region } = commandRow(command)
  if (kind === 'state' && region) return { sees: 'region', reason: lowered(stateRow(region, name).label) }
  if (kind === 'guard' && Object.hasOwn(guards, name)) return guards[name as GuardId]
  if (kind === 'form' && name.startsWith('required.'))
    return ofField(command, name.slice('required.'.length), notAsked)
  if (kind === 'form' && name.startsWith('not.')) return ofField(command, name.slice('not.'.length), notSo)
  const reason = kind === 'form' ? formWords[name] : undefined
  return reason ? { sees: 'region', reason } : null
}
