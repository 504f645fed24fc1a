import { error } from '@sveltejs/kit'
import { toldOn } from '#lib/told/told.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => ({
  answerable: locals.answerable,
  told: toldOn('data', locals.locale, url.searchParams.get('version')) ?? error(404, '')
})
