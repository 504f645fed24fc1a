import { regionIds, regionTables } from '../workflows/case/commands.ts'
import type { Region } from '../workflows/act/command.ts'
import { permitsAsked } from '../workflows/regions/residence/words.ts'
import { unknownFacts, type Facts, type PermitAsked } from '../workflows/facts/facts.ts'
import { guards, type Situation } from '../workflows/guards/guards.ts'
import { programmePeriods } from '../workflows/law/lengths.ts'
import { timesOf } from '../workflows/law/limitation.ts'
import { opensCivi, opensL42511, opensL4251 } from '../workflows/law/opened-by-offence.ts'
import type { Regions } from '../workflows/vocabulary/states.ts'
import type { RegionId } from '../workflows/vocabulary/vocabulary.ts'

const variants: Partial<Facts>[] = [
  {},
  { ageGroup: 'adult' },
  { ageGroup: 'minor', nationality: 'third_country', stay: 'irregular', asylumLink: true, sex: 'female' },
  { ageGroup: 'adult', nationality: 'eu', presumed: true, offences: ['225-4-1'], procedureOpen: true },
  { ageGroup: 'adult', nationality: 'third_country', sex: 'female', asylumClaim: true, asylumLink: true }
]

const whens = regionIds.flatMap((id) =>
  Object.values((regionTables[id] as Region).always).flatMap((rows) => (rows ?? []).map(({ when }) => when))
)

/** The facts that some rule looks at, found by watching every guard read: two cases that differ elsewhere are one to the rules. */
export const readFacts: (keyof Facts)[] = (() => {
  const seen = new Set<keyof Facts>(['consents', 'ageGroup'])
  const watch = (facts: Facts) =>
    new Proxy(facts, {
      get: (target, key) => {
        seen.add(key as keyof Facts)
        return target[key as keyof Facts]
      }
    })
  for (const id of regionIds)
    for (const state of Object.keys((regionTables[id] as Region).states))
      for (const variant of variants) {
        const facts = watch({ ...unknownFacts, met: '69', territory: '69', ...variant })
        const regions = Object.fromEntries(
          regionIds.map((one) => [one, one === id ? state : regionTables[one].initial])
        ) as Regions
        for (const guard of Object.values(guards)) guard.holds({ facts, regions })
        for (const when of whens) if (typeof when !== 'string') when(facts)
      }
  return [...seen].filter((key) => key in unknownFacts || key === 'territory').sort()
})()

// Of these, rules only ask whether they are known, whose list they open, whether there is one, or whether it is this one.
export const asRulesSee: Partial<{ [K in keyof Facts]: (value: Facts[K]) => unknown }> = {
  sex: (one) => one === 'female',
  danger: (one) => one === 'immediate',
  heldIn: (one) => one !== null,
  youngAdult: (one) => one === 'running',
  offences: (named) => [
    opensL4251(named, null),
    opensL42511(named, null),
    opensCivi(named, null),
    ...timesOf.map((names) => names(named)),
    named.length > 0
  ],
  jirs: (one) => one !== null,
  factsTerritory: (one) => one !== null,
  foundIn: (one) => one !== null,
  finalOn: (one) => one !== null,
  offencesOn: (one) => one !== null,
  regularSince: (one) => one !== null,
  regularUntil: (one) => one !== null,
  permitOverOn: (one) => one !== null,
  permitAskedOn: (one) => one !== null,
  // Which permit it is opens no act: a walk follows the first that it met, and what an issue leaves of each is for
  // `residence.silences.test.ts`. Beside it: one or several, and whether a silence is over; a third is like the second.
  permitAsked: (one) => one !== null,
  asksBeside: (some) => [Math.min(some.length, 2), some.some(({ over }) => over)],
  proposal: (one) => one?.opinion ?? null,
  otherVoices: (some) => [...new Set(some.map(({ opinion }) => opinion))].sort(),
  fledFrom: (one) => one === 'age_disputed',
  merging: (one) => one !== null,
  // Where she stood is read in the step that takes her back there, and never again.
  reflection: (one) => one !== null,
  closing: (one) => one !== null,
  transfer: (one) => one !== null,
  // Renewed beyond all of them it is renewed all the same, and said to be unusual: one more is like the last.
  programmePeriods: (one) => Math.min(one, programmePeriods)
}

type Blurred<Value> = { takes: readonly Value[]; as: (value: Value) => unknown }
export type Blur = Partial<{ [K in keyof Facts]: Blurred<Facts[K]> }>

const permits = [null, ...(Object.keys(permitsAsked) as PermitAsked[])]

/**
 * What opens an act, and what comes of it, tells less apart than what is said beside it: a warning, who is waited for. Walks see no
 * more than this, and hold each answer to being the same for all the values that they take for one (`Codes.alike`).
 */
export const blurred: Blur = {
  // Sent back by the court it is an application again, of whatever kind; and nothing hangs on which stood beside another.
  permitRefused: { takes: permits, as: () => null },
  besideAsked: { takes: permits, as: () => null },
  alsoAsked: { takes: permits, as: (one) => one !== null }
}

const factSeen = (facts: Facts, name: keyof Facts, blur: Blur) => {
  const see = (blur[name]?.as ?? asRulesSee[name]) as ((value: unknown) => unknown) | undefined
  return see ? see(facts[name]) : facts[name]
}

/** Where a region stands while somebody may still come back to what is noted here. */
type Kept = { region: RegionId; at: readonly string[] }

// Written on the way in, read on the way back, and in between only: elsewhere what stays there is read by nobody before it
// is written anew. Walking holds each act to that.
export const keptFor: Partial<Record<keyof Facts, Kept>> = {
  identificationBefore: {
    region: 'identification',
    at: ['duplicate_merged', 'transferred_territory', 'restoring']
  },
  minorBefore: { region: 'minor', at: ['age_disputed', 'runaway'] },
  fledFrom: { region: 'minor', at: ['runaway'] },
  withdrawnPermit: { region: 'residence', at: ['refused_permit', 'appeal', 'cst_valid'] }
}

export const isForgotten = ({ regions }: Situation, name: string) => {
  const kept = keptFor[name as keyof Facts]
  return kept !== undefined && !kept.at.includes(regions[kept.region])
}

/** What can be told of a region, a fact or a single consent. */
export const seenOf = (situation: Situation, name: string, blur: Blur = blurred): unknown => {
  const { regions, facts } = situation
  if (name in regions) return regions[name as RegionId]
  if (isForgotten(situation, name)) return null
  const [fact, scope] = name.split(':')
  return scope ? facts.consents.some((one) => one === scope) : factSeen(facts, fact as keyof Facts, blur)
}

/** Where a case stands, as far as these regions, facts and single consents tell. */
export const seenAs = (situation: Situation, names: Iterable<string>, blur?: Blur): string =>
  JSON.stringify([...names].map((name) => seenOf(situation, name, blur)))

const unblurred: Blur = {}

/** Where a case stands, as far as rules can tell: two cases with one key open the same acts, and say the same beside them. */
export const keyOf = (situation: Situation): string =>
  seenAs(situation, [...regionIds, ...readFacts], unblurred)
