import { send } from '#lib/api.ts'
import { after, keyIn } from './after.ts'

type Event = { fetch: typeof fetch; request: Request; url: URL }

const settle =
  (how: 'confirm' | 'refuse' | 'withdraw') =>
  async ({ fetch, request, url }: Event) => {
    const form = await request.formData()
    const at = { id: String(form.get('proposal')) }
    return after(
      await send(fetch, 'post', `/api/proposals/{id}/${how}`, { at, key: keyIn(form) }),
      url.pathname
    )
  }

/** What a second person does with what waits, on whichever page it is shown. */
export const settling = { confirm: settle('confirm'), refuse: settle('refuse'), withdraw: settle('withdraw') }
