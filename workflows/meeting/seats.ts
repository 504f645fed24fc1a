import type { SeatType } from '../configuration/cell.ts'

type Composition = readonly { type: SeatType; seats: number }[]
type Holder = { personId: string; orgType: string; alternate: boolean; since: Date }

/** Who holds a seat before who stands in; then who has held it longest. */
const bySeat = (a: Holder, b: Holder): number =>
  Number(a.alternate) - Number(b.alternate) ||
  a.since.getTime() - b.since.getTime() ||
  (a.personId < b.personId ? -1 : 1)

/** One seat of each person, as one voice: of two in one cell, the one that they hold before one in which they stand in. */
export const oneSeatEach = <H extends Holder>(holders: readonly H[]): H[] => {
  const seated = new Map<string, H>()
  for (const one of holders.toSorted(bySeat)) if (!seated.has(one.personId)) seated.set(one.personId, one)
  return [...seated.values()]
}

/**
 * Of those who could sit, who is called: each once, and no more of one kind of institution than the cell has seats for. Whose first seat
 * is taken by another sits in their other one. A kind that has none only speaks.
 */
export const calledTo = <H extends Holder>(holders: readonly H[], composition: Composition): H[] => {
  const left = new Map<string, number>(composition.map(({ type, seats }) => [type, seats]))
  const seated = new Set<string>()
  return holders.toSorted(bySeat).filter(({ personId, orgType }) => {
    const seats = left.get(orgType) ?? Infinity
    if (seats <= 0 || seated.has(personId)) return false
    seated.add(personId)
    if (left.has(orgType)) left.set(orgType, seats - 1)
    return true
  })
}
