import type { Flow, Territories } from '#lib/api.types.ts'
import { get, type Fetch } from '#lib/api.ts'

export async function readFigures(fetcher: Fetch): Promise<{ flow: Flow; territories: Territories }> {
  const [flow, territories] = await Promise.all([
    get<Flow>(fetcher, '/api/stats/flow'),
    get<Territories>(fetcher, '/api/stats/territories')
  ])
  return { flow, territories }
}
