import { get } from '#lib/api.ts'
import { csvResponse } from '#lib/figures/csv.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch }) => {
  const { columns } = await get(fetch, '/api/files')
  const rows = [columns.map(({ name }) => name), columns.map(({ example }) => example)]
  return csvResponse(rows, 'modele-reprise')
}
