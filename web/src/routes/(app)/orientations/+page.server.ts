import { get } from '#lib/api.ts'
import { inRoom, receives } from '#lib/shell/navigation.ts'
import type { PageServerLoad } from './$types'

const boxes = ['in', 'out', 'settle'] as const

export const load: PageServerLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent()
  const asked = url.searchParams.get('boite')
  const box: (typeof boxes)[number] = boxes.find((one) => one === asked) ?? (receives(me) ? 'in' : 'out')
  const view: 'open' | 'all' = url.searchParams.get('vue') === 'all' ? 'all' : 'open'
  const cursor = url.searchParams.get('apres')
  const kind = url.searchParams.get('nature')
  // The API refuses a kind that there is not.
  const query = { box, view, kind: (kind ?? undefined) as never, counts: true, cursor: cursor ?? undefined }
  const [list, handings] = await Promise.all([
    get(fetch, '/api/referrals', { query }),
    inRoom(me, 'handings') ? get(fetch, '/api/handings') : null
  ])
  return { box, view, kind, cursor, list, handings: handings?.items ?? [] }
}
