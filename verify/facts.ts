import { regionIds, regionTables } from '../workflows/commands.ts'
import type { Region } from '../workflows/command.ts'
import { unknownFacts, type Facts } from '../workflows/facts.ts'
import { guards, type Situation } from '../workflows/guards.ts'
import type { RegionId } from '../workflows/vocabulary.ts'

const variants: Partial<Facts>[] = [
  {},
  { ageGroup: 'adult' },
  { ageGroup: 'minor', nationality: 'third_country', stay: 'irregular', asylumLink: true, sex: 'female' },
  { ageGroup: 'adult', nationality: 'eu', presumed: true, offences: ['225-4-1'], procedureOpen: true },
  { ageGroup: 'adult', nationality: 'third_country', stay: 'asylum', sex: 'female', asylumLink: true }
]

const whens = regionIds.flatMap((id) =>
  Object.values((regionTables[id] as Region).settles).flatMap((rows) => (rows ?? []).map(({ when }) => when))
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
        const facts = watch({ ...unknownFacts, territory: '69', ...variant })
        const regions = Object.fromEntries(
          regionIds.map((one) => [one, one === id ? state : regionTables[one].initial])
        ) as Record<RegionId, string>
        for (const guard of Object.values(guards)) guard.holds({ facts, regions })
        for (const when of whens) if (typeof when !== 'string') when(facts)
      }
  return [...seen].filter((key) => key in unknownFacts || key === 'territory').sort()
})()

/** Where a case stands, as far as rules can tell. */
export const keyOf = ({ regions, facts }: Situation): string =>
  JSON.stringify([
    ...regionIds.map((id) => regions[id]),
    ...readFacts.map((key) => {
      const value = facts[key]
      // Whose first voice, which code, which territory: rules only ask whether there is one.
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? ((value as { opinion?: string }).opinion ?? true)
        : value
    })
  ])
