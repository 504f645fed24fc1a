import { redirect } from '@sveltejs/kit'
import { closing, hintsCookie } from '#lib/help/hints.server.ts'
import type { RequestHandler } from './$types'

const year = 365 * 24 * 3600

/** Closes the hint of one desk on this device for ever, or brings all of them back. */
export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
  const form = await request.formData()
  const kept = form.has('revoir') ? '' : closing(cookies.get(hintsCookie), form.get('bureau'))
  const secure = url.protocol === 'https:'
  cookies.set(hintsCookie, kept, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true, secure })
  const back = form.get('retour')
  redirect(303, locals.localPath(typeof back === 'string' ? back : '/aide'))
}
