import type { DeadlineCode } from '../deadlines/deadlines.ts'
import { otherAppeals, permitAppeals } from '../regions/residence/words.ts'
import { commandRow, commandTypes, type CommandType } from './commands.ts'

// Which acts come before which. A refusal or an end is of what stood on its day: it ends nothing that was asked or brought since.

/** The end of a permit that was held comes on its own day, whatever was asked for since. */
const ownEnd: readonly CommandType[] = ['other_permit.ended']

/** A refusal that may be appealed against, and the silence of what it refuses. */
const refusals = [
  { appeals: permitAppeals, silence: 'D-SILENCE' },
  { appeals: otherAppeals, silence: 'D-SILENCE-OTHER' }
] as const

const opensOne = (type: CommandType, codes: readonly DeadlineCode[]) =>
  commandRow(type).opens.some(({ code }) => codes.includes(code))

/** What is asked of the prefecture, by the silence that counts from it. */
const askedOf = (silence: DeadlineCode) =>
  commandTypes.filter((type) => !commandRow(type).records && opensOne(type, [silence]))

const complaints = [
  'complaint.file',
  'complaint.add',
  'civil_party.complaint'
] as const satisfies readonly CommandType[]

/** What was asked for, or disputed, since: no refusal or decision of before answers it. */
const askedSince: Partial<Record<CommandType, readonly CommandType[]>> = {
  'psp.refuse': ['exit.request'],
  'young_adult.refused': ['young_adult.ask'],
  'age.decide': ['age.dispute']
}

/** Where no procedure is open any more. */
const over: readonly string[] = ['dismissed', 'acquitted_final']

const endsProcedure = (type: CommandType) => {
  const { region, to } = commandRow(type)
  return region === 'judicial' && over.includes(to)
}

/** What a record would end, if it were brought or asked before it. */
export const broughtBeside = (type: CommandType): CommandType[] => {
  if (!commandRow(type).records || ownEnd.includes(type)) return []
  if (endsProcedure(type)) return [...complaints]
  const refused = refusals.flatMap(({ appeals, silence }) =>
    opensOne(type, appeals) ? askedOf(silence) : []
  )
  return [...refused, ...(askedSince[type] ?? [])]
}

/** An appeal comes before the day on which a decision would be final, and is what keeps it from being so (CPP 186, 498, 380-9). */
export const contests = (type: CommandType, other: CommandType): boolean =>
  commandRow(type).to === 'on_appeal' && 'finalOn' in commandRow(other).input.properties

/**
 * Whether a record is no step that follows this act of an unknown day. A stage leads to its judgment, whenever either is
 * written down; to a classement it does not: no prosecutor ends what is before a judge, and a reopening comes after it.
 */
export const isNoStep = (type: CommandType, other: CommandType): boolean => {
  const { from } = commandRow(other)
  const onlyAfter = from !== 'any' && from.every((state) => state === commandRow(type).to)
  return type === 'procedure.closed' || onlyAfter || (askedSince[type] ?? []).includes(other)
}
