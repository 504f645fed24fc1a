import type { Answers, TimeAct } from './acts.ts'
import { answer, ask, bornOf, cut, stands, type Decision, type Reading, type State } from './life.ts'
import { readingsOf, waysOf } from './readings.ts'

// What was written down has several meanings: of which decision an act is, what the law leaves open, and which of two days is the slip. Each
// is lived by itself.

/** `unsure`: by the group of an act, of which decision it is there. */
export type World = {
  reading: Reading
  states: readonly State[]
  of: Readonly<Record<number, number | null>>
}

type Lived = { states: readonly State[]; asked: readonly string[]; of: Record<number, number | null> }
type Around = {
  decisions: readonly Decision[]
  reading: Reading
  groups: ReadonlyMap<number, readonly (number | null)[]>
}

const isKnownBy = ({ days }: Decision, said: string) => days.includes(said)

/**
 * Of which decisions an act may be: those that bear the day that is said, notified by then; said by a day of none, any or one that nobody
 * wrote down; unsaid, any that is on file, and where none was as it was written, perhaps one that never came on file.
 */
const meant = (act: TimeAct, decisions: readonly Decision[]): (number | null)[] => {
  const { said, on } = act
  const apt = [...decisions.keys()].filter((at) => {
    const { code, notice } = decisions[at]!
    return act.among.includes(code) && notice <= on
  })
  const own = said === null ? [] : apt.filter((at) => isKnownBy(decisions[at]!, said))
  if (own.length > 0) return own
  const isOther =
    said !== null &&
    decisions.some((one) => isKnownBy(one, said) && (act.among.includes(one.code) || one.notice > on))
  if (isOther || apt.length === 0) return [null]
  const isOnFile = apt.some((at) => decisions[at]!.since <= act.group)
  return said === null && isOnFile ? apt : [...apt, null]
}

/** What is asked or cut unsaid is of a time that stood that day, where one did. */
const isOfStanding = (
  act: TimeAct,
  of: number | null,
  { states }: Lived,
  { decisions, reading, groups }: Around
) => {
  if (act.said !== null || act.does === 'answers') return true
  const all = groups.get(act.group)!
  const isStanding = (at: number | null) =>
    at !== null && stands(states[at]!, act.on, decisions[at]!, reading)
  return of === null || isStanding(of) || !all.some((at) => isStanding(at) && !decisions[at!]!.over)
}

/** Said of a decision whose time still ran, it answers what was asked of nobody knows which. */
const isOfAsked = (act: Answers, of: number, { asked, states }: Lived, { decisions, groups }: Around) => {
  const known = asked.filter((one) => one.startsWith(`${act.what} `))
  const end = decisions[of]!.ends(states[of]!.safe, false).on
  const isSaid = act.said !== null && isKnownBy(decisions[of]!, act.said)
  return (
    isSaid &&
    (end === null || act.on <= end) &&
    known.some((one) => groups.get(Number(one.split(' ')[3]))!.includes(of))
  )
}

/** What was asked against another kind of decision is answered by itself. */
const isOfKind = ({ among }: Answers, asked: string, decisions: readonly Decision[]) => {
  const of = asked.split(' ')[1]!
  return of === 'null' || among.includes(decisions[Number(of)]!.code)
}

/** An answer is to a request that is written down, where there is one that it may answer. */
const isAnswered = (act: TimeAct, of: number | null, { asked }: Lived, { decisions }: Around) => {
  const { said } = act
  if (act.does !== 'answers' || (said !== null && decisions.some((one) => isKnownBy(one, said)))) return true
  const [own, day] = [`${act.what} ${of} `, act.asked === null ? '' : ` ${act.asked} `]
  const known = asked.filter((one) => one.startsWith(`${act.what} `) && isOfKind(act, one, decisions))
  const those = known.some((one) => one.includes(day)) ? known.filter((one) => one.includes(day)) : known
  return those.length === 0 || those.some((one) => one.startsWith(own))
}

const askedNow = (act: TimeAct, of: number | null, asked: readonly string[]) => {
  if (act.does === 'cuts') return asked
  const name = `${act.what} ${of} `
  if (act.does === 'asks') return [...asked, `${name}${act.on} ${act.group}`]
  const at = asked.findIndex((one) => one.startsWith(name))
  return at < 0 ? asked : asked.toSpliced(at, 1)
}

/** An act, as it is of a decision there. */
type Taken = { act: TimeAct; of: number | null }

const changed = ({ act, of }: Taken, at: number, life: Lived, around: Around): State => {
  const { decisions, reading } = around
  const [state, decision] = [life.states[at]!, decisions[at]!]
  if (act.does === 'cuts') {
    const isBeside = reading.person && act.beside.includes(state.law.code)
    const isReached = of === at || (isBeside && stands(state, act.on, decision, reading))
    return isReached ? cut(state, act, decision, reading) : state
  }
  if (of !== at) return state
  if (act.does === 'asks') return ask(state, act, decision, reading)
  const known = life.asked.some((one) => one.startsWith(`${act.what} ${at} `))
  return answer(state, act, decision, { ...reading, known, sure: isOfAsked(act, at, life, around) })
}

const lived = (act: TimeAct, life: Lived, around: Around): Lived[] => {
  const known = life.of[act.group]
  const ways = known === undefined ? around.groups.get(act.group)! : [known]
  return ways
    .filter((of) => isOfStanding(act, of, life, around) && isAnswered(act, of, life, around))
    .map((of) => ({
      states: life.states.map((_, at) => changed({ act, of }, at, life, around)),
      asked: askedNow(act, of, life.asked),
      of: { ...life.of, [act.group]: of }
    }))
}

/** Those that are the same from here on are one. */
const distinct = (lives: readonly Lived[]) => [
  ...new Map(lives.map((one) => [JSON.stringify(one), one])).values()
]

const most = 4000

/** In one reading; null where there are too many. */
const livesIn = (acts: readonly TimeAct[], around: Around): Lived[] | null => {
  const born: Lived = { states: around.decisions.map(bornOf), asked: [], of: {} }
  return acts.reduce<Lived[] | null>(
    (lives, act) => {
      if (lives === null) return null
      const next = distinct(lives.flatMap((life) => lived(act, life, around)))
      return next.length > most ? null : next
    },
    [born]
  )
}

/** An answer may be of a decision that never came on file, where what it answers may be. */
const waysOfAll = (acts: readonly TimeAct[], decisions: readonly Decision[]) => {
  const own = new Map(acts.map((act) => [act.group, meant(act, decisions)]))
  const mayAnswer = (one: Answers) => (act: TimeAct) =>
    act.does === 'asks' && act.what === one.what && own.get(act.group)!.includes(null)
  const wider = acts.flatMap((act): [number, (number | null)[]][] =>
    act.does === 'answers' && act.said === null && acts.some(mayAnswer(act))
      ? [[act.group, [...new Set([...own.get(act.group)!, null])]]]
      : []
  )
  return new Map([...own, ...wider])
}

const enough = 2000

/** Every world that may be; null where they are too many to be lived. */
export const worldsOf = (decisions: readonly Decision[], acts: readonly TimeAct[]): World[] | null => {
  const groups = waysOfAll(acts, decisions)
  const readings = readingsOf(acts, decisions)
  const all = waysOf(acts, decisions.length === 1)
  if (all.length * readings.length > enough) return null
  const worlds: World[] = []
  for (const some of all)
    for (const reading of readings) {
      const lives = livesIn(some, { decisions, reading, groups })
      if (lives === null) return null
      worlds.push(...lives.map(({ states, of }) => ({ reading, states, of })))
    }
  return worlds.length === 0 ? null : worlds
}
