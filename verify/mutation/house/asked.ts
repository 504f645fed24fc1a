import type { Mistake } from '../mistake.ts'
import { unseenIn, type Outcomes } from '../put-back.ts'
import { shareOf } from './share.ts'

type Areas = Readonly<Record<string, readonly Mistake[]>>

/** `only`: whose sentence, file, test, statement or area contains it. `share`: the Nth of M parts. `standing`: whether a run has seen it as it stands. */
type Asked = {
  only?: string | undefined
  share?: string | undefined
  standing?: ((mistake: Mistake) => boolean) | undefined
}

export const askedOf = (areas: Areas, { only = '', share, standing = () => false }: Asked): Mistake[] => {
  const named = Object.entries(areas).flatMap(([area, list]) =>
    list.filter(({ why, file, seen, sql = '' }) =>
      [area, why, file, seen, sql].some((text) => text.includes(only))
    )
  )
  if (named.length === 0) throw new Error('no mistake of the list is asked for')
  const part = share === undefined ? named : shareOf(named, share)
  return part.filter((mistake) => !standing(mistake))
}

/** What a run found, area by area. */
export const countsOf = (areas: Areas, outcomes: Outcomes): string[] => {
  const unseen = new Set(unseenIn(outcomes))
  const lines = Object.entries(areas).flatMap(([area, list]) => {
    const run = list.filter(({ why }) => outcomes.has(why))
    return run.length === 0
      ? []
      : [`${area}: ${run.filter(({ why }) => !unseen.has(why)).length} of ${run.length} seen`]
  })
  const all = Object.values(areas).flat().length
  return [...lines, `${outcomes.size - unseen.size} of ${outcomes.size} seen; ${all} in the list`]
}

/** A mistake may go unseen where the list argues why, and nowhere else. */
export const exitCodeOf = (areas: Areas, outcomes: Outcomes): 0 | 1 => {
  const argued = new Set(
    Object.values(areas)
      .flat()
      .flatMap((one) => (one.argued ? [one.why] : []))
  )
  return unseenIn(outcomes).some((why) => !argued.has(why)) ? 1 : 0
}
