import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { idempotencyKey, perform, type Fetch } from '#lib/api.ts'
import type { ActionView, Problem } from '#lib/api.types.ts'
import type { Locale } from '#lib/messages.ts'
import { bodyOf, textOf, typedFrom, type Typed } from './parse.ts'
import { fieldsOf } from './schema.ts'
import { unfit } from './unfit.ts'

/** Whatever carries acts: a case, a referral. */
export type Acted = { version: number | string; actions: readonly ActionView[] }
/** What is acted on, as it was just read, and where. */
export type Target = { view: Acted; path: `/api/${string}`; command: string; locale: Locale; now: Date }

/** A form that comes back: all that was typed, why, and what the next attempt needs. */
export type Refused = { problem: Problem; typed: Typed; key: string; version: string; kept: string[] }
/** `inSight`: whether its author still sees what was acted on. */
export type Outcome = { done: true; inSight: boolean } | { done: false; refused: Refused }

export const actionOf = (view: Acted, command: string): ActionView | null =>
  view.actions.find((action) => action.command === command) ?? null

/** Reads the form against the act as it stands now, sends it once, and keeps every word if it is refused. */
export async function act(fetcher: Fetch, target: Target, form: FormData): Promise<Outcome> {
  const { view } = target
  const action = actionOf(view, target.command)
  if (!action?.enabled) return { done: false, refused: noLongerPossible(view, action, form) }
  const schema = action.input
  const fields = fieldsOf(schema)
  const typed = typedFrom(form, fields)
  const key = textOf(form, '_key') || idempotencyKey()
  const version = textOf(form, '_version') || String(view.version)
  const attempt = { typed, key, version, kept: [] }
  const problem = unfit(action, typed, target)
  if (problem) return { done: false, refused: { ...attempt, problem } }
  const path = `${target.path}/commands/${encodeURIComponent(target.command)}` as const
  const body = bodyOf(schema, fields, typed)
  const sent = await perform(fetcher, path, { body, key, version, shortly: true })
  if (sent.ok) return { done: true, inSight: sent.value !== null || sent.version !== null }
  const { problem: refusal, key: next } = sent
  const read = refusal.status === 412 ? String(view.version) : version
  return { done: false, refused: { ...attempt, problem: refusal, key: next, version: read } }
}

/** Does the act that a page asks for and leads on to `next`; a refused form comes back. */
export async function doing(
  { fetch, request, locals }: Pick<RequestEvent, 'fetch' | 'request' | 'locals'>,
  target: Omit<Target, 'locale' | 'now'>,
  next: (inSight: boolean) => string | Promise<string>
) {
  const outcome = await act(
    fetch,
    { ...target, locale: locals.locale, now: locals.now },
    await request.formData()
  )
  if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
  redirect(303, await next(outcome.inSight))
}

function noLongerPossible(view: Acted, action: ActionView | null, form: FormData): Refused {
  const written = [...form.entries()].filter(
    ([name, value]) => !name.startsWith('_') && typeof value === 'string'
  )
  const problem: Problem = {
    title: '',
    status: 409,
    code: 'unavailable',
    ...(action?.reason && { detail: action.reason })
  }
  const kept = written.map(([, value]) => String(value)).filter((value) => value.trim().includes(' '))
  return { problem, typed: {}, key: idempotencyKey(), version: String(view.version), kept }
}
