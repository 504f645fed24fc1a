import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { idempotencyKey, perform, type Fetch } from '#lib/api.ts'
import type { ActionView, Problem } from '#lib/api.types.ts'
import { translate, type Locale, type MessageKey } from '#lib/messages.ts'
import { bodyOf, missingIn, refusedIn, textOf, typedFrom, type Typed } from './parse.ts'
import { fieldsOf, type Field } from './schema.ts'

/** Whatever carries acts: a case, a referral. */
export type Acted = { version: number | string; actions: readonly ActionView[] }
/** What is acted on, as it was just read, and where. */
export type Target = { view: Acted; path: `/api/${string}`; command: string; locale: Locale }

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
  const missing = missingIn(fields, typed)
  if (missing.length > 0)
    return {
      done: false,
      refused: { ...attempt, problem: missingProblem(missing, target.locale, action.label) }
    }
  const refusing = refusedIn(schema, fields, typed)
  if (refusing.length > 0)
    return { done: false, refused: { ...attempt, problem: refusingProblem(refusing, target.locale) } }
  const path = `${target.path}/commands/${encodeURIComponent(target.command)}` as const
  const body = bodyOf(schema, fields, typed)
  const sent = await perform(fetcher, path, { body, key, version, shortly: true })
  if (sent.ok) return { done: true, inSight: sent.value !== null || sent.version !== null }
  return {
    done: false,
    refused: { ...attempt, ...nextAttempt(sent.problem, attempt, view), problem: sent.problem }
  }
}

/** Does the act that a page asks for and leads on to `next`; a refused form comes back. */
export async function doing(
  { fetch, request, locals }: Pick<RequestEvent, 'fetch' | 'request' | 'locals'>,
  target: Omit<Target, 'locale'>,
  next: (inSight: boolean) => string
) {
  const outcome = await act(fetch, { ...target, locale: locals.locale }, await request.formData())
  if (!outcome.done) return fail(outcome.refused.problem.status, { refused: outcome.refused })
  redirect(303, next(outcome.inSight))
}

/**
 * After a refusal the act was not done, and a corrected form is a new act. After a fault nobody knows:
 * the key stays, so that sending again cannot do it twice.
 */
function nextAttempt(problem: Problem, attempt: { key: string; version: string }, view: Acted) {
  const key = problem.status >= 500 ? attempt.key : idempotencyKey()
  return { key, version: problem.status === 412 ? String(view.version) : attempt.version }
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

type Named = Pick<Field, 'name' | 'label'>

export const missingProblem = (missing: readonly Named[], locale: Locale, act?: string) =>
  problemOn(missing, { code: 'missing', key: 'form.missing', locale, ...(act && { act }) })

/** An act that is nothing without this yes: a no is an honest answer, and the act is then not done. */
const refusingProblem = (refusing: readonly Named[], locale: Locale) =>
  problemOn(refusing, { code: 'refusing', key: 'form.refusing', locale })

type Said = { code: string; key: MessageKey; locale: Locale; act?: string }

/** « Le », « On »: a date whose name is the act itself. */
const bare = (label: string) => label.length <= 2

function problemOn(fields: readonly Named[], { code, key, locale, act }: Said): Problem {
  const errors = fields.map(({ name, label }) => ({
    field: name,
    code,
    message:
      bare(label) && act ? translate(locale, 'form.missing.day', { act }) : translate(locale, key, { label })
  }))
  return { title: translate(locale, 'problem.400.title'), status: 400, code, errors }
}
