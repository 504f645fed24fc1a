import { capacities, type Capacity } from '../workflows/vocabulary/capacities.ts'
import { commandRow, isCommandType, type CommandType } from '../workflows/case/commands.ts'
import { isQuiet, unusualReason } from '../workflows/case/records.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines/deadlines.ts'
import type { FieldNotes } from '../workflows/vocabulary/fields.ts'
import { kinds } from '../workflows/referral/kinds/kinds.ts'
import { classOfField, isSealed } from '../workflows/vocabulary/split.ts'
import type {
  Bilingual,
  DataClass,
  ReferralKind,
  RegionId,
  Seen
} from '../workflows/vocabulary/vocabulary.ts'
import { maySee, scopesShownTo, seesWhole, type Known } from './data-classes.ts'
import { grants } from './grants.ts'
import { confirms } from './separation.ts'

const classOfRegion: Record<RegionId, DataClass | null> = {
  identification: null,
  housing: 'K',
  asylum_housing: 'I',
  residence: 'E',
  asylum: 'I',
  judicial: 'F',
  // What she needs and where she is sent for it is for those who help her, not for all who may read her account.
  care: 'H',
  // That she is protected as a child is told to all, as one coarse word; how, to those who may know what justice does.
  minor: 'F',
  consent: null,
  closure: null
}

/** The data class a reader needs to see where a region stands and the acts that moved it. */
export const regionClass = (region: RegionId | null): DataClass | null => region && classOfRegion[region]

/** The class a reader needs to follow an act: the one of its region, unless its row asks for a rarer one. */
export const actClass = (type: CommandType): DataClass | null =>
  commandRow(type).sees ?? regionClass(commandRow(type).region)

/** Where a person was sent, and who refused, is of the region that the referral serves. */
export const referralClass = (kind: ReferralKind): DataClass => kinds[kind].dataClass

const kindAnsweredWithin = (code: string) =>
  (Object.keys(kinds) as ReferralKind[]).find((kind) => kinds[kind].answerWithin === code)

/** A clock is told to those who may see what its name tells; one that awaits an answer goes with its referral. */
export const deadlineClass = (code: string): Seen => {
  const { dataClass }: DeadlineRow = deadlineRegister[code as DeadlineCode]
  // This clock awaits the confirmation of an emergency access and is shown with that access. Class L (figures) is in
  // no capacity's sight, so no case shows it.
  if (dataClass === 'opening') return 'L'
  if (dataClass !== 'referral') return dataClass
  return referralClass(kindAnsweredWithin(code)!)
}

/** What happened to a case: an act with what was filled in and, once it is kept, the classes that were sealed of it; or a step of a referral. */
export type Happening =
  | {
      command: string
      input: Record<string, unknown>
      sealed?: readonly DataClass[]
      /** Codes of a record: one that left its region as it was moved nothing of anybody’s. */
      unusual?: readonly string[]
    }
  | { kind: ReferralKind }

const asText = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Of an act that was taken back hears who hears of the act itself: to anybody else neither is told. */
const heardAs = (happening: Happening): Happening => {
  if ('kind' in happening || happening.command !== 'act.undone') return happening
  const { act, filled, classes, quiet } = happening.input
  return {
    command: String(act),
    input: (filled ?? {}) as Record<string, unknown>,
    sealed: asText(classes) as DataClass[],
    unusual: asText(quiet)
  }
}

/** The class of what happened. What the clock said is for those who may see the clock: its name tells what was done. */
export const classOf = (said: Happening): Seen => {
  const happening = heardAs(said)
  if ('kind' in happening) return referralClass(happening.kind)
  const { command, input } = happening
  if (command.startsWith('clock.')) return deadlineClass(String(input['deadline']))
  return isCommandType(command) ? actClass(command) : null
}

/**
 * An act of which this capacity may read nothing is not told to it at all, since an empty line would tell: all of it is about
 * asylum, or it is a note of which no field is theirs, be it open or sealed.
 */
const isHiddenWhole = (happening: Happening, capacity: Capacity, facts: Known): boolean => {
  if ('kind' in happening || !isCommandType(happening.command)) return false
  const { input, command, sealed = [] } = happening
  const { input: schema, notes } = commandRow(command)
  const said = Object.keys(schema.properties).filter((field) => input[field] !== undefined)
  const given = said.filter((field) => !isSealed(classOfField(schema, field)))
  const scopes = input['scopes']
  if (given.includes('scopes') && Array.isArray(scopes))
    if (!scopesShownTo(capacity, facts).some((scope) => scopes.includes(scope))) return true
  const mayRead = (field: string) =>
    (maySee('I', capacity, facts) || classOfField(schema, field) !== 'I') &&
    (!notes || seesWhole(classOfField(schema, field) ?? null, capacity, facts))
  if (!notes) return given.length > 0 && !given.some(mayRead)
  const kept = sealed.some((one) => seesWhole(one, capacity, facts))
  return said.length + sealed.length > 0 && !kept && !said.some(mayRead)
}

/** Whether a capacity gives the second voice on an act: it then reads all that the act says. */
const concludesOn = (command: string, capacity: Capacity) =>
  Object.values(grants)
    .flat()
    .some(({ as, may }) => as === capacity && may.some((act) => confirms(act) === command))

/** Whether a capacity may read a value that is kept open, and tells more than the act itself. Pure. */
export const mayReadValue = (
  { command, notes: { tells } }: { command: string; notes: FieldNotes },
  capacity: Capacity,
  facts: Known
): boolean => tells === undefined || seesWhole(tells, capacity, facts) || concludesOn(command, capacity)

/** Whether a capacity may learn that this happened. Pure. */
export const mayHearOf = (happening: Happening, capacity: Capacity, facts: Known): boolean =>
  seesWhole(classOf(happening), capacity, facts) && !isHiddenWhole(heardAs(happening), capacity, facts)

const corrected: Bilingual = { fr: 'Une saisie a été corrigée', en: 'An entry was corrected' }

/** The word that everybody is told of an act, whoever may follow it; null where there is none. Pure. */
export const toldAloud = ({ command, input }: { command: CommandType; input: object }): Bilingual | null => {
  const { aloud } = commandRow(command)
  if (!aloud) return null
  const { word, when } = aloud
  return !when || (input as Record<string, unknown>)[when.field] === when.is ? word : null
}

/**
 * The one word in which whoever may not follow an act learns that it moved what they do see: their coarse word of its region,
 * or what is told to all. Null where it moved nothing of theirs. Pure.
 */
export const heardInAWord = (said: Happening, capacity: Capacity, facts: Known): Bilingual | null => {
  const word = wordOf(heardAs(said), capacity, facts)
  return word !== null && 'command' in said && said.command === 'act.undone' ? corrected : word
}

const wordOf = (happening: Happening, capacity: Capacity, facts: Known): Bilingual | null => {
  if ('kind' in happening || !isCommandType(happening.command)) return null
  const { command, input, unusual } = happening
  if (isQuiet(unusual)) return null
  const seen = actClass(command)
  if (seesWhole(seen, capacity, facts)) return null
  const { inAWord } = commandRow(command)
  return (maySee(seen, capacity, facts) ? inAWord : null) ?? toldAloud({ command, input })
}

/** Whether every capacity that sees what an act would move may follow the act itself. Pure. */
export const followedByAllWhoSee = (seen: Seen, happening: Happening, facts: Known): boolean =>
  (Object.keys(capacities) as Capacity[]).every(
    (capacity) => !seesWhole(seen, capacity, facts) || mayHearOf(happening, capacity, facts)
  )

const classTold = (command: CommandType, sees: Seen | 'region' | 'act'): Seen => {
  if (sees === 'region') return regionClass(commandRow(command).region)
  return sees === 'act' ? actClass(command) : sees
}

/**
 * What was unexpected of a record, as far as this reader may know what each reason tells. To whoever learns none of them the
 * line says nothing: that something was unexpected would tell what they may not know. Pure.
 */
export const unusualTold = (
  command: CommandType,
  codes: readonly string[] | undefined,
  learns: (told: { sees: Seen; coarse?: boolean | undefined }) => boolean
): string[] =>
  (codes ?? []).filter((code) => {
    const found = unusualReason(command, code)
    if (found === null) return false
    const { sees, coarse, field = null } = found
    return learns({ sees: classTold(command, sees), coarse }) && learns({ sees: field })
  })

/** Who learns that something happened, as soon as it does: the capacities that may read it, whole or in a word. Pure. */
export const capacitiesHearing = (happening: Happening, facts: Known): Capacity[] =>
  (Object.keys(capacities) as Capacity[]).filter(
    (capacity) => mayHearOf(happening, capacity, facts) || heardInAWord(happening, capacity, facts) !== null
  )
