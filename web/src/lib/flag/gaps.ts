import type { Problem } from '#lib/api.types.ts'
import { translate, type Locale, type MessageKey } from '#lib/messages.ts'
import type { Gap } from './review.ts'
import type { Step } from './steps.ts'

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
export function gapProblem(gaps: readonly Gap[], steps: readonly Step[], locale: Locale): Problem | null {
  if (gaps.length === 0) return null
  const errors = gaps.map(({ field, label, kind, step, bounds }) => ({
    field,
    code: kind,
    message: translate(locale, words[kind], { label, n: numberOf(steps, step), ...bounds })
  }))
  return { title: translate(locale, 'flag.gap.title'), status: 400, code: 'missing', errors }
}

function numberOf(steps: readonly Step[], id: string): number {
  return (
    Math.max(
      0,
      steps.findIndex((step) => step.id === id)
    ) + 1
  )
}
