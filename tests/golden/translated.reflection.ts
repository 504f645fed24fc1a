import { issued } from '../../workflows/deadlines/clocks/stops.ts'
import type { Life, LifeStep } from './living.ts'
import type { Translation } from './translated.ts'

// Any permit ended the thirty days until R425-2 was read: what the log of that time did not say, since the issue did it by itself, is
// said behind the issue as what ends them today.

const begun: readonly string[] = ['receipt.handed']
const issues: readonly string[] = [...issued, 'psp.permit']
const ends: readonly string[] = ['reflection.expire', 'reflection.interrupt', 'reflection.bar_lifted']

type Told = { runs: boolean; steps: LifeStep[] }

const stepTold = ({ runs, steps }: Told, step: LifeStep): Told => {
  if (runs && issues.includes(step.command)) {
    const lifted = { command: 'reflection.bar_lifted', input: {}, by: 'clock' }
    return { runs: false, steps: [...steps, step, lifted] }
  }
  const now = begun.includes(step.command) || (runs && !ends.includes(step.command))
  return { runs: now, steps: [...steps, step] }
}

const lifeToday = (life: Life): Life => ({
  ...life,
  steps: life.steps.reduce<Told>(stepTold, { runs: false, steps: [] }).steps
})

export const thirtyDaysApart: Translation = (recorded) => ({
  ...recorded,
  lives: recorded.lives.map(lifeToday)
})
