import { fail, fieldError, get, read } from '#lib/api.ts'
import { dayIn } from '#lib/form/zone.ts'
import type { PageServerLoad } from './$types'

const names = {
  code: 'code',
  depuis: 'startsOn',
  territoire: 'territory',
  version: 'version',
  arret: 'suspendedDays',
  autre: 'otherDay'
}

const path = '/api/deadlines/what-if'

/** A form without JavaScript sends its empty fields too: they are left out. */
const askedIn = (params: URLSearchParams): Record<string, string> => {
  const doubts = params.getAll('doute').filter(Boolean)
  return Object.fromEntries([
    ...Object.entries(names).flatMap(([name, field]) => {
      const value = params.get(name)
      return value ? [[field, value]] : []
    }),
    ...(doubts.length > 0 ? [['doubts', doubts.join(',')]] : [])
  ]) as Record<string, string>
}

export const load: PageServerLoad = async ({ fetch, url, parent, locals }) => {
  const asked = askedIn(url.searchParams)
  const found = await read(fetch, path, { query: asked })
  if (!found.ok && found.problem.status !== 400) fail(found.problem)
  const problem = found.ok ? null : found.problem
  // What was typed stays, with the choices of its clock.
  const known = asked['code'] && !fieldError(problem, 'code') ? { code: asked['code'] } : {}
  const view = found.ok ? found.value : await get(fetch, path, { query: known as object })
  const { me } = await parent()
  const { territory, zone } = me.organisation
  // Nothing asked yet: today, where the reader works.
  const first = { startsOn: dayIn(zone, locals.now), ...(territory && { territory: territory.code }) }
  return { asked: { ...first, ...asked } as Record<string, string>, view, problem }
}
