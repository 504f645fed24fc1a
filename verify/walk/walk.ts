import { isLive, type Dossier, type Step } from '../dossier.ts'
import { step } from './moves.ts'
import { keyOf } from '../facts.ts'
import { properties } from '../properties/properties.ts'
import type { Property, Taken } from '../properties/property.ts'
import { chanceFrom } from '../chance.ts'
import { acts, answers, beginnings, rings, stepsFrom } from './steps.ts'
import { surprises } from './writes.ts'

export type Breach = { property: string; says: string; found: string; path: Step[] }

const breachOf = (taken: Taken, checked: readonly Property[], standsAnew = true) => {
  for (const { id, says, step: holds, standing } of checked) {
    const found = holds?.(taken) ?? (standsAnew ? standing?.(taken.after.situation) : null) ?? null
    if (found !== null) return { property: id, says, found }
  }
  return null
}

export const inTables = (checked: readonly Property[] = properties): Breach[] =>
  checked.flatMap(({ id, says, tables }) => {
    const found = tables?.() ?? null
    return found === null ? [] : [{ property: id, says, found, path: [] }]
  })

export type Walked = {
  commands: number
  refused: number
  lives: number
  breaches: Breach[]
  live: number
  /** Acts that changed a fact which they were never seen to change: a cone may have been too narrow. */
  surprises: number
}

/** The act's own input: which place is offered is the referral's. */
const plain = ({ place: _place, ...input }: Record<string, unknown>) => input

// Otherwise a life ends as soon as it has begun: one way in twenty leads to each of these.
const endings = new Set(['case.close', 'facts.complete', 'case.close_lost', 'merge.confirm'])

/** Random lives, each step drawn among the acts, answers and clocks that are open; the machine itself takes each. */
export const walk = (
  commands: number,
  {
    seed = 1,
    checked = properties,
    length = 80,
    only
  }: {
    seed?: number
    checked?: readonly Property[]
    length?: number
    /** The acts to draw among, where a life is led towards what is looked for. */
    only?: readonly string[] | undefined
  } = {}
): Walked => {
  const chance = chanceFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[chance(list.length)]!
  const from = beginnings()
  const walked: Walked = { commands: 0, refused: 0, lives: 0, breaches: [], live: 0, surprises: 0 }
  while (walked.commands < commands && walked.breaches.length < 5) {
    let dossier = pick(from)
    const path: Step[] = []
    walked.lives += 1
    for (let turn = 0; turn < length && walked.commands < commands; turn += 1) {
      const open = acts(dossier).filter((one) => !only || (one.type === 'act' && only.includes(one.command)))
      const groups = [open, answers(dossier), rings(dossier)].filter((group) => group.length > 0)
      if (groups.length === 0) break
      const group = pick(groups)
      // First which act, then with which input: an act with many inputs is not likelier for it.
      const names = [...new Set(group.map((one) => (one.type === 'act' ? one.command : one.type)))]
      const name = pick(names)
      if (endings.has(name) && chance(20) > 0) continue
      const next = pick(group.filter((one) => (one.type === 'act' ? one.command : one.type) === name))
      const after = step(dossier, next)
      walked.commands += 1
      path.push(next)
      if (after === null) {
        walked.refused += 1
        continue
      }
      if (next.type === 'act' && surprises(dossier.situation, next.command, plain(next.input)))
        walked.surprises += 1
      const breach = breachOf({ before: dossier, step: next, after }, checked)
      if (breach) {
        walked.breaches.push({ ...breach, path })
        break
      }
      walked.live = Math.max(walked.live, after.referrals.filter(isLive).length)
      dossier = after
    }
  }
  return walked
}

const wholeKey = ({ situation, referrals, held, bed, clocks }: Dossier) =>
  keyOf(situation) +
  JSON.stringify([
    referrals
      .filter(isLive)
      .map(({ kind, state, place }) => [kind, state, place])
      .sort(),
    Object.entries(held)
      .map(([pool, { place }]) => [pool, place])
      .sort(),
    bed?.place,
    Object.keys(clocks).sort()
  ])

/** Every composed case within `most` distinct ones of the beginnings, breadth first. */
export const breadth = (most: number, checked: readonly Property[] = properties) => {
  const queue: { dossier: Dossier; path: Step[] }[] = beginnings().map((dossier) => ({ dossier, path: [] }))
  const seen = new Set(queue.map(({ dossier }) => wholeKey(dossier)))
  const stood = new Set<string>()
  const found = { situations: 0, moves: 0, breaches: [] as Breach[], stuck: 0, depth: 0 }
  for (let at = 0; at < queue.length && found.breaches.length < 5; at += 1) {
    const { dossier, path } = queue[at]!
    const steps = stepsFrom(dossier)
    if (steps.length === 0) found.stuck += 1
    found.depth = Math.max(found.depth, path.length)
    for (const next of steps) {
      const after = step(dossier, next)
      if (after === null) continue
      found.moves += 1
      const key = wholeKey(after)
      const where = keyOf(after.situation)
      const breach = breachOf({ before: dossier, step: next, after }, checked, !stood.has(where))
      stood.add(where)
      if (breach) found.breaches.push({ ...breach, path: [...path, next] })
      if (seen.has(key) || seen.size >= most) continue
      seen.add(key)
      queue.push({ dossier: after, path: [...path, next] })
    }
  }
  found.situations = seen.size
  return found
}
