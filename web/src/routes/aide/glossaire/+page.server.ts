import { glossaryIn } from '#lib/help/glossary.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({ terms: glossaryIn(locals.locale) })
