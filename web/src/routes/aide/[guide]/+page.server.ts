import { error, redirect } from '@sveltejs/kit'
import { guideIn, guideOf } from '#lib/help/guides.server.ts'
import { pictureOf } from '#lib/help/pictures.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const guide = guideIn(params.guide, locals.locale)
  if (guide) {
    const steps = guide.steps.map(({ picture, ...step }) => ({ ...step, shown: pictureOf(picture) }))
    return { guide: { ...guide, steps } }
  }
  const family = guideOf(params.guide)
  if (family === null) error(404, '')
  redirect(308, `/aide/${family}`)
}
