import { mulberry32 } from '../server/demo/world/mulberry.ts'

/** Which of so many; the same on every machine. */
export type Below = (below: number) => number

export const chanceFrom = (seed: number): Below => {
  const next = mulberry32(seed)
  return (below) => next() % below
}
