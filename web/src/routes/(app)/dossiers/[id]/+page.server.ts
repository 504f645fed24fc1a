import { fail } from '@sveltejs/kit'
import { get, getIfAllowed } from '#lib/api.ts'
import type { CaseView, Compartment, SealedClass } from '#lib/api.types.ts'
import { likenessOf } from '#lib/case/likeness.ts'
import type { Actions, PageServerLoad } from './$types'

/** `fromTitle`: asked for beside the title, and opened there. */
type Shown = Compartment & { label: string; lines: string[]; fromTitle: boolean }

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [view, emergency] = await Promise.all([
    get(fetch, '/api/cases/{id}', { path: params }),
    getIfAllowed(fetch, '/api/cases/{id}/emergency', { path: params })
  ])
  return { view, emergency, likeness: await likenessOf(fetch, view), done: url.searchParams.get('fait') }
}

const labelOf = (view: CaseView, wanted: string) =>
  view.classes.find((one) => one.class === wanted)?.label ?? ''

/** Each reading is asked for, journaled by the API, and stands in this one answer. */
export const actions: Actions = {
  reveal: async ({ fetch, params, request }) => {
    const asked = await request.formData()
    const wanted = String(asked.get('class') ?? '')
    const path = { id: params.id, class: wanted as SealedClass }
    const compartment = await getIfAllowed(fetch, '/api/cases/{id}/compartments/{class}', { path })
    if (!compartment) return fail(404, { shown: null, refused: true })
    const view = await get(fetch, '/api/cases/{id}', { path: params })
    const shown: Shown = {
      ...compartment,
      label: labelOf(view, wanted),
      lines: [],
      fromTitle: asked.get('from') === 'title'
    }
    return { shown, refused: false }
  },
  address: async ({ fetch, params }) => {
    const view = await get(fetch, '/api/cases/{id}', { path: params })
    // Where a child is taken is written in the decision; the address of a shelter stands with its place.
    const [address, written] = await Promise.all([
      view.stay ? getIfAllowed(fetch, '/api/stays/{id}/address', { path: { id: view.stay.id } }) : null,
      getIfAllowed(fetch, '/api/cases/{id}/compartments/{class}', { path: { id: params.id, class: 'A' } })
    ])
    if (!address && !written) return fail(404, { shown: null, refused: true })
    const [lines, fields] = [address?.lines ?? [], written?.fields ?? []]
    const shown: Shown = { class: 'A', label: labelOf(view, 'A'), fields, lines, fromTitle: false }
    return { shown, refused: false }
  }
}
