import type { CommandType } from '../workflows/commands.ts'
import { openingOf } from './answers.ts'
import type { Cone } from './cone.ts'
import { keptFor } from './facts.ts'
import { looseOf } from './loose.ts'
import { tried, type Acts, type Look, type Walked } from './trial.ts'

/** A cone that is already known to lead beyond the bound is not walked a second time. */
export type Options = { most: number; look: Look; unless?: readonly Walked[] }

// What is noted to come back to is shown only while its region stands elsewhere: the two are read together.
const together = (names: readonly string[]) =>
  names.flatMap((name) => {
    const kept = keptFor[name as keyof typeof keptFor]
    return kept ? [name, kept.region] : [name]
  })

/** So far one row after another is walked; beyond, what hangs on little else is walked as sets. */
const few = 20_000

/** Walks the cone of an act, under the acts given, to its end or to its bound. */
export const walkCone = (about: CommandType, acts: Acts, { most, look, unless }: Options): Walked => {
  let cone: Cone = new Set()
  /** Null until it is known that one row after another is too many. */
  let rooms: Map<string, number> | null = null
  const known = new Map<string, number>()
  for (;;) {
    const bound = rooms ? most : Math.min(few, most)
    const trial = tried(cone, about, acts, { most: bound, look, rooms: rooms ?? new Map() })
    if ('narrow' in trial) {
      const wider: number = (rooms?.get(trial.narrow) ?? 1) + 1
      known.set(trial.narrow, wider)
      rooms = new Map(rooms).set(trial.narrow, wider)
      continue
    }
    if ('grown' in trial) {
      cone = new Set([...cone, ...together(trial.grown)])
      rooms = null
      const beyond = unless?.find((walked) => [...walked.cone].every((name) => cone.has(name)))
      if (beyond) return beyond
      continue
    }
    if (trial.whole || rooms || most <= few) return trial
    rooms = looseOf(trial, known)
  }
}

/** Whether a cone that was walked decides this act as well. */
export const decides = ({ cone, codes, bundles }: Walked, about: CommandType, { steady }: Acts) => {
  const opens = openingOf(cone, codes, about, steady)
  for (const { row, set } of bundles.all()) {
    let within = true
    opens(bundles.space, row, set, (_part, { grown }) => {
      if (grown) within = false
    })
    if (!within) return false
  }
  return true
}
