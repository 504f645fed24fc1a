import { send } from '#lib/api.ts'
import { comesBack, unsure } from '#lib/form/unsure.ts'
import { after, keyIn } from './after.ts'

type Event = { fetch: typeof fetch; request: Request; url: URL }

const settle =
  (how: 'confirm' | 'refuse' | 'withdraw') =>
  async ({ fetch, request, url }: Event) => {
    const form = await request.formData()
    const at = { id: String(form.get('proposal')) }
    return after(
      await send(fetch, 'post', `/api/proposals/{id}/${how}`, { at, key: keyIn(form) }),
      `${url.pathname}${how === 'confirm' ? '?confirmees=1' : ''}`
    )
  }

/** Those that were ticked, each of which was read whole above its box. */
export const several = async ({ fetch, request, url, locals }: Event & { locals: App.Locals }) => {
  const form = await request.formData()
  const ids = form.getAll('ids').map(String)
  if (ids.length === 0) return comesBack(unsure(locals.locale, 'access.tickOne'), keyIn(form))
  return after(
    await send(fetch, 'post', '/api/proposals/confirm', { body: { ids }, key: keyIn(form) }),
    `${url.pathname}?confirmees=${ids.length}`
  )
}

/** What a second person does with what waits, on whichever page it is shown. */
export const settling = { confirm: settle('confirm'), refuse: settle('refuse'), withdraw: settle('withdraw') }
