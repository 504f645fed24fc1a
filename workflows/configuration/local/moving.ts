import { pinName, pinOf } from './pin.ts'

/**
 * What a move changes of the pairs that cases are pinned to: the national part, in the whole country, or the local part, where
 * the person was met. The other part stays as it is.
 */
export type MovingPart =
  | { territory: null; from: string; to: string }
  | { territory: string; from: string | null; to: string | null }

/** The way back of a move. */
export const backwards = (moving: MovingPart): MovingPart =>
  ({ ...moving, from: moving.to, to: moving.from }) as MovingPart

/**
 * The pair that a case is moved to, or null where the move is not its. Of a person who lives elsewhere now it goes by where
 * they were met: how long a clock runs is told to all, and a pair of the place where they live would tell them where that is.
 */
export const movedPin = ({ pin, met }: { pin: string; met: string }, moving: MovingPart): string | null => {
  const { national, local } = pinOf(pin)
  if (moving.territory === null)
    return national === moving.from ? pinName({ national: moving.to, local }) : null
  return met === moving.territory && local === moving.from ? pinName({ national, local: moving.to }) : null
}
