import { redirect } from '@sveltejs/kit'
import type { Sent } from '#lib/api.ts'
import { comesBack } from '#lib/form/unsure.ts'

/** A refused act comes back to its page with its reason and what was typed; one that was done leads on. */
export const after = (sent: Sent<unknown>, to: string, form?: FormData) => {
  if (!sent.ok) return comesBack(sent.problem, sent.key, form)
  redirect(303, to)
}

/** What was typed under these names; an empty line is nothing. */
export const typedIn = <N extends string>(form: FormData, ...names: N[]): Record<N, string | null> =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').trim() || null])) as Record<
    N,
    string | null
  >

export const keyIn = (form: FormData): string => String(form.get('_key'))
