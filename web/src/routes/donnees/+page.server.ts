import { error } from '@sveltejs/kit'
import { dayIn } from '#lib/form/zone.ts'
import { toldOn } from '#lib/told/told.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => ({
  answerable: locals.answerable,
  told:
    toldOn('data', {
      locale: locals.locale,
      today: dayIn('Europe/Paris', new Date()),
      day: url.searchParams.get('version')
    }) ?? error(404, '')
})
