import type { Highs } from 'highs'
import type { CountedTable } from '../table/counted.ts'
import { demandsFor, demandsOf, knownTo, lookedAtBy, ownOf, type Contributor } from './demands.ts'
import { atMoments, knowledgeOf, type Method, type Release } from './knowledge.ts'
import type { Knowledge } from './rows.ts'
import { attack, type Attacked, type Remedy, type Unmet } from './mend.ts'
import { halfOf, type Half } from './halves.ts'
import { heldIn, nameCells, withoutCells } from './names.ts'
import type { Sent } from './sent.ts'
import { squaresOf, type Squares } from './squares.ts'
import type { Fraction } from './open.ts'

/** What is to be published, and all that whoever reads it knows already. */
export type Given = {
  release: Release
  /** What was published before of the same year; of the same moment, for others. */
  earlier: readonly Release[]
  /** Exact numbers of the year that others hold. */
  sent?: readonly Sent[]
  contributors: readonly Contributor[]
  /** Only to judge what least squares recover: no attack sees it. */
  truth: readonly CountedTable[]
  method: Method
}

export type Tools = {
  highs: Highs
  fraction: Fraction
  /** Told after each attack. */
  progress: () => void
}

/** What an attack recovers. `who`: everybody, or the contributor that can. */
export type Finding = Unmet & { who: string }

/** Refused unless it passes: nothing is found, nothing contradicts itself, and least squares do no better than a guess. */
export type Verdict = {
  passes: boolean
  findings: readonly Finding[]
  contradicts: boolean
  squares: Squares
}

/** A release that was masked further until it passes, if it does; `maskedToPass` are the names of what was. */
export type Hardened = { release: Release; maskedToPass: readonly string[]; verdict: Verdict }

const everybody = 'everybody'

/** The release with these cells masked in every table that shows them. */
const without = (release: Release, names: ReadonlySet<string>): Release => ({
  ...release,
  maskedToPass: names,
  tables: withoutCells(release.tables, names)
})

/** What is known of some moments; where it is believed, what the others say of each count as well. */
type Known = (release: Release, moments: readonly number[], isBelieved: boolean) => Knowledge

/** Worked out once of a release as it stands: most contributors leave it so. */
const knowing = ({ earlier, method, sent }: Given): Known => {
  let stands: Release | undefined
  let all: Knowledge | undefined
  const kept = new Map<string, Knowledge>()
  return (release, moments, isBelieved) => {
    if (release !== stands || !all) {
      kept.clear()
      stands = release
      all = knowledgeOf([...earlier, release], method, sent)
    }
    const key = `${moments} ${isBelieved}`
    const known = kept.get(key) ?? atMoments(all, moments, method, isBelieved)
    kept.set(key, known)
    return known
  }
}

/** How wide each unknown of the release would be were it masked, at the cost of as many cells as show it. */
const remedyOf = (given: Given, moments: readonly number[]): Remedy => {
  const { release } = given
  const names = release.tables.flatMap((table) =>
    nameCells(table).flatMap((name, cell) =>
      table.shown[cell] === null ? [] : [name, `${table.id}: ${name}`]
    )
  )
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  const masked = knowing(given)(
    without(release, new Set([...(release.maskedToPass ?? []), ...names])),
    moments,
    true
  )
  const rooms = new Map(masked.unknowns.map((one) => [`${one.moment} ${one.cell}`, one]))
  return ({ cell, moment, high }) => {
    const room = moment === release.moment ? rooms.get(`${moment} ${cell}`) : undefined
    // Counts of twenty and more are what a reader comes for.
    return room && times.has(cell)
      ? { low: room.low, high: room.high, cost: times.get(cell)! * (high >= 25 ? 3 : 1) }
      : null
  }
}

/** Asked for by few: most attacks find all that they are asked for. What is masked on the way makes it no other. */
const remedies = (given: Given) => {
  const made = new Map<string, Remedy>()
  return (moments: readonly number[]): Remedy =>
    (unknown) => {
      const remedy = made.get(`${moments}`) ?? remedyOf(given, moments)
      made.set(`${moments}`, remedy)
      return remedy(unknown)
    }
}

/**
 * The attacks: everybody has all releases of the year side by side, since a count that no two of them tell may be told by three; and so
 * has each contributor, who knows what was its own at each.
 */
const attacksOf = (
  { release, earlier, sent = [], contributors, method }: Given,
  { who, half }: Attackers
) => {
  const moments = [...new Set([...earlier, release, ...sent].map(({ moment }) => moment))]
  const byAll = {
    who: everybody,
    moments,
    looked: (knowledge: Knowledge) => knowledge,
    known: (knowledge: Knowledge) => knowledge,
    remedied: (remedy: Remedy) => remedy,
    demands: (knowledge: Knowledge) => halfOf(knowledge, demandsOf(knowledge), half)
  }
  const byEach = contributors.map((one) => {
    const own = ownOf(one, release.moment)
    return {
      who: one.name,
      moments,
      looked: (knowledge: Knowledge) => lookedAtBy(knowledge, one),
      known: (knowledge: Knowledge) => knownTo(knowledge, own),
      // Masked or not, a count is no less than what its reader gave to it.
      remedied:
        (remedy: Remedy): Remedy =>
        (unknown) => {
          const wider = remedy(unknown)
          return wider && { ...wider, low: Math.max(wider.low, own(unknown) ?? 0) }
        },
      demands: (knowledge: Knowledge) =>
        demandsFor(knowledge, own, { deviation: method.deviation, newest: release.moment })
    }
  })
  return who === everybody ? [byAll] : byEach.filter((_, at) => at % 2 === half)
}

const untold: Attacked = { unmet: [], masked: [] }

/** What some of the attacks found, and what they masked so that they find no more. */
export type Outcome = { masked: readonly string[]; findings: readonly Finding[]; contradicts: boolean }

/** Who attacks: everybody, asking for one half, or one half of the contributors. */
export type Attackers = { who: typeof everybody | 'contributors'; half: Half }

const bothHalvesOf = (who: Attackers['who']): Attackers[] => ([0, 1] as const).map((half) => ({ who, half }))

/** Who attacks one after the other, and of them who does at once: everybody, who has most to mask, then those who gave most by turns, if any gave. */
export const turnsOf = ({ contributors }: Given): Attackers[][] => [
  bothHalvesOf(everybody),
  bothHalvesOf('contributors').slice(0, contributors.length)
]

/** The release with what others masked before. */
const after = (given: Given, outcomes: readonly Outcome[]): Given => {
  const { release } = given
  const names = new Set([...(release.maskedToPass ?? []), ...outcomes.flatMap(({ masked }) => masked)])
  return outcomes.every(({ masked }) => masked.length === 0)
    ? given
    : { ...given, release: without(release, names) }
}

/** Some of the attacks, one after the other: what one of them masks is masked for the next. `before`: what others found. */
export const attackBy = (
  whole: Given,
  { highs, fraction, progress }: Tools,
  { attackers, before, mayMask }: { attackers: Attackers; before: readonly Outcome[]; mayMask: boolean }
): Outcome => {
  const given = after(whole, before)
  const masked = new Set(given.release.maskedToPass)
  const first = masked.size
  const findings: Finding[] = []
  let contradicts = false
  let release = given.release
  const [knownAt, remedyFor] = [knowing(given), remedies(given)]
  for (const { who, moments, looked, known, remedied, demands } of attacksOf(given, attackers)) {
    const remedy = mayMask ? remedied(remedyFor(moments)) : null
    const tried = (isBelieved: boolean) => {
      const knowledge = looked(knownAt(release, moments, isBelieved))
      const asked = demands(knowledge)
      // Whoever subtracts nothing learns no more than everybody.
      if (who !== everybody && asked.length === 0) return untold
      return attack(highs, { knowledge: known(knowledge), demands: asked, remedy, fraction })
    }
    const found = tried(true) ?? tried(false)
    if (!found) contradicts = true
    for (const name of found?.masked ?? []) masked.add(name)
    findings.push(...(found?.unmet ?? []).map((unmet) => ({ ...unmet, who })))
    if (found && found.masked.length > 0) release = without(release, masked)
    progress()
  }
  return { masked: [...masked].slice(first), findings, contradicts }
}

/**
 * What all of them come to, in this order, whichever was done first. What one masks takes no world from another: each masked count may be all
 * that it was and more, and nothing is known instead. So what was possible in either half is so beside what the other one masked.
 */
export const conclude = (whole: Given, outcomes: readonly Outcome[]): Hardened => {
  const { release } = after(whole, outcomes)
  const findings = outcomes.flatMap((one) => one.findings)
  const contradicts = outcomes.some((one) => one.contradicts)
  const squares = squaresOf(
    knowing({ ...whole, earlier: [] })(release, [release.moment], false),
    heldIn(whole.truth),
    whole.method
  )
  const passes = findings.length === 0 && !contradicts && squares.passes
  return {
    release,
    maskedToPass: [...new Set(outcomes.flatMap(({ masked }) => masked))],
    verdict: { passes, findings, contradicts, squares }
  }
}

/** All of them by one reader, each turn amid what those before it masked. */
const run = (given: Given, tools: Tools, mayMask: boolean): Hardened => {
  const outcomes: Outcome[] = []
  for (const turn of turnsOf(given)) {
    const before = [...outcomes]
    outcomes.push(...turn.map((attackers) => attackBy(given, tools, { attackers, before, mayMask })))
  }
  return conclude(given, outcomes)
}

/** Attacks a release as whoever reads it could. Knows nothing of how it was protected but what is published of the method. */
export const examine = (given: Given, tools: Tools): Verdict => run(given, tools, false).verdict

/** The same, masking on the way what lets an attack succeed. What it masks is to be shown before anybody publishes. */
export const harden = (given: Given, tools: Tools): Hardened => run(given, tools, true)
