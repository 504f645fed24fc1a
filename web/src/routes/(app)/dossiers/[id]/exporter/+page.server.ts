import { fail } from '@sveltejs/kit'
import { fail as unreadable, read } from '#lib/api.ts'
import type { Actions } from './$types'

/** Nothing leaves by opening the page: each export is written down, and is asked for. A consent that is missing is said here. */
export const actions: Actions = {
  default: async ({ fetch, params }) => {
    const found = await read(fetch, '/api/cases/{id}/htcds', { path: { id: params.id } })
    if (found.ok) {
      const { file, left } = found.value
      return { problem: null, text: JSON.stringify(file, null, 2), left }
    }
    if (found.problem.status !== 409) unreadable(found.problem)
    return fail(409, { problem: found.problem, text: null, left: [] })
  }
}
