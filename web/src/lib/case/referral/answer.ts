import type { RequestEvent } from '@sveltejs/kit'
import { get, getIfAllowed } from '#lib/api.ts'
import { answeredHref, doneHref, referralHref } from '#lib/case/links.ts'
import { doing } from '#lib/form/act.ts'

type Asked = { id: string; command: string }

/** An act on a referral. A yes leads to the case that it has opened; whatever else, to the referral, while it is in sight. */
export async function answers(event: Pick<RequestEvent, 'fetch' | 'request' | 'locals'>, asked: Asked) {
  const { id, command } = asked
  const view = await get(event.fetch, '/api/referrals/{id}', { path: { id } })
  return doing(event, { view, path: `/api/referrals/${id}`, command }, async (inSight) => {
    if (!inSight) return `${referralHref(id)}/hors-perimetre`
    const now =
      command === 'accept' ? await getIfAllowed(event.fetch, '/api/referrals/{id}', { path: { id } }) : null
    return now?.case ? answeredHref(now.case.id, id) : doneHref(referralHref(id), command)
  })
}
