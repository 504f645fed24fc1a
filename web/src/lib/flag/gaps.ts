import type { Problem } from '#lib/api.types.ts'
import { translate, type Locale, type MessageKey } from '#lib/messages.ts'
import type { Gap } from './review.ts'

const words: Record<Gap['kind'], MessageKey> = {
  missing: 'form.missing',
  future: 'form.future',
  number: 'form.number',
  source: 'flag.gap.source',
  signs: 'flag.gap.signs',
  age: 'flag.gap.age',
  name: 'flag.gap.name'
}

/** What lacks, as the problem that the page shows beside its fields and at its top; null when nothing does. */
export function gapProblem(gaps: readonly Gap[], locale: Locale): Problem | null {
  if (gaps.length === 0) return null
  const errors = gaps.map(({ field, label, kind, bounds }) => ({
    field,
    code: kind,
    message: translate(locale, words[kind], { label, ...bounds })
  }))
  return { title: translate(locale, 'flag.gap.title'), status: 400, code: 'missing', errors }
}
