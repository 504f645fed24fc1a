import { redirect } from '@sveltejs/kit'
import { isLocale } from '#lib/messages.ts'
import type { RequestHandler } from './$types'

const year = 365 * 24 * 3600

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData()
  const asked = form.get('langue')
  if (isLocale(asked)) {
    const secure = url.protocol === 'https:'
    cookies.set('lang', asked, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true, secure })
  }
  redirect(303, ownPath(form.get('retour')))
}

/** Only a path of this site: never a way out to another one. */
function ownPath(value: FormDataEntryValue | null): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/'
}
