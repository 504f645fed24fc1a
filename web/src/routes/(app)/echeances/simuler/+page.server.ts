import { get } from '#lib/api.ts'
import { dayIn } from '#lib/format.ts'
import type { PageServerLoad } from './$types'

const names = {
  code: 'code',
  depuis: 'startsOn',
  territoire: 'territory',
  version: 'version',
  arret: 'suspendedDays'
}

/** A form without JavaScript sends its empty fields too: they are left out. */
export const load: PageServerLoad = async ({ fetch, url, parent, locals }) => {
  const asked = Object.entries(names).flatMap(([name, field]) => {
    const value = url.searchParams.get(name)
    return value ? [[field, value]] : []
  })
  const view = await get(fetch, '/api/deadlines/what-if', { query: Object.fromEntries(asked) })
  const { me } = await parent()
  const { territory, zone } = me.organisation
  // Nothing asked yet: today, where the reader works.
  const first = { startsOn: dayIn(zone, locals.now), ...(territory && { territory: territory.code }) }
  return { asked: { ...first, ...Object.fromEntries(asked) } as Record<string, string>, view }
}
