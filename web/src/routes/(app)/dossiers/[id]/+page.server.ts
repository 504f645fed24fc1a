import { fail } from '@sveltejs/kit'
import { get, getIfAllowed } from '#lib/api.ts'
import type { Compartment, EmergencyView } from '#lib/api.types.ts'
import type { CaseView } from '#lib/case/case.types.ts'
import { likenessOf } from '#lib/case/likeness.ts'
import type { Actions, PageServerLoad } from './$types'

/** `fromTitle`: asked for beside the title, and opened there. */
type Shown = Compartment & { label: string; lines: string[]; fromTitle: boolean }

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [view, emergency] = await Promise.all([
    get<CaseView>(fetch, `/api/cases/${params.id}`),
    getIfAllowed<EmergencyView>(fetch, `/api/cases/${params.id}/emergency`)
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
    const path = `/api/cases/${params.id}/compartments/${encodeURIComponent(wanted)}`
    const compartment = await getIfAllowed<Compartment>(fetch, path)
    if (!compartment) return fail(404, { shown: null, refused: true })
    const view = await get<CaseView>(fetch, `/api/cases/${params.id}`)
    const shown: Shown = {
      ...compartment,
      label: labelOf(view, wanted),
      lines: [],
      fromTitle: asked.get('from') === 'title'
    }
    return { shown, refused: false }
  },
  address: async ({ fetch, params }) => {
    const view = await get<CaseView>(fetch, `/api/cases/${params.id}`)
    const path = view.stay && `/api/stays/${view.stay.id}/address`
    // Where a child is taken is written in the decision; the address of a shelter stands with its place.
    const [address, written] = await Promise.all([
      path ? getIfAllowed<{ lines: string[] }>(fetch, path) : null,
      getIfAllowed<Compartment>(fetch, `/api/cases/${params.id}/compartments/A`)
    ])
    if (!address && !written) return fail(404, { shown: null, refused: true })
    const [lines, fields] = [address?.lines ?? [], written?.fields ?? []]
    const shown: Shown = { class: 'A', label: labelOf(view, 'A'), fields, lines, fromTitle: false }
    return { shown, refused: false }
  }
}
