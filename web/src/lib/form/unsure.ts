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

/** A form comes back with what was wrong, and the key of its next attempt. */
export const comesBack = (problem: Problem, key = idempotencyKey()) => fail(problem.status, { problem, key })

export const isSure = (form: FormData) => form.get('sure') === 'true'
