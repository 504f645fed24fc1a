import type { RequestEvent } from '@sveltejs/kit'
import { get } from '#lib/api.ts'
import { doing } from '#lib/form/act.ts'
import { linkHref, linkPath } from './path.ts'

type Asked = { token: string; command: string }

/** An answer by link, which leads back to what the link opens now. */
export async function answersByLink(
  event: Pick<RequestEvent, 'fetch' | 'request' | 'locals'>,
  { token, command }: Asked
) {
  const view = await get(event.fetch, '/api/links/{token}', { path: { token } })
  return doing(event, { view, path: linkPath(token), command }, () => linkHref(token))
}
