import { fail } from '@sveltejs/kit'
import { idempotencyKey } from '#lib/api.ts'
import type { Problem } from '#lib/api.types.ts'
import { translate, type Locale, type MessageKey } from '#lib/messages.ts'

/** What is not done by one press: its box was not ticked. */
export const unsure = (locale: Locale, key: MessageKey): Problem => ({
  title: translate(locale, 'problem.400.title'),
  status: 400,
  code: 'unsure',
  errors: [{ field: 'sure', code: 'unsure', message: translate(locale, key) }]
})

/** What was typed under each name, but for what the page itself put there. */
export type Typed = Record<string, string[]>

const typedOf = (form: FormData): Typed =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => !name.startsWith('_'))
      .map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')])
  )

/** A form comes back with what was wrong, what was typed into it, and the key of its next attempt. */
export const comesBack = (problem: Problem, key = idempotencyKey(), form?: FormData) =>
  fail(problem.status, { problem, typed: form ? typedOf(form) : {}, key })

export const isSure = (form: FormData) => form.get('sure') === 'true'
