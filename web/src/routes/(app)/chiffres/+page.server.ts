import { drawFlow } from '#lib/figures/flow.ts'
import { readNation, readOwnTerritory, yearOf } from '#lib/figures/read.ts'
import type { PageServerLoad } from './$types'

/** The whole country for national monitoring, its own territory for a cell. */
export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  if (me.role === 'cell_secretary') return { nation: null, own: await readOwnTerritory(fetch, yearOf(url)) }
  const nation = await readNation(fetch, yearOf(url))
  const drawing = nation && drawFlow(nation.flow, nation.territories.threshold)
  return { nation: nation && drawing && { ...nation, drawing }, own: null }
}
