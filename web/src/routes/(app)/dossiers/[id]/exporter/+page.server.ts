import { get } from '#lib/api.ts'
import type { Actions } from './$types'

/** Nothing leaves by opening the page: each export is written down, and is asked for. */
export const actions: Actions = {
  default: async ({ fetch, params }) => {
    const { file, left } = await get(fetch, '/api/cases/{id}/htcds', { path: { id: params.id } })
    return { text: JSON.stringify(file, null, 2), left }
  }
}
