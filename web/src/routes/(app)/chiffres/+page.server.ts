import { drawFlow, heightFor } from '#lib/figures/flow.ts'
import { readFailures, readNation, readOwnTerritory, readUnmetNeeds, yearOf } from '#lib/figures/read.ts'
import { inRoom } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

/** The whole country for national monitoring, its own territory for a cell. */
export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  if (inRoom(me, 'ownTerritory')) {
    const own = await readOwnTerritory(fetch, yearOf(url))
    return { nation: null, own: own.release === null ? null : own, published: own.published }
  }
  const year = yearOf(url)
  const [nation, failures, unmet] = await Promise.all([
    readNation(fetch, year),
    readFailures(fetch, year),
    readUnmetNeeds(fetch, year)
  ])
  const { release, published } = nation.flow
  if (release === null) return { nation: null, own: null, published }
  const { threshold } = nation.territories
  const drawing = drawFlow(nation.flow, threshold)
  const failed = drawFlow(failures, threshold, heightFor(failures))
  return { nation: { ...nation, drawing, failures, failed, unmet }, own: null, published }
}
