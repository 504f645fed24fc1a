import type { LifeStep } from './living.ts'
import type { Translation } from './translated.ts'

// A final conviction closed the procedure whosever it was, until L425-1 was read of the others who are still tried: what the log of that
// time left unsaid is said to be of the last accused, which closes it today.

const stepToday = (step: LifeStep): LifeStep =>
  step.command === 'conviction.final' ? { ...step, input: { accused: 'same', ...step.input } } : step

export const convictionsOfAll: Translation = (recorded) => ({
  ...recorded,
  lives: recorded.lives.map((life) => ({ ...life, steps: life.steps.map(stepToday) }))
})
