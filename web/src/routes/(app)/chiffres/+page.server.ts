import { drawFlow } from '#lib/figures/flow.ts'
import { readFigures } from '#lib/figures/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => {
  const { flow, territories } = await readFigures(fetch)
  return { flow, territories, drawing: drawFlow(flow, territories.threshold) }
}
