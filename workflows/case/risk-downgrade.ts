import type { Facts } from '../facts/facts.ts'
import { dangers } from '../vocabulary/words.ts'

const degrees = Object.keys(dangers)

/** What the input says less of than is known: a lesser danger, a local danger taken back, another sex than the one known. */
export const loweredIn = (input: Record<string, unknown>, facts: Facts): string[] => [
  ...(typeof input['danger'] === 'string' && degrees.indexOf(input['danger']) < degrees.indexOf(facts.danger)
    ? ['danger']
    : []),
  ...(input['localDanger'] === false && facts.localDanger ? ['localDanger'] : []),
  ...(input['sex'] !== undefined && facts.sex !== 'unknown' && input['sex'] !== facts.sex ? ['sex'] : [])
]
