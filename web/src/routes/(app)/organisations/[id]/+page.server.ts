import { get, idempotencyKey, send } from '#lib/api.ts'
import { after, keyIn, typedIn } from '#lib/access/after.ts'
import { doneAt, doneIn } from '#lib/access/done.ts'
import { settling } from '#lib/access/settling.ts'
import { comesBack, isSure, unsure } from '#lib/form/unsure.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/organisations/{id}'

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await get(fetch, path, { path: params }),
  done: doneIn(url),
  key: idempotencyKey()
})

const here = (id: string, deed: Parameters<typeof doneAt>[1]) => doneAt(`/organisations/${id}`, deed)

export const actions: Actions = {
  change: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const { name, type, ...rest } = typedIn(form, 'name', 'type', 'territory', 'region', 'court', 'siret')
    const siret = rest.siret?.replaceAll(/\s/g, '') ?? null
    const answers = form.getAll('answers').map(String)
    const body = { ...rest, ...(type && { type }), siret, name: name ?? '', answers }
    const sent = await send(fetch, 'put', path, { at: params, body, key: keyIn(form) })
    const waits = sent.ok && sent.value?.proposals?.some(({ kind }) => kind === 'move')
    return after(sent, here(params.id, waits ? 'move' : 'change'), form)
  },
  propose: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const kind = String(form.get('kind'))
    const days = typedIn(form, 'since', 'until', 'askedOn', 'completeOn')
    const regime = { ...days, regime: form.get('regime'), decision: String(form.get('decision') ?? '') }
    const body = kind === 'regime' ? { kind, ...regime } : { kind }
    const sent = await send(fetch, 'post', `${path}/proposals`, { at: params, body, key: keyIn(form) })
    return after(sent, here(params.id, 'propose'), form)
  },
  endRegime: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    // Its members are refused at once, and giving it anew takes two.
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'regime.endUnsure'), undefined, form)
    const at = { id: params.id, regime: String(form.get('regime')) as 'flag' }
    const act = { at, body: { reason: String(form.get('reason') ?? '') }, key: keyIn(form) }
    return after(
      await send(fetch, 'post', `${path}/regimes/{regime}/end`, act),
      here(params.id, 'endRegime'),
      form
    )
  },
  suspend: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const act = { at: params, body: { reason: String(form.get('reason') ?? '') }, key: keyIn(form) }
    return after(await send(fetch, 'post', `${path}/suspend`, act), here(params.id, 'suspend'), form)
  },
  close: async ({ fetch, params, request, locals }) => {
    const form = await request.formData()
    // Nothing opens it again.
    if (!isSure(form)) return comesBack(unsure(locals.locale, 'org.closeUnsure'), undefined, form)
    const act = { at: params, body: { reason: String(form.get('reason') ?? '') }, key: keyIn(form) }
    return after(await send(fetch, 'post', `${path}/close`, act), here(params.id, 'close'), form)
  },
  ...settling
}
