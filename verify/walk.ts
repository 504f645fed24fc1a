import { commandRow, commandTypes } from '../workflows/commands.ts'
import { openness } from '../workflows/advance.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines.ts'
import { kindRow } from '../workflows/referral.kinds.ts'
import { referralCommandTypes, referralRow, type ReferralState } from '../workflows/referral.machine.ts'
import { isLive, step, type Dossier, type Step } from './dossier.ts'
import { starts } from './starts.ts'
import { keyOf } from './facts.ts'
import { inputsOf } from './inputs.ts'
import { properties } from './properties.ts'
import type { Property, Taken } from './property.ts'
import { chanceFrom } from './chance.ts'

export type Breach = { property: string; says: string; found: string; path: Step[] }

/** At most this many referrals live side by side in what is explored. */
const atMost = 3
const places = [0, 1]

const acts = (dossier: Dossier): Step[] =>
  commandTypes
    .filter((type) => commandRow(type).region !== null && openness(dossier.situation, type).open)
    .flatMap((type) => {
      const refers = commandRow(type).effects.some((effect) => effect.type === 'openReferral')
      if (refers && dossier.referrals.filter(isLive).length >= atMost) return []
      const offers = commandRow(type).effects.some(
        (effect) => effect.type === 'openReferral' && kindRow(effect.kind).route === 'placeOwner'
      )
      return inputsOf(type).flatMap((input) =>
        (offers ? places : [0]).map((place): Step => ({
          type: 'act',
          command: type,
          input: offers ? { ...input, place } : input
        }))
      )
    })

const answers = (dossier: Dossier): Step[] =>
  dossier.referrals.flatMap(({ kind, state }, index) =>
    referralCommandTypes
      .filter(
        (command) => command !== 'transfer' && referralRow(command).from.includes(state as ReferralState)
      )
      .flatMap((command) =>
        (command === 'decline' ? Object.keys(kindRow(kind).refusals) : ['']).map((reason): Step => ({
          type: 'referral',
          index,
          command,
          input: reason ? { reason } : {}
        }))
      )
  )

const rings = ({ clocks }: Dossier): Step[] =>
  (Object.keys(clocks) as DeadlineCode[])
    .filter((code) => clocks[code] === 'running' && (deadlineRegister[code] as DeadlineRow).fires !== null)
    .map((code): Step => ({ type: 'clock', code }))

/** Everything that may be tried where a composed case stands. */
export const stepsFrom = (dossier: Dossier): Step[] => [
  ...acts(dossier),
  ...answers(dossier),
  ...rings(dossier)
]

export const beginnings = (): Dossier[] =>
  starts().map((situation) => ({ situation, referrals: [], stay: null, clocks: {} }))

const breachOf = (taken: Taken, checked: readonly Property[]) => {
  for (const { id, says, step: holds } of checked) {
    const found = holds?.(taken) ?? null
    if (found !== null) return { property: id, says, found }
  }
  return null
}

export const inTables = (checked: readonly Property[] = properties): Breach[] =>
  checked.flatMap(({ id, says, tables }) => {
    const found = tables?.() ?? null
    return found === null ? [] : [{ property: id, says, found, path: [] }]
  })

export type Walked = { commands: number; refused: number; lives: number; breaches: Breach[]; live: number }

// Otherwise a life ends as soon as it has begun: one way in twenty leads to each of these.
const endings = new Set(['case.close', 'facts.complete', 'case.close_lost', 'return.depart', 'merge.confirm'])

/** Random lives, each step drawn among the acts, answers and clocks that are open; the machine itself takes each. */
export const walk = (
  commands: number,
  {
    seed = 1,
    checked = properties,
    length = 80
  }: { seed?: number; checked?: readonly Property[]; length?: number } = {}
): Walked => {
  const chance = chanceFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[chance(list.length)]!
  const from = beginnings()
  const walked: Walked = { commands: 0, refused: 0, lives: 0, breaches: [], live: 0 }
  while (walked.commands < commands && walked.breaches.length < 5) {
    let dossier = pick(from)
    const path: Step[] = []
    walked.lives += 1
    for (let turn = 0; turn < length && walked.commands < commands; turn += 1) {
      const groups = [acts(dossier), answers(dossier), rings(dossier)].filter((group) => group.length > 0)
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

const wholeKey = ({ situation, referrals, stay, clocks }: Dossier) =>
  keyOf(situation) +
  JSON.stringify([
    referrals
      .filter(isLive)
      .map(({ kind, state, place }) => [kind, state, place])
      .sort(),
    stay && [stay.place, stay.state],
    Object.keys(clocks).sort()
  ])

/** Every composed case within `most` distinct ones of the beginnings, breadth first. */
export const breadth = (most: number, checked: readonly Property[] = properties) => {
  const queue: { dossier: Dossier; path: Step[] }[] = beginnings().map((dossier) => ({ dossier, path: [] }))
  const seen = new Set(queue.map(({ dossier }) => wholeKey(dossier)))
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
      const breach = breachOf({ before: dossier, step: next, after }, checked)
      if (breach) found.breaches.push({ ...breach, path: [...path, next] })
      const key = wholeKey(after)
      if (seen.has(key) || seen.size >= most) continue
      seen.add(key)
      queue.push({ dossier: after, path: [...path, next] })
    }
  }
  found.situations = seen.size
  return found
}
