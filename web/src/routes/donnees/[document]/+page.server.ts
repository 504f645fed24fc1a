import { error } from '@sveltejs/kit'
import { documentNames, documentOf } from '#lib/told/documents.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params }) => ({
  name: params.document,
  names: documentNames,
  blocks: documentOf(params.document) ?? error(404, '')
})
