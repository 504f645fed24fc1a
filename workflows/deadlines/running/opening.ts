import { isCivilDate } from '../../calendar/calendar.ts'
import type { Answered, Doubting, Opening } from '../../act/command.ts'
import { newsOf } from './contact.ts'
import { commandRow, type CommandType } from '../../case/commands.ts'
import type { DeadlineCode } from '../deadlines.ts'
import { countedOf } from '../stated.ts'
import { doubts as register, type Doubt, type Doubted, type DoubtId, type InLaw } from '../doubts.ts'
import { agreedTo } from '../../facts/facts.ts'
import { legalBasis } from '../../law/register.ts'
import { guards, type GuardId, type Situation } from '../../guards/guards.ts'
import { doubtedIn, known } from './doubted.ts'
import { says } from './stopping.ts'
import { stillCounts } from './validity.ts'
import type { ConsentScope } from '../../vocabulary/vocabulary.ts'

type Input = Record<string, unknown>

/** The day that a field of the input gives; `identity.birthDate` looks inside. */
export const dayIn = (input: Input, path: string): string | null => {
  const found = path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], input)
  return typeof found === 'string' && isCivilDate(found) ? found : null
}

const named = (input: Input, scope: ConsentScope) =>
  ((input['scopes'] ?? []) as readonly ConsentScope[]).includes(scope)

type Asking = Pick<Doubting, 'given' | 'unlessGiven'> & Pick<Opening, 'whenInput'>

const listOf = (some: Answered | readonly Answered[] = []): readonly Answered[] =>
  'field' in some ? [some] : some

/** What an opening or a doubt asks of the form, one answer or several. */
export const answersOf = ({ whenInput }: Pick<Opening, 'whenInput'>): readonly Answered[] => listOf(whenInput)

const isSaid = (asking: Asking, input: Input): boolean => {
  const { given, unlessGiven } = asking
  return (
    answersOf(asking).every((one) => says(input, one)) &&
    (!given || input[given] !== undefined) &&
    (!unlessGiven || input[unlessGiven] === undefined)
  )
}

const isAsked = (opening: Opening, input: Input): boolean =>
  (!opening.ofScopes || opening.ofScopes.some((scope) => named(input, scope))) && isSaid(opening, input)

/** Where a case stood, and where an act has led it; a flag has no before. */
export type Move = { before: Situation | null; after: Situation }

export const asList = (some: GuardId | readonly GuardId[] = []): readonly GuardId[] =>
  typeof some === 'string' ? [some] : some

export const isOpened = (opening: Opening, input: Input, { before, after }: Move): boolean => {
  const { was, when, unless, newly, code } = opening
  const said = opening.unlessSaid !== undefined && input[opening.unlessSaid] !== undefined
  const held = asList(was).every((guard) => before !== null && guards[guard].holds(before))
  const holdsIn = (situation: Situation) => asList(when).every((guard) => guards[guard].holds(situation))
  const holds = holdsIn(after) && !(newly && before !== null && holdsIn(before))
  const bars = unless !== undefined && guards[unless].holds(after)
  const otherwise = listOf(opening.unlessInput).some((other) => says(input, other))
  return held && holds && !bars && !said && !otherwise && isAsked(opening, input) && stillCounts(code, after)
}

const isInForce = (id: DoubtId, day: string): boolean => {
  const { onceInForce, basis }: Doubt = register[id]
  return !onceInForce || legalBasis(basis, day).inForce !== false
}

/** The doubts that an act leaves; one that counts from another day is none without that day. */
export const doubtsIn = (doubts: readonly Doubting[], input: Input): Doubted[] =>
  doubts
    .filter((one) => isSaid(one, input))
    .flatMap(({ doubt, from }): Doubted[] => {
      if (from === undefined) return [{ id: doubt }]
      const day = dayIn(input, from)
      return day === null || !isInForce(doubt, day) ? [] : [{ id: doubt, from: day }]
    })

const inLawOf = ({ atHour, notice: field, doubts = [] }: Opening, input: Input): InLaw | null => {
  const said = atHour === undefined ? undefined : input[atHour]
  const [hour, left] = [typeof said === 'string' ? said : null, doubtsIn(doubts, input)]
  const notice = field === undefined ? null : dayIn(input, field)
  return known({ hour, doubts: left, ...(notice !== null && { notice }) })
}

/** `startsOn` null: from the moment of the act. `sinceMajority`: it counts from the eighteenth birthday, which came later. */
export type Opened = {
  code: DeadlineCode
  startsOn: string | null
  restarts: boolean
  sinceMajority?: true
  /** Only where it already runs, from an earlier day; only where there is none, be it over. */
  interrupts?: true
  first?: true
  /** The doubt that it has where it is opened beside those of which it cannot be. */
  beside?: DoubtId
  /** Not where one of this name is still to end on its day; where one is known, without this doubt. */
  yieldsTo?: DeadlineCode
  unlessCounted?: DoubtId
  /** Takes the place of the one against the same decision. */
  corrects?: true
  inLaw?: InLaw
}

/** What an act may open: its own clocks, and the time without news where it is done with her. */
export const opensOf = (command: CommandType): Opening[] => [...commandRow(command).opens, ...newsOf(command)]

const isAnew = ({ restarts = false, ofScopes }: Opening, input: Input, { facts }: Situation): boolean =>
  ofScopes ? ofScopes.every((scope) => !agreedTo(facts, scope) || named(input, scope)) : restarts

/** A day that the case knows starts what is written down later than it was done; what was done after it is about something else. */
const knownDay = ({ sinceFact }: Opening, input: Input, { facts }: Situation): string | null => {
  if (sinceFact === undefined) return null
  const { earliest, notAfter } = sinceFact
  const days = earliest.flatMap((fact) => facts[fact] ?? []).toSorted()
  const done = notAfter === undefined ? '' : dayIn(input, notAfter)
  return days.find((day) => done !== null && done <= day) ?? null
}

const dated = (opening: Opening, input: Input, move: Move): Opened[] => {
  const { code, startsOn, endsOn, notBefore, interrupts, sinceFact } = opening
  const restarts = isAnew(opening, input, move.after)
  const path = startsOn ?? endsOn
  const inLaw = doubtedIn(code, inLawOf(opening, input), move.after)
  const doubted = {
    ...(inLaw !== null && { inLaw }),
    ...(opening.first && { first: true as const }),
    ...(opening.beside && { beside: opening.beside }),
    ...(opening.yieldsTo && { yieldsTo: opening.yieldsTo }),
    ...(opening.unlessCounted && { unlessCounted: opening.unlessCounted }),
    ...(opening.corrects && { corrects: true as const })
  }
  if (path === undefined && sinceFact === undefined) return [{ code, startsOn: null, restarts, ...doubted }]
  const day = path === undefined ? knownDay(opening, input, move.after) : dayIn(input, path)
  if (day === null) return []
  if (interrupts) return [{ code, startsOn: day, restarts: true, interrupts }]
  const earliest = (notBefore && dayIn(input, notBefore)) ?? day
  return earliest > day
    ? [{ code, startsOn: earliest, restarts, sinceMajority: true, ...doubted }]
    : [{ code, startsOn: day, restarts, ...doubted }]
}

/** What an act both opens and starts anew runs once, from the later of its days. */
const once = (opened: Opened[]): Opened[] => {
  const itself = opened.filter(({ interrupts }) => !interrupts)
  const later = ({ code, startsOn }: Opened) =>
    opened.find((one) => one.interrupts && one.code === code && startsOn !== null && one.startsOn! > startsOn)
  const opens = (code: DeadlineCode) => itself.some((one) => one.code === code)
  return [
    ...itself.map((one) => ({ ...one, startsOn: later(one)?.startsOn ?? one.startsOn })),
    ...opened.filter(({ interrupts, code }) => interrupts && !opens(code))
  ]
}

/** The clocks that an act opens, given where the case stood and stands. One that waits for a date is not opened without it. */
export const openedBy = (command: CommandType, input: Input, move: Move): Opened[] => {
  const counted = countedOf(input)
  return once(
    opensOf(command)
      .filter((opening) => isOpened(opening, counted, move))
      .flatMap((opening) => dated(opening, counted, move))
  )
}
