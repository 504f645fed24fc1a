import { days, fromMayotte, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

export type MergeEnd = 'proposed' | 'dropped' | 'confirmed' | 'undone'

/** Two files of one person: one of the secretariat proposes, the other confirms. */
export const merge = (script: Script, from: Hour, end: MergeEnd): Hour => {
  const { cast } = script
  const line = script.thread(from).wait(4, 40)
  if (!cast.double) return line.hour
  line.act(cast.cell, 'merge.propose', { into: cast.double, proofs: ['person', 'flaggers'] })
  if (end === 'proposed') return line.hour
  line.wait(4, 60)
  if (end === 'dropped') return line.act(cast.secondSecretary, 'merge.drop', {}).hour
  line.act(cast.secondSecretary, 'merge.confirm', {})
  if (end === 'undone') line.wait(days(3), days(20)).act(cast.cell, 'merge.undo', {})
  return line.hour
}

export type MoveEnd = 'asked' | 'refused' | 'moved' | 'taken_up'

/** She lives elsewhere now: the cell of that place takes the case over, or leaves it where it is (scope B). */
export const changeTerritory = (script: Script, from: Hour, end: MoveEnd): Hour => {
  const { cast } = script
  const line = script.thread(from).wait(8, 60)
  if (!script.consents.has('B')) return line.hour
  line.act(cast.cell, 'territory.transfer', {
    to: territoryOf(cast.neighbour),
    reason: 'moved',
    ...fromMayotte(script)
  })
  if (end === 'asked') return line.hour
  line.wait(10, 50)
  if (end === 'refused') return line.refer(cast.neighbour, 'cell', 'decline', { reason: 'incomplete' }).hour
  line.refer(cast.neighbour, 'cell', 'accept')
  if (end === 'taken_up') line.wait(4, 40).act(cast.neighbour, 'territory.take_up', {})
  return line.hour
}

const territoryOf = (cell: string) => cell.slice('cell-'.length) as '69' | '75'
