import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { classesControlled, pairOf, plainLife, seenOnce } from './controls.ts'
import { exits, type Exit } from './exits.ts'
import type { House } from './house/house.ts'
import { leaking } from './leaks.ts'

// Products that tell what they should keep: one for each class, shown to a capacity that the matrix keeps blind to it, and one
// for each exit, which tells how many acts were hidden.

/** In how many places each was seen to tell: a mutant seen nowhere is alive. */
export type Killed = { classes: Partial<Record<DataClass, number>>; exits: Partial<Record<Exit, number>> }

/** Whoever is asked where an exit leaks: between them they are asked at every one. */
export const readers = ['cellule.69', 'ofii', 'acse']

export const byExit = async (house: House): Promise<Killed['exits']> => {
  const found = await pairOf(leaking(house), 'needs.assess', {
    readers,
    browsing: ['cellule.69'],
    tries: true
  })
  return Object.fromEntries(
    exits.map((exit) => [exit, found.filter((difference) => difference.exit === exit).length])
  )
}

export const killed = async (house: House): Promise<Killed> => {
  const plain = await plainLife(house)
  const classes: Killed['classes'] = {}
  for (const one of classesControlled) classes[one] = (await seenOnce(house, plain, one)).length
  return { classes, exits: await byExit(house) }
}

export const alive = ({ classes, exits }: Killed): string[] =>
  [...Object.entries(classes), ...Object.entries(exits)].filter(([, seen]) => !seen).map(([mutant]) => mutant)
