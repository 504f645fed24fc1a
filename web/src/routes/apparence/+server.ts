import { redirect } from '@sveltejs/kit'
import { themeIn } from '#lib/shell/theme.ts'
import type { RequestHandler } from './$types'

const year = 365 * 24 * 3600

export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
  const form = await request.formData()
  const secure = url.protocol === 'https:'
  cookies.set('theme', themeIn(form.get('apparence')), {
    ...{ path: '/', maxAge: year, sameSite: 'lax', httpOnly: true, secure }
  })
  const back = form.get('retour')
  redirect(303, locals.localPath(typeof back === 'string' ? back : undefined))
}
