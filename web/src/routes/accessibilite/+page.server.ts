import { error } from '@sveltejs/kit'
import { toldOn } from '#lib/told/told.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => ({
  told: toldOn('accessibility', locals.locale, url.searchParams.get('version')) ?? error(404, '')
})
